/** The part of the store's port that `watch` works with, and that desk and command line read feed health from. */
import type { Failure, FeedFetch, FeedHealth, FeedItemState, ReportVersion, Source } from '../model/feed.ts';
import type { NewReport, Refused } from './new-report.ts';

/** A source with what is needed to poll it. */
export interface FeedToPoll {
  readonly id: string;
  readonly source: Source;
  readonly failures: number;
  readonly etag?: string;
  readonly modified?: string;
  readonly bodyHash?: string;
  readonly unmodified: number;
}

/** An item as a poll found it. */
export interface FoundItem {
  readonly key: string;
  readonly host: string;
  readonly url?: string;
  readonly title?: string;
  readonly own?: string;
  readonly mark: string;
}

/** An item with the source that told of it. */
export interface DueItem extends FeedItemState {
  readonly source: Source;
}

/** How a poll went. Items and validators go in together: what was told of is never forgotten by a dying process. */
export interface Poll {
  readonly at: string;
  readonly due: string;
  readonly ms: number;
  readonly bytes: number;
  readonly error?: Failure;
  readonly etag?: string;
  readonly modified?: string;
  readonly bodyHash?: string;
  readonly unmodified: number;
  readonly movedTo?: string;
  readonly items: readonly FoundItem[];
  /** A stored item whose source says something new of it is looked at again, this long after the last look. */
  readonly recheckAfterMs: number;
}

/** What became of an item. */
export interface Settled {
  readonly at: string;
  /** When it is to be looked at again; never, without. */
  readonly due?: string;
  readonly error?: Failure;
  readonly etag?: string;
  readonly modified?: string;
  /** The site was not asked, or asked for patience: that is no try. */
  readonly isNoTry?: boolean;
}

/** The new text of an item. */
export interface TakenItem extends Settled {
  readonly run: string;
  readonly report: NewReport;
  readonly content: string;
}

export interface FeedStore {
  /** Makes `sources` the watched ones; those that are not named any more stay, inactive. */
  sync(sources: readonly (Source & { readonly id: string })[], at: string): Promise<void>;
  dueFeeds(now: string, limit: number): Promise<readonly FeedToPoll[]>;
  /** Makes every active source due that is not backing off by request: for a single round. */
  hurry(at: string): Promise<void>;
  /** Returns how many items were new. */
  recordPoll(feed: string, poll: Poll): Promise<number>;

  dueItems(now: string, options: { limit: number; notHosts: readonly string[] }): Promise<readonly DueItem[]>;
  /** Stores the item's report, or finds that it is stored already, and links it to the version before; returns its id. */
  takeItem(key: string, taken: TakenItem): Promise<string>;
  /** The item has the text of a report that is stored already. */
  joinItem(key: string, report: string, settled: Settled): Promise<void>;
  /** A stored item was looked at and is as it was. */
  keepItem(key: string, settled: Settled): Promise<void>;
  /** The item could not be had this time; it waits on, or stays as it is. */
  delayItem(key: string, settled: Settled): Promise<void>;
  /** The item cannot be had at all; its bytes, where there are some, go to quarantine. */
  failItem(key: string, settled: Settled, rejected?: Refused): Promise<void>;
  /** Makes every item that could not be had due again; returns how many. */
  retryFailed(at: string): Promise<number>;
  /** An item of the same source with the same text. */
  sameText(feed: string, content: string): Promise<{ key: string; title?: string; report: string } | undefined>;

  /** The earliest moment at which something is due. */
  nextDue(): Promise<string | undefined>;
  health(): Promise<readonly FeedHealth[]>;
  /** The last fetches of a source, the latest first. */
  fetches(feed: string, limit: number): Promise<readonly FeedFetch[]>;
  /** All versions of the report that `report` is a version of, oldest first; empty for one that no source brought. */
  versions(report: string): Promise<readonly ReportVersion[]>;
  /** Items that could not be had, newest first. */
  failedItems(limit: number): Promise<readonly FeedItemState[]>;
}
