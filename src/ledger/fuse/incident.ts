/**
 * When two incident records are one incident: the same perpetrator and kind of act, times that agree, and a place in
 * common. Records with no place are vague: they join the one incident of that perpetrator and day that fits.
 */
import type { IncidentRecord, IncidentType } from '../../model/record.ts';
import type { Item } from '../item.ts';
import { intersects, sidesOf, sortedSet } from '../keys.ts';
import { type Window, DAY, HOUR, dayNumber, isoOf, lengthOf, overlapOf, windowText } from '../time.ts';
import { type Key, dayCell, dayKey } from './bag.ts';
import { type Cluster, type Fusion, type Node, unique } from './kind.ts';

export interface IncidentFacts {
  readonly type: IncidentType;
  /** Sides that are said to have done it. */
  readonly by: readonly string[];
  /** Sides that say so or that it was done to. */
  readonly against: readonly string[];
  readonly places: readonly string[];
  /** Latitude and longitude in hundredths of a degree, one pair after the other. */
  readonly points: readonly number[];
  readonly when: Window | undefined;
  readonly newsTime: boolean;
}

const facts = (item: Item): IncidentFacts => {
  const record = item.record as IncidentRecord;
  return {
    type: record.type.value,
    by: sidesOf(record.perpetrators),
    against: sidesOf([...record.targets, ...(record.accuser === undefined ? [] : [record.accuser])]),
    places: sortedSet(record.places.filter(({ value }) => !isCountry(value.feature)).map((slot) => slot.value.key)),
    points: pointsOf(record),
    when: item.when,
    newsTime: item.newsTime,
  };
};

const NOWHERE: readonly number[] = [];

function pointsOf({ places }: IncidentRecord): readonly number[] {
  const points: number[] = [];
  for (const { value } of places)
    if (value.lat !== undefined && value.lon !== undefined && !isWide(value.feature))
      points.push(Math.round(value.lat * 100), Math.round(value.lon * 100));
  if (points.length > 2) return inOrder(points);
  return points.length === 0 ? NOWHERE : [points[0]!, points[1]!];
}

/** Pairs by latitude, then longitude. */
function inOrder(points: readonly number[]): number[] {
  const pairs = Array.from({ length: points.length / 2 }, (_, n) => [points[2 * n]!, points[2 * n + 1]!] as const);
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]).flat();
}

const isCountry = (feature: string | undefined): boolean => feature !== undefined && feature.startsWith('PCL');
const isWide = (feature: string | undefined): boolean => feature !== undefined && /^(?:A|PCL|ADM|RGN)/.test(feature);

const signature = (f: IncidentFacts): string =>
  `${f.type}|${f.by.join()}|${f.against.join()}|${f.places.join()}|${windowText(f.when)},${f.newsTime}|${f.points.join()}`;

const rank = (f: IncidentFacts): number => (f.places.length === 0 || f.when === undefined || f.newsTime ? 1 : 0);

/** The days that a window covers, with some slack to either side. */
function days(w: Window, slack: number): number[] {
  const found: number[] = [];
  const last = dayNumber(w.hi - 1 + slack);
  for (let day = dayNumber(w.lo - slack); day <= last && found.length < 9; day++) found.push(day);
  return found;
}

/** Hundredths of a degree that a cell is wide. */
const CELL = 20;
/** Places up to ten kilometres from each other can be one; so many hundredths of a degree of latitude are that. */
const NEAR = 9;

/** Where a node stands (`reach` 0), and where it looks for others: up to ten kilometres and two hours further. */
function keysAround(f: IncidentFacts, reach: number): Key[] {
  if (f.when === undefined) return [];
  const keys: Key[] = [];
  for (const day of days(f.when, reach === 0 ? 0 : 2 * HOUR)) {
    for (const place of f.places) keys.push(dayKey(day, place));
    for (let at = 0; at < f.points.length; at += 2) addCells(keys, day, f.points[at]!, f.points[at + 1]!, reach);
  }
  return f.places.length * 2 + f.points.length > 3 ? [...new Set(keys)] : keys;
}

