/** Dates around the name of a month: "September 13, 2022", "3 to 5 May", "the 13th of September", "November 2020". */
import type { Expression, When } from '../expression.ts';
import { dayAt, digitsAt, gapAfter, isCapitalised, knownAt, normAt, yearAt } from '../scan.ts';
import type { Scan } from '../scan.ts';

/** What the days of the month take up: words `first` to `last`. */
interface Days {
  readonly first: number;
  readonly last: number;
  readonly day: number;
  readonly endDay?: number;
  /** Words of further days: the 25 of "April 24 and 25". */
  readonly also?: readonly number[];
}

/** The dates that hang on the month at word `at`; several for "April 24 and 25". */
export function monthDate(scan: Scan, at: number): Expression[] {
  const sense = knownAt(scan, at)!.month!;
  if (!isCapitalised(scan, at)) return [];
  const days = daysAfter(scan, at) ?? daysBefore(scan, at);
  const last = Math.max(at, days?.last ?? at);
  const yearWord = yearAfter(scan, last);
  const which = whichBefore(scan, at, days?.first);
  if (days === undefined && yearWord === undefined && which === undefined && !standsAlone(scan, at)) return [];
  const year = yearWord === undefined ? undefined : yearAt(scan, yearWord);
  const base: When = {
    month: sense.n!,
    ...(year === undefined ? {} : { year }),
    ...(which ? { which: which.value } : {}),
  };
  const first = Math.min(at, days?.first ?? at, which?.at ?? at);
  if (days?.also !== undefined) return listedDays(scan, base, days, days.also, first, yearWord ?? last);
  const when: When =
    days === undefined ? base : { ...base, day: days.day, ...(days.endDay ? { endDay: days.endDay } : {}) };
  return [expression(scan, when, first, yearWord ?? last)];
}

function expression(scan: Scan, when: When, first: number, last: number): Expression {
  const span = { start: scan.words[first]!.start, end: scan.words[last]!.end };
  const rule = when.endDay !== undefined ? 'day-range' : when.day !== undefined ? 'month-day' : 'month';
  return { ...span, first, last, kind: 'when', when, rule };
}

/** "April 24 and 25" is two days; the year stands with the last. */
function listedDays(
  scan: Scan,
  base: When,
  { first: at, day }: Days,
  also: readonly number[],
  first: number,
  last: number,
): Expression[] {
  const others = also.map((word, index) =>
    expression(scan, { ...base, day: dayAt(scan, word)! }, word, index === also.length - 1 ? last : word),
  );
  return [expression(scan, { ...base, day }, first, at), ...others];
}

/** "September 13", "Sept. 15-16", "May 3 to 5", "April 24 and 25". */
function daysAfter(scan: Scan, month: number): Days | undefined {
  const at = month + 1;
  const gap = gapAfter(scan, month);
  const tied = gap === ' ' || (gap === '. ' && knownAt(scan, month)?.month?.short === true);
  const day = tied ? dayAt(scan, at) : undefined;
  if (day === undefined || runsOn(scan, at)) return undefined;
  const also = listAfter(scan, at, day);
  if (also !== undefined) return { first: at, last: also.at(-1)!, day, also };
  const to = rangeEnd(scan, at, day);
  return to === undefined ? { first: at, last: at, day } : { first: at, last: to.at, day, endDay: to.day };
}

/** The further days of "May 3 and 4", "May 3, 4 and 5". */
function listAfter(scan: Scan, at: number, day: number): number[] | undefined {
  const also: number[] = [];
  let before = day;
  for (let next = at + 1; gapAfter(scan, next - 1) === ', '; next++) {
    const further = digitsAt(scan, next, 2);
    if (further === undefined || further <= before || further > 31) break;
    also.push(next);
    before = further;
  }
  const end = at + also.length;
  if (normAt(scan, end + 1) !== 'and' || gapAfter(scan, end) !== ' ' || gapAfter(scan, end + 1) !== ' ')
    return undefined;
  const last = dayAt(scan, end + 2);
  if (last === undefined || last <= before || !endsHere(scan, end + 2)) return undefined;
  return [...also, end + 2];
}

/** "13 September", "3-5 May", "from 3 to 5 May", "the 13th of September". */
function daysBefore(scan: Scan, month: number): Days | undefined {
  const of = normAt(scan, month - 1) === 'of' && gapAfter(scan, month - 1) === ' ';
  const at = of ? month - 2 : month - 1;
  const gap = gapAfter(scan, at);
  const day = gap === ' ' || gap === '-' ? dayAt(scan, at) : undefined;
  if (day === undefined || (of && digitsAt(scan, at) !== undefined) || isTail(scan, at)) return undefined;
  const from = rangeStart(scan, at, day);
  const first = from?.at ?? at;
  if (from === undefined) return { first, last: month, day };
  return { first, last: month, day: from.day, endDay: day };
}

