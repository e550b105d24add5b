/** One item of a source to a stored report: its page where it can be had, else the source's own words; and later, its new versions. */
import { instantAt } from '../fetch/clock.ts';
import { FetchError, isPassingKey } from '../fetch/fetch-error.ts';
import type { Report } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { TrucewatchError } from '../model/errors.ts';
import type { Failure, FeedItemState, Source } from '../model/feed.ts';
import { codeReport, readReports, sha256 } from '../pipeline.ts';
import type { Settled } from '../store/feed-store.ts';
import type { Refused } from '../store/store.ts';
import { fetchArticle, type FetchedArticle } from './fetch-article.ts';
import { newReport } from './ingest.ts';
import { withoutFuture } from './published-ahead.ts';
import { MOST_PATIENCE, MOST_TRIES, nextCheck, nextTry } from './schedule.ts';
import type { WatchDeps } from './watch-deps.ts';

/** Takes `item`. Whatever the site does ends in the store; only the store can make this throw. */
export async function takeItem(item: FeedItemState, source: Source, deps: WatchDeps): Promise<void> {
  if (!source.articles || item.url === undefined) return takeOwn(item, source, deps, undefined);
  const article = await fetchArticle(item, source, deps);
  if (deps.signal?.aborted === true) return undefined;
  switch (article.type) {
    case 'unchanged':
      return deps.store.feeds.keepItem(item.key, settled(item, deps));
    case 'failed':
      return takeFailure(item, source, deps, article);
    case 'read':
      return takeArticle(item, source, deps, article);
    default:
      return article satisfies never;
  }
}

function settled(item: FeedItemState, deps: WatchDeps, more: Partial<Settled> = {}, isLast = false): Settled {
  const now = deps.clock.now();
  const checks = item.state === 'stored' ? item.checks + 1 : 0;
  const next = isLast ? undefined : nextCheck(now, checks, deps.rechecks);
  return { at: instantAt(now), ...(next !== undefined && { due: instantAt(next) }), ...more };
}

async function takeFailure(
  item: FeedItemState,
  source: Source,
  deps: WatchDeps,
  { error, rejected }: Extract<FetchedArticle, { type: 'failed' }>,
): Promise<void> {
  const { feeds } = deps.store;
  const failure = { key: error.key, message: error.message };
  const isPassing = isPassingKey(error.key);
  deps.onEvent?.({ type: 'trouble', url: item.url ?? item.key, error: failure });
  const now = deps.clock.now();
  const isNoTry = error.key === 'fetch-throttled';
  const isPatient = isNoTry ? now - Date.parse(item.firstSeen) < MOST_PATIENCE : item.tries + 1 < MOST_TRIES;
  if (isPassing && isPatient) {
    const retryAt = error instanceof FetchError ? error.retryAt : undefined;
    const due = instantAt(nextTry(item.key, now, item.tries, retryAt));
    return feeds.delayItem(item.key, { at: instantAt(now), due, error: failure, isNoTry });
  }
  if (item.state === 'stored') return feeds.keepItem(item.key, settled(item, deps, { error: failure }, !isPassing));
  return takeOwn(item, source, deps, failure, rejected);
}

async function takeArticle(
  item: FeedItemState,
  source: Source,
  deps: WatchDeps,
  { report, raw, validators }: Extract<FetchedArticle, { type: 'read' }>,
): Promise<void> {
  const { feeds } = deps.store;
  const content = contentOf(report);
  const how = settled(item, deps, validators);
  if (item.content === content) return feeds.keepItem(item.key, how);
  const same = await feeds.sameText(item.feed, content);
  if (same !== undefined && same.key !== item.key) {
    // One page behind many links is a wall, not a report; the source's own words are worth more.
    if (item.own !== undefined && same.title !== item.title) return takeOwn(item, source, deps, WALL(item));
    return feeds.joinItem(item.key, same.report, how);
  }
  return store(item, deps, { report, raw, content, how });
}

