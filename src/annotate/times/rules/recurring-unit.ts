/** What comes again: "every day", "every two weeks", "20 sorties a day", "twice a week", "per month". */
import type { Amount } from '../amount.ts';
import { durationOf } from '../expression.ts';
import type { Expression, Unit } from '../expression.ts';
import { gapAfter, isNumeric, knownAt, normAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';

const TIMES = new Set(['once', 'twice', 'times', 'thrice']);

/** The set of times that the unit at word `at` makes with a word before it. */
export function recurringUnit(scan: Scan, at: number, unit: Unit, amount: Amount | undefined): Expression | undefined {
  const first = amount?.first ?? at;
  const every = gapAfter(scan, first - 1) === ' ' ? knownAt(scan, first - 1)?.every : undefined;
  if (every !== undefined && isSpeed(scan, first - 1)) return undefined;
  if (every !== undefined)
    return set(scan, first - 1, at, unit, normAt(scan, first) === 'other' ? 2 : (amount?.n ?? 1));
  if (normAt(scan, at - 1) === 'other' && knownAt(scan, at - 2)?.every !== undefined)
    return set(scan, at - 2, at, unit, 2);
  if (amount?.article !== true || first !== at - 1 || !isRate(scan, first)) return undefined;
  // "$5 million a year earlier"
  if (gapAfter(scan, at) === ' ' && knownAt(scan, at + 1)?.shift !== undefined) return undefined;
  return set(scan, first, at, unit, 1);
}

const DISTANCES = new Set(['kilometers', 'kilometres', 'km', 'miles', 'meters', 'metres', 'knots']);

/** "90 kilometers per hour" is a speed. */
const isSpeed = (scan: Scan, per: number): boolean =>
  normAt(scan, per) === 'per' && DISTANCES.has(normAt(scan, per - 1));

/** "a day" after a count is how often: "20 flights a day", "$3 million a year", "twice a week". */
function isRate(scan: Scan, article: number): boolean {
  if (gapAfter(scan, article - 1) !== ' ') return false;
  const before = article - 1;
  if (knownAt(scan, before)?.unit !== undefined) return false;
  if (TIMES.has(normAt(scan, before))) return true;
  for (let at = before; at > before - 3 && at >= 0; at--) {
    if (knownAt(scan, at)?.closer !== undefined || gapAfter(scan, at) !== ' ') return false;
    if (at < before && isCountWord(scan, at)) return true;
  }
  return isCountWord(scan, before) && isNumeric(scan.words[before - 1]);
}

const isCountWord = (scan: Scan, at: number): boolean =>
  isNumeric(scan.words[at]) || knownAt(scan, at)?.number !== undefined || knownAt(scan, at)?.vague !== undefined;

const set = (scan: Scan, first: number, last: number, unit: Unit, n: number): Expression => ({
  ...spanOver(scan, first, last),
  kind: 'set',
  value: durationOf(unit, n),
  rule: 'recurring-unit',
});
