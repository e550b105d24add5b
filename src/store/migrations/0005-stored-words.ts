/**
 * PostgreSQL keeps the words of texts and titles beside them: taking a text apart again for each row that a search looks
 * at costs more than the search. Of a text only its first half a million characters are searched, for more does not fit.
 */
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') return;
  for (const [table, column] of [
    ['reports', 'text'],
    ['entries', 'title'],
  ]) {
    const statements = [
      `drop index if exists ${table}_words`,
      `alter table ${table} add column words tsvector generated always as (to_tsvector('simple', left(${column}, 500000))) stored`,
      `create index ${table}_words on ${table} using gin (words)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  }
}