function addCells(keys: Key[], day: number, lat: number, lon: number, reach: number): void {
  const wide = reach === 0 ? 0 : Math.min(1000, Math.ceil(reach / Math.max(0.01, Math.cos((lat * Math.PI) / 18_000))));
  for (let y = Math.floor((lat - reach) / CELL); y <= Math.floor((lat + reach) / CELL); y++)
    for (let x = Math.floor((lon - wide) / CELL); x <= Math.floor((lon + wide) / CELL); x++)
      keys.push(dayCell(day, y, x));
}

const contexts = (f: IncidentFacts): Key[] => {
  if (f.when === undefined) return [];
  const by = f.by.length === 0 ? UNNAMED : f.by;
  const when = f.newsTime ? { lo: f.when.lo - DAY, hi: f.when.hi } : f.when;
  return days(when, rank(f) === 0 ? 0 : 2 * HOUR).flatMap((day) => by.map((side) => dayKey(day, side)));
};

const UNNAMED = ['?'];

const KINDRED: Readonly<Record<IncidentType, string>> = {
  fire: 'force',
  'air or drone': 'force',
  movement: 'movement',
  'build-up': 'movement',
  mine: 'mine',
  obstruction: 'hold',
  detention: 'hold',
  other: 'other',
};

const typesAgree = (a: IncidentType, b: IncidentType): boolean =>
  a === b || a === 'other' || b === 'other' || (KINDRED[a] === 'force' && KINDRED[b] === 'force');

/** Without a place to tie it, an act must be of the same kind: "response measures" are no telling of a shelling. */
const isKindred = (a: IncidentType, b: IncidentType): boolean =>
  a === b || (KINDRED[a] === 'force' && KINDRED[b] === 'force');

const sidesAgree = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || intersects(a, b);

/** Two tellings of one time: they overlap by half of the shorter, or two clock times lie within 90 minutes. */
function timesAgree(a: Window, b: Window): boolean {
  const shorter = Math.min(lengthOf(a), lengthOf(b));
  const longer = Math.max(lengthOf(a), lengthOf(b));
  if (longer > 2 * DAY && shorter < longer / 2) return false;
  const shared = overlapOf(a, b);
  if (shorter <= 2 * HOUR && longer <= 6 * HOUR) return shared > -1.5 * HOUR;
  return shared >= shorter / 2;
}

/** Kilometres between two points in hundredths of a degree. */
const distance = (lat: number, lon: number, toLat: number, toLon: number): number =>
  1.11 * Math.hypot(lat - toLat, (lon - toLon) * Math.cos(((lat + toLat) * Math.PI) / 36_000));

function near({ points: a }: IncidentFacts, { points: b }: IncidentFacts): boolean {
  for (let i = 0; i < a.length; i += 2)
    for (let j = 0; j < b.length; j += 2) if (distance(a[i]!, a[i + 1]!, b[j]!, b[j + 1]!) <= 10) return true;
  return false;
}

const placesAgree = (a: IncidentFacts, b: IncidentFacts): boolean => intersects(a.places, b.places) || near(a, b);

function same(a: IncidentFacts, b: IncidentFacts): ReturnType<Fusion<IncidentFacts>['same']> {
  if (a.when === undefined || b.when === undefined) return undefined;
  if (!sidesAgree(a.by, b.by) || isOpposed(a, b) || !typesAgree(a.type, b.type)) return undefined;
  if (!timesAgree(a.when, b.when) || !placesAgree(a, b)) return undefined;
  const shared = a.places.filter((place) => b.places.includes(place));
  return {
    rule: 'incident-same-side-time-place',
    reason: () => sameReason(a.when!, b.when!, shared),
    strength: shared.length * 10 + (a.type === b.type ? 5 : 0) + closeness(a.when, b.when),
  };
}

function sameReason(a: Window, b: Window, shared: readonly string[]): string {
  const where = shared.length > 0 ? `a place in common (${shared.join(', ')})` : 'places within 10 km of each other';
  const [first, second] = a.lo < b.lo ? [a, b] : [b, a];
  return `the same side is named for it, the times agree (${label(first)} and ${label(second)}), and there is ${where}`;
}

