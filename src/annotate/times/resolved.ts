/** A date on the time line, and what it is resolved against. */
import type { DayNumber } from '../../model/calendar.ts';
import { civilOf, isoDay } from '../../model/calendar.ts';
import type { Anchor } from './anchor.ts';
import type { Direction } from './direction.ts';

/** The date last spoken of, as exactly as it was. */
export interface Spoken {
  readonly year: number;
  readonly month?: number;
  readonly day?: DayNumber;
  readonly minutes?: number;
}

export interface Context {
  readonly anchor: Anchor;
  /** The last date told before this one. */
  readonly spoken?: Spoken;
  /** The date that a clock or a part of day without one belongs to. */
  readonly near?: DayNumber;
  readonly direction: () => Direction;
  /** Said of the verb, "on April 20", not of a noun, "the April 20 raid". */
  readonly adverbial?: boolean;
}

/** A date on the time line. `day` only where it is exact to the day. */
export interface Resolved {
  readonly value: string;
  readonly day?: DayNumber;
  readonly spoken?: Spoken;
}

/** A single day. */
export const ofDay = (day: DayNumber): Resolved => {
  const { year, month } = civilOf(day);
  return { value: isoDay(day), day, spoken: { year, month, day } };
};
