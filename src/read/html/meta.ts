/** Gathers what a page says about itself outside its running text: title, date, outlet, address. */
import { decodeHTML } from 'entities';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { optional } from '../report.ts';
import { linkedArticles, type LinkedData } from './json-ld.ts';
import type { Page, PageTime } from './page.ts';
import { SIGN } from './signs.ts';
import { stampOf } from '../stamp.ts';

export interface PageMeta {
  /** Titles that the page gives, best first; any of them can be the headline's wording. */
  readonly titles: readonly string[];
  /** Wordings of a deck: alternative headline, description. */
  readonly decks: readonly string[];
  readonly published?: string;
  readonly publishedFrom?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** The article as JSON-LD gives it, for pages that build the rest by script. */
  readonly body?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Meta tags that state the day of publication, by how narrowly they mean it. */
const DATE_KEYS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'article:published',
  'published_time',
  'publication_date',
  'publicationdate',
  'publish-date',
  'publish_date',
  'publishdate',
  'published-date',
  'pubdate',
  'pub_date',
  'ptime',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'dc.created',
  'citation_publication_date',
  'citation_date',
  'prism.publicationdate',
  'originalpublicationdate',
  'displaydate',
  'article_date_original',
  'bt:pubdate',
  'analyticsattributes.articledate',
  'article-publish-date',
  'article.created',
  'date.created',
  'datecreated',
  'dateissued',
  'date',
];
const OUTLET_KEYS = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'dcterms.publisher',
  'citation_journal_title',
  'publisher',
  'copyright',
];

/** Reads titles, date, outlet and address of a page. */
export function pageMeta(html: string, page: Page): PageMeta {
  const { articles, diagnostics } = linkedArticles(page.data.map(({ from, to }) => html.slice(from, to)));
  const metas = new Map<string, string>();
  for (const { key, content } of page.metas)
    if (!metas.has(key) && content.trim() !== '') metas.set(key, content.trim());
  const url = addressIn(page.canonical) ?? addressIn(metas.get('og:url')) ?? addressIn(page.address);
  const linked = pickArticle(articles, url, metas.get('og:title'));
  const title = page.title && decodeHTML(html.slice(page.title.from, page.title.to)).replaceAll(/\s+/g, ' ').trim();
  const date = statedDate(linked, metas, page.times);
  return {
    titles: given([linked?.headline, metas.get('og:title'), metas.get('twitter:title'), title]),
    decks: given([
      linked?.deck,
      metas.get('og:description'),
      metas.get('description'),
      metas.get('twitter:description'),
    ]),
    ...date,
    ...optional('outlet', linked?.outlet ?? first(metas, OUTLET_KEYS)),
    ...optional('url', url ?? linked?.url),
    ...optional('body', linked?.body),
    diagnostics,
  };
}

const given = (values: readonly (string | undefined)[]): string[] =>
  values.filter((value): value is string => value !== undefined && value !== '');

/** The article that the page is about: the one with the page's address or title, else the first. */
function pickArticle(
  articles: readonly LinkedData[],
  url: string | undefined,
  title: string | undefined,
): LinkedData | undefined {
  return (
    articles.find((article) => url !== undefined && article.url === url) ??
    articles.find((article) => title !== undefined && article.headline === title) ??
    articles[0]
  );
}

const addressIn = (value: string | undefined): string | undefined =>
  value !== undefined && /^https?:\/\/\S+$/i.test(value.trim()) ? value.trim() : undefined;

function first(metas: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
  for (const key of keys) if (metas.has(key)) return metas.get(key);
  return undefined;
}

/** The one value that all elements with a property give; where teasers of other reports have it too, the place decides. */
function agreed(times: readonly PageTime[], property: string): string | undefined {
  const values = new Set<string>();
  for (const time of times)
    if (time.property === property && (time.signs & (SIGN.chrome | SIGN.hidden)) === 0) values.add(time.value);
  return values.size === 1 ? [...values][0] : undefined;
}

/** A tag of one analytics service has JSON for its content. */
const pubDateIn = (json: string | undefined): string | undefined => /"pub_date"\s*:\s*"([^"]+)"/.exec(json ?? '')?.[1];

/** The date that machines are meant to read, by how much the markup commits itself: the narrowest statement first. */
function statedDate(linked: LinkedData | undefined, metas: ReadonlyMap<string, string>, times: readonly PageTime[]) {
  const said: [string, string | undefined][] = [
    ['json-ld datePublished', linked?.published],
    ['json-ld dateCreated', linked?.created],
    ['element datePublished', agreed(times, 'datePublished')],
    ...DATE_KEYS.map((key): [string, string | undefined] => [`meta ${key}`, metas.get(key)]),
    ['meta parsely-page', pubDateIn(metas.get('parsely-page'))],
    ['time pubdate', agreed(times, 'pubdate')],
  ];
  for (const [publishedFrom, value] of said) {
    const published = value && stampOf(value);
    if (published !== undefined && published !== '') return { published, publishedFrom };
  }
  return {};
}
