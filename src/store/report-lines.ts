/** Lists of reports and of outlets: read from lines, never from texts. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ReportCard } from '../model/ledger.ts';
import type { ReportLine } from '../model/lines.ts';
import { batches } from './batches.ts';
import { decodeCursor, type Page, pageOf } from './projection/cursor.ts';
import { endOf, sortable } from './projection/moments.ts';
import { numberOf } from './numbers.ts';
import type { Tables } from './schema.ts';

/** A line as it is stored: story and number of records are looked up. */
type StoredLine = Omit<ReportLine, 'story' | 'records'> &
  Pick<ReportCard, 'outletKey' | 'outletCountry' | 'outletAffiliation'>;

export interface ReportQuery {
  readonly outlet?: string;
  readonly language?: string;
  /** By date of publication; ends included. */
  readonly from?: string;
  readonly to?: string;
  readonly ids?: readonly string[];
  readonly sort?: 'published' | '-published';
  readonly after?: string;
  readonly limit: number;
}

export interface OutletLine {
  readonly key: string;
  readonly name: string;
  readonly country?: string;
  readonly affiliation?: string;
  readonly reports: number;
  readonly first?: string;
  readonly last?: string;
}

export function reportLineOf(card: ReportCard): StoredLine {
  const { id, headline, outlet, outletKey, outletCountry, outletAffiliation, published, captured, language, url } =
    card;
  return {
    id,
    headline,
    ...(outlet !== undefined && { outlet }),
    ...(outletKey !== undefined && { outletKey }),
    ...(outletCountry !== undefined && { outletCountry }),
    ...(outletAffiliation !== undefined && { outletAffiliation }),
    published,
    ...(captured !== undefined && { captured }),
    language,
    ...(url !== undefined && { url }),
    slugs: card.slugs,
  };
}

/** Reports by date of publication, the latest first; undated ones last. */
export async function listReports(db: Kysely<Tables>, query: ReportQuery): Promise<Page<ReportLine>> {
  if (query.ids?.length === 0) return { rows: [] };
  const direction = query.sort === 'published' ? 'asc' : 'desc';
  let select = db
    .selectFrom('articles')
    .select(['report', 'at', 'line', (eb) => eb.case().when('line', 'is', null).then(eb.ref('card')).end().as('card')])
    .orderBy('at', direction)
    .orderBy('report', direction);
  if (query.outlet !== undefined) select = select.where('outlet', '=', query.outlet);
  if (query.language !== undefined) select = select.where('language', '=', query.language);
  if (query.from !== undefined) select = select.where('at', '>=', sortable(query.from));
  if (query.to !== undefined) select = select.where('at', '<=', endOf(query.to)).where('at', '!=', '');
  if (query.ids !== undefined) select = select.where('report', 'in', query.ids);
  if (query.after !== undefined) {
    const [at, id] = decodeCursor(query.after);
    const compare = direction === 'asc' ? sql`>` : sql`<`;
    select = select.where(sql<boolean>`(at, report) ${compare} (${String(at)}, ${id})`);
  }
  const rows = await select.limit(query.limit + 1).execute();
  const more = await aboutReports(
    db,
    rows.map(({ report }) => report),
  );
  return pageOf(
    rows,
    query.limit,
    ({ at, report }) => [at, report],
    ({ report, line, card }) => ({ ...shown(line, card), ...more(report) }),
  );
}

const shown = (line: string | null, card: string | null): Omit<ReportLine, 'story' | 'records'> => {
  const {
    outletKey: _key,
    outletCountry: _country,
    outletAffiliation: _affiliation,
    ...rest
  } = line === null ? reportLineOf(JSON.parse(card!) as ReportCard) : (JSON.parse(line) as StoredLine);
  return rest;
};

/** Lines of reports by id, those that are there, in the order asked for. */
export async function reportLines(db: Kysely<Tables>, ids: readonly string[]): Promise<ReportLine[]> {
  const found = new Map<string, ReportLine>();
  for (const part of batches(ids))
    for (const line of (await listReports(db, { ids: part, limit: part.length })).rows) found.set(line.id, line);
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function aboutReports(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<(id: string) => Pick<ReportLine, 'story' | 'records'>> {
  if (ids.length === 0) return () => ({ records: 0 });
  const counts = await db
    .selectFrom('records')
    .select((eb) => ['report', eb.fn.countAll().as('n')])
    .where('report', 'in', ids)
    .groupBy('report')
    .execute();
  const stories = await db.selectFrom('story_reports').selectAll().where('report', 'in', ids).execute();
  const records = new Map(counts.map(({ report, n }) => [report, numberOf(n)]));
  const told = new Map(stories.map(({ report, story }) => [report, story]));
  return (id) => ({ records: records.get(id) ?? 0, ...(told.has(id) && { story: told.get(id)! }) });
}

interface OutletRow {
  readonly outlet: string | null;
  readonly n: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly report: string;
}

/**
 * Outlets with how many reports of each, most first. From one outlet the index leads to the next, and to the first and
 * last report of each: gathering all reports by outlet takes many times longer.
 */
export async function listOutlets(db: Kysely<Tables>): Promise<OutletLine[]> {
  const about = (of: RawBuilder<unknown>) => sql`
    (select count(*) from articles a where ${of}) as n,
    (select at from articles a where ${of} and at > '' order by at limit 1) as first,
    (select at from articles a where ${of} and at > '' order by at desc limit 1) as last,
    (select report from articles a where ${of} order by at desc, report desc limit 1) as report`;
  const named = await sql<OutletRow>`
    with recursive o(outlet) as (
      select min(outlet) from articles
      union all
      select (select min(a.outlet) from articles a where a.outlet > o.outlet) from o where o.outlet is not null)
    select o.outlet, ${about(sql`a.outlet = o.outlet`)} from o where o.outlet is not null`.execute(db);
  const unnamed = await sql<OutletRow>`select null as outlet, ${about(sql`a.outlet is null`)}`.execute(db);
  const rows = [...named.rows, ...unnamed.rows.filter(({ n }) => numberOf(n) > 0)].toSorted(
    (a, b) => numberOf(b.n) - numberOf(a.n) || byCodeUnit(a.outlet ?? '', b.outlet ?? ''),
  );
  const found: OutletLine[] = [];
  for (const part of batches(rows)) {
    const lines = await db
      .selectFrom('articles')
      .select(['report', 'card'])
      .where(
        'report',
        'in',
        part.map(({ report }) => report),
      )
      .execute();
    const byReport = new Map(lines.map(({ report, card }) => [report, JSON.parse(card) as ReportCard]));
    for (const row of part) found.push(outletLine(row, byReport.get(row.report)!));
  }
  return found;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function outletLine(row: OutletRow, { outletKey, outletCountry, outletAffiliation }: ReportCard): OutletLine {
  return {
    key: outletKey ?? row.outlet ?? '',
    name: row.outlet ?? 'unknown',
    ...(outletCountry !== undefined && { country: outletCountry }),
    ...(outletAffiliation !== undefined && { affiliation: outletAffiliation }),
    reports: numberOf(row.n),
    ...(row.first !== null && { first: row.first }),
    ...(row.last !== null && { last: row.last }),
  };
}
