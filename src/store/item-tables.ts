/** Items of watched sources in the store: what is due, what became of it, and the versions of a report. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { zstdCompressSync } from 'node:zlib';
import type { FeedItemState, ItemState, ReportVersion, Source } from '../model/feed.ts';
import type { DueItem, Settled, TakenItem } from './feed-store.ts';
import type { ItemTable } from './feed-schema.ts';
import { failureOf, IS_WATCHED, present } from './feed-tables.ts';
import { markStale } from './ledger-tables.ts';
import { addReport } from './report-tables.ts';
import type { Tables } from './schema.ts';
import type { Refused } from './new-report.ts';

/** Items of active sources that are due, each with its source. */
export async function dueItems(
  db: Kysely<Tables>,
  now: string,
  { limit, notHosts }: { limit: number; notHosts: readonly string[] },
): Promise<DueItem[]> {
  let query = db
    .selectFrom('feed_items')
    .leftJoin('feeds', 'feeds.id', 'feed_items.feed')
    .selectAll('feed_items')
    .select('feeds.source')
    .where('feed_items.due', 'is not', null)
    .where('feed_items.due', '<=', now)
    .where(IS_WATCHED, '=', 1);
  if (notHosts.length > 0) query = query.where('host', 'not in', notHosts);
  const rows = await query.orderBy('feed_items.due').orderBy('feed_items.key').limit(limit).execute();
  return rows.map((row) => ({ ...itemOf(row), source: JSON.parse(row.source!) as Source }));
}

export async function failedItems(db: Kysely<Tables>, limit: number): Promise<FeedItemState[]> {
  const query = db.selectFrom('feed_items').selectAll().where('state', '=', 'failed');
  return (await query.orderBy('first_seen', 'desc').orderBy('key').limit(limit).execute()).map(itemOf);
}

const itemOf = (row: ItemTable): FeedItemState => ({
  key: row.key,
  feed: row.feed,
  host: row.host,
  state: row.state as ItemState,
  firstSeen: row.first_seen,
  tries: row.tries,
  checks: row.checks,
  ...present('url', row.url),
  ...present('title', row.title),
  ...present('own', row.own),
  ...present('report', row.report),
  ...present('content', row.content),
  ...present('etag', row.etag),
  ...present('modified', row.modified),
  ...failureOf(row),
});

/** Columns that every settling of an item sets. */
const settled = ({ at, due, error, etag, modified }: Settled) => ({
  checked: at,
  due: due ?? null,
  error_key: error?.key ?? null,
  error_message: error?.message ?? null,
  ...(etag !== undefined && { etag }),
  ...(modified !== undefined && { modified }),
});

export async function takeItem(db: Kysely<Tables>, key: string, taken: TakenItem): Promise<string> {
  const { run, report, content } = taken;
  return db.transaction().execute(async (tx) => {
    // A write first, so that no other process is between us and the end.
    await tx.updateTable('feed_items').set(settled(taken)).where('key', '=', key).execute();
    const known = await tx.selectFrom('reports').select('id').where('hash', '=', report.hash).executeTakeFirst();
    const id = known?.id ?? (await addReport(tx, run, report));
    await tx
      .updateTable('runs')
      .set((eb) => (known === undefined ? { added: eb('added', '+', 1) } : { known: eb('known', '+', 1) }))
      .where('id', '=', run)
      .execute();
    await addVersion(tx, key, id, taken.at);
    await tx
      .updateTable('feed_items')
      .set({
        state: 'stored',
        report: id,
        content,
        own: null,
        tries: 0,
        // A page that changes at every look is looked at no more often than others.
        checks: sql<number>`case when state = 'stored' then checks + 1 else 0 end`,
        etag: taken.etag ?? null,
        modified: taken.modified ?? null,
      })
      .where('key', '=', key)
      .execute();
    if (known === undefined) await markStale(tx);
    return id;
  });
}

export async function joinItem(db: Kysely<Tables>, key: string, report: string, how: Settled): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('feed_items')
      .set({ ...settled(how), state: 'stored', report, own: null, tries: 0 })
      .where('key', '=', key)
      .execute();
    await addVersion(tx, key, report, how.at);
  });
}

async function addVersion(tx: Transaction<Tables>, item: string, report: string, at: string): Promise<void> {
  const last = await tx
    .selectFrom('report_versions')
    .select(['version', 'report'])
    .where('item', '=', item)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.report === report) return;
  const version = (last?.version ?? 0) + 1;
  await tx.insertInto('report_versions').values({ item, version, report, at }).execute();
}

export async function keepItem(db: Kysely<Tables>, key: string, how: Settled): Promise<void> {
  await db
    .updateTable('feed_items')
    .set((eb) => ({ ...settled(how), own: null, tries: 0, checks: eb('checks', '+', 1) }))
    .where('key', '=', key)
    .execute();
}

export async function delayItem(db: Kysely<Tables>, key: string, how: Settled): Promise<void> {
  await db
    .updateTable('feed_items')
    .set((eb) => ({ ...settled(how), tries: eb('tries', '+', how.isNoTry === true ? 0 : 1) }))
    .where('key', '=', key)
    .execute();
}

export async function failItem(db: Kysely<Tables>, key: string, how: Settled, rejected?: Refused): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('feed_items')
      .set({ ...settled(how), state: sql<string>`case when report is null then 'failed' else state end`, tries: 0 })
      .where('key', '=', key)
      .execute();
    if (rejected === undefined) return;
    await tx
      .insertInto('quarantine')
      .values({ ...rejected, raw: zstdCompressSync(rejected.raw), at: how.at })
      .onConflict((oc) => oc.column('hash').doNothing())
      .execute();
  });
}

export async function retryFailed(db: Kysely<Tables>, at: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('feed_items')
    .set({ state: 'waiting', due: at, tries: 0 })
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function sameText(db: Kysely<Tables>, feed: string, content: string) {
  const row = await db
    .selectFrom('feed_items')
    .select(['key', 'title', 'report'])
    .where('feed', '=', feed)
    .where('content', '=', content)
    .where('report', 'is not', null)
    .orderBy('key')
    .limit(1)
    .executeTakeFirst();
  return row?.report === null || row === undefined
    ? undefined
    : { key: row.key, report: row.report, ...present('title', row.title) };
}

export async function versionsOf(db: Kysely<Tables>, report: string): Promise<ReportVersion[]> {
  const item = await db
    .selectFrom('report_versions')
    .select('item')
    .where('report', '=', report)
    .orderBy('item')
    .limit(1)
    .executeTakeFirst();
  if (item === undefined) return [];
  return db
    .selectFrom('report_versions')
    .select(['version', 'report', 'at'])
    .where('item', '=', item.item)
    .orderBy('version')
    .execute();
}
