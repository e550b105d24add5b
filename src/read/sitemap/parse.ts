/** Addresses that a site lists for visitors that are programs (sitemaps.org, with Google's news extension). For `watch`; a sitemap is no report. */
import { Parser } from 'htmlparser2';
import { decode, latin1 } from '../decode.ts';

interface SitemapEntry {
  readonly url: string;
  readonly modified?: string;
  /** Of the news extension. */
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
}

export interface Sitemap {
  readonly pages: readonly SitemapEntry[];
  /** Further sitemaps, of an index. */
  readonly sitemaps: readonly SitemapEntry[];
}

/** The protocol allows 50,000; a list with many more is no list of news. */
const MOST_ENTRIES = 100_000;
const FIELDS: Readonly<Record<string, keyof SitemapEntry>> = {
  loc: 'url',
  lastmod: 'modified',
  'news:title': 'title',
  'news:publication_date': 'published',
  'news:name': 'outlet',
};

const OPENING = /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--[^]{0,400}?-->\s*)*<(?:\w+:)?(?:urlset|sitemapindex)\b/;

/** Whether the bytes begin like a sitemap in XML. */
export const isSitemap = (bytes: Uint8Array): boolean =>
  OPENING.test(latin1(bytes, 2000).replace('\u00ef\u00bb\u00bf', ''));

/** The sitemap in `bytes`, as XML or as plain lines of addresses; undefined when it is neither. */
export function readSitemap(bytes: Uint8Array): Sitemap | undefined {
  const text = decode(bytes)?.text;
  if (text === undefined) return undefined;
  if (/<(?:\w+:)?(?:urlset|sitemapindex)\b/.test(text.slice(0, 4000))) return ofXml(text);
  const lines = text
    .split(/\r?\n/, MOST_ENTRIES)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isList = lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/.test(line));
  return isList ? { pages: lines.map((url) => ({ url })), sitemaps: [] } : undefined;
}

function ofXml(xml: string): Sitemap {
  const pages: SitemapEntry[] = [];
  const sitemaps: SitemapEntry[] = [];
  let entry: Partial<Record<keyof SitemapEntry, string>> | undefined;
  let field: { readonly name: string; words: string } | undefined;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'url' || name === 'sitemap') entry = {};
        else if (entry !== undefined && name in FIELDS) field = { name, words: '' };
      },
      ontext(words) {
        if (field !== undefined && field.words.length < 4000) field.words += words;
      },
      onclosetag(name) {
        if (field?.name === name && entry !== undefined) {
          const key = FIELDS[name];
          if (key !== undefined && field.words.trim() !== '') entry[key] ??= field.words.trim();
          field = undefined;
        }
        if ((name !== 'url' && name !== 'sitemap') || entry === undefined) return;
        const { url, ...more } = entry;
        const list = name === 'url' ? pages : sitemaps;
        if (url !== undefined && /^https?:\/\//i.test(url) && list.length < MOST_ENTRIES) list.push({ url, ...more });
        entry = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { pages, sitemaps };
}
