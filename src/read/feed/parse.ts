/** Bytes of a feed to its items, whatever its dialect. Used by the reader of files, and by whoever polls feeds. */
import { createRequire } from 'node:module';
import type { parseFeed } from 'feedsmith';
import { decode } from '../decode.ts';
import { optional } from '../report.ts';

export interface Feed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json';
  readonly title?: string;
  readonly url?: string;
  readonly items: readonly FeedItem[];
  /** The feed broke off; the items before the break were kept. */
  readonly isCut: boolean;
}

export interface FeedItem {
  /** As the feed gives it; feeds change these without need, so it is a hint. */
  readonly id?: string;
  readonly url?: string;
  readonly title?: string;
  /** The whole text, where the feed has it; else a summary. */
  readonly html?: string;
  readonly isSummary: boolean;
  readonly published?: string;
  /** Day of the last change; Atom feeds often give no other. */
  readonly updated?: string;
  /** Where the item was taken from, when the feed gathers others'. */
  readonly outlet?: string;
}

type Parsed = ReturnType<typeof parseFeed>;
type Rss = Extract<Parsed, { format: 'rss' }>['feed'];
type Atom = Extract<Parsed, { format: 'atom' }>['feed'];
type Rdf = Extract<Parsed, { format: 'rdf' }>['feed'];
type Json = Extract<Parsed, { format: 'json' }>['feed'];

/** The feed in `bytes`; undefined when there is none. */
export function readFeed(bytes: Uint8Array, charset?: string): Feed | undefined {
  const text = decode(bytes, charset ?? declared(bytes))?.text;
  if (text === undefined) return undefined;
  const whole = parsed(text.trim());
  if (whole !== undefined) return feedOf(whole, false);
  const mended = mend(text);
  const part = mended === undefined ? undefined : parsed(mended);
  return part === undefined ? undefined : feedOf(part, true);
}

/** The encoding that an XML declaration names. */
export function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,150}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
}

type Feedsmith = { readonly parseFeed: (text: string) => Parsed };

// Loaded with the first feed: it takes 90 ms, and most runs read none.
let feedsmith: Feedsmith | undefined;

function parsed(text: string): Parsed | undefined {
  feedsmith ??= createRequire(import.meta.url)('feedsmith') as Feedsmith;
  try {
    return feedsmith.parseFeed(text);
  } catch {
    return undefined;
  }
}

const ENDS = [
  ['</item>', '<rss', '</channel></rss>'],
  ['</item>', '<rdf:RDF', '</rdf:RDF>'],
  ['</entry>', '<feed', '</feed>'],
] as const;

/** A feed that broke off in the middle, closed behind its last whole item. */
function mend(text: string): string | undefined {
  for (const [item, root, end] of ENDS) {
    const last = text.lastIndexOf(item);
    if (last >= 0 && text.includes(root)) return text.slice(0, last + item.length) + end;
  }
  return undefined;
}

function feedOf(found: Parsed, isCut: boolean): Feed {
  switch (found.format) {
    case 'rss':
      return { format: 'rss', ...ofRss(found.feed), isCut };
    case 'atom':
      return { format: 'atom', ...ofAtom(found.feed), isCut };
    case 'rdf':
      return { format: 'rdf', ...ofRdf(found.feed), isCut };
    case 'json':
      return { format: 'json', ...ofJson(found.feed), isCut };
    default:
      return found satisfies never;
  }
}

/** What a dialect gives for one item, under the names of FeedItem; `content` is the whole text. */
interface Fields {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly content?: string | undefined;
  readonly summary?: string | undefined;
  readonly published?: unknown;
  readonly updated?: unknown;
  readonly outlet?: string | undefined;
}

function itemOf({ id, url, title, content, summary, published, updated, outlet }: Fields): FeedItem {
  return {
    ...optional('id', id),
    ...optional('url', url),
    ...optional('title', title),
    ...optional('html', content ?? summary),
    isSummary: content === undefined,
    ...optional('published', stringOf(published)),
    ...optional('updated', stringOf(updated)),
    ...optional('outlet', outlet),
  };
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const ofRss = (feed: Rss) => ({
  ...optional('title', feed.title),
  ...optional('url', feed.link),
  items: (feed.items ?? []).map((item) =>
    itemOf({
      id: item.guid?.value,
      url: item.link ?? (item.guid?.isPermaLink === false ? undefined : addressOf(item.guid?.value)),
      title: item.title,
      content: item.content?.encoded,
      summary: item.description,
      published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0],
      outlet: item.source?.title,
    }),
  ),
});

const ofAtom = (feed: Atom) => ({
  ...optional('title', feed.title?.value),
  ...optional('url', linkOf(feed.links)),
  items: (feed.entries ?? []).map((entry) =>
    itemOf({
      id: entry.id,
      url: linkOf(entry.links),
      title: markup(entry.title),
      content: markup(entry.content),
      summary: markup(entry.summary),
      published: entry.published,
      updated: entry.updated,
      outlet: entry.source?.title?.value,
    }),
  ),
});

const ofRdf = (feed: Rdf) => ({
  ...optional('title', feed.title),
  ...optional('url', feed.link),
  items: (feed.items ?? []).map((item) =>
    itemOf({
      id: item.rdf?.about,
      url: item.link,
      title: item.title,
      content: item.content?.encoded,
      summary: item.description,
      published: item.dc?.dates?.[0],
      outlet: item.dc?.publishers?.[0],
    }),
  ),
});

const ofJson = (feed: Json) => ({
  ...optional('title', feed.title),
  ...optional('url', feed.home_page_url),
  items: (feed.items ?? []).map((item) =>
    itemOf({
      id: item.id,
      url: item.url ?? item.external_url,
      title: item.title === undefined ? undefined : escaped(item.title),
      content: item.content_html ?? (item.content_text === undefined ? undefined : plain(item.content_text)),
      summary: item.summary === undefined ? undefined : plain(item.summary),
      published: item.date_published,
      updated: item.date_modified,
    }),
  ),
});

const addressOf = (value: string | undefined): string | undefined =>
  value !== undefined && /^https?:\/\//i.test(value) ? value : undefined;

function linkOf(links: readonly { readonly href?: string; readonly rel?: string }[] | undefined): string | undefined {
  return (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const plain = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('');

/** Atom says of each text whether it is plain or markup; RSS never does, and is taken for markup. */
function markup(text: { readonly value?: string; readonly type?: string } | undefined): string | undefined {
  if (text?.value === undefined || text.value.trim() === '') return undefined;
  return text.type === undefined || text.type === 'text' ? plain(text.value) : text.value;
}
