/** What lists and pages are read from: the projections of a ledger, in the store or, for a moment of the past, in memory. */
import { Kysely, SqliteDialect } from 'kysely';
import type { CoverageDay, Entry, Ledger, Story, Truce } from '../../model/ledger.ts';
import type { AgendaLine, EntryLine, TruceLine } from '../../model/lines.ts';
import type { RecordKind } from '../../model/record.ts';
import { batches } from '../batches.ts';
import type { Dialect } from '../dialect.ts';
import { migrate } from '../migrate.ts';
import { openNodeSqlite } from '../node-sqlite.ts';
import type { Tables } from '../schema.ts';
import type { Page } from './cursor.ts';
import { type EntryQuery, linesOf, listEntries } from './entry-list.ts';
import { type CountedFilter, facetOf, samplesOf } from './facets.ts';
import * as parts from './part-lists.ts';
import { type KeptHead, saveLedger } from './save.ts';

export interface Projection {
  /** Undefined when no ledger was folded since the last change of reports or decisions. */
  head(): Promise<KeptHead | undefined>;
  entries(query: EntryQuery): Promise<Page<EntryLine>>;
  /** Those that are there, in the order asked for. */
  lines(ids: readonly string[]): Promise<readonly EntryLine[]>;
  bodies(ids: readonly string[]): Promise<readonly Entry[]>;
  /** Values of a filter with how many entries each, most first. */
  facet(
    filter: CountedFilter,
    kind: RecordKind | undefined,
    limit: number,
  ): Promise<{ value: string; entries: number }[]>;
  /** The earliest entry that has each of these values of a filter. */
  samples(filter: CountedFilter, values: readonly string[]): Promise<ReadonlyMap<string, string>>;
  truces(query: parts.TruceQuery): Promise<Page<TruceLine>>;
  truce(id: string): Promise<{ readonly line: TruceLine; readonly truce: Truce } | undefined>;
  agenda(query: parts.AgendaQuery): Promise<Page<AgendaLine>>;
  agendaCounts(): ReturnType<typeof parts.countAgenda>;
  stories(query: { after?: string; limit: number }): Promise<Page<Story>>;
  story(id: string): Promise<Story | undefined>;
  storyOf(report: string): Promise<Story | undefined>;
  storiesOf(reports: readonly string[]): Promise<ReadonlyMap<string, string>>;
  coverage(query: parts.CoverageQuery): Promise<readonly CoverageDay[]>;
}

export function createProjection(
  db: Kysely<Tables>,
  dialect: Dialect,
  safely: <T>(work: () => Promise<T>) => Promise<T>,
): Projection {
  return {
    head: () => safely(() => headOf(db)),
    entries: (query) => safely(() => listEntries(db, dialect, query)),
    lines: (ids) => safely(() => inBatches(ids, (part) => linesOf(db, part))),
    bodies: (ids) => safely(() => inBatches(ids, (part) => bodiesOf(db, part))),
    facet: (filter, kind, limit) => safely(() => facetOf(db, filter, kind, limit)),
    samples: (filter, values) => safely(() => samplesOf(db, filter, values)),
    truces: (query) => safely(() => parts.listTruces(db, query)),
    truce: (id) => safely(() => parts.truceOf(db, id)),
    agenda: (query) => safely(() => parts.listAgenda(db, query)),
    agendaCounts: () => safely(() => parts.countAgenda(db)),
    stories: (query) => safely(() => parts.listStories(db, query)),
    story: (id) => safely(() => parts.storyBy(db, id)),
    storyOf: (report) => safely(() => parts.storyOf(db, report)),
    storiesOf: (reports) => safely(() => parts.storiesOf(db, reports)),
    coverage: (query) => safely(() => parts.listCoverage(db, query)),
  };
}

async function inBatches<T>(ids: readonly string[], read: (part: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (const part of batches(ids)) found.push(...(await read(part)));
  return found;
}

export async function headOf(db: Kysely<Tables>): Promise<KeptHead | undefined> {
  const rows = await db.selectFrom('ledger_parts').selectAll().execute();
  if (rows.some(({ name }) => name === 'stale')) return undefined;
  const head = rows.find(({ name }) => name === 'head');
  return head && (JSON.parse(head.body) as KeptHead);
}

async function bodiesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<Entry[]> {
  const rows = await db.selectFrom('entry_bodies').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map(({ id, body }) => [id, body]));
  return ids.flatMap((id) => (byId.has(id) ? [JSON.parse(byId.get(id)!) as Entry] : []));
}

export interface MemoryProjection extends Projection {
  close(): Promise<void>;
}

/** The projections of a ledger that no store keeps: one as it stood at a moment of the past. */
export async function openMemoryProjection(
  ledger: Ledger,
  names: Readonly<Record<string, string>>,
  places: readonly Tables['places'][],
): Promise<MemoryProjection> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openNodeSqlite(':memory:') }) });
  await migrate(db as unknown as Kysely<unknown>, 'sqlite', 'a ledger in memory');
  for (const part of batches(places)) await db.insertInto('places').values(part).execute();
  await saveLedger(db, ledger, { names });
  return { ...createProjection(db, 'sqlite', (work) => work()), close: () => db.destroy() };
}