const WALL = ({ url = '' }: FeedItemState): Failure => ({
  key: 'same-page',
  message: `${url} shows the same text as other pages of its source. Look at it in a browser.`,
});

/** The source's own words as the report; nothing is left of an item only when it has none. */
async function takeOwn(
  item: FeedItemState,
  source: Source,
  deps: WatchDeps,
  failure: Failure | undefined,
  rejected?: Refused,
): Promise<void> {
  const { feeds } = deps.store;
  const error = failure === undefined ? {} : { error: failure };
  if (item.own === undefined) {
    const end = settled(item, deps, error, true);
    return item.state === 'stored' ? feeds.keepItem(item.key, end) : feeds.failItem(item.key, end, rejected);
  }
  // A page that may come back is looked for again at the ages of a stored article; it would be the next version.
  const how = settled(item, deps, error, failure === undefined || !isPassingKey(failure.key));
  const raw = new TextEncoder().encode(item.own);
  const limit = deps.maxText === undefined ? {} : { maxText: deps.maxText };
  const { reports, rejected: refused } = readReports({
    name: item.url ?? item.key,
    bytes: raw,
    input: 'jsonl',
    ...limit,
  });
  const [found] = reports;
  if (found === undefined) {
    const [{ key, message } = { key: 'empty-input', message: '' }] = refused;
    return feeds.failItem(item.key, { ...how, error: { key, message } }, rejectedOf(item, raw, key, message));
  }
  const report = withoutFuture(
    {
      ...found,
      ...(source.outlet !== undefined && { outlet: source.outlet }),
      diagnostics: [...found.diagnostics, ...(failure === undefined ? [] : [notFetched(failure)])],
    },
    Date.parse(item.firstSeen),
  );
  const content = contentOf(report);
  if (item.content === content) return feeds.keepItem(item.key, how);
  const same = await feeds.sameText(item.feed, content);
  if (same !== undefined && same.key !== item.key && same.title === item.title)
    return feeds.joinItem(item.key, same.report, how);
  return store(item, deps, { report, raw, content, how });
}

const notFetched = ({ message }: Failure): Diagnostic => ({
  rule: 'page-not-fetched',
  severity: 'info',
  message: `Only the feed's own words: ${message}`,
  help: 'Open the page in a browser and save it, if the whole report is wanted.',
});

interface Text {
  readonly report: Report;
  readonly raw: Uint8Array;
  readonly content: string;
  readonly how: Settled;
}

async function store(item: FeedItemState, deps: WatchDeps, { report, raw, content, how }: Text): Promise<void> {
  const { feeds } = deps.store;
  const url = item.url ?? item.key;
  let coded;
  try {
    coded = (deps.code ?? codeReport)(report, deps.lexicons);
  } catch (cause) {
    // One report that the coder stumbles over must not end a watch of hundreds of sources.
    const { key, message } = new TrucewatchError('coder-failed', url, cause);
    return feeds.failItem(item.key, { at: how.at, error: { key, message } }, rejectedOf(item, raw, key, message));
  }
  const stored = newReport(coded, raw, url, { captured: how.at, lexicons: deps.lexicons });
  // What the outlet changed is no second voice: the ledger takes the later version for a correction of the earlier.
  const replaces = item.report === undefined ? [] : (await feeds.versions(item.report)).map((one) => one.report);
  const card = replaces.length === 0 ? stored.card : { ...stored.card, replaces: [...new Set(replaces)] };
  const id = await feeds.takeItem(item.key, { ...how, run: deps.run, report: { ...stored, card }, content });
  deps.onEvent?.({ type: 'report', id, url, headline: stored.card.headline });
}

const rejectedOf = (item: FeedItemState, raw: Uint8Array, key: string, message: string): Refused => ({
  hash: sha256(raw),
  origin: item.url ?? item.key,
  key,
  message,
  raw,
});

/** White space tells no two versions apart. */
const contentOf = ({ text }: Report): string => sha256(text.replaceAll(/\s+/g, ' ').trim());
