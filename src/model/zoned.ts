/** Local time to instants. Temporal knows the zones but is slow, so what it says is kept by zone and day. */
import { isoDay, twoDigits } from './calendar.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The furthest that clocks on earth run ahead of UTC, and behind it: what an unknown zone can be. */
export const MOST_AHEAD = 14 * 60;
export const MOST_BEHIND = -12 * 60;

const FIXED = /^([+-])(\d\d):(\d\d)$/;
/** Enough for the dates of many reports; emptied when full, which changes the speed only. */
const LIMIT = 5000;
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds since the epoch of a local time, given as if it were UTC. A time that clocks skip counts as the hour after. */
export function instantOf(local: number, zone: string): number {
  if (zone === 'UTC') return local;
  const fixed = FIXED.exec(zone);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return local - (fixed[1] === '+' ? minutes : -minutes) * MINUTE;
  }
  const day = Math.floor(local / DAY);
  const offset = dayOffset(day, zone);
  return local - (Number.isNaN(offset) ? exactOffset(local, zone) : offset);
}

/** Offset that holds for the whole local day; NaN on a day when clocks change. */
function dayOffset(day: number, zone: string): number {
  let days = offsets.get(zone);
  if (days === undefined) offsets.set(zone, (days = new Map()));
  let offset = days.get(day);
  if (offset === undefined) {
    const start = exactOffset(day * DAY, zone);
    offset = start === exactOffset((day + 1) * DAY, zone) ? start : Number.NaN;
    if (days.size >= LIMIT) days.clear();
    days.set(day, offset);
  }
  return offset;
}

function exactOffset(local: number, zone: string): number {
  const plain = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
  return local - plain.toZonedDateTime(zone).epochMilliseconds;
}

/** RFC 3339 in whole seconds: `2022-09-13T06:00:00Z`. Faster than `toISOString`, which counts where there are many. */
export function rfc3339(instant: number): string {
  const day = Math.floor(instant / DAY);
  const seconds = Math.floor((instant - day * DAY) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${isoDay(day)}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}Z`;
}
