/** Finds the year of a dateline that has only month and day, or the years that stay open. Called by `dateArticle`. */
import type { Basis, Published } from '../../model/article.ts';
import { civilOf, dayNumber, isCivil, isoDay, parseDay, weekdayOf } from '../../model/calendar.ts';
import type { DayNumber } from '../../model/calendar.ts';
import type { Span } from '../../model/span.ts';
import type { DatedWords, Evidence, ToldWeekday } from './dated-words.ts';

export interface OpenYear {
  readonly month: number;
  readonly day: number;
  readonly dateline: Span;
  readonly evidence: Evidence;
  /** Where the first paragraph ends. */
  readonly leadEnd: number;
  readonly notAfter?: string;
}

/** What bounds the day of the report, with the words that say so. */
interface Bounds {
  readonly lower?: { readonly day: DayNumber; readonly from: DatedWords };
  readonly upper?: { readonly day: DayNumber; readonly basis: Basis };
}

/** Years looked ahead where nothing bounds the report from above: long enough for a date and weekday to meet again. */
const HORIZON = 12;

/**
 * How many years a report may follow the last date that it tells as past, where a weekday alone has to choose. Within
 * three years nine reports of ten are dated rightly, without that limit only seven; see docs of the wires bench.
 */
const SPAN = 3;

const NAMES = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * The date where one year is left. Where several are left, a weekday and a past date decide for the first one behind
 * that date: a report rarely names the year of its last past date when it lies a decade back. Without a weekday, or
 * without a past date, nothing decides.
 */
export function dateByYear(open: OpenYear): Published {
  const weekday = tellingWeekday(open);
  const bounds = boundsOf(open);
  const basis: Basis[] = [{ rule: 'dateline-day', ...open.dateline }];
  if (weekday !== undefined) basis.push({ rule: weekday.rule, start: weekday.start, end: weekday.end });
  if (bounds.lower !== undefined) basis.push(lowerBasis(bounds.lower));
  if (bounds.upper !== undefined) basis.push(bounds.upper.basis);
  if (bounds.lower === undefined) return { basis, candidates: [] };
  const days = openDays(open, weekday?.weekday, bounds.lower.day, bounds.upper?.day);
  const candidates = days.map(isoDay);
  const value = candidates[0];
  const settled = days.length === 1 && bounds.upper !== undefined;
  if (value === undefined || (!settled && (weekday === undefined || isDoubtful(open, bounds.lower.from, days[0]!))))
    return { basis, candidates };
  basis.push(verdict(open, weekday?.weekday, bounds, days));
  return { value, precision: 'day', basis, candidates };
}

/**
 * The first year that fits is no safe choice: too far behind the past date; before a year that the report tells as
 * past; or the past date lies in the month of the dateline in another year, as anniversaries do.
 */
function isDoubtful({ evidence, month }: OpenYear, from: DatedWords, day: DayNumber): boolean {
  const [past, first] = [civilOf(from.first), civilOf(day)];
  if (day - from.first > SPAN * 366 || evidence.years.some((year) => year > first.year)) return true;
  return from.made !== true && past.month === month && past.year !== first.year;
}

interface Telling extends Span {
  readonly weekday: number;
  readonly rule: string;
}

/** The weekday of the dateline's day: one that stands with that day, else the one that the report is told on. */
function tellingWeekday(open: OpenYear): Telling | undefined {
  const { evidence, month, day } = open;
  const exact = evidence.weekdays.find((told) => told.month === month && told.day === day);
  if (exact !== undefined) return { ...spanOf(exact), weekday: exact.weekday, rule: 'weekday-with-date' };
  const told = leadWeekday(open);
  return told === undefined ? undefined : { ...spanOf(told), weekday: told.weekday, rule: 'weekday-of-telling' };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/**
 * The weekday of the first paragraph, where no other is told more often: on wires it is the weekday of the dateline
 * in 19 reports of 20. Further down weekdays tell of other days as often.
 */
function leadWeekday({ evidence, leadEnd }: OpenYear): ToldWeekday | undefined {
  const plain = evidence.weekdays.filter((told) => told.day === undefined);
  const lead = plain.find((told) => told.start < leadEnd);
  if (lead === undefined) return undefined;
  const count = (weekday: number): number => plain.filter((told) => told.weekday === weekday).length;
  return plain.every((told) => count(told.weekday) <= count(lead.weekday)) ? lead : undefined;
}

function boundsOf({ evidence, notAfter }: OpenYear): Bounds {
  const limit = notAfter === undefined ? undefined : parseDay(notAfter);
  const past = evidence.dates.filter((date) => date.side === 'past' && (limit === undefined || date.first <= limit));
  const latest = past.reduce<DatedWords | undefined>(
    (best, date) => (best === undefined || date.first > best.first ? date : best),
    undefined,
  );
  const ahead = evidence.dates.filter(
    (date) => date.side === 'ahead' && (latest === undefined || date.last >= latest.first),
  );
  const soonest = ahead.reduce<DatedWords | undefined>(
    (best, date) => (best === undefined || date.last < best.last ? date : best),
    undefined,
  );
  const lower = latest === undefined ? {} : { lower: { day: latest.first, from: latest } };
  const upper = upperOf(soonest, limit);
  return upper === undefined ? lower : { ...lower, upper };
}

function upperOf(soonest: DatedWords | undefined, limit: DayNumber | undefined): Bounds['upper'] {
  if (soonest !== undefined && (limit === undefined || soonest.last <= limit))
    return {
      day: soonest.last,
      basis: { rule: 'coming-date', ...spanOf(soonest), note: `not after ${isoDay(soonest.last)}` },
    };
  return limit === undefined
    ? undefined
    : { day: limit, basis: { rule: 'not-after', note: `not after ${isoDay(limit)}` } };
}

const lowerBasis = ({ day, from }: NonNullable<Bounds['lower']>): Basis => ({
  rule: 'past-date',
  ...spanOf(from),
  note: `not before ${isoDay(day)}`,
});

/** The days of that month and day within the bounds, on that weekday where one is told. */
function openDays(
  { month, day }: OpenYear,
  weekday: number | undefined,
  lower: DayNumber,
  upper: DayNumber | undefined,
): DayNumber[] {
  const from = civilOf(lower).year;
  const to = upper === undefined ? from + HORIZON : civilOf(upper).year;
  const days: DayNumber[] = [];
  for (let year = from; year <= to; year++) {
    if (!isCivil(year, month, day)) continue;
    const candidate = dayNumber(year, month, day);
    if (candidate < lower || (upper !== undefined && candidate > upper)) continue;
    if (weekday === undefined || weekdayOf(candidate) === weekday) days.push(candidate);
  }
  return days;
}

function verdict(
  { month, day }: OpenYear,
  weekday: number | undefined,
  { lower, upper }: Bounds,
  days: readonly DayNumber[],
): Basis {
  const what = `${weekday === undefined ? 'day' : NAMES[weekday]} ${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const after = isoDay(lower!.day);
  const { year } = civilOf(days[0]!);
  if (days.length > 1)
    return { rule: 'first-year-after-past-date', note: `${year} is the first year after ${after} with a ${what}` };
  const until = upper === undefined ? `the ${HORIZON} years after` : isoDay(upper.day);
  return { rule: 'only-year', note: `between ${after} and ${until} only ${year} has a ${what}` };
}
