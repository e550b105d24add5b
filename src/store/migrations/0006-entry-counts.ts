/** How many entries each value of a filter has, kept in step with the entries: counting a million of them takes too long. */
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

const COUNTED = ['accuser', 'accused', 'speaker', 'act', 'place', 'step', 'type'];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const key = sql.raw(dialect === 'postgres' ? 'text collate "C"' : 'text');
  const table = db.schema
    .createTable('entry_counts')
    .addColumn('filter', key, (c) => c.notNull())
    .addColumn('kind', key, (c) => c.notNull())
    .addColumn('value', key, (c) => c.notNull())
    .addColumn('entries', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_counts_key', ['filter', 'kind', 'value']);
  await (dialect === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute();
  for (const filter of COUNTED) await countStored(db, filter);
  await sql`insert into entry_counts (filter, kind, value, entries)
    select filter, '', value, sum(entries) from entry_counts group by filter, value`.execute(db);
  await sql`create index entry_counts_most on entry_counts (filter, kind, entries desc, value)`.execute(db);
}

/** The terms of a filter are one stretch of their table's key. */
const countStored = (db: Kysely<unknown>, filter: string) =>
  sql`insert into entry_counts (filter, kind, value, entries)
    select ${sql.lit(filter)}, kind, substr(term, ${sql.lit(filter.length + 2)}), count(*) from entry_terms
    where term >= ${`${filter}:`} and term < ${`${filter};`} group by term, kind`.execute(db);
