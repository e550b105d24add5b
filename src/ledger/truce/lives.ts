/** Brings agreements, incidents and observations together: the life of every truce, and what each incident bears on. */
import type { AgreementRecord } from '../../model/record.ts';
import type { Core } from '../entry/entry.ts';
import type { Weighing } from '../entry/voices.ts';
import { byText, pairsOf, sortedSet } from '../keys.ts';
import { type Bearing, type Dated, type Line, bearingsOf } from './assign.ts';
import { historyOf } from './history.ts';
import { type Instrument, instrumentOf } from './instrument.ts';
import { lineOf } from './line.ts';
import type { TruceLife } from './truce.ts';

/** Entries that can concern truces. */
export interface Matter {
  readonly agreements: readonly Core[];
  readonly incidents: readonly Core[];
  readonly observations: readonly Core[];
  /** The entry that holds a record. */
  entryOf(uid: string): string | undefined;
}

/** The lives of all truces in the matter, by the id of their entry. */
export function livesOf(matter: Matter, weighing: Weighing): Map<string, TruceLife> {
  const instruments = matter.agreements
    .filter((core) => core.entry.review !== 'rejected')
    .map((core) => instrumentOf(core, weighing));
  const relied = new Set(instruments.flatMap((instrument) => [...restsOnOf(instrument, matter)]));
  const isRelied = (instrument: Instrument): boolean => relied.has(instrument.core.entry.id);
  const pairs = byPair(instruments, (instrument) => instrument.parties);
  const lines = new Map([...pairs].map(([pair, members]) => [pair, lineOf(members, isRelied)]));
  const bearings = bearingsByTruce(matter.incidents, lines);
  const lives = new Map<string, TruceLife>();
  for (const [, line] of [...lines].sort(([a], [b]) => byText(a, b)))
    for (const standing of [false, true])
      for (const dated of standing ? line.standing : line.truces) {
        const id = dated.instrument.core.entry.id;
        if (!lives.has(id)) lives.set(id, lifeOf(dated, standing, line, bearings.get(id) ?? [], matter));
      }
  return lives;
}

function lifeOf(dated: Dated, standing: boolean, line: Line, bearings: readonly Bearing[], matter: Matter): TruceLife {
  const next = standing ? undefined : successor(dated, line.truces);
  const before = standing ? undefined : line.truces.findLast((other) => successor(other, line.truces) === dated);
  const parties = new Set(dated.instrument.parties);
  return {
    dated,
    standing,
    next,
    before,
    bearings: bearings.toSorted(
      (a, b) => a.incident.when!.lo - b.incident.when!.lo || byText(a.incident.entry.id, b.incident.entry.id),
    ),
    history: historyOf(dated, bearings, next),
    observations: matter.observations.filter(({ bundle, frame }) =>
      bundle.items.some((item) => parties.has(item.voice.side) || frame.parties.some((side) => parties.has(side))),
    ),
    restsOn: restsOnOf(dated.instrument, matter),
  };
}

/** The truce that takes the place of this one: the next of the same reach. */
const successor = (dated: Dated, truces: readonly Dated[]): Dated | undefined =>
  truces.find(
    (other) =>
      other.from.lo > dated.from.lo &&
      other.isLocal === dated.isLocal &&
      (!dated.isLocal || other.instrument.places.some((place) => dated.instrument.places.includes(place))),
  );

function restsOnOf(instrument: Instrument, matter: Matter): string[] {
  const own = instrument.core.entry.id;
  const ids = instrument.core.bundle.items.flatMap((item) => (item.record as AgreementRecord).restsOn);
  return sortedSet(ids.flatMap((uid) => matter.entryOf(uid) ?? [])).filter((id) => id !== own);
}

function byPair<T>(values: readonly T[], partiesOf: (value: T) => readonly string[]): Map<string, T[]> {
  const pairs = new Map<string, T[]>();
  for (const value of values) {
    const parties = partiesOf(value);
    for (const pair of parties.length === 1 ? [parties[0]!] : pairsOf(parties)) {
      const list = pairs.get(pair);
      if (list === undefined) pairs.set(pair, [value]);
      else list.push(value);
    }
  }
  return pairs;
}

/** Bearings by truce. An incident is looked up by every pair of who did it and who says so or suffered it. */
function bearingsByTruce(incidents: readonly Core[], lines: ReadonlyMap<string, Line>): Map<string, Bearing[]> {
  const found = new Map<string, Map<string, Bearing>>();
  for (const incident of incidents) {
    if (!isAlleged(incident)) continue;
    for (const pair of pairsOfIncident(incident)) {
      const line = lines.get(pair);
      if (line === undefined) continue;
      for (const bearing of bearingsOf(incident, line)) {
        const id = bearing.truce.core.entry.id;
        const known = found.get(id) ?? new Map<string, Bearing>();
        known.set(incident.entry.id, bearing);
        found.set(id, known);
      }
    }
  }
  return new Map([...found].map(([id, bearings]) => [id, [...bearings.values()]]));
}

/** Somebody says that it happened, and nobody on the desk rejected it. */
const isAlleged = (core: Core): boolean =>
  core.entry.review !== 'rejected' &&
  core.bundle.items.some(
    ({ record }) =>
      record.factuality === 'alleged' || record.factuality === 'asserted' || record.factuality === 'recalled',
  );

function pairsOfIncident({ frame }: Core): string[] {
  const others = frame.parties.filter((side) => !frame.accused.includes(side));
  const pairs = pairsOf(frame.parties);
  const across =
    frame.accused.length > 0 && others.length > 0
      ? frame.accused.flatMap((a) => others.flatMap((b) => pairsOf([a, b])))
      : pairs;
  return sortedSet([...across, ...frame.parties]);
}
