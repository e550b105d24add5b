/** Dates in figures: "2022-09-13", "13.09.2022", "9/13/2022". */
import { isCivil } from '../../../model/calendar.ts';
import type { Expression, When } from '../expression.ts';
import { digitsAt, gapAfter, yearAt } from '../scan.ts';
import type { Scan } from '../scan.ts';

/** The date in figures that starts at word `at`. */
export function numericDate(scan: Scan, at: number): Expression | undefined {
  const mark = gapAfter(scan, at);
  if ((mark !== '-' && mark !== '.' && mark !== '/') || gapAfter(scan, at + 1) !== mark) return undefined;
  const when = yearAt(scan, at) !== undefined ? yearFirst(scan, at) : yearLast(scan, at);
  if (when === undefined) return undefined;
  const start = scan.words[at]!.start;
  const last = at + 2;
  return { start, end: scan.words[last]!.end, first: at, last, kind: 'when', when, rule: 'numeric-date' };
}

function yearFirst(scan: Scan, at: number): When | undefined {
  const [year, month, day] = [yearAt(scan, at)!, digitsAt(scan, at + 1, 2), digitsAt(scan, at + 2, 2)];
  return month !== undefined && day !== undefined && isCivil(year, month, day) ? { year, month, day } : undefined;
}

/** Day first, as most of the world writes it; month first where only that makes a date. Both possible: the year alone. */
function yearLast(scan: Scan, at: number): When | undefined {
  const [one, two, year] = [digitsAt(scan, at, 2), digitsAt(scan, at + 1, 2), yearAt(scan, at + 2)];
  if (one === undefined || two === undefined || year === undefined) return undefined;
  const dayFirst = isCivil(year, two, one);
  const monthFirst = isCivil(year, one, two);
  if (dayFirst && monthFirst && one !== two && gapAfter(scan, at) === '/') return { year };
  if (dayFirst) return { year, month: two, day: one };
  return monthFirst ? { year, month: one, day: two } : undefined;
}
