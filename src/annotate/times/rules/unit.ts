/** Times around a unit: chooses between counted ("three days ago"), pointed at ("last week") and bare ("for years"). */
import { amountBefore } from '../amount.ts';
import type { Amount } from '../amount.ts';
import type { Expression, Unit } from '../expression.ts';
import { gapAfter, knownAt, normAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { bareUnit } from './bare-unit.ts';
import { countedUnit } from './counted-unit.ts';
import { pointedUnit } from './pointed-unit.ts';
import { recurringUnit } from './recurring-unit.ts';
import { centuryDate } from './year.ts';

/** The time around the unit at word `at`. */
export function unitTime(scan: Scan, at: number): Expression | undefined {
  const sense = knownAt(scan, at)!.unit!;
  const unit = sense.value as Unit;
  if (isAge(scan, at)) return undefined;
  const end = endOfYear(scan, at, unit);
  if (end !== undefined) return end;
  const amount = amountBefore(scan, at);
  const recurring = recurringUnit(scan, at, unit, amount);
  if (recurring !== undefined) return recurring;
  if (amount !== undefined) return withHalf(scan, at, unit, amount) ?? countedUnit(scan, at, unit, amount);
  if (sense.short === true) return undefined;
  return (
    centuryDate(scan, at) ??
    pointedUnit(scan, at, unit, sense.plural === true) ??
    bareUnit(scan, at, unit, sense.plural === true)
  );
}

/** "by year-end", "at year's end": of the year of the report. */
function endOfYear(scan: Scan, at: number, unit: Unit): Expression | undefined {
  if (unit !== 'year') return undefined;
  const last = normAt(scan, at + 1) === 's' ? at + 2 : at + 1;
  if (normAt(scan, last) !== 'end' || normAt(scan, last + 1) === 'of') return undefined;
  if (gapAfter(scan, at) === 'far' || gapAfter(scan, last - 1) === 'far') return undefined;
  const when = { shift: { unit, n: 0, from: 'published' } } as const;
  return { ...spanOver(scan, at, last), kind: 'when', when, mod: 'END', rule: 'end-of-year' };
}

/** "a year and a half ago", "two hours and a half". */
function withHalf(scan: Scan, at: number, unit: Unit, amount: Amount): Expression | undefined {
  if (amount.n === undefined || normAt(scan, at + 1) !== 'and' || gapAfter(scan, at) !== ' ') return undefined;
  if (normAt(scan, at + 2) !== 'a' || normAt(scan, at + 3) !== 'half') return undefined;
  return countedUnit(scan, at, unit, { first: amount.first, n: amount.n + 0.5 }, at + 3);
}

/** "6-year-old", "44 years of age". */
function isAge(scan: Scan, at: number): boolean {
  const next = normAt(scan, at + 1);
  if (next === 'old' || next === 'olds') return gapAfter(scan, at) !== 'far';
  return next === 'of' && normAt(scan, at + 2) === 'age';
}
