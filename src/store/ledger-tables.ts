/** The ledger in the store as one value: put together from its projections. Lists and pages read the projections themselves. */
import type { Kysely, Transaction } from 'kysely';
import type { AgendaItem, Entry, Ledger, LedgerHead, Story, Truce } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import { batches } from './batches.ts';
import { headOf } from './projection/projection.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** Says that reports or decisions have changed since the ledger was folded. */
export async function markStale(db: Db): Promise<void> {
  await db
    .insertInto('ledger_parts')
    .values({ name: 'stale', body: '' })
    .onConflict((oc) => oc.column('name').doNothing())
    .execute();
}

export async function ledgerHeadOf(db: Kysely<Tables>): Promise<LedgerHead | undefined> {
  const kept = await headOf(db);
  if (kept === undefined) return undefined;
  const { names: _names, counts: _counts, totals: _totals, ...head } = kept;
  const bodies = async <T>(table: 'truces' | 'agenda'): Promise<T[]> =>
    (await db.selectFrom(table).select('body').orderBy('at').orderBy('id').execute()).map(
      (row) => JSON.parse(row.body) as T,
    );
  return {
    ...head,
    truces: await bodies<Truce>('truces'),
    agenda: await bodies<AgendaItem>('agenda'),
    stories: (await db.selectFrom('stories').select('body').orderBy('id').execute()).map(
      (row) => JSON.parse(row.body) as Story,
    ),
    coverage: (await db.selectFrom('coverage').selectAll().orderBy('day').orderBy('side').execute()).map((row) => ({
      ...row,
    })),
  };
}

export async function ledgerOf(db: Kysely<Tables>): Promise<Ledger | undefined> {
  const head = await ledgerHeadOf(db);
  return head === undefined ? undefined : { ...head, entries: await entriesOf(db, {}) };
}

export async function entriesOf(
  db: Kysely<Tables>,
  options: { ids?: readonly string[]; kind?: RecordKind; after?: string; limit?: number },
): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const ids of options.ids === undefined ? [undefined] : batches(options.ids)) {
    let query = db.selectFrom('entry_bodies').select('body').orderBy('id');
    if (ids !== undefined) query = query.where('id', 'in', ids);
    if (options.kind !== undefined)
      query = query.where('id', '>=', `${options.kind}-`).where('id', '<', `${options.kind}.`);
    if (options.after !== undefined) query = query.where('id', '>', options.after);
    if (options.limit !== undefined) query = query.limit(options.limit);
    for (const row of await query.execute()) found.push(JSON.parse(row.body) as Entry);
  }
  return found;
}
