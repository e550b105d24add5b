/** Entries cut to what a page shows: a few pieces of evidence a reading, ids to a bound. */
import type { Corroboration, Entry, Evidence, LedgerSlot, Origin, Reading } from '../../model/ledger.ts';

/** Ids and joins that an answer lists. */
const IDS = 200;

export function shortEntry(entry: Entry, evidence: number): Entry {
  return {
    ...entry,
    slots: shortSlots(entry.slots, evidence),
    records: entry.records.slice(0, IDS),
    reports: entry.reports.slice(0, IDS),
    joins: entry.joins.slice(0, IDS),
    corroboration: shortCorroboration(entry.corroboration, evidence),
    differences: entry.differences.map((one) => ({ ...one, readings: shortReadings(one.readings, evidence) })),
    links: entry.links.slice(0, IDS),
  };
}

export const shortSlots = (slots: readonly LedgerSlot[], evidence: number): LedgerSlot[] =>
  slots.map((slot) => ({ ...slot, readings: shortReadings(slot.readings, evidence) }));

export const shortReadings = (readings: readonly Reading[], evidence: number): Reading[] =>
  readings.slice(0, IDS).map((reading) => ({ ...reading, evidence: reading.evidence.slice(0, evidence) }));

export const shortOrigins = (origins: readonly Origin[], evidence: number): Origin[] =>
  origins.slice(0, IDS).map((origin) => ({ ...origin, evidence: origin.evidence.slice(0, evidence) }));

const shortCorroboration = (corroboration: Corroboration, evidence: number): Corroboration => ({
  ...corroboration,
  reached: corroboration.reached.map((one) => ({ ...one, evidence: one.evidence.slice(0, evidence) })),
  origins: shortOrigins(corroboration.origins, evidence),
  deniedBy: shortOrigins(corroboration.deniedBy, evidence),
});

/** All evidence of an entry: of its readings, its voices and its steps. */
export function* evidenceIn(entry: Pick<Entry, 'slots' | 'corroboration' | 'differences'>): Iterable<Evidence> {
  for (const { readings } of entry.slots) for (const { evidence } of readings) yield* evidence;
  const { origins, deniedBy, reached } = entry.corroboration;
  for (const { evidence } of [...origins, ...deniedBy, ...reached]) yield* evidence;
  for (const { readings } of entry.differences) for (const { evidence } of readings) yield* evidence;
}

export function countEvidence(entry: Entry): number {
  let count = 0;
  for (const { readings } of entry.slots) for (const { evidence } of readings) count += evidence.length;
  return count;
}
