/** Keeps a ledger in the store: whole, or what changed of it. Only what differs is written, in one transaction. */
import type { Kysely, Transaction } from 'kysely';
import { keyOfDay } from '../../model/coverage-key.ts';
import type { Changed, Entry, Ledger, LedgerBrief, LedgerDelta } from '../../model/ledger.ts';
import { RECORD_KINDS, type RecordKind } from '../../model/record.ts';
import { batches } from '../batches.ts';
import { numberOf } from '../numbers.ts';
import { marksOf, type StoreMarks } from '../marks.ts';
import type { Tables } from '../schema.ts';
import { standing } from '../standing.ts';
import type { LineContext } from './entry-line.ts';
import { writeEntries, type WrittenEntries } from './entry-rows.ts';
import { logChanges } from './log.ts';
import { createNamer } from './namer.ts';
import { writeAgenda, writeCoverage, writeStories, writeTruces } from './part-rows.ts';

export interface SaveOptions {
  /** Names of countries and other codes for people. */
  readonly names?: Readonly<Record<string, string>>;
  /** Instant for the log of changes; without it nothing is logged. */
  readonly at?: string;
  /** How much of the store the ledger was folded from; when more has come in since, it stays marked as stale. */
  readonly seen?: Pick<StoreMarks, 'reports' | 'decisions' | 'recoded'>;
}

/** The part of the ledger that every answer needs; the rest is looked up. */
export interface KeptHead extends LedgerBrief {
  readonly names: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<RecordKind, number>>;
  readonly totals: { readonly truces: number; readonly unreviewed: number };
}

export async function saveLedger(db: Kysely<Tables>, ledger: Ledger, options: SaveOptions): Promise<void> {
  await db.transaction().execute(async (tx) => write(tx, await wholeDelta(tx, ledger), options, undefined));
}

/** Writes what changed of the ledger that is kept. */
export async function saveUpdate(db: Kysely<Tables>, update: LedgerDelta, options: SaveOptions): Promise<void> {
  await db.transaction().execute(async (tx) => write(tx, update, options, await keptHead(tx)));
}

/** A whole ledger as a delta from what is stored: everything may have changed, and the rest is gone. */
async function wholeDelta(tx: Transaction<Tables>, ledger: Ledger): Promise<LedgerDelta> {
  const { entries, truces, agenda, stories, coverage, ...head } = ledger;
  const days = await tx.selectFrom('coverage').select(['day', 'side']).execute();
  return {
    head,
    entries: against(entries, ({ id }) => id, await idsIn(tx, 'entries')),
    truces: against(truces, ({ id }) => id, await idsIn(tx, 'truces')),
    agenda: against(agenda, ({ entry }) => entry, await idsIn(tx, 'agenda')),
    stories: against(stories, ({ id }) => id, await idsIn(tx, 'stories')),
    coverage: against(coverage, keyOfDay, days.map(keyOfDay)),
  };
}

const idsIn = async (
  tx: Transaction<Tables>,
  table: 'entries' | 'truces' | 'agenda' | 'stories',
): Promise<readonly string[]> => (await tx.selectFrom(table).select('id').execute()).map(({ id }) => id);

function against<T>(changed: readonly T[], keyOf: (one: T) => string, stored: readonly string[]): Changed<T> {
  const now = stored.length === 0 ? undefined : new Set(changed.map(keyOf));
  return { changed, gone: stored.filter((key) => now?.has(key) !== true) };
}

