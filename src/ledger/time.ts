/** Times as numbers: ISO prefixes, TIMEX3 values and instants become half-open windows of milliseconds. Pure; no clock. */
import type { TimeRef } from '../model/record.ts';

/** Half-open `[lo, hi)` in milliseconds since 1970, UTC. */
export interface Window {
  readonly lo: number;
  readonly hi: number;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(?:(\d{2})(?::?(\d{2})(?::?(\d{2})(?:\.\d+)?)?)?|(NI|MO|MI|AF|EV|DT)))?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Hours of the parts of day that TIMEX3 names; "the night of the 13th" reaches back to the evening before. */
const PARTS: Readonly<Record<string, readonly [from: number, until: number]>> = {
  NI: [-4, 6],
  MO: [5, 12],
  MI: [11, 14],
  AF: [12, 18],
  EV: [17, 24],
  DT: [6, 18],
};

/** The window that an ISO prefix, an instant, a part of day or a range `a/b` names; in `offset` minutes east of UTC. */
export function windowOfValue(value: string, offset = 0): Window | undefined {
  const slash = value.indexOf('/');
  if (slash > 0) {
    const from = windowOfValue(value.slice(0, slash), offset);
    const until = windowOfValue(value.slice(slash + 1), offset);
    return from && until && until.hi > from.lo ? { lo: from.lo, hi: until.hi } : undefined;
  }
  const match = ISO.exec(value);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, part, zone] = match;
  const shift = (zone === undefined ? offset : offsetOf(zone)) * MINUTE;
  const start = Date.UTC(+year!, month ? +month - 1 : 0, day ? +day : 1, +(hour ?? 0), +(minute ?? 0), +(second ?? 0));
  if (Number.isNaN(start)) return undefined;
  if (part !== undefined) {
    const [from, until] = PARTS[part]!;
    return { lo: start + from * HOUR - shift, hi: start + until * HOUR - shift };
  }
  return { lo: start - shift, hi: endOf(start, match) - shift };
}

function endOf(start: number, [, year, month, day, hour, minute, second]: RegExpExecArray): number {
  if (second !== undefined) return start + 1000;
  if (minute !== undefined) return start + MINUTE;
  if (hour !== undefined) return start + HOUR;
  if (day !== undefined) return start + DAY;
  return month === undefined ? Date.UTC(+year! + 1, 0, 1) : Date.UTC(+year!, +month, 1);
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone[0] === '-' ? -1 : 1;
  return sign * (+zone.slice(1, 3) * 60 + +zone.slice(-2));
}

/** A stated instant in milliseconds. The usual form, to the second and in UTC, is read without a pattern. */
export function instant(iso: string): number | undefined {
  if (iso.length === 20 && iso.charCodeAt(19) === 90 && iso.charCodeAt(10) === 84) {
    const ms = Date.UTC(
      digits(iso, 0, 4),
      digits(iso, 5, 7) - 1,
      digits(iso, 8, 10),
      digits(iso, 11, 13),
      digits(iso, 14, 16),
      digits(iso, 17, 19),
    );
    if (!Number.isNaN(ms)) return ms;
  }
  return windowOfValue(iso)?.lo;
}

function digits(text: string, from: number, until: number): number {
  let value = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** The window of a time as the coder gives it: its instants, else its value with the zone, if any. */
export function windowOf(time: TimeRef | undefined): Window | undefined {
  if (time === undefined) return undefined;
  if (time.earliest !== undefined && time.latest !== undefined) {
    const lo = instant(time.earliest);
    const hi = instant(time.latest);
    if (lo !== undefined && hi !== undefined) return { lo, hi: Math.max(hi, lo + 1000) };
  }
  return windowOfLocal(time.value, time.zone);
}

/** The window of a local value in an IANA zone; without a zone it is taken as UTC. */
export function windowOfLocal(value: string, zone?: string): Window | undefined {
  const plain = windowOfValue(value);
  if (plain === undefined || zone === undefined || /(?:Z|[+-]\d{2}:?\d{2})$/.test(value.slice(10))) return plain;
  return windowOfValue(value, zoneOffset(zone, plain.lo));
}

function zoneOffset(zone: string, at: number): number {
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / (MINUTE * 1_000_000);
  } catch {
    return 0;
  }
}

/** A window as text that no other one has; in minutes, for small numbers are written faster. */
export const windowText = (w: Window | undefined): string =>
  w === undefined ? '' : `${w.lo / MINUTE}+${(w.hi - w.lo) / MINUTE}`;

/** RFC 3339 UTC to the second. */
export function isoOf(ms: number): string {
  const seconds = Math.floor((ms - Math.floor(ms / DAY) * DAY) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${dayOf(ms)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}Z`;
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** Days come again and again; what a day is called never changes, so that remembering it changes no result. */
const days = new Map<number, string>();
const FULL = 50_000;

/** The UTC day of an instant. */
export function dayOf(ms: number): string {
  const number = Math.floor(ms / DAY);
  let day = days.get(number);
  if (day === undefined) {
    if (days.size >= FULL) days.clear();
    days.set(number, (day = new Date(number * DAY).toISOString().slice(0, -14)));
  }
  return day;
}

/** Number of the UTC day. */
export const dayNumber = (ms: number): number => Math.floor(ms / DAY);

export const lengthOf = (w: Window): number => w.hi - w.lo;

/** Shared length of two windows; negative is the gap between them. */
export const overlapOf = (a: Window, b: Window): number => Math.min(a.hi, b.hi) - Math.max(a.lo, b.lo);

/** What both windows leave open, or the hull when they exclude each other. */
export function narrowed(windows: readonly Window[]): Window | undefined {
  if (windows.length === 0) return undefined;
  const lo = Math.max(...windows.map((w) => w.lo));
  const hi = Math.min(...windows.map((w) => w.hi));
  if (hi > lo) return { lo, hi };
  return { lo: Math.min(...windows.map((w) => w.lo)), hi: Math.max(...windows.map((w) => w.hi)) };
}

const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** "9 hours", "25 minutes", "3 days": a length for people, rounded to what matters. */
export function spoken(ms: number): string {
  if (ms < 90 * MINUTE) return plural(Math.max(1, Math.round(ms / MINUTE)), 'minute');
  if (ms < 72 * HOUR) return plural(Math.round(ms / HOUR), 'hour');
  return plural(Math.round(ms / DAY), 'day');
}
