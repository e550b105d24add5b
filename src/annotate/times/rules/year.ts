/** Years and runs of years: "in 1999", "1994-97", "the 1990s", "post-1959", "fiscal 2021", "the 20th century". */
import type { Expression, When } from '../expression.ts';
import { dayAt, digitsAt, gapAfter, knownAt, normAt, yearAt } from '../scan.ts';
import type { Scan } from '../scan.ts';

const DECADE = /^(1[0-9]|20)?(\d)0s$/;

/** The year or decade at word `at`. */
export function yearDate(scan: Scan, at: number): Expression | undefined {
  const decade = decadeAt(scan, at);
  if (decade !== undefined) return make(scan, at, at, { decade }, 'decade');
  const year = yearAt(scan, at);
  if (year === undefined || !isYear(scan, at, year)) return undefined;
  const end = endYear(scan, at, year);
  if (end !== undefined) return make(scan, at, end.at, { year, endYear: end.year }, 'year-range');
  const fiscal = fiscalStart(scan, at);
  if (fiscal !== undefined) return make(scan, fiscal, at, { year, fiscal: true }, 'fiscal-year');
  const side = normAt(scan, at - 1);
  if (gapAfter(scan, at - 1) === '-' && (side === 'post' || side === 'pre'))
    return { ...make(scan, at - 1, at, { year }, 'year'), mod: side === 'post' ? 'AFTER' : 'BEFORE' };
  return make(scan, at, at, { year }, 'year');
}

/** "the 20th century". */
export function centuryDate(scan: Scan, at: number): Expression | undefined {
  const nth = dayAt(scan, at - 1);
  if (knownAt(scan, at)?.unit?.value !== 'century' || nth === undefined || nth > 22) return undefined;
  if (digitsAt(scan, at - 1) !== undefined || gapAfter(scan, at - 1) === 'far') return undefined;
  return make(scan, at - 1, at, { century: nth - 1 }, 'century');
}

function make(scan: Scan, first: number, last: number, when: When, rule: string): Expression {
  return { start: scan.words[first]!.start, end: scan.words[last]!.end, first, last, kind: 'when', when, rule };
}

/** "1980s" gives 198; "80s" stands for the last century. */
function decadeAt(scan: Scan, at: number): number | undefined {
  const match = DECADE.exec(normAt(scan, at));
  if (match === null) return undefined;
  if (match[1] !== undefined) return Number(match[1]) * 10 + Number(match[2]);
  const mark = scan.text[scan.words[at]!.start - 1];
  return mark === '\u2019' || mark === "'" || mark === '\u2018' ? 190 + Number(match[2]) : undefined;
}

function endYear(scan: Scan, at: number, year: number): { at: number; year: number } | undefined {
  const gap = gapAfter(scan, at);
  if (gap !== '-' && gap !== '/') return undefined;
  const short = normAt(scan, at + 1).length === 2 ? digitsAt(scan, at + 1, 2) : undefined;
  const full = yearAt(scan, at + 1) ?? (short === undefined ? undefined : Math.floor(year / 100) * 100 + short);
  return full !== undefined && full > year && gapAfter(scan, at + 1) !== '-' ? { at: at + 1, year: full } : undefined;
}

/** "fiscal 2021", "fiscal year 2021". */
function fiscalStart(scan: Scan, at: number): number | undefined {
  if (gapAfter(scan, at - 1) !== ' ') return undefined;
  if (normAt(scan, at - 1) === 'fiscal') return at - 1;
  return normAt(scan, at - 1) === 'year' && normAt(scan, at - 2) === 'fiscal' ? at - 2 : undefined;
}

/** Whether the number is a year, and not a count, a sum, a code or a clock. */
function isYear(scan: Scan, at: number, year: number): boolean {
  const word = scan.words[at]!;
  const before = normAt(scan, at - 1);
  const gap = gapAfter(scan, at - 1);
  const ahead = scan.text[word.start - 1];
  if (ahead === '$' || ahead === '€' || ahead === '£' || ahead === '.' || ahead === '#' || ahead === '/') return false;
  if ((gap === ',' || gap === '.' || gap === ':') && digitsAt(scan, at - 1) !== undefined) return false;
  if (runsOn(scan, at)) return false;
  const lead = gap === ' ' && isLead(scan, at - 1);
  if (gapAfter(scan, at) === ' ' && knownAt(scan, at + 1)?.counted !== undefined)
    return lead && before !== 'of' && year >= 1800 && year % 100 !== 0;
  if (gap === ' ' && knownAt(scan, at - 1)?.counter !== undefined) return false;
  if (year >= 1900 && year < 2100) return true;
  return lead && before !== 'of' && before !== 'from' && before !== 'between' && before !== 'after';
}

function runsOn(scan: Scan, at: number): boolean {
  const end = scan.words[at]!.end;
  const mark = scan.text[end];
  if (mark === '%' || mark === '\u00b0') return true;
  const gap = gapAfter(scan, at);
  return (gap === ',' || gap === '.' || gap === ':') && digitsAt(scan, at + 1) !== undefined;
}

const isLead = (scan: Scan, at: number): boolean =>
  knownAt(scan, at)?.leadYear !== undefined || (knownAt(scan, at)?.lead !== undefined && normAt(scan, at) !== 'the');
