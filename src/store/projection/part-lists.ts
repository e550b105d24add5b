/** Truces, agenda, stories and coverage as lists and one by one. */
import { type Kysely, sql } from 'kysely';
import type { AgendaItem, AgendaOutcome, CoverageDay, Story, Truce, TruceStatus } from '../../model/ledger.ts';
import type { AgendaLine, TruceLine } from '../../model/lines.ts';
import { numberOf } from '../numbers.ts';
import type { Tables } from '../schema.ts';
import { decodeCursor, type Page, pageOf } from './cursor.ts';
import { endOf, sortable } from './moments.ts';

type Db = Kysely<Tables>;

export interface TruceQuery {
  readonly status?: TruceStatus;
  readonly party?: string;
  readonly standing?: boolean;
  readonly after?: string;
  readonly limit: number;
}

/** Truces by when they took effect, the latest first. */
export async function listTruces(db: Db, query: TruceQuery): Promise<Page<TruceLine>> {
  let select = db.selectFrom('truces').select(['id', 'at', 'line']).orderBy('at', 'desc').orderBy('id', 'desc');
  if (query.status !== undefined) select = select.where('status', '=', query.status);
  if (query.standing !== undefined) select = select.where('standing', '=', Number(query.standing));
  if (query.party !== undefined) select = select.where('parties', 'like', `%|${escapeLike(query.party)}|%`);
  if (query.after !== undefined) {
    const [at, id] = decodeCursor(query.after);
    select = select.where(sql<boolean>`(at, id) < (${String(at)}, ${id})`);
  }
  const rows = await select.limit(query.limit + 1).execute();
  return pageOf(
    rows,
    query.limit,
    ({ at, id }) => [at, id],
    ({ line }) => JSON.parse(line) as TruceLine,
  );
}

/** Keys of parties hold no wildcard of their own. */
const escapeLike = (text: string): string => text.replaceAll(/[%_\\]/g, '');

export async function truceOf(db: Db, id: string): Promise<{ line: TruceLine; truce: Truce } | undefined> {
  const row = await db.selectFrom('truces').select(['line', 'body']).where('id', '=', id).executeTakeFirst();
  return row && { line: JSON.parse(row.line) as TruceLine, truce: JSON.parse(row.body) as Truce };
}

export interface AgendaQuery {
  readonly outcomes?: readonly AgendaOutcome[];
  readonly from?: string;
  readonly to?: string;
  readonly ids?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

/** The agenda by due time, what has none last. */
export async function listAgenda(db: Db, query: AgendaQuery): Promise<Page<AgendaLine>> {
  if (query.ids?.length === 0) return { rows: [] };
  let select = db.selectFrom('agenda').select(['id', 'at', 'body']).orderBy('at').orderBy('id');
  if (query.outcomes !== undefined) select = select.where('outcome', 'in', query.outcomes);
  if (query.ids !== undefined) select = select.where('id', 'in', query.ids);
  if (query.from !== undefined) select = select.where('at', '>=', sortable(query.from));
  if (query.to !== undefined) select = select.where('at', '<=', endOf(query.to)).where('at', '!=', '9');
  if (query.after !== undefined) {
    const [at, id] = decodeCursor(query.after);
    select = select.where(sql<boolean>`(at, id) > (${String(at)}, ${id})`);
  }
  const rows = await select.limit(query.limit + 1).execute();
  return pageOf(
    rows,
    query.limit,
    ({ at, id }) => [at, id],
    ({ body }) => agendaLine(body),
  );
}

function agendaLine(body: string): AgendaLine {
  const item = JSON.parse(body) as AgendaItem;
  return { ...item, kind: item.entry.startsWith('plan-') ? 'plan' : 'meeting' };
}

/** How many items have each outcome. */
export async function countAgenda(db: Db): Promise<Readonly<Partial<Record<AgendaOutcome, number>>>> {
  const rows = await db
    .selectFrom('agenda')
    .select((eb) => ['outcome', eb.fn.countAll().as('n')])
    .groupBy('outcome')
    .execute();
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, numberOf(n)]));
}

export async function listStories(db: Db, query: { after?: string; limit: number }): Promise<Page<Story>> {
  let select = db.selectFrom('stories').select(['id', 'body']).orderBy('id');
  if (query.after !== undefined) select = select.where('id', '>', decodeCursor(query.after)[1]);
  const rows = await select.limit(query.limit + 1).execute();
  return pageOf(
    rows,
    query.limit,
    ({ id }) => ['', id],
    ({ body }) => JSON.parse(body) as Story,
  );
}

export async function storyBy(db: Db, id: string): Promise<Story | undefined> {
  const row = await db.selectFrom('stories').select('body').where('id', '=', id).executeTakeFirst();
  return row && (JSON.parse(row.body) as Story);
}

export async function storyOf(db: Db, report: string): Promise<Story | undefined> {
  const row = await db
    .selectFrom('story_reports')
    .innerJoin('stories', 'stories.id', 'story_reports.story')
    .select('body')
    .where('report', '=', report)
    .executeTakeFirst();
  return row && (JSON.parse(row.body) as Story);
}

/** Story ids of these reports. */
export async function storiesOf(db: Db, reports: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (reports.length === 0) return new Map();
  const rows = await db.selectFrom('story_reports').selectAll().where('report', 'in', reports).execute();
  return new Map(rows.map(({ report, story }) => [report, story]));
}

export interface CoverageQuery {
  readonly sides?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
}

/** Days with reports from each side, the latest `limit` of them, in order. */
export async function listCoverage(db: Db, query: CoverageQuery): Promise<CoverageDay[]> {
  let select = db.selectFrom('coverage').selectAll().orderBy('day', 'desc').orderBy('side', 'desc').limit(query.limit);
  if (query.sides !== undefined) select = select.where('side', 'in', query.sides);
  if (query.from !== undefined) select = select.where('day', '>=', query.from.slice(0, 10));
  if (query.to !== undefined) select = select.where('day', '<=', `${query.to.slice(0, 10)}~`);
  return (await select.execute()).map((row) => ({ ...row })).reverse();
}
