/** The stretch of local time that a TIMEX3 value stands for. Used to put mentions, records and entries on one time line. */
import { dayNumber, daysInMonth, isCivil, mondayOfWeek } from './calendar.ts';

/** Half-open, in milliseconds of local time: as if the zone were UTC. */
export interface LocalBounds {
  readonly start: number;
  readonly end: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Hours that the parts of day span; "night" runs into the next day. Wide on purpose: reports use them loosely. */
const PART_HOURS: Readonly<Record<string, readonly [number, number]>> = {
  MO: [4, 12],
  AF: [12, 18],
  EV: [17, 24],
  NI: [18, 30],
  DT: [6, 18],
};

/** First month and length of the seasons of the northern hemisphere; a winter belongs to the year that it starts in. */
const SEASONS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The bounds of a value: `2022-09-13`, `2022-09-13T09:00`, `2022-09-13TNI`, `2022-W37`, `199X`, `a/b`; undefined for the rest. */
export function boundsOf(value: string): LocalBounds | undefined {
  const slash = value.indexOf('/');
  if (slash > 0) {
    const from = boundsOf(value.slice(0, slash));
    const to = boundsOf(value.slice(slash + 1));
    return from === undefined || to === undefined || to.end <= from.start
      ? undefined
      : { start: from.start, end: to.end };
  }
  const at = value.indexOf('T');
  if (at < 0) return dateBounds(value);
  const day = dateBounds(value.slice(0, at));
  return day === undefined || day.end - day.start !== DAY ? undefined : timeBounds(day.start, value.slice(at + 1));
}

function timeBounds(start: number, time: string): LocalBounds | undefined {
  const part = PART_HOURS[time];
  if (part !== undefined) return { start: start + part[0] * HOUR, end: start + part[1] * HOUR };
  const match = /^(\d\d)(?::(\d\d)(?::(\d\d))?)?$/.exec(time);
  if (match === null) return undefined;
  const from = start + Number(match[1]) * HOUR + Number(match[2] ?? 0) * 60_000 + Number(match[3] ?? 0) * 1000;
  return { start: from, end: from + (match[3] !== undefined ? 1000 : match[2] !== undefined ? 60_000 : HOUR) };
}

const DATE =
  /^(?:(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(?:-(WE|[1-7]))?|(SP|SU|FA|WI)|Q([1-4])|H([12])))?|(\d{3})X|(\d\d)XX)$/;

function dateBounds(value: string): LocalBounds | undefined {
  const match = DATE.exec(value);
  if (match === null) return undefined;
  const [, year, month, day, week, weekday, season, quarter, half, decade, century] = match;
  if (decade !== undefined) return years(Number(decade) * 10, 10);
  if (century !== undefined) return years(Number(century) * 100, 100);
  const y = Number(year);
  if (week !== undefined) return weekBounds(y, Number(week), weekday);
  if (season !== undefined) return months(y, SEASONS[season]!, 3);
  if (quarter !== undefined) return months(y, Number(quarter) * 3 - 2, 3);
  if (half !== undefined) return months(y, Number(half) * 6 - 5, 6);
  if (month === undefined) return years(y, 1);
  const m = Number(month);
  if (day === undefined) return daysInMonth(y, m) === 0 ? undefined : months(y, m, 1);
  return isCivil(y, m, Number(day)) ? days(dayNumber(y, m, Number(day)), 1) : undefined;
}

function weekBounds(year: number, week: number, weekday: string | undefined): LocalBounds | undefined {
  if (week < 1 || week > 53) return undefined;
  const monday = mondayOfWeek(year, week);
  if (weekday === 'WE') return days(monday + 5, 2);
  return weekday === undefined ? days(monday, 7) : days(monday + Number(weekday) - 1, 1);
}

const days = (first: number, count: number): LocalBounds => ({ start: first * DAY, end: (first + count) * DAY });

const years = (first: number, count: number): LocalBounds => ({
  start: dayNumber(first, 1, 1) * DAY,
  end: dayNumber(first + count, 1, 1) * DAY,
});

function months(year: number, first: number, count: number): LocalBounds {
  const next = first + count;
  const end = next > 12 ? dayNumber(year + 1, next - 12, 1) : dayNumber(year, next, 1);
  return { start: dayNumber(year, first, 1) * DAY, end: end * DAY };
}

/** The third of a stretch that START, MID or END leaves of it; other mods leave it whole. */
export function narrowed(bounds: LocalBounds, mod: string | undefined): LocalBounds {
  const third = (bounds.end - bounds.start) / 3;
  if (mod === 'START') return { start: bounds.start, end: bounds.start + third };
  if (mod === 'MID') return { start: bounds.start + third, end: bounds.end - third };
  return mod === 'END' ? { start: bounds.end - third, end: bounds.end } : bounds;
}
