/**
 * Brings a date that a page states in one of the ways in which pages do to ISO form, cut to what is stated.
 * What can be read in two ways ("09/10/2022") or names no year gives nothing: it is not for the reader to guess.
 */

import { dayInWords, offsetByLetters, westernDigits } from './stamp-words.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;

/** `2022-09-13T07:25:00.000+0400`, with a space for the T, without hyphens, without the time. */
const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:[T ]|\s+at\s+)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[.*\])?)?$/i;
const DAY_MONTH = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?${MONTH}\.?,?[\s-]+(\d{4})\b`, 'i');
const MONTH_DAY = new RegExp(String.raw`\b${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, 'i');
/** Dots are only written with the day first. */
const DOTTED = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/;
const SLASHED = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;
const YEAR_FIRST = /\b(\d{4})[./-](\d{1,2})[./-](\d{1,2})\b/;
const CLOCK = /\b(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*(?:([ap])\.?m\b\.?)?/i;
/** As agencies write it: "1820 GMT". */
const BARE_CLOCK = /\b([01]\d|2[0-3])([0-5]\d)(?=\s*(?:GMT|UTC|Z)\b)()()/;
const OFFSET = /(?:\b(?:GMT|UTC)\s*)?([+-]\d{1,2}(?::?\d{2})?)\b|\b(GMT|UTC|Z)\b/;
/** As databases print it. */
const DIGITS = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const EPOCH = /^\d{10}(?:\d{3})?$/;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Where in the value the date ends, and where it begins. */
  readonly from: number;
  readonly to: number;
}

/**
 * The stated instant, local time or day in ISO form; undefined for what states none.
 * @example stampOf('Tue, 13 Sep 2022 07:25:00 GMT') // '2022-09-13T07:25:00Z'
 */
export function stampOf(value: string): string | undefined {
  const text = westernDigits(value.trim());
  if (text.length < 6 || text.length > 120) return undefined;
  if (EPOCH.test(text)) return ofEpoch(Number(text.slice(0, 10)));
  const iso = ISO.exec(text.replace(DIGITS, '$1-$2-$3T$4:$5:$6'));
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const date = dateOf(Number(year), Number(month), Number(day));
    if (date === undefined || hour === undefined || minute === undefined) return date;
    return withClock(date, { hour: Number(hour), minute, second }, zone);
  }
  return ofWords(text);
}

function ofWords(text: string): string | undefined {
  const day = dayIn(text);
  const date = day && dateOf(day.year, day.month, day.day);
  if (day === undefined || date === undefined) return undefined;
  const rest = `${text.slice(0, day.from)} ${text.slice(day.to)}`;
  const clock = CLOCK.exec(rest) ?? BARE_CLOCK.exec(rest);
  if (clock === null) return date;
  const [whole, hour = '', minute = '', second, half] = clock;
  const after = rest.slice(clock.index + whole.length);
  const offset = OFFSET.exec(after);
  const time = { hour: to24(Number(hour), half || undefined), minute, second: second || undefined };
  const stamp = withClock(date, time, offset?.[1] ?? offset?.[2]);
  return offset === null && stamp.length > date.length ? `${stamp}${offsetByLetters(after, stamp) ?? ''}` : stamp;
}

function dayIn(text: string): Day | undefined {
  const named = DAY_MONTH.exec(text);
  if (named !== null) return dayOf(named, named[3], monthOf(named[2]), named[1]);
  const american = MONTH_DAY.exec(text) ?? undefined;
  if (american !== undefined) return dayOf(american, american[3], monthOf(american[1]), american[2]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return dayOf(yearFirst, yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return dayOf(dotted, dotted[3], Number(dotted[2]), dotted[1]);
  const slashed = SLASHED.exec(text);
  if (slashed === null) return jsDate(text) ?? dayInWords(text);
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  if (first > 12 || first === second) return dayOf(slashed, slashed[3], second, slashed[1]);
  return second > 12 ? dayOf(slashed, slashed[3], first, slashed[2]) : undefined;
}

/** What JavaScript and `date` print: "Tue Sep 13 2022 07:25:00", "Tue Sep 13 07:25:00 UTC 2022". */
const UNIX = new RegExp(String.raw`\b${MONTH}\s+(\d{1,2})\s+\d{2}:\d{2}:\d{2}\s+(?:[A-Z]{3,4}\s+)?(\d{4})\b`, 'i');

function jsDate(text: string): Day | undefined {
  const unix = UNIX.exec(text);
  return unix === null
    ? undefined
    : { year: Number(unix[3]), month: monthOf(unix[1]), day: Number(unix[2]), from: 0, to: 0 };
}

const dayOf = (match: RegExpExecArray, year = '', month = 0, day = ''): Day => ({
  year: Number(year),
  month,
  day: Number(day),
  from: match.index,
  to: match.index + match[0].length,
});

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const two = (value: number | string): string => String(value).padStart(2, '0');

/** ISO date; undefined for days that no calendar has, and for years in which nobody published on the web's clock. */
function dateOf(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > last ? undefined : `${year}-${two(month)}-${two(day)}`;
}

interface Clock {
  readonly hour: number;
  readonly minute: string;
  readonly second: string | undefined;
}

function withClock(date: string, { hour, minute, second }: Clock, zone: string | undefined): string {
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return date;
  const seconds = second === undefined ? '' : `:${second}`;
  return `${date}T${two(hour)}:${minute}${seconds}${offsetOf(zone)}`;
}

function to24(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (!/^[+-]/.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '');
  const [hours, minutes] = digits.length > 2 ? [digits.slice(0, -2), digits.slice(-2)] : [digits, '00'];
  return Number(hours) > 14 || Number(minutes) > 59 ? '' : `${zone.charAt(0)}${two(hours)}:${minutes}`;
}

function ofEpoch(seconds: number): string | undefined {
  const stamp = new Date(seconds * 1000).toISOString().replace('.000', '');
  return dateOf(Number(stamp.slice(0, 4)), Number(stamp.slice(5, 7)), Number(stamp.slice(8, 10))) && stamp;
}
