/**
 * Which truce an act bears on: the one in force at its time and place. An act before a truce took effect is not against
 * it, and is said not to be; where the times leave it open, it is left open.
 */
import type { Core } from '../entry/entry.ts';
import type { PlaceRef } from '../../model/record.ts';
import { type Window, DAY, HOUR, isoOf, lengthOf, spoken } from '../time.ts';
import type { Instrument } from './instrument.ts';

export type Relation = 'before' | 'during' | 'after' | 'uncertain' | 'unrelated';

export interface Bearing {
  readonly incident: Core;
  readonly truce: Instrument;
  readonly relation: Exclude<Relation, 'unrelated' | 'after'>;
  readonly reason: string;
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

const WEEK = 7 * DAY;

/** What an incident bears on, and which truces near it in time it is not against. */
export function bearingsOf(incident: Core, line: Line): Bearing[] {
  const act = incident.when;
  if (act === undefined) return [];
  const found: Bearing[] = [];
  const local = line.truces.filter((truce) => truce.isLocal && isWithin(incident, truce));
  for (const truce of local) pushBearing(found, incident, act, truce);
  const general = line.truces.filter((truce) => !truce.isLocal);
  const current = general.findLast((truce) => relationOf(act, truce) === 'during');
  for (const truce of general) {
    const relation = relationOf(act, truce);
    const isClose = truce.from.lo - act.hi < WEEK && act.lo - truce.from.hi < WEEK;
    if (truce === current || ((relation === 'before' || relation === 'uncertain') && isClose))
      pushBearing(found, incident, act, truce);
  }
  if (current === undefined) {
    const behind = line.standing.findLast((truce) => relationOf(act, truce) === 'during');
    if (behind !== undefined) pushBearing(found, incident, act, behind);
  }
  return found;
}

/** A local truce covers its places by name, and what lies within 50 km of them. */
function isWithin(incident: Core, truce: Dated): boolean {
  const here = placesOf(incident);
  const there = placesOf(truce.instrument.core);
  return here.some((a) => there.some((b) => a.key === b.key || isNear(a, b)));
}

const placesOf = (core: Core): PlaceRef[] =>
  core.bundle.items.flatMap((item) => item.record.places.map((slot) => slot.value));

function isNear(a: PlaceRef, b: PlaceRef): boolean {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return false;
  const east = (a.lon - b.lon) * Math.cos(((a.lat + b.lat) * Math.PI) / 360);
  return 111 * Math.hypot(a.lat - b.lat, east) <= 50;
}

function pushBearing(found: Bearing[], incident: Core, act: Window, truce: Dated): void {
  const relation = relationOf(act, truce);
  if (relation === 'unrelated' || relation === 'after') return;
  found.push({ incident, truce: truce.instrument, relation, reason: reasonOf(act, truce, relation) });
}

function reasonOf(act: Window, truce: Dated, relation: Bearing['relation']): string {
  const at = lengthOf(act) <= HOUR ? `at ${isoOf(act.lo)}` : `between ${isoOf(act.lo)} and ${isoOf(act.hi)}`;
  const effect = `${isoOf(truce.from.lo)}${truce.instrument.fromRule === 'signed' ? ' (the day of its date)' : ''}`;
  if (relation === 'before')
    return `the act is put ${at}, ${spoken(truce.from.lo - act.lo)} before this truce took effect at ${effect}: it is not a breach of it`;
  if (relation === 'uncertain')
    return `the act is put ${at}, and this truce took effect at ${effect}: which came first is not known`;
  if (truce.instrument.fromRule === 'reported in force')
    return `the act is put ${at}, when this truce was spoken of as in force`;
  if (!truce.instrument.isCeasefire)
    return `the act is put ${at}; no newer truce was in force, so it bears on this standing instrument of ${effect}`;
  return `the act is put ${at}, ${spoken(act.lo - truce.from.lo)} after this truce took effect at ${effect}`;
}
