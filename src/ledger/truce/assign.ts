/**
 * Which truce an act bears on: the one in force at its time and place. An act before a truce took effect is not against
 * it, and is said not to be; where the times leave it open, it is left open.
 */
import type { PlaceRef } from '../../model/record.ts';
import { type Window, DAY, HOUR, isoOf, lengthOf, spoken } from '../time.ts';
import type { Bundle } from '../bundle.ts';
import type { Act } from './act.ts';
import type { Instrument } from './instrument.ts';

export type Relation = 'before' | 'during' | 'after' | 'uncertain' | 'unrelated';

export interface Bearing {
  readonly act: Act;
  readonly truce: Dated;
  readonly relation: Exclude<Relation, 'unrelated' | 'after'>;
}

/** The line of truces of one pair of sides, oldest first, with when each one ended. */
export interface Line {
  readonly truces: readonly Dated[];
  readonly standing: readonly Dated[];
}

export interface Dated {
  readonly instrument: Instrument;
  readonly from: Window;
  /** When it was over, however it ended. */
  readonly end: number | undefined;
  readonly isLocal: boolean;
}

/** Where an act's time lies relative to a truce's life. */
export function relationOf(act: Window, { instrument, from, end }: Dated): Relation {
  if (act.hi <= from.lo) return instrument.fromRule === 'reported in force' ? 'unrelated' : 'before';
  const isDuring = act.lo >= from.lo && (lengthOf(from) <= 2 * HOUR || act.lo >= from.hi);
  if (!isDuring) return 'uncertain';
  return end !== undefined && act.lo >= end ? 'after' : 'during';
}

/** An act that is said to have broken the truce came after its effect, also where the time alone leaves that open. */
function relationTo(act: Act, truce: Dated): Relation {
  const relation = relationOf(act.when, truce);
  return relation === 'uncertain' && act.breaks ? 'during' : relation;
}

const WEEK = 7 * DAY;

/** What an act bears on, and which truces near it in time it is not against. */
export function bearingsOf(act: Act, line: Line): Bearing[] {
  const found: Bearing[] = [];
  for (const truce of line.truces) if (truce.isLocal && isWithin(act, truce)) pushBearing(found, act, truce);
  const current = line.truces.findLast((truce) => !truce.isLocal && relationTo(act, truce) === 'during');
  for (const truce of line.truces) {
    if (truce.isLocal) continue;
    const isClose = truce.from.lo - act.when.hi < WEEK && act.when.lo - truce.from.hi < WEEK;
    if (truce === current || (isClose && relationTo(act, truce) !== 'during')) pushBearing(found, act, truce);
  }
  if (current === undefined) {
    const behind = line.standing.findLast((truce) => relationTo(act, truce) === 'during');
    if (behind !== undefined) pushBearing(found, act, behind);
  }
  return found;
}

/** A local truce covers its places by name, and what lies within 50 km of them. */
function isWithin(act: Act, truce: Dated): boolean {
  const there = placesOf(truce.instrument.core.bundle);
  return placesOf(act.bundle).some((a) => there.some((b) => a.key === b.key || isNear(a, b)));
}

const placesOf = ({ items }: Bundle): PlaceRef[] =>
  items.flatMap((item) => item.record.places.map((slot) => slot.value));

function isNear(a: PlaceRef, b: PlaceRef): boolean {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return false;
  const east = (a.lon - b.lon) * Math.cos(((a.lat + b.lat) * Math.PI) / 360);
  return 111 * Math.hypot(a.lat - b.lat, east) <= 50;
}

function pushBearing(found: Bearing[], act: Act, truce: Dated): void {
  const relation = relationTo(act, truce);
  if (relation !== 'unrelated' && relation !== 'after') found.push({ act, truce, relation });
}

/** Why an act is or is not a breach, in plain words with hours. */
export function reasonOf({ act: { when: act, breaks }, truce, relation }: Bearing): string {
  const at = lengthOf(act) <= HOUR ? `at ${isoOf(act.lo)}` : `between ${isoOf(act.lo)} and ${isoOf(act.hi)}`;
  const effect = `${truce.instrument.start}${truce.instrument.fromRule === 'signed' ? ' (the date of the instrument)' : ''}`;
  if (relation === 'before')
    return `the act is put ${at}, ${spoken(truce.from.lo - act.lo)} before this truce took effect at ${effect}: it is not a breach of it`;
  if (relation === 'uncertain')
    return `the act is put ${at}, and this truce took effect at ${effect}: which came first is not known`;
  if (truce.instrument.fromRule === 'reported in force')
    return `the act is put ${at}, when this truce was spoken of as in force`;
  if (!truce.instrument.isCeasefire)
    return `the act is put ${at}; no newer truce was in force, so it bears on this standing instrument of ${effect}`;
  if (breaks && act.lo < truce.from.lo)
    return `the act is put ${at}, and is said to have broken this truce of ${effect}`;
  return `the act is put ${at}, ${spoken(act.lo - truce.from.lo)} after this truce took effect at ${effect}`;
}
