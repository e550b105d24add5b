/** How instants, dates and counts read. The zone is the reader's choice and is always named. */
import type { Language } from './language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
let locale = 'en-GB';

/** Dates are written in the language of the interface. */
export const speakIn = (language: Language): void => void (locale = language === 'ru' ? 'ru-RU' : 'en-GB');

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (known === undefined) formats.set(key, (known = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })));
  return known;
}

const isInstant = (value: string): boolean => value.includes('T') && /(?:Z|[+-]\d\d:\d\d)$/.test(value);

/** Russian dates end in "г.", which no column needs. */
const plain = (text: string): string => text.replace(/\s?г\./, '');

/** "13 Sept 2022, 09:00", or the date alone where no clock time is known. */
export function moment(value: string | undefined, zone: string): string {
  if (value === undefined) return '';
  if (!isInstant(value)) return day(value);
  const at = new Date(value);
  return plain(
    format(zone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at),
  );
}

/** "13 Sept 2022" of an ISO date or instant; shorter prefixes stay as short. */
export function day(value: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value) ?? [];
  if (year === undefined) return value;
  if (month === undefined) return year;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, date === undefined ? 1 : Number(date)));
  return plain(
    format('UTC', { month: 'short', year: 'numeric', ...(date !== undefined && { day: 'numeric' }) }).format(at),
  );
}

/** "13 Sept", of an instant in UTC: for axes. */
export const shortDay = (instant: number): string => format('UTC', { day: 'numeric', month: 'short' }).format(instant);

export const clock = (instant: string, zone: string): string =>
  format(zone, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

/** "September 2022" */
export const monthName = (instant: number): string =>
  plain(format('UTC', { month: 'long', year: 'numeric' }).format(instant));

/** "Mon", of a day in UTC. */
export const weekday = (instant: number): string => format('UTC', { weekday: 'short' }).format(instant);

/** When a thing happened: a moment where it is known to the hour, else the day or days. */
export function span(earliest: string | undefined, latest: string | undefined, zone: string): string {
  if (earliest === undefined) return '';
  if (latest === undefined || !isInstant(earliest)) return moment(earliest, zone);
  const length = Date.parse(latest) - Date.parse(earliest);
  if (length <= 3_600_000) return moment(earliest, zone);
  const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return plain(format(zone, options).formatRange(new Date(earliest), new Date(Date.parse(latest) - 1)));
}

/** "UTC+4" of a zone at an instant. */
export function offset(zone: string, instant: string | undefined): string {
  const at = instant === undefined ? new Date(0) : new Date(instant);
  const part = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return (part ?? 'UTC').replace('GMT', 'UTC').replace(/^UTC[+-]0$/, 'UTC');
}

const INSTANT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/** A line of the ledger with its instants in the reader's zone: "took effect at 14 Sept 2022, 20:00 UTC+4". */
export const spoken = (text: string, zone: string): string =>
  text.replaceAll(INSTANT, (instant) => `${moment(instant, zone)} ${offset(zone, instant)}`);

/** First letter up: "in force" to "In force". */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
