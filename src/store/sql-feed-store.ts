/** The watched sources' part of the store, over Kysely. */
import type { Kysely } from 'kysely';
import type { FeedStore } from './feed-store.ts';
import { dueFeeds, fetchesOf, healthOf, hurryFeeds, nextDue, recordPoll, syncFeeds } from './feed-tables.ts';
import {
  delayItem,
  dueItems,
  failedItems,
  failItem,
  joinItem,
  keepItem,
  retryFailed,
  sameText,
  takeItem,
  versionsOf,
} from './item-tables.ts';
import type { Tables } from './schema.ts';
import { translated } from './translate.ts';

export function createFeedStore(db: Kysely<Tables>, name: string): FeedStore {
  const safely = <T>(work: () => Promise<T>): Promise<T> => translated(name, work);
  return {
    sync: (sources, at) => safely(() => syncFeeds(db, sources, at)),
    dueFeeds: (now, limit) => safely(() => dueFeeds(db, now, limit)),
    hurry: (at) => safely(() => hurryFeeds(db, at)),
    recordPoll: (feed, poll) => safely(() => recordPoll(db, feed, poll)),
    dueItems: (now, options) => safely(() => dueItems(db, now, options)),
    takeItem: (key, taken) => safely(() => takeItem(db, key, taken)),
    joinItem: (key, report, settled) => safely(() => joinItem(db, key, report, settled)),
    keepItem: (key, settled) => safely(() => keepItem(db, key, settled)),
    delayItem: (key, settled) => safely(() => delayItem(db, key, settled)),
    failItem: (key, settled, rejected) => safely(() => failItem(db, key, settled, rejected)),
    retryFailed: (at) => safely(() => retryFailed(db, at)),
    sameText: (feed, content) => safely(() => sameText(db, feed, content)),
    nextDue: () => safely(() => nextDue(db)),
    health: () => safely(() => healthOf(db)),
    fetches: (feed, limit) => safely(() => fetchesOf(db, feed, limit)),
    versions: (report) => safely(() => versionsOf(db, report)),
    failedItems: (limit) => safely(() => failedItems(db, limit)),
  };
}
