/** Fusion of tolls, statements, plans, observations, mechanisms and other events. */
import type {
  EventRecord,
  MechanismRecord,
  ObservationRecord,
  PlanRecord,
  StatementRecord,
  TollRecord,
} from '../../model/record.ts';
import { foldName, intersects, isSubset, sideOfActor, sortedSet } from '../keys.ts';
import { type Window, DAY, HOUR, dayNumber, lengthOf, overlapOf, windowOf, windowText } from '../time.ts';
import { dayKey } from './bag.ts';
import { plainFusion } from './plain.ts';

const daysNear = (w: Window | undefined, around: number): number[] => {
  if (w === undefined) return [];
  const found: number[] = [];
  for (let day = dayNumber(w.lo) - around; day <= dayNumber(w.hi - 1) + around && found.length < 12; day++)
    found.push(day);
  return found;
};

const agree = (a: Window | undefined, b: Window | undefined): boolean =>
  a !== undefined && b !== undefined && overlapOf(a, b) > 0;

const sides = (slots: readonly { readonly value: { readonly code: string; readonly name: string } }[]): string[] =>
  sortedSet(slots.map((slot) => sideOfActor(slot.value)));

interface TollFacts {
  readonly side: string;
  readonly period: Window | undefined;
  readonly when: Window | undefined;
  readonly places: readonly string[];
}

/** One series a losing side: counts of one period together, running totals while no gap of a week parts them. */
export const tollFusion = plainFusion<TollFacts>({
  kind: 'toll',
  facts: (item) => {
    const record = item.record as TollRecord;
    const period = windowOf(record.period?.value);
    return {
      side: record.side === undefined ? '' : sideOfActor(record.side.value),
      period: period !== undefined && lengthOf(period) <= 3 * DAY ? period : undefined,
      when: item.pub ?? item.when,
      places: record.side === undefined ? sortedSet(record.places.map((slot) => slot.value.key)) : [],
    };
  },
  signature: (f) =>
    `${f.side}|${f.places.join()}|${windowText(f.period)}|${f.when === undefined ? '' : dayNumber(f.when.lo)}`,
  keys: (f) => {
    const what = f.side === '' ? f.places : [f.side];
    return what.flatMap((key) => daysNear(f.period ?? f.when, f.period ? 0 : 4).map((day) => dayKey(day, key)));
  },
  same: (a, b) => {
    if (a.side !== b.side || (a.side === '' && !intersects(a.places, b.places))) return undefined;
    if (a.period !== undefined && b.period !== undefined)
      return overlapOf(a.period, b.period) > 0
        ? { rule: 'toll-same-period', reason: 'losses of the same side in the same period', strength: 2 }
        : undefined;
    if (a.when === undefined || b.when === undefined || overlapOf(a.when, b.when) < -7 * DAY) return undefined;
    return { rule: 'toll-same-series', reason: 'losses of the same side, told within a week', strength: 1 };
  },
  sameWhy: { rule: 'toll-same-day', reason: 'losses of the same side, told on the same day', strength: 9 },
});

interface StatementFacts {
  readonly speaker: string;
  readonly name: string;
  readonly act: string;
  readonly to: readonly string[];
  readonly pub: Window | undefined;
  /** The record itself, where it has no gist to be compared by. */
  readonly alone: string;
  readonly gist: readonly number[];
}

/** Shared words over all words of two sorted lists of word hashes. */
function jaccard(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return shared / (a.length + b.length - shared || 1);
}

/** Whole numbers below 2^48 as text, three characters each: much quicker than writing them out. */
function packed(numbers: readonly number[]): string {
  const units: number[] = [];
  for (const n of numbers) units.push(n & 0xffff, (n / 0x1_0000) & 0xffff, (n / 0x1_0000_0000) & 0xffff);
  return String.fromCharCode(...units);
}

/** One statement told by several reports: the same speaker and mostly the same words, within two days. */
export const statementFusion = plainFusion<StatementFacts>({
  kind: 'statement',
  facts: (item) => {
    const record = item.record as StatementRecord;
    const gist = item.card.gists?.[item.uid] ?? [];
    return {
      speaker: item.voice.key,
      name: foldName(record.speaker?.value.name ?? item.voice.name),
      act: record.act.value,
      to: sides(record.addressees),
      pub: item.pub,
      alone: gist.length === 0 ? item.uid : '',
      gist,
    };
  },
  signature: (f) => `${f.speaker}|${f.name}|${f.act}|${f.to.join()}|${windowText(f.pub)}|${packed(f.gist)}|${f.alone}`,
  keys: (f) => (f.gist.length < 4 ? [] : daysNear(f.pub, 1).map((day) => dayKey(day, f.speaker))),
  same: (a, b) => {
    if (a.speaker !== b.speaker || a.pub === undefined || b.pub === undefined) return undefined;
    if (overlapOf(a.pub, b.pub) < -2 * DAY || jaccard(a.gist, b.gist) < 0.6) return undefined;
    return {
      rule: 'statement-same-words',
      reason: 'the same speaker says mostly the same words',
      strength: Math.round(jaccard(a.gist, b.gist) * 10),
    };
  },
  sameWhy: { rule: 'statement-same-words', reason: 'the same speaker, act and words', strength: 9 },
});

interface PlanFacts {
  readonly who: string;
  readonly words: readonly string[];
  readonly due: Window | undefined;
  readonly pub: Window | undefined;
}

