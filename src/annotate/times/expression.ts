/** What the rules of `times` make: a stretch of words and what it says about time, not yet put on the time line. */
import type { Span } from '../../model/span.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'fortnight'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** Part of day: morning, afternoon, evening, night, daytime. */
export type Part = 'MO' | 'AF' | 'EV' | 'NI' | 'DT';

export interface Clock {
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
}

/** So many units away from the day of the report, or from the day last spoken of. */
export interface Shift {
  readonly unit: Unit;
  readonly n: number;
  readonly from: 'published' | 'context';
}

/** The date and time as the words give it: what is absent was not said. */
export interface When {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** Second day of a range within the month: "15-16". */
  readonly endDay?: number;
  /** Second year of a range: "1994-97". */
  readonly endYear?: number;
  readonly weekday?: number;
  /** "last", "next", "this" before a weekday, month or season. */
  readonly which?: 'last' | 'next' | 'this';
  readonly shift?: Shift;
  readonly season?: string;
  readonly quarter?: number;
  readonly half?: number;
  /** `199` for the nineteen-nineties, `19` for the twentieth century. */
  readonly decade?: number;
  readonly century?: number;
  readonly fiscal?: boolean;
  /** Rule of a feast: `12-25`, `nth:11:4:4`, `easter:1`. */
  readonly holiday?: string;
  /** So long before or after the date: "two days after September 13". */
  readonly offset?: { readonly unit: Unit; readonly n: number };
  /** The week that holds the date. */
  readonly weekOf?: boolean;
  readonly part?: Part;
  readonly clock?: Clock;
  readonly endClock?: Clock;
  /** IANA name, `+03:00`, or `local`. */
  readonly zone?: string;
}

/** A length of time, with the side of the report that it lies on: "the past 24 hours", "the next three days". */
export interface Length {
  readonly value: string;
  readonly unit: Unit;
  /** Absent when vague: "several days". */
  readonly n?: number;
  readonly side?: -1 | 1;
}

export interface Expression extends Span {
  /** Indices of its words, last included. */
  readonly first: number;
  readonly last: number;
  readonly kind: 'when' | 'length' | 'set' | 'reference';
  readonly when?: When;
  readonly length?: Length;
  /** Of sets and references. */
  readonly value?: string;
  readonly mod?: string;
  /** Counts only when it joins a neighbour: "night" alone is no time, "Friday night" is. */
  readonly weak?: boolean;
  readonly rule: string;
}

/** How TIMEX3 writes a unit: prefix, factor, letter; and the smaller unit that halves of it are written in. */
const DURATIONS: Readonly<
  Record<Unit, readonly [p: string, factor: number, letter: string, per?: number, small?: string]>
> = {
  second: ['PT', 1, 'S'],
  minute: ['PT', 1, 'M'],
  hour: ['PT', 1, 'H', 60, 'M'],
  day: ['P', 1, 'D', 24, 'H'],
  week: ['P', 1, 'W'],
  fortnight: ['P', 2, 'W'],
  weekend: ['P', 1, 'WE'],
  month: ['P', 1, 'M'],
  quarter: ['P', 3, 'M'],
  year: ['P', 1, 'Y', 12, 'M'],
  decade: ['P', 10, 'Y'],
  century: ['P', 100, 'Y'],
};

/** TIMEX3 duration of `n` units; `undefined` is vague: `P3D`, `PT5H30M`, `PXW`. */
export function durationOf(unit: Unit, n: number | undefined): string {
  const [p, factor, letter, per, small] = DURATIONS[unit];
  if (n === undefined) return `${p}X${letter}`;
  if (per === undefined || Number.isInteger(n)) return `${p}${trimmed(n * factor)}${letter}`;
  const whole = Math.floor(n);
  const rest = (n - whole) * per;
  if (!Number.isInteger(rest)) return `${p}${trimmed(n)}${letter}`;
  const time = unit === 'day' ? 'T' : '';
  return `${p}${whole === 0 ? '' : `${whole}${letter}`}${time}${rest}${small}`;
}

/** Two decimals at most: a third of a day is no exact time. */
const trimmed = (n: number): string => String(Math.round(n * 100) / 100);
