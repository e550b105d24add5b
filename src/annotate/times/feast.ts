/** Days of feasts: fixed dates, nth weekdays, dates that hang on Easter, dates of the Islamic year. */
import type { DayNumber } from '../../model/calendar.ts';
import { dayNumber, easterSunday, nthWeekday, orthodoxEaster } from '../../model/calendar.ts';

export interface Feast {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

const known = new Map<string, Feast | undefined>();

/** When the feast of a rule falls in a year: `12-25`, `nth:11:4:4`, `easter:-2`, `orthodox:0`, `hijri:10:1`, `hijri-month:9`, `us-election`. */
export function feastDay(rule: string, year: number): Feast | undefined {
  const key = `${rule} ${year}`;
  if (!known.has(key)) known.set(key, compute(rule, year));
  return known.get(key);
}

const KINDS: Readonly<Record<string, (year: number, a: number, b: number, c: number) => Feast | undefined>> = {
  nth: (year, month, weekday, nth) => oneDay(nthWeekday(year, month, weekday, nth)),
  easter: (year, days) => oneDay(easterSunday(year) + days),
  orthodox: (year, days) => oneDay(orthodoxEaster(year) + days),
  hijri,
  // the Tuesday after the first Monday of November
  'us-election': (year) => oneDay(nthWeekday(year, 11, 1, 1) + 1),
  'hijri-month': hijriMonth,
};

function compute(rule: string, year: number): Feast | undefined {
  const [kind, a, b, c] = rule.split(':');
  const of = KINDS[kind!];
  if (of !== undefined) return of(year, Number(a), Number(b), Number(c));
  return oneDay(dayNumber(year, Number(rule.slice(0, 2)), Number(rule.slice(3))));
}

const oneDay = (day: DayNumber): Feast => ({ first: day, last: day });

/** The Islamic date that falls in a civil year; the first where it falls in it twice. */
function hijri(year: number, month: number, day: number): Feast | undefined {
  for (
    let islamic = Math.floor(((year - 622) * 33) / 32) - 1;
    islamic <= Math.floor(((year - 622) * 33) / 32) + 2;
    islamic++
  ) {
    const date = hijriDay(islamic, month, day);
    if (new Date(date * 86_400_000).getUTCFullYear() === year) return oneDay(date);
  }
  return undefined;
}

function hijriMonth(year: number, month: number): Feast | undefined {
  const start = hijri(year, month, 1);
  if (start === undefined) return undefined;
  const next = Temporal.PlainDate.from('1970-01-01')
    .add({ days: start.first })
    .withCalendar('islamic-umalqura').daysInMonth;
  return { first: start.first, last: start.first + next - 1 };
}

function hijriDay(year: number, month: number, day: number): DayNumber {
  const date = Temporal.PlainDate.from({ year, month, day, calendar: 'islamic-umalqura' }).withCalendar('iso8601');
  return dayNumber(date.year, date.month, date.day);
}
