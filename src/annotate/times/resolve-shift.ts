/** Resolves times that lie so many units away: "yesterday", "three weeks ago", "next month", "the following day", "last weekend". */
import type { DayNumber } from '../../model/calendar.ts';
import { addMonths, civilOf, isoMonth, isoWeek, isoYear, weekdayOf } from '../../model/calendar.ts';
import type { Shift } from './expression.ts';
import { ofDay } from './resolved.ts';
import type { Context, Resolved, Spoken } from './resolved.ts';

/** The date of a shift, from the day of the report or from the date last spoken of. */
export function resolveShift(shift: Shift, context: Context): Resolved | undefined {
  const from = shift.from === 'published' ? spokenOf(context.anchor.day) : (context.spoken ?? ofReport(shift, context));
  if (from === undefined) return isShort(shift) ? undefined : { value: openValue(shift) };
  switch (shift.unit) {
    case 'day':
      return from.day === undefined ? openDay(shift, from) : ofDay(from.day + Math.round(shift.n));
    case 'week':
    case 'fortnight':
      return from.day === undefined
        ? undefined
        : ofWeek(from.day + Math.round(shift.n * (shift.unit === 'week' ? 7 : 14)));
    case 'weekend':
      return from.day === undefined ? undefined : ofWeekend(shift.n, from.day, context);
    case 'month':
    case 'quarter':
      return ofMonths(shift, from);
    case 'year':
      return ofYears(shift.n, from);
    case 'decade':
      return { value: `${String(Math.floor(from.year / 10) + shift.n).padStart(3, '0')}X` };
    case 'century':
      return { value: `${String(Math.floor(from.year / 100) + shift.n).padStart(2, '0')}XX` };
    case 'hour':
    case 'minute':
    case 'second':
      break;
  }
  return ofHours(shift, from, context);
}

/** "a year earlier", "the previous quarter" count from the report where no date was spoken of; "a day later" does not. */
const ofReport = ({ unit, n }: Shift, { anchor }: Context): Spoken | undefined =>
  n !== 0 && (unit === 'year' || unit === 'quarter' || unit === 'month') ? spokenOf(anchor.day) : undefined;

const spokenOf = (day: DayNumber | undefined): Spoken | undefined => {
  if (day === undefined) return undefined;
  const { year, month } = civilOf(day);
  return { year, month, day };
};

const isShort = ({ unit }: Shift): boolean => unit === 'hour' || unit === 'minute' || unit === 'second';

function openValue({ unit }: Shift): string {
  if (unit === 'week' || unit === 'fortnight') return 'XXXX-WXX';
  if (unit === 'weekend') return 'XXXX-WXX-WE';
  if (unit === 'month') return 'XXXX-XX';
  return unit === 'day' ? 'XXXX-XX-XX' : 'XXXX';
}

function ofWeek(day: DayNumber): Resolved {
  const { year, month } = civilOf(day);
  return { value: isoWeek(day), spoken: { year, month } };
}

/** "that day" of a month is some day of it. */
const openDay = ({ n }: Shift, { year, month }: Spoken): Resolved => ({
  value: n === 0 && month !== undefined ? `${isoMonth(year, month)}-XX` : 'XXXX-XX-XX',
});

/** A weekend is the one of its week; told on a weekday in the past tense, "the weekend" is the one just gone. */
function ofWeekend(n: number, day: DayNumber, context: Context): Resolved {
  const current = weekdayOf(day) >= 6;
  const weeks = n === 0 && !current && context.direction() !== 'future' ? -1 : n > 0 && !current ? n - 1 : n;
  const saturday = day - weekdayOf(day) + 6 + weeks * 7;
  return { value: `${isoWeek(saturday)}-WE`, spoken: { year: civilOf(saturday).year } };
}

function ofMonths({ unit, n }: Shift, from: Spoken): Resolved | undefined {
  if (from.month === undefined) return undefined;
  const factor = unit === 'quarter' ? 3 : 1;
  const index = from.year * 12 + from.month - 1 + Math.round(n * factor);
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  if (unit === 'quarter') return { value: `${isoYear(year)}-Q${Math.ceil(month / 3)}`, spoken: { year } };
  return { value: isoMonth(year, month), spoken: { year, month } };
}

/** "a year and a half ago" is exact to the month. */
function ofYears(n: number, from: Spoken): Resolved {
  if (Number.isInteger(n) || from.month === undefined) {
    const year = from.year + Math.round(n);
    return { value: isoYear(year), spoken: { year } };
  }
  const { year, month } = civilOf(addMonths(from.day ?? 0, Math.round(n * 12)));
  return { value: isoMonth(year, month), spoken: { year, month } };
}

/** "two hours ago" is exact where the report is dated to the minute, else to the day. */
function ofHours(shift: Shift, from: Spoken, context: Context): Resolved | undefined {
  if (from.day === undefined) return undefined;
  const minutes = shift.from === 'published' ? context.anchor.minutes : from.minutes;
  if (minutes === undefined) return shift.from === 'published' ? ofDay(from.day) : undefined;
  const length = shift.unit === 'hour' ? 60 : shift.unit === 'minute' ? 1 : 1 / 60;
  const total = minutes + Math.round(shift.n * length);
  const date = ofDay(from.day + Math.floor(total / 1440));
  const rest = ((total % 1440) + 1440) % 1440;
  const clock = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  return { value: `${date.value}T${clock}`, spoken: { ...date.spoken!, minutes: rest } };
}
