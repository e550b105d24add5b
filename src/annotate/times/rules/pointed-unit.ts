/** A unit that is pointed at: "last week", "this month", "the coming days", "the same day", "the next year". */
import { durationOf } from '../expression.ts';
import type { Expression, Shift, Unit } from '../expression.ts';
import { gapAfter, knownAt, normAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';

interface Pointer {
  readonly n: number;
  readonly from: 'published' | 'context';
}

const POINTERS: Readonly<Record<string, Pointer>> = {
  last: { n: -1, from: 'published' },
  past: { n: -1, from: 'published' },
  previous: { n: -1, from: 'context' },
  next: { n: 1, from: 'published' },
  coming: { n: 1, from: 'published' },
  following: { n: 1, from: 'context' },
  this: { n: 0, from: 'published' },
  current: { n: 0, from: 'published' },
  same: { n: 0, from: 'context' },
  that: { n: 0, from: 'context' },
};

/** The time of the unit at word `at`, pointed at by the word before it. */
export function pointedUnit(scan: Scan, at: number, unit: Unit, plural: boolean): Expression | undefined {
  if (gapAfter(scan, at - 1) !== ' ') return undefined;
  const which = knownAt(scan, at - 1)?.which?.value;
  if (which === undefined) return undefined;
  const article = normAt(scan, at - 2) === 'the' && gapAfter(scan, at - 2) === ' ';
  const first = article ? at - 2 : at - 1;
  if (plural) return vagueLength(scan, first, at, unit, which);
  if (unit === 'second' || unit === 'minute') return undefined;
  if (which === 'past' && normAt(scan, at - 2) === 'this')
    return pointed(scan, at - 2, at, { unit, n: -1, from: 'published' });
  if (isStretch(scan, at, unit, which, article)) return stretch(scan, first, at, unit, which);
  const pointer = POINTERS[which];
  if (pointer === undefined) return undefined;
  const shift = { unit, ...pointer };
  return unit === 'day'
    ? pointedDay(scan, first, at, shift, which)
    : pointed(scan, firstOf(scan, at, which, first), at, shift);
}

/** "that same day" and "this same week" begin one word further left. */
const firstOf = (scan: Scan, at: number, which: string, first: number): number =>
  which === 'same' && knownAt(scan, at - 2)?.which !== undefined ? at - 2 : first;

const NO_DAY = new Set(['last', 'past', 'coming', 'current', 'this']);

/** "the next day" counts from the day last spoken of; "the last day" of something and "to this day" from nothing we know. */
function pointedDay(scan: Scan, first: number, at: number, shift: Shift, which: string): Expression | undefined {
  if (POINTERS[which] === undefined || NO_DAY.has(which)) return undefined;
  return pointed(scan, firstOf(scan, at, which, first), at, { ...shift, from: 'context' });
}

const pointed = (scan: Scan, first: number, last: number, shift: Shift): Expression => ({
  ...spanOver(scan, first, last),
  kind: 'when',
  when: { shift },
  rule: 'pointed-unit',
});

const SIDES: Readonly<Record<string, -1 | 1>> = {
  last: -1,
  past: -1,
  recent: -1,
  previous: -1,
  next: 1,
  coming: 1,
  following: 1,
};

/** "recent days", "the coming weeks". */
function vagueLength(scan: Scan, first: number, last: number, unit: Unit, which: string): Expression | undefined {
  const side = SIDES[which];
  if (side === undefined) return undefined;
  const length = { value: durationOf(unit, undefined), unit, side };
  return { ...spanOver(scan, first, last), kind: 'length', length, rule: 'vague-length' };
}

const THROUGH = new Set(['in', 'over', 'during', 'within', 'for', 'throughout']);

/** "over the last year" is a stretch of a year up to now, "last year" is the calendar year before. */
function isStretch(scan: Scan, at: number, unit: Unit, which: string, article: boolean): boolean {
  if (which === 'past' && article) return true;
  if (which !== 'last' && which !== 'next') return false;
  if (unit === 'hour') return true;
  return article && unit !== 'day' && unit !== 'weekend' && THROUGH.has(normAt(scan, at - 3));
}

function stretch(scan: Scan, first: number, last: number, unit: Unit, which: string): Expression {
  const side = which === 'next' ? 1 : -1;
  const length = { value: durationOf(unit, 1), unit, n: 1, side } as const;
  return { ...spanOver(scan, first, last), kind: 'length', length, rule: 'stretch' };
}
