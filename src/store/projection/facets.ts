/** What the entries of a kind can be filtered by, with how many entries each: kept beside the entries, never counted anew. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { RecordKind } from '../../model/record.ts';
import { batches } from '../batches.ts';
import { numberOf } from '../numbers.ts';
import type { Tables } from '../schema.ts';
import type { TermFilter } from './entry-terms.ts';

/** Filters whose values are offered for choice, and therefore counted. */
const COUNTED = ['accuser', 'accused', 'speaker', 'act', 'place', 'step', 'type'] as const satisfies TermFilter[];
export type CountedFilter = (typeof COUNTED)[number];

const isCounted = (filter: string): boolean => (COUNTED as readonly string[]).includes(filter);

/** Stands for all kinds together. */
const ANY = '';

/** Values of one filter, most frequent first. */
export async function facetOf(
  db: Kysely<Tables>,
  filter: CountedFilter,
  kind: RecordKind | undefined,
  limit: number,
): Promise<{ value: string; entries: number }[]> {
  const rows = await db
    .selectFrom('entry_counts')
    .select(['value', 'entries'])
    .where('filter', '=', filter)
    .where('kind', '=', kind ?? ANY)
    .orderBy('entries', 'desc')
    .orderBy('value')
    .limit(limit)
    .execute();
  return rows.map(({ value, entries }) => ({ value, entries: numberOf(entries) }));
}

/** An entry for each of these values of a filter, the earliest; values without one are left out. */
export async function samplesOf(
  db: Kysely<Tables>,
  filter: CountedFilter,
  values: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const part of batches(values)) {
    const { rows } = await sql<{ value: string; entry: string | null }>`
      select value, (select entry from entry_terms t where t.term = ${`${filter}:`} || c.value order by t.at, t.entry limit 1) as entry
      from entry_counts c where filter = ${filter} and kind = ${ANY} and value in (${sql.join(part)})`.execute(db);
    for (const { value, entry } of rows) if (entry !== null) found.set(value, entry);
  }
  return found;
}

export interface EntryCounts {
  /** Takes the terms of one entry in, with 1, or out, with -1. */
  add(kind: string, terms: readonly string[], by: 1 | -1): void;
  /** Writes what is not nought in the end. */
  write(tx: Transaction<Tables>): Promise<void>;
}

/** Gathers by how much the counts change in a save: most entries that change keep nearly all of their terms. */
export function createCounts(): EntryCounts {
  const changes = new Map<string, number>();
  return {
    add(kind, terms, by) {
      for (const term of terms) {
        const colon = term.indexOf(':');
        const filter = term.slice(0, colon);
        if (!isCounted(filter)) continue;
        const value = term.slice(colon + 1);
        for (const key of [JSON.stringify([filter, kind, value]), JSON.stringify([filter, ANY, value])])
          changes.set(key, (changes.get(key) ?? 0) + by);
      }
    },
    async write(tx) {
      const rows = [...changes].flatMap(([key, entries]) => {
        if (entries === 0) return [];
        const [filter, kind, value] = JSON.parse(key) as [string, string, string];
        return [{ filter, kind, value, entries }];
      });
      for (const part of batches(rows)) await addTo(tx, part);
      for (const part of batches(rows.filter(({ entries }) => entries < 0))) await dropEmpty(tx, part);
    },
  };
}

type Row = Tables['entry_counts'];

const addTo = (tx: Transaction<Tables>, rows: readonly Row[]) =>
  tx
    .insertInto('entry_counts')
    .values(rows)
    .onConflict((oc) =>
      oc
        .columns(['filter', 'kind', 'value'])
        .doUpdateSet((eb) => ({ entries: eb('entry_counts.entries', '+', eb.ref('excluded.entries')) })),
    )
    .execute();

async function dropEmpty(tx: Transaction<Tables>, rows: readonly Row[]): Promise<void> {
  const keys = rows.map(({ filter, kind, value }) => sql`(${filter}, ${kind}, ${value})`);
  await tx
    .deleteFrom('entry_counts')
    .where(sql<boolean>`(filter, kind, value) in (values ${sql.join(keys)})`)
    .where('entries', '=', 0)
    .execute();
}