async function write(
  tx: Transaction<Tables>,
  { head, ...lists }: LedgerDelta,
  options: SaveOptions,
  before: KeptHead | undefined,
): Promise<void> {
  const names = options.names ?? {};
  const namer = createNamer(head.situations, names);
  const isFirst = (await tx.selectFrom('entries').select('seq').limit(1).execute()).length === 0;
  const context: LineContext = {
    namer,
    placeOf: await placesOf(tx, lists.entries.changed),
    assignedTo: await assignments(tx),
  };
  const entries = await writeEntries(tx, lists.entries, context);
  const statuses = await writeTruces(tx, lists.truces, namer);
  const outcomes = await writeAgenda(tx, lists.agenda);
  await writeStories(tx, lists.stories);
  await writeCoverage(tx, lists.coverage);
  if (options.at !== undefined)
    await logChanges(tx, options.at, [...statuses, ...outcomes, ...entries.changes], isFirst);
  const tally = before === undefined ? await countAll(tx) : grown(before, entries, await countTruces(tx));
  const kept: KeptHead = { ...head, names, ...tally };
  await tx
    .deleteFrom('ledger_parts')
    .where('name', 'in', ['head', 'hash', 'as of', ...((await isAllSeen(tx, options)) ? ['stale'] : [])])
    .execute();
  await tx
    .insertInto('ledger_parts')
    .values([
      { name: 'head', body: JSON.stringify(kept) },
      { name: 'hash', body: head.hash },
      ...(head.asOf === undefined ? [] : [{ name: 'as of', body: head.asOf }]),
    ])
    .execute();
}

/** The head of the ledger that is kept, be it of now or not. */
async function keptHead(tx: Transaction<Tables>): Promise<KeptHead | undefined> {
  const row = await tx.selectFrom('ledger_parts').select('body').where('name', '=', 'head').executeTakeFirst();
  return row && (JSON.parse(row.body) as KeptHead);
}

async function isAllSeen(tx: Transaction<Tables>, { seen }: SaveOptions): Promise<boolean> {
  if (seen === undefined) return true;
  const now = await marksOf(tx);
  return now.reports === seen.reports && now.decisions === seen.decisions && now.recoded === seen.recoded;
}

/** Coordinates of the places that these entries name. */
async function placesOf(tx: Transaction<Tables>, entries: readonly Entry[]): Promise<LineContext['placeOf']> {
  const keys = new Set<string>();
  for (const { slots } of entries)
    for (const { name, readings } of slots)
      if (name === 'places') for (const { value } of readings) if (typeof value === 'string') keys.add(value);
  const found = new Map<string, { lat: number; lon: number }>();
  for (const part of batches([...keys]))
    for (const { key, lat, lon } of await tx.selectFrom('places').selectAll().where('key', 'in', part).execute())
      found.set(key, { lat, lon });
  return (key) => found.get(key);
}

/** Who is to look at what, by the standing decisions. */
async function assignments(tx: Transaction<Tables>): Promise<LineContext['assignedTo']> {
  const to = new Map((await standing(tx, 'assign')).map((decision) => [decision.id, decision.to]));
  return ({ decisions }) => to.get(decisions.findLast((id) => to.has(id)) ?? '');
}

type Tally = Pick<KeptHead, 'counts' | 'totals'>;

/** The counts of the kept ledger with what came and went: nothing is counted that did not change. */
function grown({ counts, totals }: Tally, { kinds, unreviewed }: WrittenEntries, truces: number): Tally {
  const sum = (kind: RecordKind): number => counts[kind] + (kinds.get(kind) ?? 0);
  return {
    counts: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, sum(kind)])) as KeptHead['counts'],
    totals: { truces, unreviewed: totals.unreviewed + unreviewed },
  };
}

async function countAll(tx: Transaction<Tables>): Promise<Tally> {
  const counts = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as Record<RecordKind, number>;
  let unreviewed = 0;
  const rows = await tx
    .selectFrom('entries')
    .select((eb) => ['kind', 'review', eb.fn.countAll().as('n')])
    .groupBy(['kind', 'review'])
    .execute();
  for (const { kind, review, n } of rows) {
    counts[kind as RecordKind] += numberOf(n);
    if (review === 'unreviewed') unreviewed += numberOf(n);
  }
  return { counts, totals: { truces: await countTruces(tx), unreviewed } };
}

async function countTruces(tx: Transaction<Tables>): Promise<number> {
  const { n } = await tx
    .selectFrom('truces')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return numberOf(n);
}
