/** Where records of one entry disagree, and of what sort the disagreement is: nothing is dropped, nothing averaged. */
import type { Bundle } from '../bundle.ts';
import type { Difference, LedgerSlot, Reading } from '../../model/ledger.ts';
import type { Count, TimeRef } from '../../model/record.ts';
import type { Item } from '../item.ts';
import { sideKey } from '../keys.ts';
import { windowOf, windowOfValue } from '../time.ts';
import { isOverruled } from './readings.ts';
import { SLOTS } from './slots.ts';

type Verdict = Pick<Difference, 'type' | 'reason'> & { readonly replaced?: Reading };

export interface Disagreement {
  readonly differences: readonly Difference[];
  /** Readings that were taken back or corrected. */
  readonly replaced: ReadonlySet<Reading>;
}

/** Differences of all slots that hold one value. */
export function differencesOf(bundle: Bundle, slots: readonly LedgerSlot[]): Disagreement {
  const differences: Difference[] = [];
  const replaced = new Set<Reading>();
  const single = slots.filter(({ name, readings }) => readings.length > 1 && isSingle(bundle, name));
  if (single.length === 0) return { differences, replaced };
  const items = new Map(bundle.items.map((item) => [item.uid, item]));
  for (const slot of single) differences.push(...differencesIn(slot, items, replaced));
  return { differences, replaced };
}

const isSingle = (bundle: Bundle, name: string): boolean =>
  SLOTS[bundle.kind].some((spec) => spec.name === name && spec.many !== true && spec.isEcho !== true);

/** Readings that belong together, by sort of difference. What was replaced contradicts nobody any more. */
function differencesIn(slot: LedgerSlot, items: ReadonlyMap<string, Item>, replaced: Set<Reading>): Difference[] {
  const pairs: (Verdict & { readonly a: Reading; readonly b: Reading })[] = [];
  for (const [index, a] of slot.readings.entries())
    for (const b of slot.readings.slice(index + 1)) {
      const verdict = compare(slot.name, a, b, items);
      if (verdict === undefined) continue;
      pairs.push({ ...verdict, a, b });
      if (verdict.replaced !== undefined) replaced.add(verdict.replaced);
    }
  const found = new Map<Difference['type'], { readings: Set<Reading>; reason: string }>();
  for (const { type, reason, a, b } of pairs) {
    if (type === 'contradiction' && (replaced.has(a) || replaced.has(b))) continue;
    const known = found.get(type);
    if (known === undefined) found.set(type, { readings: new Set([a, b]), reason });
    else known.readings.add(a).add(b);
  }
  return [...found].map(([type, { readings, reason }]) => ({
    slot: slot.name,
    type,
    readings: slot.readings.filter((reading) => readings.has(reading)),
    reason,
  }));
}

function compare(slot: string, a: Reading, b: Reading, items: ReadonlyMap<string, Item>): Verdict | undefined {
  for (const [old, next] of [
    [a, b],
    [b, a],
  ] as const)
    if (isOverruled(old) && !isOverruled(next))
      return { type: 'update', reason: `corrected by a person from ${old.label} to ${next.label}`, replaced: old };
  const kind = incompatible(slot, a, b);
  if (kind === undefined) return undefined;
  if (a.withdrawn !== b.withdrawn) {
    const [old, next] = a.withdrawn === true ? [a, b] : [b, a];
    return { type: 'update', reason: `${old.label} was taken back; ${next.label} stands`, replaced: old };
  }
  if (kind !== 'contradiction') return { type: kind, reason: REASONS[kind] };
  return (
    replacedBy(a, b, items) ??
    replacedBy(b, a, items) ?? {
      type: 'contradiction',
      reason: 'both cannot hold, and neither voice has taken its word back',
    }
  );
}

const REASONS = {
  naming: 'two names or dates of one thing',
  precision: 'one is a coarser form of the other',
  update: 'what came later replaces what came before',
} as const;

/** Slots whose values are wordings of one thing. */
const NAMES: ReadonlySet<string> = new Set(['class', 'name', 'body', 'form', 'type', 'who', 'what', 'channel']);

/** Slots that hold an actor: two bodies or two names of one side are two namings. */
const ACTORS: ReadonlySet<string> = new Set(['side', 'requester', 'addressee', 'requestedBy', 'promisedBy', 'monitor']);

const sideOfReading = ({ value, label }: Reading): string =>
  typeof value === 'string' ? sideKey(value, label) : label;

