/** Times of the clock with their zones: "9:00 a.m. Moscow time", "0735 GMT", "18:30", "nine o'clock", "midnight". */
import type { Clock, Expression, When } from '../expression.ts';
import { digitsAt, gapAfter, isNumeric, knownAt, normAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { zoneAfter } from './zone.ts';

/** A clock as read: its words, and where its last mark ends ("p.m." ends with a stop). */
interface Reading {
  readonly clock: Clock;
  readonly last: number;
  readonly end: number;
  readonly meridiem?: 'am' | 'pm';
  /** Figures alone do not make it a time: "9" needs a zone, "1400" too. */
  readonly bare?: boolean;
}

/** The clock time that starts at word `at`: a number, or "noon" and "midnight". */
export function clockTime(scan: Scan, at: number): Expression | undefined {
  if (knownAt(scan, at)?.clock !== undefined) return namedHour(scan, at);
  const reading = readingAt(scan, at);
  if (reading === undefined) return undefined;
  const range = rangeAfter(scan, reading);
  const end = range ?? reading;
  const zone = zoneAfter(scan, end.last, end.end);
  if (end.bare === true && zone === undefined) return undefined;
  const from =
    range?.meridiem !== undefined && reading.meridiem === undefined ? shiftTo(reading.clock, range) : reading.clock;
  const when: When = {
    clock: from,
    ...(range === undefined ? {} : { endClock: range.clock }),
    ...(zone === undefined ? {} : { zone: zone.zone }),
  };
  const last = zone?.last ?? end.last;
  return {
    ...spanOver(scan, at, last),
    end: zone?.end ?? end.end,
    kind: 'when',
    when,
    rule: range === undefined ? 'clock' : 'clock-range',
  };
}

/** "noon", "12 midnight", "midnight local time". */
function namedHour(scan: Scan, at: number): Expression | undefined {
  if (normAt(scan, at - 1) === 'high') return undefined;
  const hour = Number(knownAt(scan, at)!.clock!.value!.slice(0, 2));
  const first = normAt(scan, at - 1) === '12' && gapAfter(scan, at - 1) === ' ' ? at - 1 : at;
  const zone = zoneAfter(scan, at, scan.words[at]!.end);
  const when: When = { clock: { hour, minute: 0 }, ...(zone === undefined ? {} : { zone: zone.zone }) };
  const last = zone?.last ?? at;
  return {
    ...spanOver(scan, first, last),
    end: zone?.end ?? scan.words[last]!.end,
    kind: 'when',
    when,
    rule: 'named-hour',
  };
}

function readingAt(scan: Scan, at: number): Reading | undefined {
  const joined = /^(\d{1,2})(am|pm)$/.exec(normAt(scan, at));
  if (joined !== null)
    return withMeridiem(scan, { hour: Number(joined[1]) }, at, joined[2] as 'am' | 'pm', scan.words[at]!.end);
  const compact = compactTime(scan, at);
  if (compact !== undefined) return compact;
  const hour = isNumeric(scan.words[at]) ? digitsAt(scan, at) : knownAt(scan, at)?.number?.n;
  if (hour === undefined || isTail(scan, at)) return undefined;
  const digits = isNumeric(scan.words[at]) ? normAt(scan, at).length : 0;
  if (digits === 4) return militaryTime(scan, at, hour);
  if (digits === 3 || hour > 24) return undefined;
  const minutes = digits === 0 ? undefined : minutesAfter(scan, at);
  const clock = { hour, ...(minutes === undefined ? {} : minutes.clock) };
  const last = minutes?.last ?? at;
  if (minutes?.meridiem !== undefined) return withMeridiem(scan, clock, last, minutes.meridiem, scan.words[last]!.end);
  return suffixed(scan, clock, last, minutes?.colon === true);
}

/** "09h30", "9h", "0930hrs". */
function compactTime(scan: Scan, at: number): Reading | undefined {
  const match = /^(\d{1,2})h(\d\d)?$|^(\d\d)(\d\d)hrs?$/.exec(normAt(scan, at));
  if (match === null) return undefined;
  const clock = { hour: Number(match[1] ?? match[3]), minute: Number(match[2] ?? match[4] ?? 0) };
  return clock.hour > 24 || clock.minute > 59 ? undefined : { clock, last: at, end: scan.words[at]!.end };
}

/** "a.m.", "o'clock", "in the morning", "hours" behind figures; without any, a colon must have said that it is a clock. */
function suffixed(scan: Scan, clock: Clock, last: number, colon: boolean): Reading | undefined {
  const meridiem = meridiemAfter(scan, last);
  if (meridiem !== undefined) return withMeridiem(scan, clock, meridiem.last, meridiem.value, meridiem.end);
  const end = scan.words[last]!.end;
  if (normAt(scan, last + 1) === 'o' && normAt(scan, last + 2) === 'clock' && clock.hour <= 12) {
    const minute = clock.minute ?? 0;
    return (
      inDaytime(scan, { ...clock, minute }, last + 2, scan.words[last + 2]!.end) ?? {
        clock: { ...clock, minute },
        last: last + 2,
        end: scan.words[last + 2]!.end,
      }
    );
  }
  const spoken = inDaytime(scan, { minute: 0, ...clock }, last, end);
  if (spoken !== undefined) return spoken;
  if (clock.hour === 24 && (clock.minute ?? 0) !== 0) return undefined;
  return { clock: { minute: 0, ...clock }, last, end, ...(colon ? {} : { bare: true }) };
}

/** "4 in the morning", "9:30 in the evening", "10 at night". */
function inDaytime(scan: Scan, clock: Clock, last: number, from: number): Reading | undefined {
  if (clock.hour > 12 || from !== scan.words[last]!.end || gapAfter(scan, last) !== ' ') return undefined;
  const at = normAt(scan, last + 1) === 'at' ? last + 2 : last + 3;
  if (at === last + 3 && (normAt(scan, last + 1) !== 'in' || normAt(scan, last + 2) !== 'the')) return undefined;
  const part = knownAt(scan, at)?.part;
  if (part === undefined || part.plural === true || gapAfter(scan, at - 1) !== ' ') return undefined;
  const early = part.value === 'MO' || (part.value === 'NI' && clock.hour < 6);
  return withMeridiem(scan, clock, at, early ? 'am' : 'pm', scan.words[at]!.end);
}

function withMeridiem(scan: Scan, clock: Clock, last: number, meridiem: 'am' | 'pm', end: number): Reading | undefined {
  if (clock.hour > 12 && meridiem === 'am') return undefined;
  if (clock.hour > 23) return undefined;
  const hour = clock.hour > 12 ? clock.hour : (clock.hour % 12) + (meridiem === 'pm' ? 12 : 0);
  return { clock: { minute: 0, ...clock, hour }, last, end, meridiem };
}

interface Minutes {
  readonly clock: { readonly minute: number; readonly second?: number };
  readonly last: number;
  readonly colon: boolean;
  readonly meridiem?: 'am' | 'pm';
}

const JOINED = /^(\d\d)(am|pm)$/;

/** ":30", ":30:15", ".30" (which needs a suffix), ":30pm". */
function minutesAfter(scan: Scan, at: number): Minutes | undefined {
  const gap = gapAfter(scan, at);
  if (gap !== ':' && gap !== '.') return undefined;
  const joined = JOINED.exec(normAt(scan, at + 1));
  const minute = joined === null ? twoDigits(scan, at + 1) : Number(joined[1]);
  if (minute === undefined) return undefined;
  if (joined !== null) return { clock: { minute }, last: at + 1, colon: true, meridiem: joined[2] as 'am' | 'pm' };
  const second = gap === ':' && gapAfter(scan, at + 1) === ':' ? twoDigits(scan, at + 2) : undefined;
  if (second !== undefined) return { clock: { minute, second }, last: at + 2, colon: true };
  return { clock: { minute }, last: at + 1, colon: gap === ':' };
}

function twoDigits(scan: Scan, at: number): number | undefined {
  const value = normAt(scan, at).length === 2 ? digitsAt(scan, at, 2) : undefined;
  return value !== undefined && value < 60 ? value : undefined;
}

/** "a.m.", "am", "p.m." behind word `at`. */
function meridiemAfter(scan: Scan, at: number): { value: 'am' | 'pm'; last: number; end: number } | undefined {
  const gap = gapAfter(scan, at);
  if (gap !== ' ' && gap !== '') return undefined;
  const next = normAt(scan, at + 1);
  if (next === 'am' || next === 'pm') return { value: next, last: at + 1, end: scan.words[at + 1]!.end };
  if ((next !== 'a' && next !== 'p') || normAt(scan, at + 2) !== 'm' || gapAfter(scan, at + 1) !== '.')
    return undefined;
  const end = scan.words[at + 2]!.end;
  return { value: next === 'a' ? 'am' : 'pm', last: at + 2, end: scan.text[end] === '.' ? end + 1 : end };
}

/** "0735 GMT", "1430 hours": four figures are a clock only with a zone or the word. */
function militaryTime(scan: Scan, at: number, value: number): Reading | undefined {
  const clock = { hour: Math.floor(value / 100), minute: value % 100 };
  if (clock.hour > 23 || clock.minute > 59) return undefined;
  const next = normAt(scan, at + 1);
  const hours = (next === 'hours' || next === 'hrs') && gapAfter(scan, at) === ' ';
  if (hours && !normAt(scan, at).startsWith('0') && zoneAfter(scan, at + 1, scan.words[at + 1]!.end) === undefined)
    return undefined;
  const last = hours ? at + 1 : at;
  return { clock, last, end: scan.words[last]!.end, ...(hours ? {} : { bare: true }) };
}

/** The number at `at` is the end of another: "3:2", "1.9", "September 13". */
function isTail(scan: Scan, at: number): boolean {
  const mark = scan.text[scan.words[at]!.start - 1];
  return mark === ':' || mark === '.' || mark === ',' || mark === '$' || mark === '/';
}

/** "9:00-11:00", "9 to 11 a.m.": the second clock of a range, directly behind the first. */
function rangeAfter(scan: Scan, reading: Reading): Reading | undefined {
  if (reading.end !== scan.words[reading.last]!.end) return undefined;
  const gap = gapAfter(scan, reading.last);
  const to = gap === ' ' && normAt(scan, reading.last + 1) === 'to' && gapAfter(scan, reading.last + 1) === ' ';
  if (gap !== '-' && !to) return undefined;
  const at = reading.last + (to ? 2 : 1);
  if (!isNumeric(scan.words[at])) return undefined;
  const end = readingAt(scan, at);
  if (end === undefined || end.bare !== reading.bare) return bareStart(reading, end);
  return end;
}

/** "9-11 a.m.": the first is bare, the second is not. */
const bareStart = (reading: Reading, end: Reading | undefined): Reading | undefined =>
  reading.bare === true && end?.meridiem !== undefined ? end : undefined;

/** "9" in "9-11 p.m." is in the evening too, if that makes it the earlier. */
function shiftTo(clock: Clock, end: Reading): Clock {
  const later = clock.hour < 12 && end.meridiem === 'pm' ? clock.hour + 12 : clock.hour;
  return later <= end.clock.hour ? { ...clock, hour: later } : clock;
}
