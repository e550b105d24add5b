/** A number of units: "three days", "a 16-hour flight", "two weeks ago", "the past 24 hours", "a day later". */
import type { Amount } from '../amount.ts';
import { durationOf } from '../expression.ts';
import type { Expression, Unit, When } from '../expression.ts';
import { gapAfter, isCapitalised, knownAt, normAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';

/** On which side of the report a pointer puts a length: "the past two months", "the next three days". */
const SIDES: Readonly<Record<string, -1 | 1>> = {
  last: -1,
  past: -1,
  previous: -1,
  recent: -1,
  next: 1,
  coming: 1,
  following: 1,
};

/** The time of `amount` units at word `at`; `end` is the last word of the amount where that stands behind the unit. */
export function countedUnit(
  scan: Scan,
  at: number,
  unit: Unit,
  amount: Amount,
  end: number = at,
): Expression | undefined {
  if (isTitle(scan, amount.first, at)) return undefined;
  const shifted = shiftedUnit(scan, end, unit, amount);
  if (shifted !== undefined) return shifted;
  if ((amount.article === true && !isLength(scan, at, unit)) || isShare(scan, at)) return undefined;
  const before = gapAfter(scan, amount.first - 1) === ' ' ? knownAt(scan, amount.first - 1)?.which?.value : undefined;
  const side = before === undefined ? undefined : SIDES[before];
  const last = withLong(scan, end);
  // in "a week-long lull" the article is the lull's
  const start = amount.article === true && last !== end ? at : amount.first;
  const first = side === undefined ? start : withArticle(scan, amount.first - 1);
  if (normAt(scan, first - 1) === 'of' && knownAt(scan, first - 2)?.every !== undefined)
    return { ...spanOver(scan, first - 2, last), kind: 'set', value: durationOf(unit, 1), rule: 'each-of' };
  const value = durationOf(unit, amount.n);
  const length = {
    value,
    unit,
    ...(amount.n === undefined ? {} : { n: amount.n }),
    ...(side === undefined ? {} : { side }),
  };
  const mod = amount.approximate === true ? { mod: 'APPROX' } : {};
  return { ...spanOver(scan, first, last), kind: 'length', length, ...mod, rule: 'length' };
}

/** A programme or a film: "60 Minutes" in quotation marks. */
const isTitle = (scan: Scan, first: number, at: number): boolean =>
  isCapitalised(scan, at) && /["'\u201c\u2018`]/.test(scan.text[scan.words[first]!.start - 1] ?? ' ');

/** "24 hours a day" tells how much of each day, not how long. */
const isShare = (scan: Scan, at: number): boolean =>
  normAt(scan, at + 1) === 'a' && gapAfter(scan, at) === ' ' && knownAt(scan, at + 2)?.unit !== undefined;

/** "a second", "a quarter" and "a minute" are mostly something else: "a second letter", "a quarter of them". */
const isLength = (scan: Scan, at: number, unit: Unit): boolean =>
  unit !== 'second' && unit !== 'quarter' && ((unit !== 'day' && unit !== 'weekend') || normAt(scan, at + 1) !== 'of');

/** "two weeks ago", "three days later", "an hour earlier", "six months from now". */
function shiftedUnit(scan: Scan, at: number, unit: Unit, amount: Amount): Expression | undefined {
  if (gapAfter(scan, at) !== ' ') return undefined;
  const sense = knownAt(scan, at + 1)?.shift;
  const fromNow = normAt(scan, at + 1) === 'from' && normAt(scan, at + 2) === 'now';
  if (sense === undefined && !fromNow) return undefined;
  const last = fromNow ? at + 2 : at + 1;
  const from = fromNow || sense!.value === 'published' ? 'published' : 'context';
  const sign = fromNow ? 1 : sense!.n!;
  const span = spanOver(scan, amount.first, last);
  if (amount.n === undefined) return vagueShift(span, from, sign);
  const years = unit === 'decade' ? 10 : unit === 'century' ? 100 : undefined;
  const shift =
    years === undefined ? { unit, n: sign * amount.n, from } : { unit: 'year', n: sign * amount.n * years, from };
  const when = { shift } as When;
  return { ...span, kind: 'when', when, ...(amount.approximate ? { mod: 'APPROX' } : {}), rule: 'shifted-unit' };
}

function vagueShift(span: ReturnType<typeof spanOver>, from: string, sign: number): Expression | undefined {
  if (from !== 'published') return undefined;
  return { ...span, kind: 'reference', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', rule: 'vague-shift' };
}

const withArticle = (scan: Scan, at: number): number =>
  normAt(scan, at - 1) === 'the' && gapAfter(scan, at - 1) === ' ' ? at - 1 : at;

/** "two-day-long". */
export const withLong = (scan: Scan, at: number): number =>
  normAt(scan, at + 1) === 'long' && gapAfter(scan, at) === '-' ? at + 1 : at;
