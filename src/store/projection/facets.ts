/** What the entries of a kind can be filtered by, with how many entries each; and incidents a day by who accuses whom. */
import { type Kysely, sql } from 'kysely';
import type { RecordKind } from '../../model/record.ts';
import { numberOf } from '../numbers.ts';
import type { Tables } from '../schema.ts';
import type { TermFilter } from './entry-terms.ts';

/** Values of one filter, most frequent first. */
export async function facetOf(
  db: Kysely<Tables>,
  filter: TermFilter,
  kind: RecordKind | undefined,
  limit: number,
): Promise<{ value: string; entries: number }[]> {
  const ofKind = kind === undefined ? sql`` : sql`and kind = ${kind}`;
  const { rows } = await sql<{ term: string; n: number }>`
    select term, count(*) as n from entry_terms
    where term >= ${`${filter}:`} and term < ${`${filter};`} ${ofKind}
    group by term order by n desc, term limit ${limit}`.execute(db);
  return rows.map(({ term, n }) => ({ value: term.slice(filter.length + 1), entries: numberOf(n) }));
}
