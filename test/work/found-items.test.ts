/** Items of feeds, listings and sitemaps: what they are known by. */
import { describe, expect, test } from 'vitest';
import { readFeed, readListing, readSitemap } from '../../src/pipeline.ts';
import { itemsOfFeed, itemsOfListing, itemsOfSitemap, keyOfUrl } from '../../src/work/found-items.ts';
import { rss } from '../support/web-server.ts';

const SOURCE = { id: 'f', url: 'https://wire.example/rss', kind: 'feed', every: 15, articles: true } as const;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ofFeed = (xml: string, more = {}) => itemsOfFeed(readFeed(bytes(xml))!, { ...SOURCE, ...more }, SOURCE.url);

describe('the key of an address', () => {
  test.each([
    ['https://a.example/x?utm_source=rss&utm_medium=feed', 'http://a.example/x'],
    ['https://a.example/x?id=7&fbclid=abc', 'https://a.example/x?id=7'],
    ['https://a.example/x#comments', 'https://a.example/x'],
    ['https://A.EXAMPLE/x?at_medium=RSS&at_campaign=rss', 'https://a.example/x'],
  ])('%s and %s are one', (one, other) => expect(keyOfUrl(one)).toBe(keyOfUrl(other)));

  test.each([
    ['https://a.example/x?id=7', 'https://a.example/x?id=8'],
    ['https://a.example/x', 'https://a.example/X'],
    ['https://a.example/x', 'https://b.example/x'],
  ])('%s and %s are two', (one, other) => expect(keyOfUrl(one)).not.toBe(keyOfUrl(other)));
});

describe('items of a feed', () => {
  test('have full addresses, and none that is no address of the web', () => {
    const items = ofFeed(
      rss([
        { link: '/a', title: 'A' },
        { link: 'javascript:x()', title: 'B' },
      ]),
    );
    expect(items.map(({ url, host }) => [url, host])).toEqual([
      ['https://wire.example/a', 'wire.example'],
      [undefined, 'wire.example'],
    ]);
  });

  test('are marked by what the feed says of them', () => {
    const [one, same, other] = ['Old', 'Old', 'New'].map(
      (title, n) => ofFeed(rss([{ link: '/a', guid: String(n), title }]))[0]!,
    );
    expect(one).toEqual({ ...same, own: one!.own });
    expect(other!.key).toBe(one!.key);
    expect(other!.mark).not.toBe(one!.mark);
  });

  test('are no more than a store can bear, and their titles are fit for one', () => {
    const many = Array.from({ length: 2500 }, (_, n) => ({ link: `/${n}`, title: 'x'.repeat(900) }));
    const items = ofFeed(rss(many));
    expect(items).toHaveLength(2000);
    expect(items[0]?.title).toHaveLength(500);
    expect(ofFeed(rss(many), { newest: 3 })).toHaveLength(3);
    expect(ofFeed(rss([{ link: '/a', title: 'A&#0;B&#xD800;C' }]))[0]?.title).not.toMatch(/\0|[\uD800-\uDFFF]/);
  });
});

test('a listing gives headlines of its own site, or what matches', () => {
  const html =
    '<base href="https://wire.example/news/"><a href="a">Shells fell on Goma today</a><a href="/about">About</a><a href="https://else.example/z">A long title of another site</a>';
  const listing = readListing(bytes(html), SOURCE.url)!;
  const urls = (more = {}) => itemsOfListing(listing, { ...SOURCE, ...more }).map(({ url }) => url);
  expect(urls()).toEqual(['https://wire.example/news/a']);
  expect(urls({ match: 'else.example' })).toEqual(['https://else.example/z']);
});

test('a sitemap gives its newest pages first, and no more than wanted', () => {
  const page = (day: number) => `<url><loc>https://wire.example/${day}</loc><lastmod>2022-09-${day}</lastmod></url>`;
  const sitemap = readSitemap(bytes(`<urlset>${[11, 13, 12].map(page).join('')}</urlset>`))!;
  const urls = itemsOfSitemap(sitemap, { ...SOURCE, newest: 2 }).map(({ url }) => url);
  expect(urls).toEqual(['https://wire.example/13', 'https://wire.example/12']);
});
