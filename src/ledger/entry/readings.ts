/** Gathers what the records of one entry say about one slot: equal values once, with everybody who says so. */
import type { Evidence, LedgerSlot, Reading, Withdrawn } from '../../model/ledger.ts';
import type { ActorRef, CodedRecord, Count, PlaceRef, Slot, TimeRef } from '../../model/record.ts';
import type { Item } from '../item.ts';
import { actorKey, byText } from '../keys.ts';
import { timeLabel } from './time-words.ts';

/** One slot of a kind: where records keep it, and how its values compare and read. */
export interface SlotSpec {
  readonly name: string;
  /** True where several values stand beside each other without excluding each other: places, weapons. */
  readonly many?: boolean;
  /** True where another slot tells the same more fully: differences are told there. */
  readonly isEcho?: boolean;
  /** Which reading is shown first: the finest, the latest, or the one with most evidence. */
  readonly prefer?: 'finest' | 'latest';
  /** Values in the order of progress; those not named are the last. What is further along is shown before what is later. */
  readonly progress?: readonly string[];
  read(record: CodedRecord): readonly Slot<unknown>[];
}

/** A spec for a slot that holds one value. */
export const one = (name: string, prefer?: 'finest' | 'latest', from: string = name): SlotSpec => ({
  name,
  ...(prefer === undefined ? {} : { prefer }),
  read: (record) => {
    const slot = (record as unknown as Record<string, Slot<unknown> | undefined>)[from];
    return slot === undefined ? [] : [slot];
  },
});

/** A spec for a slot that holds one value a record, of which an entry can have several that do not exclude each other. */
export const beside = (name: string): SlotSpec => ({ ...one(name), many: true });

/** A spec for a slot that holds a list. */
export const many = (name: string): SlotSpec => ({
  name,
  many: true,
  read: (record) => (record as unknown as Record<string, readonly Slot<unknown>[]>)[name] ?? [],
});

/** A spec for a slot that another one tells more fully. */
export const echo = (name: string, prefer?: 'finest' | 'latest'): SlotSpec => ({ ...one(name, prefer), isEcho: true });

/** A spec for a slot whose values are steps: what is furthest along is shown first. */
export const steps = (name: string, progress: readonly string[]): SlotSpec => ({ ...one(name, 'latest'), progress });

interface Gathered {
  readonly reading: { value: Reading['value']; label: string; evidence: Evidence[] };
  readonly firstAt: number;
  lastAt: number;
  readonly order: number;
}

/** The slot with all readings, the one to show first; undefined when no record says anything. */
export function slotOf(
  spec: SlotSpec,
  items: readonly Item[],
  withdrawn: readonly Withdrawn[],
): LedgerSlot | undefined {
  const found = new Map<string, Gathered>();
  for (const item of items) {
    for (const slot of spec.read(item.record)) gather(found, slot, item);
    for (const { slot, was } of item.corrected)
      if (slot === spec.name)
        for (const old of listOf(was)) gather(found, old as Slot<unknown>, item, 'before-correction');
  }
  if (found.size === 0) return undefined;
  const readings = [...found.values()].sort((a, b) => shownFirst(a, b, spec)).map(({ reading }) => reading);
  return { name: spec.name, readings: withdrawn.length === 0 ? readings : standingFirst(readings, withdrawn) };
}

/** What was taken back behind what was not, and marked. */
function standingFirst(readings: readonly Reading[], withdrawn: readonly Withdrawn[]): Reading[] {
  const out = new Set(withdrawn.flatMap(({ records }) => records));
  const isOut = ({ evidence }: Reading): boolean => evidence.every(({ record }) => out.has(record));
  return [
    ...readings.filter((reading) => !isOut(reading)),
    ...readings.filter(isOut).map((reading) => ({ ...reading, withdrawn: true as const })),
  ];
}