/** The same side, or an organisation and its council. */
function areOneSide(a: Reading, b: Reading): boolean {
  const [x, y] = [sideOfReading(a), sideOfReading(b)];
  return x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `);
}

/** How two values of a slot disagree on their own, before asking who said them when. */
function incompatible(slot: string, a: Reading, b: Reading): Difference['type'] | undefined {
  if (slot === 'stage' || slot === 'status') return 'update';
  if (ACTORS.has(slot)) return areOneSide(a, b) ? 'naming' : 'contradiction';
  if (NAMES.has(slot)) return 'naming';
  if (isCount(a.value) && isCount(b.value)) return countsClash(a.value, b.value) ? 'contradiction' : undefined;
  if (isTime(a.value) && isTime(b.value)) return timesClash(a.value, b.value);
  if (typeof a.value === 'string' && typeof b.value === 'string') return wordsClash(slot, a.value, b.value);
  return a.value === b.value ? undefined : 'contradiction';
}

const isTime = (value: Reading['value']): value is TimeRef => typeof value === 'object' && 'value' in value;
const isCount = (value: Reading['value']): value is Count => typeof value === 'object' && !('value' in value);

/** Counts clash when no number fits both. */
export function countsClash(a: Count, b: Count): boolean {
  const [al, ah] = boundsOf(a);
  const [bl, bh] = boundsOf(b);
  return Math.max(al, bl) > Math.min(ah, bh) || (a.best !== undefined && b.best !== undefined && a.best !== b.best);
}

const boundsOf = ({ low, best, high }: Count): readonly [number, number] => [
  low ?? best ?? 0,
  high ?? (low !== undefined && best === low ? Infinity : (best ?? Infinity)),
];

function timesClash(a: TimeRef, b: TimeRef): Difference['type'] | undefined {
  const x = windowOf(a);
  const y = windowOf(b);
  if (x === undefined || y === undefined) return a.value === b.value ? undefined : 'contradiction';
  if (x.lo === y.lo && x.hi === y.hi) return undefined;
  return x.lo < y.hi && y.lo < x.hi ? 'precision' : 'contradiction';
}

const DATE = /^\d{4}(?:-\d{2}){0,2}(?:T[\d:]+)?$/;

function wordsClash(slot: string, a: string, b: string): Difference['type'] | undefined {
  if (!DATE.test(a) || !DATE.test(b)) return 'contradiction';
  if (a.startsWith(b) || b.startsWith(a)) return 'precision';
  const gap = Math.abs(windowOfValue(a)!.lo - windowOfValue(b)!.lo);
  return slot === 'signed' && gap <= 86_400_000 ? 'naming' : 'contradiction';
}

const REPLACES = /\b(?:CORRECT|RECAST|UPDATE|ADDS?\b|REPLACE|WITHDRAW|RETRACT)/i;

const itemsOf = (reading: Reading, items: ReadonlyMap<string, Item>): Item[] =>
  reading.evidence.flatMap(({ record }) => items.get(record) ?? []);

/** An update, where everybody who said `old` said `next` later, or was corrected by a later report of the outlet. */
function replacedBy(old: Reading, next: Reading, items: ReadonlyMap<string, Item>): Verdict | undefined {
  const olds = itemsOf(old, items);
  const grew = isCount(old.value) && isCount(next.value) && numberIn(next.value) > numberIn(old.value);
  const news = itemsOf(next, items);
  let corrected = false;
  for (const before of olds) {
    const after = news.find(
      (item) =>
        isLater(item, before) &&
        (isSameVoice(item, before) || isCorrection(item, before) || (grew && leansOn(item, before))),
    );
    if (after === undefined) return undefined;
    corrected ||= isCorrection(after, before);
  }
  if (olds.length === 0) return undefined;
  const reason = corrected
    ? `the outlet corrected ${old.label} to ${next.label}`
    : `${olds[0]!.voice.name} said ${old.label} first and ${next.label} later`;
  return { type: 'update', reason, replaced: old };
}

const numberIn = ({ low, best, high }: Count): number => best ?? low ?? high ?? 0;

/** A count that grew replaces an earlier one of the same side, or one that an outlet gave with no source. */
const leansOn = (after: Item, before: Item): boolean =>
  before.voice.own || (after.voice.code !== '' && after.voice.side === before.voice.side);

const isSameVoice = (a: Item, b: Item): boolean => a.voice.key === b.voice.key;

const isCorrection = (after: Item, before: Item): boolean =>
  after.card.replaces?.includes(before.card.id) === true ||
  (after.card.outletKey !== undefined &&
    after.card.outletKey === before.card.outletKey &&
    after.card.slugs.some((slug) => REPLACES.test(slug)));

/** Later by publication; reports of one day cannot be told apart unless the later one is a correction. */
const isLater = (after: Item, before: Item): boolean =>
  after.pub !== undefined &&
  before.pub !== undefined &&
  (after.pub.lo > before.pub.lo || (after.pub.lo === before.pub.lo && isCorrection(after, before)));