/** Due in one long stretch of time, "in the autumn": few things are, so that few words in common will do. */
const isSameSeason = (a: Window | undefined, b: Window | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  overlapOf(a, b) > 20 * DAY &&
  overlapOf(a, b) > 0.9 * Math.max(lengthOf(a), lengthOf(b));

/** One plan: the same doer, words that mostly agree, no different due time. */
export const planFusion = plainFusion<PlanFacts>({
  kind: 'plan',
  facts: (item) => {
    const record = item.record as PlanRecord;
    return {
      who: record.who === undefined ? '' : sideOfActor(record.who.value),
      words: sortedSet(
        foldName(record.what.value)
          .split(' ')
          .filter((word) => word.length > 3),
      ),
      due: windowOf(record.due?.value),
      pub: item.pub,
    };
  },
  signature: (f) => `${f.who}|${f.words.join()}|${windowText(f.due)}|${f.pub?.lo}`,
  keys: (f) => (f.words.length === 0 ? [] : daysNear(f.pub, 3).map((day) => dayKey(day, f.who))),
  same: (a, b) => {
    if (a.who !== b.who || a.words.length === 0 || (a.due && b.due && !agree(a.due, b.due))) return undefined;
    if (a.pub === undefined || b.pub === undefined || overlapOf(a.pub, b.pub) < -6 * DAY) return undefined;
    const shared = a.words.filter((word) => b.words.includes(word)).length;
    if (shared * 2 < a.words.length + b.words.length - shared && !(shared >= 2 && isSameSeason(a.due, b.due)))
      return undefined;
    return {
      rule: 'plan-same-words',
      reason: 'the same doer, mostly the same words, no other due time',
      strength: shared,
    };
  },
  conflict: (a, b) => a.due !== undefined && b.due !== undefined && !agree(a.due, b.due),
  sameWhy: { rule: 'plan-same-words', reason: 'the same doer, words and due time', strength: 9 },
});

interface ObservationFacts {
  readonly monitor: string;
  readonly finding: string;
  readonly places: readonly string[];
  readonly when: Window | undefined;
}

const isAccess = (f: ObservationFacts): boolean => f.finding === 'access denied';

/** One observation: the same monitor, place and period; a finding that differs is a difference within it. */
export const observationFusion = plainFusion<ObservationFacts>({
  kind: 'observation',
  facts: (item) => {
    const record = item.record as ObservationRecord;
    return {
      monitor: record.monitor === undefined ? item.voice.key : sideOfActor(record.monitor.value),
      finding: record.finding.value,
      places: sortedSet(record.places.map((slot) => slot.value.key)),
      when: item.when,
    };
  },
  signature: (f) => `${f.monitor}|${f.finding}|${f.places.join()}|${windowText(f.when)}`,
  keys: (f) => daysNear(f.when, 0).map((day) => dayKey(day, f.monitor)),
  same: (a, b) => {
    if (a.monitor !== b.monitor || !agree(a.when, b.when) || isAccess(a) !== isAccess(b)) return undefined;
    if (a.places.length > 0 && b.places.length > 0 && !intersects(a.places, b.places)) return undefined;
    const share = a.finding === b.finding ? 0.5 : 0.8;
    if (overlapOf(a.when!, b.when!) < share * Math.max(lengthOf(a.when!), lengthOf(b.when!))) return undefined;
    return {
      rule: 'observation-same-monitor-time',
      reason: 'the same monitor, place and period',
      strength: 1,
    };
  },
  conflict: (a, b) => a.places.length > 0 && b.places.length > 0 && !intersects(a.places, b.places),
  sameWhy: { rule: 'observation-same-words', reason: 'the same monitor, finding, place and time', strength: 9 },
});

interface MechanismFacts {
  readonly name: string;
  readonly members: readonly string[];
}

/** One mechanism: the same name, members that do not contradict. */
export const mechanismFusion = plainFusion<MechanismFacts>({
  kind: 'mechanism',
  facts: (item) => {
    const record = item.record as MechanismRecord;
    return { name: foldName(record.name.value), members: sides(record.members) };
  },
  signature: (f) => `${f.name}|${f.members.join()}`,
  keys: (f) => [f.name],
  same: (a, b) => {
    if (a.name !== b.name) return undefined;
    const fits =
      a.members.length === 0 ||
      b.members.length === 0 ||
      isSubset(a.members, b.members) ||
      isSubset(b.members, a.members);
    return fits ? { rule: 'mechanism-same-name', reason: `the same name (${a.name})`, strength: 1 } : undefined;
  },
  sameWhy: { rule: 'mechanism-same-words', reason: 'the same name and members', strength: 9 },
});

interface EventFacts {
  readonly event: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly when: Window | undefined;
}

/** One event: the same PLOVER category and actors, at times that agree within a day and a half. */
export const eventFusion = plainFusion<EventFacts>({
  kind: 'event',
  facts: (item) => {
    const record = item.record as EventRecord;
    return {
      event: record.plover?.event ?? '',
      by: sides(record.actors),
      to: sides(record.recipients),
      when: item.when,
    };
  },
  signature: (f) => `${f.event}|${f.by.join()}|${f.to.join()}|${windowText(f.when)}`,
  keys: (f) => daysNear(f.when, 0).map((day) => dayKey(day, `${f.event}|${f.by.join()}|${f.to.join()}`)),
  same: (a, b) => {
    if (a.event !== b.event || a.by.join() !== b.by.join() || a.to.join() !== b.to.join()) return undefined;
    if (a.by.length === 0 || !agree(a.when, b.when)) return undefined;
    if (Math.max(lengthOf(a.when!), lengthOf(b.when!)) > 36 * HOUR + DAY) return undefined;
    return {
      rule: 'event-same-actors-time',
      reason: 'the same act between the same actors, at times that agree',
      strength: 1,
    };
  },
  sameWhy: { rule: 'event-same-words', reason: 'the same act, actors and time', strength: 9 },
});