/** True for what the coder had where a person said otherwise. */
export const isOverruled = (reading: Reading): boolean =>
  reading.evidence.every(({ rule }) => rule === 'before-correction');

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function gather(found: Map<string, Gathered>, slot: Slot<unknown>, item: Item, rule = slot.rule): void {
  const { key, value, label } = legible(slot.value);
  const at = item.pub?.lo ?? Infinity;
  const evidence: Evidence = {
    report: item.card.id,
    record: item.uid,
    spans: slot.spans,
    ...(rule === undefined ? {} : { rule }),
  };
  const known = found.get(key);
  if (known === undefined) {
    found.set(key, { reading: { value, label, evidence: [evidence] }, firstAt: at, lastAt: at, order: found.size });
    return;
  }
  known.reading.evidence.push(evidence);
  if (at !== Infinity) known.lastAt = at;
}

/** Corrected by people first, then by the spec, then by number of records, then as published. */
function shownFirst(a: Gathered, b: Gathered, spec: SlotSpec): number {
  const decided = Number(isDecided(b)) - Number(isDecided(a));
  if (decided !== 0) return decided;
  if (spec.progress !== undefined) {
    const further = progressOf(b, spec.progress) - progressOf(a, spec.progress);
    if (further !== 0) return further;
  }
  if (spec.prefer === 'latest' && a.lastAt !== b.lastAt) return b.lastAt - a.lastAt;
  if (spec.prefer === 'finest') {
    const finer = fineness(b.reading.value) - fineness(a.reading.value);
    if (finer !== 0) return finer;
  }
  if (spec.many !== true && a.reading.evidence.length !== b.reading.evidence.length)
    return b.reading.evidence.length - a.reading.evidence.length;
  return a.order - b.order || byText(a.reading.label, b.reading.label);
}

const progressOf = ({ reading }: Gathered, progress: readonly string[]): number =>
  (progress.indexOf(typeof reading.value === 'string' ? reading.value : '') + progress.length + 1) %
  (progress.length + 1);

const isDecided = ({ reading }: Gathered): boolean =>
  reading.evidence.some(({ rule }) => rule?.startsWith('decision-') === true);

const fineness = (value: Reading['value']): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'object' && 'value' in value) return value.earliest === undefined ? 0 : value.value.length;
  return 0;
};

/** A slot's value as the ledger keeps it: actors by code, places by key, counts and times whole. */
function legible(value: unknown): { key: string; value: Reading['value']; label: string } {
  if (typeof value === 'string') return { key: value, value, label: value };
  if (typeof value !== 'object' || value === null)
    return { key: String(value), value: value as boolean, label: String(value) };
  if ('code' in value) {
    const actor = value as ActorRef;
    return { key: actorKey(actor), value: actor.code, label: actor.name };
  }
  if ('relation' in value) {
    const place = value as PlaceRef;
    return { key: `${place.relation} ${place.name} ${place.key}`, value: place.key, label: placeLabel(place) };
  }
  if ('value' in value) {
    const time = value as TimeRef;
    return {
      key: `${time.value}|${time.mod}|${time.zone}|${time.zoneBasis}|${time.earliest}|${time.latest}`,
      value: time,
      label: timeLabel(time),
    };
  }
  const count = value as Count;
  return { key: `${count.low},${count.best},${count.high}`, value: count, label: countLabel(count) };
}

const placeLabel = (place: PlaceRef): string =>
  place.relation === 'at' ? place.name : `${place.relation} ${place.name}`;

/** "49", "at least 49", "50 to 60". */
export function countLabel({ low, best, high }: Count): string {
  if (best !== undefined)
    return low !== undefined && low >= best && high === undefined ? `at least ${best}` : `${best}`;
  if (low !== undefined && high !== undefined) return low === high ? `${low}` : `${low} to ${high}`;
  if (low !== undefined) return `at least ${low}`;
  return high === undefined ? 'some' : `up to ${high}`;
}
