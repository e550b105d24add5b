/** Puts what an expression says on the time line: its TIMEX3 value, from the day of the report and the times told before it. */
import type { DayNumber } from '../../model/calendar.ts';
import {
  civilOf,
  dayNumber,
  isCivil,
  isoDate,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  twoDigits,
  weekdayOf,
} from '../../model/calendar.ts';
import type { When } from './expression.ts';
import { feastDay } from './feast.ts';
import { resolveShift } from './resolve-shift.ts';
import { ofDay } from './resolved.ts';
import type { Context, Resolved } from './resolved.ts';

/** The date of `when`, its clock and part of day left aside; undefined when there is no such date. */
export function resolveDate(when: When, context: Context): Resolved | undefined {
  if (when.offset !== undefined) return resolveOffset(when, when.offset, context);
  if (when.weekOf === true) return resolveWeekOf(when, context);
  if (when.holiday !== undefined) return resolveFeast(when, context);
  if (when.season !== undefined || when.quarter !== undefined || when.half !== undefined)
    return resolvePartOfYear(when, context);
  if (when.month !== undefined) return resolveMonth(when, when.month, context);
  if (when.weekday !== undefined) return resolveWeekday(when, when.weekday, context);
  if (when.shift !== undefined) return resolveShift(when.shift, context);
  if (when.year !== undefined) return resolveYear(when, when.year);
  if (when.decade !== undefined) return { value: `${String(when.decade).padStart(3, '0')}X` };
  if (when.century !== undefined) return { value: `${String(when.century).padStart(2, '0')}XX` };
  return context.near === undefined ? { value: 'XXXX-XX-XX' } : ofDay(context.near);
}

function resolveYear({ endYear, fiscal }: When, year: number): Resolved {
  const value = endYear === undefined ? isoYear(year) : `${isoYear(year)}/${isoYear(endYear)}`;
  return { value: fiscal === true ? `FY${value}` : value, spoken: { year } };
}

function resolveMonth(when: When, month: number, context: Context): Resolved | undefined {
  const year = when.year ?? yearOf(when, month, context);
  if (when.day === undefined) {
    const value = year === undefined ? `XXXX-${twoDigits(month)}` : isoMonth(year, month);
    return { value, ...(year === undefined ? {} : { spoken: { year, month } }) };
  }
  if (year === undefined) return openYear(when.day, when.endDay, month);
  if (!isCivil(year, month, when.day)) return undefined;
  const day = dayNumber(year, month, when.day);
  if (when.endDay === undefined) return ofDay(day);
  if (!isCivil(year, month, when.endDay)) return undefined;
  return { value: `${isoDay(day)}/${isoDate(year, month, when.endDay)}`, spoken: { year, month, day } };
}

function openYear(day: number, endDay: number | undefined, month: number): Resolved | undefined {
  if (!isCivil(2000, month, endDay ?? day)) return undefined;
  const value = `XXXX-${twoDigits(month)}-${twoDigits(day)}`;
  return { value: endDay === undefined ? value : `${value}/XXXX-${twoDigits(month)}-${twoDigits(endDay)}` };
}

/** Days from which a date is too far off to be meant without its year, unless its verb has it: "will expire on April 20". */
const FAR = 300;

/** How many times nearer a date to come must be than one past, to be meant where no verb tells. */
const NEAR = 5;

/** The year of a month or day that is given without one. */
function yearOf(when: When, month: number, context: Context): number | undefined {
  const { day: anchor } = context.anchor;
  if (anchor === undefined) return undefined;
  if (when.shift?.unit === 'year') return civilOf(anchor).year + when.shift.n;
  const { year } = civilOf(anchor);
  const dayIn = (y: number): DayNumber => dayNumber(y, month, Math.min(when.day ?? nearestDay(anchor, y, month), 28));
  const years = [year - 1, year, year + 1].filter((y) => when.day === undefined || isCivil(y, month, when.day));
  const byWeekday =
    when.weekday === undefined || when.day === undefined
      ? []
      : years.filter((y) => weekdayOf(dayNumber(y, month, when.day!)) === when.weekday);
  const open = byWeekday.length > 0 ? byWeekday : years;
  const past = open.filter((y) => dayIn(y) <= anchor).at(-1);
  const future = open.find((y) => dayIn(y) >= anchor);
  return choose(when, context, past, future, (y) => Math.abs(dayIn(y) - anchor));
}

/** Within its month any day may be meant, so the month of the report is both past and to come. */
function nearestDay(anchor: DayNumber, year: number, month: number): number {
  const civil = civilOf(anchor);
  return civil.year === year && civil.month === month ? civil.day : 15;
}

