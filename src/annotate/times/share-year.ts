/** Gives dates the year that they share with a later one: "January 11 and November 26, 2021", "January and November 2021". */
import type { Expression } from './expression.ts';
import type { Scan } from './scan.ts';

/** What stands between dates of one list or range. */
const JOINTS = new Set([
  'and',
  'or',
  'to',
  ',',
  ', and',
  'and on',
  'and in',
  'and of',
  '-',
  '\u2013',
  '\u2014',
  'until',
  'till',
  'through',
  'as well as',
]);

/** The expressions, with years handed from right to left along lists and ranges. */
export function shareYears(scan: Scan, expressions: readonly Expression[]): Expression[] {
  const shared = [...expressions];
  for (let at = shared.length - 2; at >= 0; at--) {
    const year = sharedYear(scan, shared[at]!, shared[at + 1]!);
    if (year !== undefined) shared[at] = { ...shared[at]!, when: { ...shared[at]!.when, year }, rule: 'shared-year' };
  }
  return shared;
}

/** The year of `b` if `a` shares it; the one before where the list would run backwards ("December 30 to January 2, 2022"). */
function sharedYear(scan: Scan, a: Expression, b: Expression): number | undefined {
  if (
    a.when?.month === undefined ||
    a.when.year !== undefined ||
    a.when.which !== undefined ||
    a.when.shift !== undefined
  )
    return undefined;
  if (b.when?.month === undefined || b.when.year === undefined || b.when.shift !== undefined) return undefined;
  if ((a.when.day === undefined) !== (b.when.day === undefined) || b.start - a.end > 12 || b.start < a.end)
    return undefined;
  if (!JOINTS.has(scan.text.slice(a.end, b.start).trim().toLowerCase())) return undefined;
  const backwards =
    a.when.month > b.when.month || (a.when.month === b.when.month && (a.when.day ?? 0) > (b.when.day ?? 0));
  return backwards ? b.when.year - 1 : b.when.year;
}
