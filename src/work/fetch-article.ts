/** The page behind an item: fetched, read and given the name, address and day that its source knows of it. */
import type { Validators } from '../fetch/polite-client.ts';
import type { Report } from '../model/article.ts';
import { TrucewatchError, type ErrorKey } from '../model/errors.ts';
import type { FeedItemState, Source } from '../model/feed.ts';
import { readSource, sha256 } from '../pipeline.ts';
import type { Refused } from '../store/store.ts';
import { idOfKey } from './found-items.ts';
import { withoutFuture } from './published-ahead.ts';
import type { WatchDeps } from './watch-deps.ts';

export type FetchedArticle =
  | { readonly type: 'unchanged' }
  | { readonly type: 'failed'; readonly error: TrucewatchError; readonly rejected?: Refused }
  | { readonly type: 'read'; readonly report: Report; readonly raw: Uint8Array; readonly validators: Validators };

const ACCEPT = 'text/html, application/xhtml+xml, text/plain;q=0.8, application/pdf;q=0.7, */*;q=0.5';

/** Fetches and reads the page of `item`. Throws nothing that a site can cause. */
export async function fetchArticle(item: FeedItemState, source: Source, deps: WatchDeps): Promise<FetchedArticle> {
  const url = item.url ?? source.url;
  try {
    const fetched = await deps.client.get(url, {
      accept: ACCEPT,
      ...(item.state === 'stored' && {
        validators: {
          ...(item.etag !== undefined && { etag: item.etag }),
          ...(item.modified !== undefined && { modified: item.modified }),
        },
      }),
      ...(deps.signal !== undefined && { signal: deps.signal }),
    });
    if (!fetched.isChanged) return { type: 'unchanged' };
    const seen = Math.max(Date.parse(item.firstSeen), fetched.serverTime);
    return await readArticle(fetched.body, { item, source, seen, deps, ...fetched });
  } catch (error) {
    if (error instanceof TrucewatchError && error.key.startsWith('fetch-')) return { type: 'failed', error };
    throw error;
  }
}

interface Context {
  readonly item: FeedItemState;
  readonly source: Source;
  readonly deps: WatchDeps;
  readonly url: string;
  readonly contentType?: string;
  readonly validators: Validators;
  /** The later of our clock and the server's. */
  readonly seen: number;
}

async function readArticle(raw: Uint8Array, context: Context): Promise<FetchedArticle> {
  const { item, source, url, contentType, validators, seen, deps } = context;
  const reports: Report[] = [];
  let refused: { readonly key: ErrorKey; readonly message: string } | undefined;
  const input = {
    name: url,
    source: raw,
    // A header that says UTF-8 says nothing: servers add it to everything. What the page itself names goes before it.
    ...(contentType !== undefined && { mediaType: contentType.replace(/;\s*charset\s*=\s*["']?utf-?8["']?/i, '') }),
    ...(deps.maxText !== undefined && { limits: { maxText: deps.maxText } }),
  };
  for await (const result of readSource(input)) {
    reports.push(...result.reports);
    refused ??= result.rejected[0];
  }
  const [report] = reports;
  if (report === undefined || reports.length > 1) return unreadable(raw, url, reports.length, refused);
  const told = await toldOf(item, deps);
  const outlet = source.outlet ?? report.outlet ?? outletOfHost(url, deps) ?? told.outlet;
  const published = report.published ?? told.published;
  const whole: Report = {
    ...report,
    id: idOfKey(item.key),
    url: report.url ?? url,
    ...(outlet !== undefined && { outlet }),
    ...(published !== undefined && { published, publishedFrom: report.publishedFrom ?? FROM_FEED }),
  };
  return { type: 'read', report: withoutFuture(whole, seen), raw, validators };
}

function unreadable(
  raw: Uint8Array,
  url: string,
  count: number,
  refused: { readonly key: ErrorKey; readonly message: string } | undefined,
): FetchedArticle {
  const error =
    count > 1
      ? new TrucewatchError('bad-archive', `${url} (${count} reports behind one link)`)
      : new TrucewatchError(refused?.key ?? 'empty-input', url);
  return {
    type: 'failed',
    error,
    rejected: { hash: sha256(raw), origin: url, key: error.key, message: error.message, raw },
  };
}

type Told = Pick<Report, 'published' | 'outlet'>;

/** What the source says of the item, or said when it was first taken: where the page says nothing, its word holds. */
async function toldOf({ own, report }: FeedItemState, { store }: WatchDeps): Promise<Told> {
  if (own !== undefined) return JSON.parse(own) as Told;
  const before = report === undefined ? undefined : (await store.report(report))?.article.report;
  if (before === undefined) return {};
  const { published, publishedFrom, outlet } = before;
  return {
    ...(published !== undefined && publishedFrom === FROM_FEED && { published }),
    ...(outlet !== undefined && { outlet }),
  };
}

/** What `publishedFrom` says of a day that the source gives and the page does not. */
const FROM_FEED = 'feed item';

/** The outlet whose register entry names the page's host, or a domain above it. */
function outletOfHost(url: string, { lexicons }: WatchDeps): string | undefined {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return lexicons.outlets.find(({ hosts }) => hosts?.some((known) => host === known || host.endsWith(`.${known}`)))
    ?.name;
}
