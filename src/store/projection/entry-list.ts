/**
 * Lists of entries, filtered and in order. Without a filter a list is a stretch of an index; with filters it is driven by
 * the rarest of them and checked against the others, so that its cost does not grow with the ledger.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { EntryLine } from '../../model/lines.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Dialect } from '../dialect.ts';
import { numberOf } from '../numbers.ts';
import type { Tables } from '../schema.ts';
import { type Cursor, decodeCursor, type Page, pageOf } from './cursor.ts';
import type { TermFilter } from './entry-terms.ts';
import { endOf, sortable } from './moments.ts';
import { matchingEntries } from './words.ts';

export type EntrySort = 'time' | '-time' | 'reported' | '-reported' | 'priority';

export interface EntryQuery {
  readonly kind?: RecordKind;
  readonly terms?: readonly (readonly [filter: TermFilter, value: string])[];
  /** By when it happened, else when it was reported; ends included. */
  readonly from?: string;
  readonly to?: string;
  readonly review?: 'unreviewed' | 'confirmed' | 'rejected';
  /** Words of the title. */
  readonly words?: string;
  readonly sort?: EntrySort;
  readonly after?: string;
  readonly limit: number;
}

interface Row {
  id: string;
  key: string | number;
}

const COLUMN = {
  time: 'at',
  '-time': 'at',
  reported: 'reported',
  '-reported': 'reported',
  priority: 'priority',
} as const;
const isDescending = (sort: EntrySort): boolean => sort !== 'time' && sort !== 'reported';

/** Beyond this many rows a term is common: which one drives the list no longer matters. */
const COMMON = 4000;

export async function listEntries(db: Kysely<Tables>, dialect: Dialect, query: EntryQuery): Promise<Page<EntryLine>> {
  const sort = query.sort ?? 'time';
  const terms = termsIn(query);
  const after = query.after === undefined ? undefined : decodeCursor(query.after);
  const source = await sourceOf(db, dialect, query, terms);
  if (source === undefined) return { rows: [] };
  const column = sql.ref(COLUMN[sort]);
  const order = isDescending(sort) ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row>`
    select ${source.id} as id, ${column} as key from ${source.table}
    where ${sql.join([...source.where, ...rangeOf(query), ...afterOf(source.id, sort, after)], sql` and `)}
    order by ${column} ${order}, ${source.id} ${order} limit ${query.limit + 1}`.execute(db);
  const lines = await linesOf(
    db,
    rows.map(({ id }) => id),
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  return pageOf(
    rows,
    query.limit,
    ({ key, id }) => [key, id],
    ({ id }) => byId.get(id)!,
  );
}

/** `confirmed` and `rejected` are rare and have a term; nearly everything is unreviewed. */
function termsIn({ terms = [], review }: EntryQuery): string[] {
  const words = terms.map(([filter, value]) => `${filter}:${value.slice(0, 200)}`);
  return review === undefined || review === 'unreviewed' ? words : [...words, `reviewed:${review}`];
}

interface Source {
  readonly table: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  readonly where: readonly RawBuilder<unknown>[];
}

/** What the list is read from; undefined when nothing can match. */
async function sourceOf(
  db: Kysely<Tables>,
  dialect: Dialect,
  query: EntryQuery,
  terms: readonly string[],
): Promise<Source | undefined> {
  const { kind, review, words } = query;
  const ofKind = kind === undefined ? [] : [sql`e.kind = ${kind}`];
  const unreviewed = review === 'unreviewed';
  if (words !== undefined) {
    const found = matchingEntries(dialect, words);
    if (found === undefined) return undefined;
    const where = [sql`e.seq in (${found})`, ...ofKind, ...terms.map((term) => holds(term))];
    return entriesWith(unreviewed ? [...where, sql`e.review = 'unreviewed'`] : where);
  }
  if (terms.length === 0) return entriesWith(unreviewed ? [sql`e.review = 'unreviewed'`, ...ofKind] : ofKind);
  const { sorted, isCommon } = await rarestFirst(db, terms);
  const [driver, ...others] = sorted;
  if (driver === undefined) return undefined;
  // In the order of reports or weight a common term is met soon: cheaper than gathering and sorting all of its rows
  if (isCommon && COLUMN[query.sort ?? 'time'] !== 'at')
    return entriesWith([
      ...(unreviewed ? [sql`e.review = 'unreviewed'`] : []),
      ...ofKind,
      ...sorted.map((term) => holds(term)),
    ]);
  const where = [sql`e.term = ${driver}`, ...ofKind, ...others.map((term) => holds(term, sql`e.entry`))];
  if (unreviewed)
    where.push(sql`not exists (select 1 from entries x where x.id = e.entry and x.review != 'unreviewed')`);
  return { table: sql`entry_terms e`, id: sql`e.entry`, where };
}

const entriesWith = (where: readonly RawBuilder<unknown>[]): Source => ({
  table: sql`entries e`,
  id: sql`e.id`,
  where: where.length === 0 ? [sql`1 = 1`] : where,
});

/** A look-up for each row that is met; as `exists`, PostgreSQL would join all rows of the term before the first is shown. */
const holds = (term: string, id: RawBuilder<unknown> = sql`e.id`): RawBuilder<unknown> =>
  sql`(select 1 from entry_terms t where t.term = ${term} and t.at = e.at and t.entry = ${id} limit 1) is not null`;

/** Empty when one of them is nowhere; common when all of them are. */
async function rarestFirst(
  db: Kysely<Tables>,
  terms: readonly string[],
): Promise<{ sorted: readonly string[]; isCommon: boolean }> {
  const counted: (readonly [term: string, rows: number])[] = [];
  for (const term of terms) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from (select 1 from entry_terms where term = ${term} limit ${COMMON}) few`.execute(db);
    const n = numberOf(rows[0]!.n);
    if (n === 0) return { sorted: [], isCommon: false };
    counted.push([term, n]);
  }
  counted.sort((a, b) => a[1] - b[1]);
  return { sorted: counted.map(([term]) => term), isCommon: counted[0]![1] >= COMMON };
}

function rangeOf({ from, to }: EntryQuery): RawBuilder<unknown>[] {
  const range: RawBuilder<unknown>[] = [];
  if (from !== undefined) range.push(sql`e.at >= ${sortable(from)}`);
  if (to !== undefined) range.push(sql`e.at <= ${endOf(to)}`, sql`e.at != ''`);
  return range;
}

function afterOf(id: RawBuilder<unknown>, sort: EntrySort, after: Cursor | undefined): RawBuilder<unknown>[] {
  if (after === undefined) return [];
  const key = sort === 'priority' ? Number(after[0]) || 0 : String(after[0]);
  const compare = isDescending(sort) ? sql`<` : sql`>`;
  return [sql`(${sql.ref(COLUMN[sort])}, ${id}) ${compare} (${key}, ${after[1]})`];
}

/** Lines of entries by id, those that are there, in the order asked for. */
export async function linesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<EntryLine[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('entries').select(['id', 'line']).where('id', 'in', ids).execute();
  const byId = new Map(rows.map(({ id, line }) => [id, line]));
  return ids.flatMap((id) => (byId.has(id) ? [JSON.parse(byId.get(id)!) as EntryLine] : []));
}
