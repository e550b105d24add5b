/** Links of a page that lists reports, and the feeds that it names. For `watch`; a listing is no report. */
import { Parser } from 'htmlparser2';
import { decode } from '../decode.ts';
import { charsetOf } from '../detect.ts';

export interface PageLink {
  readonly url: string;
  /** Its words, white space in one form. */
  readonly text: string;
}

export interface Listing {
  /** In the order of the page, each address once, with its longest wording. */
  readonly links: readonly PageLink[];
  readonly feeds: readonly string[];
}

const MOST_LINKS = 5000;
const LONGEST_TEXT = 500;

/** The links of the page in `bytes`, as full addresses; undefined when it is no text. */
export function readListing(bytes: Uint8Array, address: string, mediaType = ''): Listing | undefined {
  const html = decode(bytes, charsetOf({ mediaType }))?.text;
  if (html === undefined) return undefined;
  const links = new Map<string, string>();
  const feeds = new Set<string>();
  let base = address;
  let open: { readonly url: string; text: string } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const text = open.text.replaceAll(/\s+/g, ' ').trim();
    if (links.size < MOST_LINKS && text.length >= (links.get(open.url)?.length ?? 0)) links.set(open.url, text);
    open = undefined;
  };
  const parser = new Parser({
    onopentag(name, { href, rel = '', type = '' }) {
      if (href === undefined) return;
      const url = webAddress(href, base);
      if (name === 'base') base = url ?? base;
      else if (name === 'link' && /\balternate\b/i.test(rel) && /rss|atom|feed\+json/i.test(type)) {
        if (url !== undefined) feeds.add(url);
      } else if (name === 'a') {
        close();
        if (url !== undefined) open = { url, text: '' };
      }
    },
    ontext(text) {
      if (open !== undefined && open.text.length < LONGEST_TEXT) open.text += text.slice(0, LONGEST_TEXT);
    },
    onclosetag(name) {
      if (name === 'a') close();
    },
  });
  parser.end(html);
  close();
  return { links: [...links].map(([url, text]) => ({ url, text })), feeds: [...feeds] };
}

function webAddress(href: string, base: string): string | undefined {
  const url = URL.parse(href.trim(), base);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  return url.href;
}
