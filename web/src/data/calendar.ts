/** Days and months of a calendar in the reader's zone. */
import type { AgendaLine } from '../../../src/model/lines.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date, `2022-09-13`, that an instant falls on in a zone. */
export function dayIn(instant: string, zone: string): string {
  if (!instant.includes('T')) return instant.slice(0, 10);
  let format = formats.get(zone);
  if (format === undefined) formats.set(zone, (format = new Intl.DateTimeFormat('en-CA', { timeZone: zone })));
  return format.format(new Date(instant));
}

/** `2022-09` moved by months. */
export function addMonths(month: string, count: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + count);
  return at.toISOString().slice(0, 7);
}

export const lastDayOf = (month: string): string =>
  new Date(Date.parse(`${addMonths(month, 1)}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Weeks of a month from Monday on; days of its neighbours are undefined. */
export function weeksOf(month: string): (string | undefined)[][] {
  const count = Number(lastDayOf(month).slice(8));
  const lead = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: lead }, () => undefined),
    ...Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
  ];
  const weeks: (string | undefined)[][] = [];
  for (let at = 0; at < cells.length; at += 7) weeks.push(Array.from({ length: 7 }, (_, index) => cells[at + index]));
  return weeks;
}

export interface MonthOfItems {
  readonly byDay: ReadonlyMap<string, readonly AgendaLine[]>;
  /** What is due some time in a stretch that is longer than a few days. */
  readonly wide: readonly AgendaLine[];
}

/** Days that an item may stretch over and still stand on each of them. */
const MOST_DAYS = 4;

export function itemsByDay(items: readonly AgendaLine[], month: string, zone: string): MonthOfItems {
  const byDay = new Map<string, AgendaLine[]>();
  const wide: AgendaLine[] = [];
  for (const item of items) {
    if (item.earliest === undefined) continue;
    const days = daysOf(item.earliest, item.latest ?? item.earliest, zone);
    if (days === undefined) wide.push(item);
    for (const day of days ?? []) if (day.startsWith(month)) byDay.set(day, [...(byDay.get(day) ?? []), item]);
  }
  return { byDay, wide };
}

/** The days from one instant to before another, or undefined where there are too many. */
function daysOf(earliest: string, latest: string, zone: string): string[] | undefined {
  const from = Date.parse(earliest);
  const until = Math.max(from, Date.parse(latest) - 1);
  if (until - from > MOST_DAYS * 86_400_000) return undefined;
  const found = new Set([dayIn(earliest, zone)]);
  for (let at = from; at <= until; at += 3_600_000) found.add(dayIn(new Date(at).toISOString(), zone));
  return [...found];
}
