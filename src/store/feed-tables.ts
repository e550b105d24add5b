/** Watched sources in the store: what is due, how each poll went, how they fare. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { FeedFetch, FeedHealth, Source } from '../model/feed.ts';
import { batches } from './batches.ts';
import type { FeedToPoll, FoundItem, Poll } from './feed-store.ts';
import type { Tables } from './schema.ts';

/** Fetches that are remembered of each source. */
const KEPT_FETCHES = 100;

/** `{ name: value }` where there is a value: columns that are null are absent in what the store hands out. */
export const present = <K extends string, V>(name: K, value: V | null): { readonly [P in K]?: V } =>
  (value === null ? {} : { [name]: value }) as { readonly [P in K]?: V };

export const failureOf = (row: { error_key: string | null; error_message: string | null }) =>
  row.error_key === null ? {} : { error: { key: row.error_key, message: row.error_message ?? '' } };

/**
 * Whether an item's source is active, behind a left join: written so that SQLite goes by what is due and not by source,
 * which would read every item of every source for each look.
 */
export const IS_WATCHED = sql<number>`coalesce(feeds.active, 0)`;

export async function syncFeeds(
  db: Kysely<Tables>,
  sources: readonly (Source & { readonly id: string })[],
  at: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('feeds').set({ active: 0 }).where('active', '=', 1).execute();
    for (const { id, ...source } of sources) {
      const row = { url: source.url, source: JSON.stringify(source), active: 1 };
      await tx
        .insertInto('feeds')
        .values({ id, ...row, first_seen: at, due: at, failures: 0, unmodified: 0 })
        .onConflict((oc) => oc.column('id').doUpdateSet(row))
        .execute();
    }
  });
}

export async function dueFeeds(db: Kysely<Tables>, now: string, limit: number): Promise<FeedToPoll[]> {
  const rows = await db
    .selectFrom('feeds')
    .selectAll()
    .where('active', '=', 1)
    .where('due', '<=', now)
    .orderBy('due')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    source: JSON.parse(row.source) as Source,
    failures: row.failures,
    unmodified: row.unmodified,
    ...present('etag', row.etag),
    ...present('modified', row.modified),
    ...present('bodyHash', row.body_hash),
  }));
}

export async function hurryFeeds(db: Kysely<Tables>, at: string): Promise<void> {
  await db
    .updateTable('feeds')
    .set({ due: at })
    .where('active', '=', 1)
    .where('due', '>', at)
    .where((eb) => eb.or([eb('error_key', 'is', null), eb('error_key', '!=', 'fetch-throttled')]))
    .execute();
}

export async function recordPoll(db: Kysely<Tables>, feed: string, poll: Poll): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // A write first: two processes that both began by reading could not both go on to write in SQLite.
    await tx.updateTable('feeds').set({ last_attempt: poll.at, due: poll.due }).where('id', '=', feed).execute();
    const added = await addItems(tx, feed, poll);
    await tx
      .updateTable('feeds')
      .set(poll.error === undefined ? success(poll, added) : failure(poll))
      .where('id', '=', feed)
      .execute();
    await logFetch(tx, feed, poll, added);
    return added;
  });
}

const success = (poll: Poll, added: number) => ({
  last_success: poll.at,
  ...(added > 0 && { last_new: poll.at }),
  failures: 0,
  error_key: null,
  error_message: null,
  etag: poll.etag ?? null,
  modified: poll.modified ?? null,
  body_hash: poll.bodyHash ?? null,
  unmodified: poll.unmodified,
  moved_to: poll.movedTo ?? null,
});

const failure = ({ error, unmodified }: Poll) => ({
  failures: sql<number>`failures + 1`,
  error_key: error?.key ?? null,
  error_message: error?.message ?? null,
  unmodified,
  // The next request is to be answered in full.
  etag: null,
  modified: null,
  body_hash: null,
});

async function logFetch(tx: Transaction<Tables>, feed: string, poll: Poll, added: number): Promise<void> {
  const { at, bytes, ms, items } = poll;
  const outcome = poll.error?.key ?? (poll.unmodified > 0 ? 'unmodified' : added > 0 ? 'new' : 'same');
  await tx
    .insertInto('fetches')
    .values({ feed, at, outcome, bytes, ms: Math.round(ms), items: items.length, added })
    .execute();
  await sql`delete from fetches where feed = ${feed} and seq <
    (select seq from fetches where feed = ${feed} order by seq desc limit 1 offset ${sql.lit(KEPT_FETCHES)})`.execute(
    tx,
  );
}

