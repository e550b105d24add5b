/** The instants that a mention can mean, from its value, its zone and what changes it. */
import { boundsOf, narrowed } from '../../model/timex.ts';
import type { LocalBounds } from '../../model/timex.ts';
import { instantOf, MOST_AHEAD, MOST_BEHIND, rfc3339 } from '../../model/zoned.ts';
import type { Length, Unit } from './expression.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface Interval {
  readonly earliest: string;
  readonly latest: string;
}

/** Interval of a value. `nightBefore`: the night of a day is the one that ends on it. */
export function intervalOf(
  value: string,
  mod: string | undefined,
  zone: string | undefined,
  nightBefore: boolean,
): Interval | undefined {
  const bounds = boundsOf(value);
  if (bounds === undefined) return undefined;
  const moved = nightBefore ? { start: bounds.start - DAY, end: bounds.end - DAY } : bounds;
  return toInstants(edged(narrowed(moved, mod), mod, value), zone);
}

/** "shortly after midnight" lies within the hour after it, "just before noon" within the hour before. */
function edged(bounds: LocalBounds, mod: string | undefined, value: string): LocalBounds {
  if (!/T\d/.test(value)) return bounds;
  if (mod === 'AFTER') return { start: bounds.start, end: bounds.start + HOUR };
  return mod === 'BEFORE' ? { start: bounds.start - HOUR, end: bounds.start } : bounds;
}

function toInstants({ start, end }: LocalBounds, zone: string | undefined): Interval {
  const earliest = zone === undefined ? start - MOST_AHEAD * MINUTE : instantOf(start, zone);
  const latest = zone === undefined ? end - MOST_BEHIND * MINUTE : instantOf(end, zone);
  return { earliest: rfc3339(earliest), latest: rfc3339(latest) };
}

const LENGTHS: Readonly<Record<Unit, number>> = {
  second: 1000,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  fortnight: 14 * DAY,
  weekend: 7 * DAY,
  month: 31 * DAY,
  quarter: 92 * DAY,
  year: 366 * DAY,
  decade: 3653 * DAY,
  century: 36_525 * DAY,
};

/** The stretch of "the past 24 hours" or "the next three days" around a day of report; its whole day counts in. */
export function stretchOf(
  length: Length,
  day: number,
  minutes: number | undefined,
  zone: string | undefined,
): Interval | undefined {
  if (length.side === undefined || length.n === undefined || length.n > 1000) return undefined;
  const reach = length.n * LENGTHS[length.unit];
  const from = day * DAY + (minutes ?? 0) * MINUTE;
  const to = minutes === undefined ? from + DAY : from + MINUTE;
  return toInstants(length.side < 0 ? { start: from - reach, end: to } : { start: from, end: to + reach }, zone);
}
