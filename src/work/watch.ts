/**
 * Watches sources: polls what is due, takes the items that wait, and sleeps until something is due again. Everything
 * that matters lies in the store, so a process that dies is replaced by one that is started.
 */
import { instantAt } from '../fetch/clock.ts';
import type { Source } from '../model/feed.ts';
import type { DueItem, FeedToPoll } from '../store/feed-store.ts';
import { pollFeed } from './poll-feed.ts';
import { takeItem } from './take-item.ts';
import type { WatchDeps } from './watch-deps.ts';

export interface WatchOptions extends WatchDeps {
  readonly sources: readonly (Source & { readonly id: string })[];
  /** Hosts that are spoken to at the same time. */
  readonly parallel?: number;
  /** One round: every source once, every waiting item that is due, and the end. */
  readonly isOnce?: boolean;
}

/** Items of one host that are taken in a row before others have their turn. */
const ITEMS_A_JOB = 8;
/** Due sources that are looked at together: more than one host is likely to have. */
const MOST_DUE = 200;
/** The store is asked at least this often: another process may have put something there. */
const LONGEST_SLEEP = 60_000;

/** What is under way, by host. */
type Jobs = Map<string, Promise<void>>;

/** Runs until `signal` is aborted, or for one round. Throws what the store throws. */
export async function watch(options: WatchOptions): Promise<void> {
  const { store, clock, sources, isOnce = false } = options;
  const at = instantAt(clock.now());
  await store.feeds.sync(sources, at);
  if (isOnce) await store.feeds.hurry(at);
  const jobs: Jobs = new Map();
  const errors: unknown[] = [];
  try {
    while (options.signal?.aborted !== true && errors.length === 0) {
      const isIdle = !(await startDue(jobs, options, (error) => errors.push(error))) && jobs.size === 0;
      if (isIdle && isOnce) break;
      await nextEvent(jobs, options);
    }
  } finally {
    await Promise.all(jobs.values());
  }
  if (errors.length > 0) throw errors[0];
}

/** Starts what is due as far as there is room; tells whether anything was started. */
async function startDue(jobs: Jobs, options: WatchOptions, onError: (error: unknown) => void): Promise<boolean> {
  const { store, clock, parallel = 8 } = options;
  const now = instantAt(clock.now());
  let isStarted = false;
  const start = (host: string, work: () => Promise<void>): void => {
    if (jobs.has(host) || jobs.size >= parallel) return;
    isStarted = true;
    jobs.set(
      host,
      work()
        .catch(onError)
        .finally(() => jobs.delete(host)),
    );
  };
  if (jobs.size < parallel) {
    for (const feed of await store.feeds.dueFeeds(now, MOST_DUE)) start(hostOf(feed), () => pollFeed(feed, options));
  }
  if (jobs.size < parallel) {
    const notHosts = [...jobs.keys()];
    const items = await store.feeds.dueItems(now, { limit: parallel * ITEMS_A_JOB, notHosts });
    for (const [host, group] of Map.groupBy(items, (item) => item.host))
      start(host, () => takeItems(group.slice(0, ITEMS_A_JOB), options));
  }
  return isStarted;
}

const hostOf = ({ source }: FeedToPoll): string => new URL(source.url).host;

async function takeItems(items: readonly DueItem[], options: WatchOptions): Promise<void> {
  for (const item of items) {
    if (options.signal?.aborted === true) return;
    await takeItem(item, item.source, options);
  }
}

/** Why a sleep was ended; a reason of our own spares the making of an error each time. */
const ENOUGH = 'enough';

/** Waits until a job ends or something is due. */
async function nextEvent(jobs: Jobs, options: WatchOptions): Promise<void> {
  const { store, clock, signal } = options;
  const due = await store.feeds.nextDue();
  const wait = due === undefined ? LONGEST_SLEEP : Date.parse(due) - clock.now();
  const isBusy = jobs.size > 0;
  // What is due now but has no room waits for a job to end.
  const ms = wait <= 0 && isBusy ? LONGEST_SLEEP : Math.min(Math.max(wait, 0), LONGEST_SLEEP);
  const awake = new AbortController();
  const stop = signal === undefined ? awake.signal : AbortSignal.any([signal, awake.signal]);
  try {
    await Promise.race([...jobs.values(), clock.sleep(ms, stop)]);
  } finally {
    awake.abort(ENOUGH);
  }
}