/** New items wait; known ones of which the source says something else are to be looked at again. */
async function addItems(tx: Transaction<Tables>, feed: string, poll: Poll): Promise<number> {
  let added = 0;
  for (const part of batches(poll.items)) {
    const keys = part.map(({ key }) => key);
    const rows = await tx
      .selectFrom('feed_items')
      .select(['key', 'feed', 'mark', 'state', 'checked'])
      .where('key', 'in', keys)
      .execute();
    const known = new Map(rows.map((row) => [row.key, row]));
    for (const item of part) {
      const row = known.get(item.key);
      if (row === undefined) added += await addItem(tx, feed, item, poll.at);
      // The source that told of an item first is the one that is believed about its changes.
      else if (row.feed === feed && row.mark !== item.mark) await remark(tx, item, row, poll);
    }
  }
  return added;
}

async function addItem(tx: Transaction<Tables>, feed: string, item: FoundItem, at: string): Promise<number> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('feed_items')
    .values({ ...item, feed, state: 'waiting', first_seen: at, due: at, tries: 0, checks: 0 })
    .onConflict((oc) => oc.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
}

async function remark(
  tx: Transaction<Tables>,
  { key, own, title, mark }: FoundItem,
  row: { state: string; checked: string | null },
  { at, recheckAfterMs }: Poll,
): Promise<void> {
  const earliest = row.checked === null ? at : new Date(Date.parse(row.checked) + recheckAfterMs).toISOString();
  const news = { own: own ?? null, title: title ?? null, mark };
  await tx
    .updateTable('feed_items')
    .set(row.state === 'waiting' ? news : { ...news, due: earliest > at ? earliest : at })
    .where('key', '=', key)
    .execute();
}

export async function healthOf(db: Kysely<Tables>): Promise<FeedHealth[]> {
  const counts = await db
    .selectFrom('feed_items')
    .select(['feed', 'state', (eb) => eb.fn.countAll().as('n')])
    .groupBy(['feed', 'state'])
    .execute();
  const count = new Map(counts.map(({ feed, state, n }) => [`${feed} ${state}`, Number(n)]));
  const rows = await db.selectFrom('feeds').selectAll().orderBy('active', 'desc').orderBy('url').execute();
  return rows.map((row) => ({
    id: row.id,
    source: JSON.parse(row.source) as Source,
    isActive: row.active === 1,
    failures: row.failures,
    due: row.due,
    ...present('lastAttempt', row.last_attempt),
    ...present('lastSuccess', row.last_success),
    ...present('lastNew', row.last_new),
    ...present('movedTo', row.moved_to),
    ...failureOf(row),
    waiting: count.get(`${row.id} waiting`) ?? 0,
    stored: count.get(`${row.id} stored`) ?? 0,
    failed: count.get(`${row.id} failed`) ?? 0,
  }));
}

/** The last fetches of a source, the latest first. */
export async function fetchesOf(db: Kysely<Tables>, feed: string, limit: number): Promise<FeedFetch[]> {
  return db
    .selectFrom('fetches')
    .select(['at', 'outcome', 'bytes', 'ms', 'items', 'added'])
    .where('feed', '=', feed)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

export async function nextDue(db: Kysely<Tables>): Promise<string | undefined> {
  const feed = await db
    .selectFrom('feeds')
    .select((eb) => eb.fn.min('due').as('due'))
    .where('active', '=', 1)
    .executeTakeFirst();
  const item = await db
    .selectFrom('feed_items')
    .leftJoin('feeds', 'feeds.id', 'feed_items.feed')
    .select('feed_items.due')
    .where('feed_items.due', 'is not', null)
    .where(IS_WATCHED, '=', 1)
    .orderBy('feed_items.due')
    .limit(1)
    .executeTakeFirst();
  const moments = [feed?.due, item?.due].filter((due) => typeof due === 'string');
  return moments.sort()[0];
}
