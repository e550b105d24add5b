/** One poll of one source: fetched, read, and its items laid into the store together with the news of how it went. */
import { instantAt } from '../fetch/clock.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Fetched } from '../fetch/polite-client.ts';
import { TrucewatchError } from '../model/errors.ts';
import type { Source } from '../model/feed.ts';
import { declared, readFeed, readListing, readSitemap, sha256, type Sitemap } from '../pipeline.ts';
import type { FeedToPoll, FoundItem, Poll } from '../store/feed-store.ts';
import { itemsOfFeed, itemsOfListing, itemsOfSitemap } from './found-items.ts';
import { nextPoll } from './schedule.ts';
import type { WatchDeps } from './watch-deps.ts';

/** After so many answers of "not modified" in a row the whole is asked for once: some servers say nothing else. */
const MOST_UNMODIFIED = 48;
/** Sitemaps of an index that are fetched in one poll. */
const MOST_CHILDREN = 10;
const RECHECK_AFTER = 3_600_000;

const ACCEPT: Readonly<Record<Source['kind'], string>> = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  sitemap: 'application/xml, text/xml;q=0.9, */*;q=0.5',
  listing: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
};

type Result = Pick<Poll, 'etag' | 'modified' | 'bodyHash' | 'unmodified' | 'movedTo' | 'bytes' | 'items'>;

/** Polls `feed`. Whatever the site does ends as a line of its health; only the store can make this throw. */
export async function pollFeed(feed: FeedToPoll, deps: WatchDeps): Promise<void> {
  const { clock, store } = deps;
  const { url, every } = feed.source;
  const started = clock.now();
  const base = { at: instantAt(started), recheckAfterMs: RECHECK_AFTER };
  const schedule = { feed: feed.id, every };
  try {
    const result = await fetchItems(feed, deps);
    const now = clock.now();
    const due = instantAt(nextPoll({ ...schedule, now, failures: 0 }));
    const added = await store.feeds.recordPoll(feed.id, { ...base, ...result, due, ms: now - started });
    deps.onEvent?.({ type: 'poll', url, items: result.items.length, added });
  } catch (error) {
    // A poll that was stopped by us is no failure of the site: it is due again at the next start.
    if (deps.signal?.aborted === true) return;
    if (!(error instanceof TrucewatchError) || !isOfSite(error)) throw error;
    const now = clock.now();
    const retryAt = error instanceof FetchError ? error.retryAt : undefined;
    const due = instantAt(nextPoll({ ...schedule, now, failures: feed.failures + 1, retryAt }));
    const failure = { key: error.key, message: error.message };
    const poll = { ...base, due, ms: now - started, bytes: 0, unmodified: 0, items: [], error: failure };
    await store.feeds.recordPoll(feed.id, poll);
    deps.onEvent?.({ type: 'poll', url, items: 0, added: 0, error: failure });
  }
}

const isOfSite = ({ key }: TrucewatchError): boolean =>
  key.startsWith('fetch-') || key === 'not-a-feed' || key === 'not-a-sitemap' || key === 'no-links';

async function fetchItems(feed: FeedToPoll, deps: WatchDeps): Promise<Result> {
  const { source, unmodified, etag, modified } = feed;
  const isConditional = unmodified < MOST_UNMODIFIED;
  const fetched = await deps.client.get(source.url, {
    accept: ACCEPT[source.kind],
    ...(isConditional && {
      validators: { ...(etag !== undefined && { etag }), ...(modified !== undefined && { modified }) },
    }),
    ...(deps.signal !== undefined && { signal: deps.signal }),
  });
  const moved = fetched.movedTo === undefined ? {} : { movedTo: fetched.movedTo };
  const kept = feed.bodyHash === undefined ? {} : { bodyHash: feed.bodyHash };
  if (!fetched.isChanged)
    return { ...fetched.validators, ...kept, ...moved, unmodified: unmodified + 1, bytes: 0, items: [] };
  const bodyHash = sha256(fetched.body);
  const size = { bytes: fetched.body.length, unmodified: 0, ...moved };
  if (bodyHash === feed.bodyHash) return { ...fetched.validators, bodyHash, ...size, items: [] };
  const { items, isWhole } = await readItems(fetched, { ...source, id: feed.id }, deps);
  // Of what broke off nothing is remembered that could keep us from asking for all of it.
  return isWhole ? { ...fetched.validators, bodyHash, ...size, items } : { ...size, items };
}

interface Items {
  readonly items: readonly FoundItem[];
  readonly isWhole: boolean;
}

async function readItems(fetched: Fetched, source: Source & { readonly id: string }, deps: WatchDeps): Promise<Items> {
  const { body, url, contentType } = fetched;
  switch (source.kind) {
    case 'feed': {
      const feed = readFeed(body, charsetToTrust(contentType, body));
      if (feed === undefined) throw new TrucewatchError('not-a-feed', notAFeed(fetched));
      return { items: unique(itemsOfFeed(feed, source, url)), isWhole: !feed.isCut };
    }
    case 'sitemap':
      return { items: unique(itemsOfSitemap(await wholeSitemap(fetched, deps), source)), isWhole: true };
    case 'listing': {
      const listing = readListing(body, url, contentType);
      const items = listing === undefined ? [] : itemsOfListing(listing, source);
      if (items.length === 0) throw new TrucewatchError('no-links', url);
      return { items: unique(items), isWhole: true };
    }
    default:
      return source.kind satisfies never;
  }
}

/** A header that says UTF-8 says nothing: servers add it to everything. What the file itself declares goes before it. */
function charsetToTrust(contentType = '', body: Uint8Array): string | undefined {
  const told = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  return told === undefined || /^utf-?8$/i.test(told) ? declared(body) : told;
}

function notAFeed({ body, url, contentType }: Fetched): string {
  const [first] = readListing(body.subarray(0, 200_000), url, contentType)?.feeds ?? [];
  return first === undefined ? url : `${url} (the page names ${first})`;
}

async function wholeSitemap(fetched: Fetched, deps: WatchDeps): Promise<Sitemap> {
  const sitemap = readSitemap(fetched.body);
  if (sitemap === undefined) throw new TrucewatchError('not-a-sitemap', fetched.url);
  const newest = sitemap.sitemaps.toSorted((a, b) => ((a.modified ?? '') > (b.modified ?? '') ? -1 : 1));
  const pages = [...sitemap.pages];
  for (const { url } of newest.slice(0, MOST_CHILDREN)) {
    const child = await deps.client.get(url, deps.signal === undefined ? {} : { signal: deps.signal });
    for (const one of readSitemap(child.body)?.pages ?? []) pages.push(one);
  }
  return { pages, sitemaps: [] };
}

/** The first of each key: a feed may tell of one thing twice. */
const unique = (items: readonly FoundItem[]): FoundItem[] =>
  [...new Map(items.toReversed().map((item) => [item.key, item])).values()].toReversed();