function choose(
  when: When,
  context: Context,
  past: number | undefined,
  future: number | undefined,
  distance: (year: number) => number,
): number | undefined {
  if (past === undefined || future === undefined) return past ?? future;
  if (past === future) return past;
  if (when.which === 'last') return past;
  if (when.which === 'next') return future;
  const direction = when.which === 'this' ? 'none' : context.direction();
  const nearer = when.which === 'this' ? 1 : NEAR;
  const nearest = distance(past) > nearer * distance(future) ? future : past;
  if (direction === 'near') return distance(past) < distance(future) ? past : future;
  const chosen = direction === 'past' ? past : direction === 'future' ? future : nearest;
  return distance(chosen) > FAR && context.adverbial !== true ? nearest : chosen;
}

/** The weekday last past or next to come; "last" and "next" leave out the day of the report. */
function resolveWeekday(when: When, weekday: number, context: Context): Resolved {
  const { day: anchor } = context.anchor;
  if (anchor === undefined) return { value: `XXXX-WXX-${weekday}` };
  if (when.shift?.unit === 'week') return ofDay(anchor - weekdayOf(anchor) + weekday + 7 * when.shift.n);
  const back = (weekdayOf(anchor) - weekday + 7) % 7;
  if (when.which === 'last') return ofDay(anchor - (back === 0 ? 7 : back));
  if (when.which === 'next') return ofDay(anchor + (7 - back));
  if (back === 0) return ofDay(anchor);
  const direction = context.direction();
  const ahead =
    direction === 'future' || (direction === 'near' && back > 3) || (when.which === 'this' && direction === 'none');
  return ofDay(ahead ? anchor + 7 - back : anchor - back);
}

function resolvePartOfYear(when: When, context: Context): Resolved | undefined {
  const code = when.season ?? (when.quarter === undefined ? `H${when.half}` : `Q${when.quarter}`);
  const year = when.year ?? partYear(when, context);
  return {
    value: `${year === undefined ? 'XXXX' : isoYear(year)}-${code}`,
    ...(year === undefined ? {} : { spoken: { year } }),
  };
}

const MIDDLE: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 13 };

function partYear(when: When, context: Context): number | undefined {
  const { day: anchor } = context.anchor;
  if (anchor === undefined) return undefined;
  const { year, month } = civilOf(anchor);
  if (when.shift?.unit === 'year') return year + when.shift.n;
  const middle = when.season === undefined ? (when.quarter ?? 1) * 3 - 1 : MIDDLE[when.season]!;
  const offset = (y: number): number => (y - year) * 12 + middle - month;
  const years = [year - 1, year, year + 1];
  const within = years.find((y) => Math.abs(offset(y)) <= 1);
  const past = years.filter((y) => offset(y) < -1).at(-1);
  const future = years.find((y) => offset(y) > 1);
  if (within !== undefined && when.which !== 'last' && when.which !== 'next') return within;
  return choose(when, context, past, future, (y) => Math.abs(offset(y)) * 30);
}

function resolveFeast(when: When, context: Context): Resolved | undefined {
  const { day: anchor } = context.anchor;
  const year = when.year ?? (anchor === undefined ? undefined : feastYear(when, anchor, context));
  const feast = year === undefined ? undefined : feastDay(when.holiday!, year);
  if (feast === undefined) return when.year === undefined ? { value: 'XXXX-XX-XX' } : undefined;
  if (feast.last === feast.first) return ofDay(feast.first);
  return { value: `${isoDay(feast.first)}/${isoDay(feast.last)}`, spoken: { year: year! } };
}

function feastYear(when: When, anchor: DayNumber, context: Context): number | undefined {
  const { year } = civilOf(anchor);
  if (when.shift?.unit === 'year') return year + when.shift.n;
  const firstIn = (y: number): DayNumber => feastDay(when.holiday!, y)?.first ?? Number.NaN;
  const years = [year - 1, year, year + 1];
  const past = years.filter((y) => firstIn(y) <= anchor).at(-1);
  const future = years.find((y) => firstIn(y) >= anchor);
  return choose(when, context, past, future, (y) => Math.abs(firstIn(y) - anchor));
}

/** "two days after September 13". */
function resolveOffset(when: When, offset: NonNullable<When['offset']>, context: Context): Resolved | undefined {
  const { offset: base, ...date } = when;
  const from = resolveDate(date, context);
  if (from?.spoken === undefined || base === undefined) return undefined;
  return resolveShift({ ...offset, from: 'context' }, { ...context, spoken: from.spoken });
}

/** "the week of March 6". */
function resolveWeekOf(when: When, context: Context): Resolved | undefined {
  const date = resolveDate({ ...when, weekOf: false }, context);
  return date?.day === undefined ? undefined : { value: isoWeek(date.day), spoken: { year: civilOf(date.day).year } };
}
