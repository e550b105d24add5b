/** The projections of the ledger in the store: rebuilt whole, checked by hash. */
import type { Kysely, Transaction } from 'kysely';
import type { Entry, Ledger } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import { batches } from './batches.ts';
import type { Tables } from './schema.ts';

type Head = Omit<Ledger, 'entries'>;
type Db = Kysely<Tables> | Transaction<Tables>;

/** Says that reports or decisions have changed since the ledger was folded. */
export async function markStale(db: Db): Promise<void> {
  await db.deleteFrom('ledger_parts').execute();
}

export async function saveLedger(db: Kysely<Tables>, ledger: Ledger): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('entries').execute();
    await tx.deleteFrom('ledger_parts').execute();
    for (const part of batches(ledger.entries)) {
      const rows = part.map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        title: entry.title,
        earliest: entry.earliest ?? null,
        last_reported: entry.lastReported ?? null,
        review: entry.review,
        body: JSON.stringify(entry),
      }));
      await tx.insertInto('entries').values(rows).execute();
    }
    const { entries: _, ...head } = ledger;
    await tx
      .insertInto('ledger_parts')
      .values({ name: 'head', body: JSON.stringify(head) })
      .execute();
  });
}

export async function ledgerHeadOf(db: Kysely<Tables>): Promise<Head | undefined> {
  const row = await db.selectFrom('ledger_parts').select('body').where('name', '=', 'head').executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.body) as Head);
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
    let query = db.selectFrom('entries').select('body').orderBy('id');
    if (ids !== undefined) query = query.where('id', 'in', ids);
    if (options.kind !== undefined) query = query.where('kind', '=', options.kind);
    if (options.after !== undefined) query = query.where('id', '>', options.after);
    if (options.limit !== undefined) query = query.limit(options.limit);
    for (const row of await query.execute()) found.push(JSON.parse(row.body) as Entry);
  }
  return found;
}
