/** How instants, dates and counts read. The zone is the reader's choice and is always named. */
import type { Language } from './language.ts';
import { cityOf } from './zones.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
let [language, locale]: [Language, string] = ['en', 'en-GB'];

/** Dates are written in the language of the interface. */
export const speakIn = (next: Language): void => void ([language, locale] = [next, next === 'ru' ? 'ru-RU' : 'en-GB']);

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (known === undefined) formats.set(key, (known = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })));
  return known;
}

export const isInstant = (value: string): boolean => value.includes('T') && /(?:Z|[+-]\d\d:\d\d)$/.test(value);

/** Russian dates end in "г.", which no column needs. */
const plain = (text: string): string => text.replace(/\s?г\./, '');

/** "13 Sept 2022, 09:00", or the date alone where no clock time is known. For people: `zoned`. */
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

/** "September 2022" */
export const monthName = (instant: number): string =>
  plain(format('UTC', { month: 'long', year: 'numeric' }).format(instant));

/** "Mon", of a day in UTC. */
export const weekday = (instant: number): string => format('UTC', { weekday: 'short' }).format(instant);

/** When a thing happened: a moment with its zone where it is known to the hour, else the day or days. */
export function span(earliest: string | undefined, latest: string | undefined, zone: string): string {
  if (earliest === undefined) return '';
  if (latest === undefined || !isInstant(earliest)) return zoned(earliest, zone);
  const length = Date.parse(latest) - Date.parse(earliest);
  if (length <= 3_600_000) return zoned(earliest, zone);
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

/** "14 Sept 2022, 16:00 UTC": a clock time never stands without the zone that it is told in. */
export const zoned = (instant: string | undefined, zone: string): string =>
  instant !== undefined && isInstant(instant)
    ? `${moment(instant, zone)} ${offset(zone, instant)}`
    : moment(instant, zone);

/** "Baku time": beside a day, which is a day of that zone. */
export const zoneTime = (zone: string): string => (language === 'ru' ? `время: ${city(zone)}` : `${city(zone)} time`);

/** The name of a zone, in the language of the interface. */
export const city = (zone: string): string => cityOf(zone, language);

const INSTANT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;
/** A clock time as a report states it, with its zone or without: `2022-09-13T09:00 Europe/Moscow`. */
const STATED = /\b(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?: ((?:[A-Z][A-Za-z]+\/)+[A-Z][A-Za-z_]+|UTC)\b)?/g;
/** A part of a day, as TIMEX3 writes it. */
const PART = /\b(\d{4}-\d\d-\d\d)T(NI|EV|MO|AF|MI|DT)\b/g;
const DATE = /(?<![\w/.-])\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w/-])/g;

const PARTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { NI: 'night', EV: 'evening', MO: 'morning', AF: 'afternoon', MI: 'midday', DT: 'daytime' },
  ru: { NI: 'ночь', EV: 'вечер', MO: 'утро', AF: 'после полудня', MI: 'полдень', DT: 'день' },
};

/** A line of the ledger as people read it: instants in the reader's zone, stated times with theirs, dates in words. */
export const spoken = (text: string, zone: string): string =>
  text
    .replaceAll(INSTANT, (instant) => zoned(instant, zone))
    .replaceAll(STATED, (_, date: string, clock_: string, stated: string | undefined) =>
      [`${day(date)}, ${clock_}`, ...(stated === undefined ? [] : [city(stated)])].join(' '),
    )
    .replaceAll(PART, (_, date: string, part: string) => `${day(date)}, ${PARTS[language][part] ?? part}`)
    .replaceAll(DATE, (date) => day(date));

const DAYS = /^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$/;

/** "15–16 Sept 2022" of two dates, both included. */
const days = (first: string, last: string): string =>
  plain(
    format('UTC', { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(
      new Date(`${first}T00:00:00Z`),
      new Date(`${last}T00:00:00Z`),
    ),
  );

const LABEL_WORDS: Readonly<Record<string, string>> = {
  about: 'около',
  night: 'ночь',
  evening: 'вечер',
  morning: 'утро',
  afternoon: 'после полудня',
  midday: 'полдень',
  to: '–',
};

/** The label of a time: "about 13 Sept 2022, 18:30 Moscow", "13 Sept 2022, night". */
export function timeLabel(label: string, zone: string): string {
  const [, first, last] = DAYS.exec(label) ?? [];
  if (first !== undefined) return days(first, last!);
  const text = spoken(label, zone);
  if (language === 'en') return text.replace(' to ', ' – ');
  return text.replaceAll(/\b(?:about|night|evening|morning|afternoon|midday|to)\b/g, (word) => LABEL_WORDS[word]!);
}

/** First letter up: "in force" to "In force". */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
