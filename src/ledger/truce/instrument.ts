/** What an agreement entry is as a truce: its sides, from when and until when, who announced it, what became of it. */
import type { Core } from '../entry/entry.ts';
import { type Weighing, originsOf, sideOfVoice } from '../entry/voices.ts';
import type { Origin } from '../../model/ledger.ts';
import type { ActorRef, AgreementRecord, AgreementStage, Slot } from '../../model/record.ts';
import type { Item } from '../item.ts';
import { isKnown, pairsOf, sortedSet } from '../keys.ts';
import { type Window, HOUR, MINUTE, dayOf, isoOf, lengthOf, windowOf, windowOfValue } from '../time.ts';

/** A word about the life of a truce: who says that it was extended, broken off and so on, and when that was. */
export interface StageWord {
  readonly stage: AgreementStage;
  readonly item: Item;
  readonly side: string;
  /** Sides that are named as its doers: "Tuvalu ended the truce". */
  readonly doers: readonly string[];
  /** When the stage set in: its own time, else the day of the report. */
  readonly at: Window | undefined;
}

export interface Instrument {
  readonly core: Core;
  readonly isCeasefire: boolean;
  readonly parties: readonly string[];
  /** Pairs of sides that some record names together; the side alone, for a truce that it declared by itself. */
  readonly pairs: readonly string[];
  /** When it took or takes effect. */
  readonly from: Window | undefined;
  /** Rule by which `from` is known. */
  readonly fromRule: 'stated' | 'signed' | 'reported in force';
  /** The beginning for people: the instant where one is known, else the date as it was given. */
  readonly start: string;
  readonly until: Window | undefined;
  readonly places: readonly string[];
  readonly stages: readonly StageWord[];
  readonly announcedBy: readonly Origin[];
}

const records = (core: Core): { record: AgreementRecord; item: Item }[] =>
  core.bundle.items.map((item) => ({ record: item.record as AgreementRecord, item }));

/** The instrument of an agreement entry. */
export function instrumentOf(core: Core, weighing: Weighing): Instrument {
  const all = records(core);
  const form = core.entry.slots.find((slot) => slot.name === 'class')?.readings ?? [];
  const stages = all.flatMap(({ record, item }) => stageWord(record, item, core, weighing));
  return {
    core,
    isCeasefire: form.some((reading) => reading.value === 'ceasefire'),
    parties: core.frame.parties,
    pairs: pairsIn(core, all, weighing),
    ...started(core, beginning(core, all, stages)),
    until: latestUntil(all),
    places: localPlaces(all),
    stages,
    announcedBy: originsOf(
      all.filter(({ record }) => isAnnouncement(record)).map(({ item }) => item),
      core.frame,
      weighing,
    ),
  };
}

/** Who agreed with whom. A truce with somebody who is not known is with nobody in particular. */
function pairsIn(core: Core, all: readonly { record: AgreementRecord; item: Item }[], { sides }: Weighing): string[] {
  const { at, situation, parties } = core.frame;
  const sideOf = (slot: Slot<ActorRef>): string[] =>
    isKnown(slot.value) ? [sides.sideOf(slot.value, at, situation)] : [];
  const together = all.flatMap(({ record }) => pairsOf(sortedSet(record.parties.flatMap(sideOf))));
  if (together.length > 0) return sortedSet(together);
  const isAlone = all.some(({ record }) => record.parties.every(({ value }) => isKnown(value)));
  const pairs = parties.length === 1 && isAlone ? [...parties] : pairsOf(parties);
  return pairs.length > 0 || !isPlaceable(core, all) ? pairs : [`alone ${core.entry.id}`];
}

/**
 * A truce of which no report names the sides still is one, where it has a date, or where its report speaks of no other
 * that it could be. Nothing can bear on it.
 */
const isPlaceable = (core: Core, all: readonly { record: AgreementRecord; item: Item }[]): boolean =>
  all.some(({ record }) => record.class.value === 'ceasefire') &&
  (core.when !== undefined || all.every(({ item }) => item.isSoleTruce));

