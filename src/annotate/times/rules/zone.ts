/** The zone behind a clock time: "Moscow time", "local time", "GMT", "UTC+4". */
import { twoDigits } from '../../../model/calendar.ts';
import { digitsAt, gapBetween } from '../scan.ts';
import type { Scan } from '../scan.ts';

export interface ZoneMatch {
  /** IANA name, offset like `+04:00`, or `local`. */
  readonly zone: string;
  readonly last: number;
  readonly end: number;
}

/** The zone named right behind word `at`, whose last mark ends at `end`. */
export function zoneAfter(scan: Scan, at: number, end: number): ZoneMatch | undefined {
  const next = scan.words[at + 1];
  if (next === undefined) return undefined;
  const gap = gapBetween(scan.text, end, next.start);
  if (gap !== ' ' && gap !== '(') return undefined;
  const match = scan.zones.names.matchAt(scan.text, scan.words, at + 1);
  if (match === undefined) return undefined;
  const zone = match.values[0]!;
  const found = (zone === 'UTC' ? offsetAfter(scan, match.last) : undefined) ?? {
    zone,
    last: match.last,
    end: match.end,
  };
  if (gap === ' ') return found;
  // "09:00 (Moscow time)"
  return scan.text[found.end] === ')' ? { ...found, end: found.end + 1 } : undefined;
}

/** "UTC+4", "GMT +05:30". */
function offsetAfter(scan: Scan, at: number): ZoneMatch | undefined {
  const from = scan.words[at]!.end;
  const next = scan.words[at + 1];
  if (next === undefined || next.start - from > 2) return undefined;
  const sign = /^ ?([+\-\u2212])$/.exec(scan.text.slice(from, next.start))?.[1];
  const hours = digitsAt(scan, at + 1, 2);
  if (sign === undefined || hours === undefined || hours > 14) return undefined;
  const minutes = scan.text[next.end] === ':' ? digitsAt(scan, at + 2, 2) : undefined;
  const last = minutes === undefined ? at + 1 : at + 2;
  return {
    zone: `${sign === '+' ? '+' : '-'}${twoDigits(hours)}:${twoDigits(minutes ?? 0)}`,
    last,
    end: scan.words[last]!.end,
  };
}
