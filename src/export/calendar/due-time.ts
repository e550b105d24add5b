/** When an agenda item falls due, as a calendar wants it: an instant, a stretch of instants, or whole local days. */
import type { AgendaItem } from '../../model/ledger.ts';
import { dateAt } from '../when.ts';

export type DueTime =
  | { readonly type: 'instant'; readonly start: string; readonly end?: string }
  /** `end` is the first day after, as RFC 5545 wants it. */
  | { readonly type: 'days'; readonly start: string; readonly end: string };

const HOUR = 3_600_000;

/** Undefined where no report gives a time. */
export function dueTime({ earliest, latest, due }: AgendaItem): DueTime | undefined {
  if (earliest === undefined || latest === undefined) return undefined;
  const length = Date.parse(latest) - Date.parse(earliest);
  const hasHour = due === undefined ? length < 12 * HOUR : /T\d{2}/.test(due.value);
  // "in the evening" is a stretch of some hours; what is longer is told in days
  if (hasHour || length < 12 * HOUR) return instantTime(earliest, latest, length);
  const zone = due?.zone ?? 'UTC';
  const end = dateAt(latest, zone, -1).add({ days: 1 });
  return { type: 'days', start: dateAt(earliest, zone, 0).toString(), end: end.toString() };
}

/** A minute is how exactly the hour is told, not how long it lasts. */
const instantTime = (start: string, end: string, length: number): DueTime =>
  length < HOUR ? { type: 'instant', start } : { type: 'instant', start, end };

/** "20220913T153000Z", "20220915". */
export const basicFormat = (iso: string): string => iso.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '');