const isAnnouncement = (record: AgreementRecord): boolean =>
  record.factuality !== 'denied' &&
  record.factuality !== 'requested' &&
  record.stage?.value !== 'proposed' &&
  record.stage?.value !== 'broken off';

function stageWord(record: AgreementRecord, item: Item, core: Core, weighing: Weighing): StageWord[] {
  const stage = record.stage?.value;
  if (stage === undefined || record.factuality === 'denied') return [];
  const at = windowOf(record.time?.value) ?? item.pub;
  const { at: then, situation } = core.frame;
  const doers = record.declaredBy.map(({ value }) => weighing.sides.sideOf(value, then, situation));
  return [{ stage, item, side: sideOfVoice(item, core.frame, weighing.sides), doers, at }];
}

/** The effective hour that is shown; else the day of signing; else the first report that speaks of it as in force. */
function beginning(
  core: Core,
  all: readonly { record: AgreementRecord; item: Item }[],
  stages: readonly StageWord[],
): Pick<Instrument, 'from' | 'fromRule'> {
  const effective = all.some(({ record }) => record.effective !== undefined || record.effectiveFrom !== undefined);
  if (effective && core.when !== undefined) return { from: core.when, fromRule: 'stated' };
  const timed = all.flatMap(({ record, item }) => (isDatedStart(record) ? (item.when ?? []) : []));
  if (timed.length > 0) return { from: timed.reduce((a, b) => (b.lo < a.lo ? b : a)), fromRule: 'stated' };
  const signed = all.flatMap(({ record }) =>
    record.signed === undefined ? [] : (windowOfValue(record.signed.value) ?? []),
  );
  // Of two namings one day apart the earlier day, and a day rather than its month
  const [exact] = signed.toSorted((a, b) => a.hi - a.lo - (b.hi - b.lo) || a.lo - b.lo);
  if (exact !== undefined) return { from: exact, fromRule: 'signed' };
  const told = stages.flatMap(({ stage, at }) => (stage !== 'proposed' && at !== undefined ? [at] : []));
  const first = told.sort((a, b) => a.lo - b.lo || a.hi - b.hi)[0];
  return { from: first && { lo: first.lo, hi: first.hi }, fromRule: 'reported in force' };
}

/** Adds how the beginning reads. */
function started(
  core: Core,
  known: Pick<Instrument, 'from' | 'fromRule'>,
): Pick<Instrument, 'from' | 'fromRule' | 'start'> {
  const { from, fromRule } = known;
  if (from === undefined) return { ...known, start: '' };
  if (fromRule === 'reported in force') return { ...known, start: dayOf(from.lo) };
  if (lengthOf(from) <= 2 * HOUR) return { ...known, start: isoOf(from.lo) };
  const shown = core.entry.slots.find(({ name }) => name === (fromRule === 'stated' ? 'effective' : 'signed'))
    ?.readings[0];
  return { ...known, start: shown?.label ?? dayOf(from.lo) };
}

const isDatedStart = (record: AgreementRecord): boolean =>
  record.class.value === 'ceasefire' &&
  record.time !== undefined &&
  /^(?:declared|agreed|in force)$/.test(record.stage?.value ?? '');

/** The last end that was given: extensions move it. */
function latestUntil(all: readonly { record: AgreementRecord; item: Item }[]): Window | undefined {
  const ends = all.flatMap(({ record }) => {
    const end = windowOf(record.until?.value);
    // "until 9:00" is over at nine; "until Friday" when Friday is over
    return end === undefined ? [] : lengthOf(end) <= MINUTE ? [{ lo: end.lo, hi: end.lo }] : [end];
  });
  return ends.length === 0 ? undefined : ends.reduce((a, b) => (b.hi > a.hi ? b : a));
}

function localPlaces(all: readonly { record: AgreementRecord }[]): string[] {
  const named = all.map(({ record }) => record.places.filter(({ value }) => !value.feature?.startsWith('PCL')));
  if (named.some((places) => places.length === 0)) return [];
  return sortedSet(named.flatMap((places) => places.map((slot) => slot.value.key)));
}
