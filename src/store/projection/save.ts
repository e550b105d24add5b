/** Keeps a ledger in the store: whole, or what changed of it. Only what differs is written, in one transaction. */
import type { Kysely, Transaction } from 'kysely';
import type { Entry, Ledger, LedgerHead } from '../../model/ledger.ts';
import { RECORD_KINDS, type RecordKind } from '../../model/record.ts';
import { batches } from '../batches.ts';
import { numberOf } from '../numbers.ts';
import { marksOf, type StoreMarks } from '../marks.ts';
import type { Tables } from '../schema.ts';
import { standing } from '../standing.ts';
import type { LineContext } from './entry-line.ts';
import { staleIds, writeEntries } from './entry-rows.ts';
import { logChanges } from './log.ts';
import { createNamer } from './namer.ts';
import { writeAgenda, writeCoverage, writeStories, writeTruces } from './part-rows.ts';

/** What changed of a ledger: the head whole, entries that are new or differ, ids of those that are no more. */
export interface LedgerUpdate {
  readonly head: LedgerHead;
  readonly entries: readonly Entry[];
  readonly gone: readonly string[];
}

export interface SaveOptions {
  /** Names of countries and other codes for people. */
  readonly names?: Readonly<Record<string, string>>;
  /** Instant for the log of changes; without it nothing is logged. */
  readonly at?: string;
  /** How much of the store the ledger was folded from; when more has come in since, it stays marked as stale. */
  readonly seen?: Pick<StoreMarks, 'reports' | 'decisions' | 'recoded'>;
}

/** The part of the ledger that every answer needs; the rest is looked up. */
export interface KeptHead extends Omit<LedgerHead, 'truces' | 'agenda' | 'stories' | 'coverage'> {
  readonly names: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<RecordKind, number>>;
  readonly totals: { readonly truces: number; readonly unreviewed: number };
}

export async function saveLedger(db: Kysely<Tables>, ledger: Ledger, options: SaveOptions): Promise<void> {
  const { entries, ...head } = ledger;
  await db.transaction().execute(async (tx) => {
    const gone = await staleIds(tx, entries);
    await write(tx, { head, entries, gone }, options);
  });
}

export async function saveUpdate(db: Kysely<Tables>, update: LedgerUpdate, options: SaveOptions): Promise<void> {
  await db.transaction().execute((tx) => write(tx, update, options));
}

async function write(tx: Transaction<Tables>, update: LedgerUpdate, options: SaveOptions): Promise<void> {
  const { truces, agenda, stories, coverage, ...head } = update.head;
  const names = options.names ?? {};
  const namer = createNamer(head.situations, names);
  const isFirst = (await tx.selectFrom('entries').select('seq').limit(1).execute()).length === 0;
  const context: LineContext = {
    namer,
    placeOf: await placesOf(tx, update.entries),
    assignedTo: await assignments(tx),
  };
  const entries = await writeEntries(tx, update.entries, update.gone, context);
  const statuses = await writeTruces(tx, truces, namer);
  const outcomes = await writeAgenda(tx, agenda);
  await writeStories(tx, stories);
  await writeCoverage(tx, coverage);
  if (options.at !== undefined) await logChanges(tx, options.at, [...statuses, ...outcomes, ...entries], isFirst);
  const kept: KeptHead = { ...head, names, counts: await countKinds(tx), totals: await countTotals(tx, truces.length) };
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

async function countKinds(tx: Transaction<Tables>): Promise<Record<RecordKind, number>> {
  const rows = await tx
    .selectFrom('entries')
    .select((eb) => ['kind', eb.fn.countAll().as('n')])
    .groupBy('kind')
    .execute();
  const counts = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as Record<RecordKind, number>;
  for (const { kind, n } of rows) counts[kind as RecordKind] = numberOf(n);
  return counts;
}

async function countTotals(tx: Transaction<Tables>, truces: number): Promise<KeptHead['totals']> {
  const { n } = await tx
    .selectFrom('entries')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('review', '=', 'unreviewed')
    .executeTakeFirstOrThrow();
  return { truces, unreviewed: numberOf(n) };
}
