/** Addresses of the web, and how far they may lead. */
import { FetchError } from './fetch-error.ts';

/** RFC 9309 asks for at least five; no honest page needs more. */
export const MOST_REDIRECTS = 5;

/** An address of the web; `base` is the page that led to it. Throws `fetch-scheme`. */
export function webUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new FetchError('fetch-scheme', base === undefined ? address : `${base.href} leads to ${address}, which`);
  url.hash = '';
  // Nobody's name and password go to a site because a page says so, nor into a message.
  url.username = '';
  url.password = '';
  return url;
}