/** The number at `at` goes on: "May 5:30", "May 5,000", "May 5.2", "May 5 percent", "May 5 p.m.". */
function runsOn(scan: Scan, at: number): boolean {
  const gap = gapAfter(scan, at);
  const next = normAt(scan, at + 1);
  if (gap === ':' || ((gap === ',' || gap === '.') && digitsAt(scan, at + 1) !== undefined)) return true;
  return gap === ' ' && (next === 'percent' || next === 'am' || next === 'pm');
}

/** The number at `at` ends a longer one: "10:13 September". */
function isTail(scan: Scan, at: number): boolean {
  const gap = gapAfter(scan, at - 1);
  return (gap === ':' || gap === '.' || gap === ',' || gap === '/') && digitsAt(scan, at - 1) !== undefined;
}

function rangeEnd(scan: Scan, at: number, day: number): { at: number; day: number } | undefined {
  const to = wordAfterJoint(scan, at);
  const end = to === undefined ? undefined : dayAt(scan, to);
  if (to === undefined || end === undefined || end <= day || !endsHere(scan, to)) return undefined;
  return { at: to, day: end };
}

/** The second number is a day and not the start of something else: "May 5 and 12 people", "May 5 to 11 June". */
function endsHere(scan: Scan, at: number): boolean {
  if (runsOn(scan, at) || knownAt(scan, at)?.ordinal !== undefined) return false;
  const gap = gapAfter(scan, at);
  if (knownAt(scan, at + 1)?.month !== undefined) return false;
  return gap !== ' ' || yearAt(scan, at + 1) !== undefined || knownAt(scan, at + 1)?.closer !== undefined;
}

const TO = new Set(['to', 'through', 'till', 'until']);

/** Index of the word after "-", "to", "through", "till" or "until". */
function wordAfterJoint(scan: Scan, at: number): number | undefined {
  const gap = gapAfter(scan, at);
  if (gap === '-') return at + 1;
  return gap === ' ' && gapAfter(scan, at + 1) === ' ' && TO.has(normAt(scan, at + 1)) ? at + 2 : undefined;
}

function rangeStart(scan: Scan, at: number, day: number): { at: number; day: number } | undefined {
  const gap = gapAfter(scan, at - 1);
  const dash = gap === '-';
  const word = normAt(scan, at - 1);
  const to = gap === ' ' && (word === 'to' || word === 'through' || word === 'till') && gapAfter(scan, at - 2) === ' ';
  if (!dash && !to) return undefined;
  const from = dash ? at - 1 : at - 2;
  const start = dayAt(scan, from);
  return start === undefined || start >= day || isTail(scan, from) ? undefined : { at: from, day: start };
}

/** Index of the year: "May 5, 2021", "May 2021", "May, 2021", "May of 2021". */
function yearAfter(scan: Scan, last: number): number | undefined {
  const gap = gapAfter(scan, last);
  if (gap !== ' ' && gap !== ', ' && gap !== ',' && gap !== '. ' && gap !== '-') return undefined;
  if (gap === '. ' && knownAt(scan, last)?.month?.short !== true) return undefined;
  if (yearAt(scan, last + 1) !== undefined) return isCount(scan, last + 1) ? undefined : last + 1;
  const of = normAt(scan, last + 1) === 'of' && gap === ' ' && gapAfter(scan, last + 1) === ' ';
  return of && yearAt(scan, last + 2) !== undefined ? last + 2 : undefined;
}

/** "May 5, 2021:30" or "2,021": a four-digit number that runs on. */
const isCount = (scan: Scan, at: number): boolean => {
  const gap = gapAfter(scan, at);
  return (gap === ':' || gap === '.' || gap === ',') && digitsAt(scan, at + 1) !== undefined;
};

const WHICH: Readonly<Record<string, 'last' | 'next' | 'this'>> = {
  last: 'last',
  past: 'last',
  next: 'next',
  coming: 'next',
  this: 'this',
};

function whichBefore(scan: Scan, month: number, firstDay = month) {
  const at = Math.min(month, firstDay) - 1;
  const sense = knownAt(scan, at)?.which?.value;
  const value = sense === undefined || gapAfter(scan, at) !== ' ' ? undefined : WHICH[sense];
  return value === undefined ? undefined : { at, value };
}

/** A month without day or year: "in May", "since September", "the March accession", "November's". */
function standsAlone(scan: Scan, at: number): boolean {
  const { month } = knownAt(scan, at)!;
  if (month!.short === true) return false;
  const before = normAt(scan, at - 1);
  const gap = gapAfter(scan, at - 1);
  if (gap === ' ' && knownAt(scan, at - 1)?.lead !== undefined)
    return month!.ambiguous !== true || before !== 'to' || at < 2;
  if (gap === '-' && before === 'mid') return true;
  if (normAt(scan, at + 1) === 'and' && knownAt(scan, at + 2)?.month !== undefined) return true;
  return month!.ambiguous !== true;
}
