/** What a feed, a listing or a sitemap tells of, as items with a key each: one item, one key, whatever ids the feed makes up. */
import type { Source } from '../model/feed.ts';
import { feedRecord, sha256, type Feed, type Listing, type Sitemap } from '../pipeline.ts';
import type { FoundItem } from '../store/feed-store.ts';

/** Parameters that tell who sent a reader, not what is read. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|link\w*|format|ptr_name|bbc\w*)|fbclid|gclid|mc_[ce]id|ns_\w+|cmpid)$/i;

/** One key for all ways of writing an address. */
export function keyOfUrl(address: string): string {
  const url = new URL(address);
  url.hash = '';
  const tracking = Array.from(url.searchParams.keys()).filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return `${url.host}${url.pathname}${url.search}`;
}

/** Id of the report behind an item. */
export const idOfKey = (key: string): string => sha256(key).slice(0, 16);

/** No feed of news is longer; one that is was made to fill the store. */
const MOST_OF_FEED = 2000;
/** Longest title that is kept beside an item. */
const LONGEST_TITLE = 500;

/** Items of a feed. One without an address is known by its words, for ids are made anew by some feeds at each call. */
export function itemsOfFeed(feed: Feed, source: Source & { readonly id: string }, address: string): FoundItem[] {
  return feed.items.slice(0, source.newest ?? MOST_OF_FEED).flatMap((item) => {
    const url = item.url === undefined ? undefined : addressOf(item.url, address);
    const words = `${item.title ?? ''}\n${item.html ?? ''}`;
    if (url === undefined && words.trim() === '') return [];
    const key = url === undefined ? `${source.id}#${sha256(words).slice(0, 32)}` : keyOfUrl(url);
    const { url: _, ...rest } = item;
    const record = feedRecord({ ...rest, ...(url !== undefined && { url }) }, feed);
    return [
      found(source, key, `${words}\n${item.updated ?? ''}`, {
        ...(url !== undefined && { url }),
        ...(item.title !== undefined && { title: item.title }),
        ...(record !== undefined && { own: JSON.stringify({ ...record, id: idOfKey(key) }) }),
      }),
    ];
  });
}

/** Pages of a sitemap, the newest first. */
export function itemsOfSitemap({ pages }: Sitemap, source: Source & { readonly id: string }): FoundItem[] {
  const wanted = pages.filter(({ url }) => source.match === undefined || url.includes(source.match));
  const dated = wanted.map((page) => ({ ...page, at: page.published ?? page.modified ?? '' }));
  dated.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
  return dated.slice(0, source.newest ?? MOST_OF_SITEMAP).map(({ url, title, published, outlet, modified }) => {
    const key = keyOfUrl(url);
    const own = title === undefined ? undefined : { id: idOfKey(key), html: `<h1>${escaped(title)}</h1>`, url };
    const more = { ...(published !== undefined && { published }), ...(outlet !== undefined && { outlet }) };
    return found(source, key, `${title ?? ''}\n${modified ?? ''}`, {
      url,
      ...(title !== undefined && { title }),
      ...(own !== undefined && { own: JSON.stringify({ ...own, ...more }) }),
    });
  });
}

/** A sitemap lists a whole site; what is new stands first, and the rest is another day's work. */
const MOST_OF_SITEMAP = 200;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words that a link to a report has at least: a headline, not a menu. */
const LEAST_WORDS = 4;

/** Links of a listing that lead to reports: by `match`, else links within the site whose words are as long as a headline. */
export function itemsOfListing({ links }: Listing, source: Source & { readonly id: string }): FoundItem[] {
  const { host } = new URL(source.url);
  const wanted = links.filter(({ url, text }) =>
    source.match === undefined
      ? new URL(url).host === host && text.split(' ').length >= LEAST_WORDS
      : url.includes(source.match),
  );
  return wanted.slice(0, source.newest ?? wanted.length).map(({ url, text }) =>
    // Words of a link are no text of the report, and change with the layout: no reason to look again.
    found(source, keyOfUrl(url), '', { url, ...(text !== '' && { title: text }) }),
  );
}

function found(source: Source, key: string, words: string, parts: Pick<FoundItem, 'url' | 'title' | 'own'>): FoundItem {
  const { title, ...rest } = parts;
  // No database holds U+0000 or half a surrogate pair.
  const shown = title?.slice(0, LONGEST_TITLE).replaceAll('\0', '\uFFFD').toWellFormed();
  const { host } = new URL(parts.url ?? source.url);
  return { key, host, mark: sha256(words).slice(0, 32), ...rest, ...(shown !== undefined && { title: shown }) };
}

function addressOf(link: string, base: string): string | undefined {
  const url = URL.parse(link.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
