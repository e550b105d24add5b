/** Dates as they stand in datelines and above articles: month and day, with a year or without. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const YEAR = String.raw`(?:\s*,?\s*((?:19|20)\d{2})(?!\d|,\d{3}))?`;
const ORDINAL = '(?:st|nd|rd|th)?';

const MONTH_DAY = new RegExp(String.raw`${MONTH}\b\.?\s*(\d{1,2})(?!\d)${ORDINAL}${YEAR}`, 'iy');
const DAY_MONTH = new RegExp(String.raw`(\d{1,2})${ORDINAL}\s+${MONTH}\b\.?${YEAR}`, 'iy');
const ISO_DAY = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y;
const DOTTED = /(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)/y;
const WEEKDAY =
  /(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?/iy;
const MONTH_NAME = new RegExp(String.raw`${MONTH}\b\.?(?=\s*\d)`, 'iy');

export interface CalendarDate {
  /** `2022-09-13`, or `--09-13` where no year is given. */
  readonly value: string;
  readonly end: number;
}

/** The date that begins at `at`; undefined where none does, or where the calendar has no such day. */
export function dateAt(text: string, at: number): CalendarDate | undefined {
  const monthDay = match(MONTH_DAY, text, at);
  if (monthDay !== undefined) return build(at, monthDay, monthDay[3], monthOf(monthDay[1]), monthDay[2]);
  const dayMonth = match(DAY_MONTH, text, at);
  if (dayMonth !== undefined) return build(at, dayMonth, dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  const iso = match(ISO_DAY, text, at);
  if (iso !== undefined) return build(at, iso, iso[1], Number(iso[2]), iso[3]);
  const dotted = match(DOTTED, text, at);
  return dotted === undefined ? undefined : build(at, dotted, dotted[3], Number(dotted[2]), dotted[1]);
}

/** End of the weekday's name at `at`; `at` itself where there is none. */
export const weekdayAt = (text: string, at: number): number => at + (match(WEEKDAY, text, at)?.[0].length ?? 0);

/** Whether a month with a day, or a weekday, stands at `at`: words that are no places. */
export const isCalendarWord = (text: string, at: number): boolean =>
  match(WEEKDAY, text, at) !== undefined || match(MONTH_NAME, text, at) !== undefined;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const two = (value: number): string => String(value).padStart(2, '0');

function build(
  at: number,
  found: RegExpExecArray,
  year: string | undefined,
  month: number,
  day = '',
): CalendarDate | undefined {
  // Without a year the 29th of February must be possible.
  const last = month === 0 ? 0 : new Date(Date.UTC(year === undefined ? 2000 : Number(year), month, 0)).getUTCDate();
  const dayNumber = Number(day);
  if (month < 1 || month > 12 || dayNumber < 1 || dayNumber > last) return undefined;
  return { value: `${year ?? '-'}-${two(month)}-${two(dayNumber)}`, end: at + found[0].length };
}