/** Closer times first; a number from 0 to 4 that is the same both ways. */
const closeness = (a: Window, b: Window): number =>
  Math.max(0, 4 - Math.floor(Math.abs(a.lo + a.hi - b.lo - b.hi) / (6 * HOUR)));

const label = (w: Window): string => (lengthOf(w) > HOUR ? `${isoOf(w.lo)} to ${isoOf(w.hi)}` : isoOf(w.lo));

/** Each names the other's side: two accusations, not two tellings of one. */
const isOpposed = (a: IncidentFacts, b: IncidentFacts): boolean =>
  a.by.length > 0 && b.by.length > 0 && !intersects(a.by, b.by);

function conflict(a: IncidentFacts, b: IncidentFacts): boolean {
  if (isOpposed(a, b) || !typesAgree(a.type, b.type)) return true;
  if (
    a.when !== undefined &&
    b.when !== undefined &&
    !a.newsTime &&
    !b.newsTime &&
    overlapOf(a.when, b.when) < -3 * HOUR
  )
    return true;
  return a.places.length > 0 && b.places.length > 0 && !placesAgree(a, b) && a.places.length + b.places.length <= 2;
}

/** A telling without a place, or with the report's date for its time, joins the only incident that it can mean. */
function choose(
  vague: Node<IncidentFacts>,
  candidates: readonly Cluster<IncidentFacts>[],
): ReturnType<Fusion<IncidentFacts>['choose']> {
  const reports = new Set(vague.items.map((item) => item.card.id));
  const cluster = unique(candidates, (candidate) => {
    if (!candidate.nodes.every((node) => !conflict(vague.facts, node.facts))) return 0;
    if (!candidate.nodes.some((node) => couldBe(vague.facts, node.facts))) return 0;
    const isOwn = candidate.nodes.some((node) => node.items.some((item) => reports.has(item.card.id)));
    return 1 + (isOwn ? 4 : 0) + placeTier(vague.facts, candidate);
  });
  if (cluster === undefined) return undefined;
  const lacks = vague.facts.places.length === 0 ? 'names no place' : 'gives no time';
  return {
    cluster,
    why: {
      rule: 'incident-only-candidate',
      reason: `it ${lacks}, and only one incident of that side and time fits as well`,
      strength: 1,
    },
  };
}

/** 2 where some telling names exactly the same places, 1 where one holds all of them. */
function placeTier(vague: IncidentFacts, { nodes }: Cluster<IncidentFacts>): number {
  if (vague.places.length === 0) return 0;
  if (nodes.some(({ facts: clear }) => clear.places.join() === vague.places.join())) return 2;
  return nodes.some(({ facts: clear }) => vague.places.every((place) => clear.places.includes(place))) ? 1 : 0;
}

function couldBe(vague: IncidentFacts, clear: IncidentFacts): boolean {
  if (vague.when === undefined || clear.when === undefined || vague.by.length === 0) return false;
  if (!intersects(vague.by, clear.by) || !isKindred(vague.type, clear.type)) return false;
  if (vague.places.length > 0 && !placesAgree(vague, clear)) return false;
  return vague.newsTime ? overlapOf(vague.when, clear.when) > -DAY : timesAgree(vague.when, clear.when);
}

export const incidentFusion: Fusion<IncidentFacts> = {
  kind: 'incident',
  facts,
  signature,
  rank,
  keys: (f) => keysAround(f, 0),
  probes: (f) => keysAround(f, NEAR),
  contexts,
  same,
  conflict,
  choose,
  groupKey: (f) =>
    `${f.type}|${f.by.join()}|${f.against.join()}|${f.places.join()}|${f.when === undefined ? '' : dayNumber(f.when.hi - 1)}`,
  groupWhy: {
    rule: 'incident-same-vague',
    reason: 'both say no more than the same side, kind of act, place and day',
    strength: 1,
  },
  sameWhy: { rule: 'incident-same-words', reason: 'the same side, act, time and places', strength: 9 },
};
