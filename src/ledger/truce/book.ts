/**
 * Keeps agreements, incidents and observations by pair of sides, so that a change touches only the truces of its pairs.
 * What it tells of a truce is a function of what is in the book.
 */
import type { Bundle } from '../bundle.ts';
import type { Core } from '../entry/entry.ts';
import type { Item } from '../item.ts';
import { byText, sortedSet } from '../keys.ts';
import { type Act, pairsOfAct } from './act.ts';
import { type Bearing, type Dated, type Line, bearingsOf } from './assign.ts';
import { type Titles, historyOf } from './history.ts';
import type { Instrument } from './instrument.ts';
import { isDatedTruce, lineOf } from './line.ts';
import type { TruceLife } from './truce.ts';

interface Pair {
  readonly instruments: Set<Instrument>;
  readonly acts: Set<Act>;
  line: Line | undefined;
  /** The line that the acts' links were last told by. */
  told: Line | undefined;
  /** What the line told of its truces when acts were last held against it. */
  shape: string;
  /** Bearings on the truces of this pair, by the truce's entry. */
  bearings: Map<string, Bearing[]> | undefined;
}

export interface TruceBook {
  readonly pairs: Map<string, Pair>;
  readonly observations: Map<string, Set<Core>>;
  /** Sides of which observations came or went since the truces were last settled. */
  readonly observed: Set<string>;
  readonly lives: Map<string, TruceLife>;
  /** Ids of the lives of each pair. */
  readonly livesAt: Map<string, Set<string>>;
  /** Ids of the lives of each party. */
  readonly livesOf: Map<string, Set<string>>;
  readonly stale: Set<string>;
}

export const createTruceBook = (): TruceBook => ({
  pairs: new Map(),
  observations: new Map(),
  observed: new Set(),
  lives: new Map(),
  livesAt: new Map(),
  livesOf: new Map(),
  stale: new Set(),
});

function pairAt(book: TruceBook, key: string): Pair {
  let pair = book.pairs.get(key);
  if (pair === undefined)
    book.pairs.set(
      key,
      (pair = {
        instruments: new Set(),
        acts: new Set(),
        line: undefined,
        told: undefined,
        shape: '',
        bearings: undefined,
      }),
    );
  return pair;
}

/** A pair's truces and what bears on them are worked out anew when somebody asks. */
function spoil(book: TruceBook, key: string, pair: Pair, isLine: boolean): void {
  if (isLine) pair.line = undefined;
  pair.bearings = undefined;
  book.stale.add(key);
  if (pair.instruments.size === 0 && pair.acts.size === 0) book.pairs.delete(key);
}

/** Takes an agreement in, or out when `isThere` is false. */
export function setInstrument(book: TruceBook, instrument: Instrument, isThere: boolean): void {
  for (const key of instrument.pairs) {
    const pair = pairAt(book, key);
    if (isThere) pair.instruments.add(instrument);
    else pair.instruments.delete(instrument);
    spoil(book, key, pair, true);
  }
}

/** Takes an act in, or out when `isThere` is false. */
export function setAct(book: TruceBook, act: Act, isThere: boolean): void {
  for (const key of pairsOfAct(act)) {
    const pair = pairAt(book, key);
    const isFought = pair.acts.size > 0;
    if (isThere) pair.acts.add(act);
    else pair.acts.delete(act);
    spoil(book, key, pair, isFought !== pair.acts.size > 0);
  }
}

/** An observation and the sides whose truces it concerns. */
export interface Observed {
  readonly core: Core;
  readonly sides: readonly string[];
}

/** Those who tell of it, and the countries of the places where it was made: a monitor sees what others do. */
export const observedIn = (core: Core): Observed => ({
  core,
  sides: sortedSet(
    core.bundle.items.flatMap(({ voice, record }) => [
      voice.side,
      ...record.places.flatMap(({ value }) => value.country ?? []),
    ]),
  ),
});

/** Takes an observation in, or out when `isThere` is false. */
export function setObservation(book: TruceBook, { core, sides }: Observed, isThere: boolean): void {
  for (const side of sides) {
    book.observed.add(side);
    const known = book.observations.get(side) ?? new Set();
    if (isThere) known.add(core);
    else known.delete(core);
    if (known.size === 0) book.observations.delete(side);
    else book.observations.set(side, known);
  }
}

export interface BookContext extends Titles {
  /** The entry that holds a record. */
  entryOf(item: Item): string | undefined;
}

export interface TruceChanges {
  /** Ids of truces that changed, came or went. */
  readonly truces: ReadonlySet<string>;
  /** Acts and instruments whose line of truces changed: what they hang on can be another now. */
  readonly relinked: ReadonlySet<Bundle>;
}

/** Brings the lives of truces up to date. */
export function settleTruces(book: TruceBook, context: BookContext): TruceChanges {
  const truces = new Set<string>();
  const relinked = new Set<Bundle>();
  const instruments = new Map<string, Instrument>();
  for (const key of book.stale) {
    const pair = book.pairs.get(key);
    if (pair === undefined) continue;
    if (drawLine(pair)) {
      for (const act of pair.acts) if (isRetold(act, pair)) relinked.add(act.bundle);
      for (const instrument of pair.instruments) relinked.add(instrument.core.bundle);
    }
    pair.told = pair.line;
    for (const instrument of pair.instruments) instruments.set(instrument.core.entry.id, instrument);
  }
  for (const key of book.stale) for (const id of book.livesAt.get(key) ?? []) truces.add(forgetLife(book, id));
  for (const [id, instrument] of instruments) {
    const life = lifeOf(book, instrument, context);
    if (life === undefined) continue;
    truces.add(id);
    book.lives.set(id, life);
    for (const key of instrument.pairs) addTo(book.livesAt, key, id);
    for (const side of instrument.parties) addTo(book.livesOf, side, id);
  }
  book.stale.clear();
  for (const side of book.observed) for (const id of book.livesOf.get(side) ?? []) truces.add(id);
  book.observed.clear();
  return { truces, relinked };
}

/** Draws the line of a pair anew where it is spoilt; tells whether acts can bear on other truces than before. */
function drawLine(pair: Pair): boolean {
  if (pair.line !== undefined) return false;
  pair.line = lineOf([...pair.instruments], isRelied, pair.acts.size > 0);
  const before = pair.shape;
  pair.shape = [...pair.line.truces, ...pair.line.standing]
    .map(({ instrument, from, end, isLocal }) =>
      [
        instrument.core.entry.id,
        from.lo,
        from.hi,
        instrument.fromRule,
        end,
        isLocal,
        instrument.isCeasefire,
        instrument.places,
      ].join(),
    )
    .join(';');
  return pair.shape !== before;
}

/** Whether an act bears on other truces than it was told to, or for another reason. What is local is told anew. */
function isRetold(act: Act, { told, line }: Pair): boolean {
  if (told === undefined || line === undefined || [...told.truces, ...line.truces].some(({ isLocal }) => isLocal))
    return true;
  return bearingText(act, told) !== bearingText(act, line);
}

/** All that the links of an act say of its truces. */
function bearingText(act: Act, line: Line): string {
  let text = '';
  for (const { relation, truce } of bearingsOf(act, line)) {
    const { core, start, fromRule, isCeasefire } = truce.instrument;
    text += `${relation} ${core.entry.id} ${truce.from.lo} ${start} ${fromRule} ${isCeasefire};`;
  }
  return text;
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([id]));
  else known.add(id);
}

function takeFrom(index: Map<string, Set<string>>, key: string, id: string): void {
  const known = index.get(key);
  known?.delete(id);
  if (known?.size === 0) index.delete(key);
}

function forgetLife(book: TruceBook, id: string): string {
  const { pairs, parties } = book.lives.get(id)!.dated.instrument;
  for (const key of pairs) takeFrom(book.livesAt, key, id);
  for (const side of parties) takeFrom(book.livesOf, side, id);
  book.lives.delete(id);
  return id;
}

/** Whether another agreement is said to rest on it. */
const isRelied = ({ core }: Instrument): boolean =>
  core.bundle.items.some((item) => item.from.some(({ kind }) => kind === 'agreement'));

/** The life of an instrument as a truce: its place in the first of its pairs' lines that has it, and all that bears on it. */
function lifeOf(book: TruceBook, instrument: Instrument, context: BookContext): TruceLife | undefined {
  const keys = [...instrument.pairs].sort(byText);
  const id = instrument.core.entry.id;
  const bearings = new Map<string, Bearing>();
  let place: { dated: Dated; standing: boolean; line: Line } | undefined;
  for (const key of keys) {
    const pair = pairAt(book, key);
    drawLine(pair);
    place ??= placeIn(pair.line!, instrument);
    for (const bearing of bearingsIn(pair).get(id) ?? []) bearings.set(bearing.act.id, bearing);
  }
  if (place === undefined) return undefined;
  const { dated, standing, line } = place;
  const next = standing ? undefined : successor(dated, line.truces);
  const ordered = [...bearings.values()].sort((a, b) => a.act.when.lo - b.act.when.lo || byText(a.act.id, b.act.id));
  return {
    dated,
    standing,
    next,
    before: standing ? undefined : line.truces.findLast((other) => successor(other, line.truces) === dated),
    bearings: ordered,
    history: historyOf(dated, ordered, next, context),
    observations: () => observationsOf(book, instrument),
    restsOn: () => restsOnOf(instrument, context),
  };
}

function restsOnOf({ core }: Instrument, context: BookContext): string[] {
  const targets = core.bundle.items.flatMap((item) => item.to).flatMap((item) => context.entryOf(item) ?? []);
  return sortedSet(targets).filter((id) => id !== core.entry.id);
}

function placeIn(line: Line, instrument: Instrument): { dated: Dated; standing: boolean; line: Line } | undefined {
  const truce = line.truces.find((dated) => dated.instrument === instrument);
  if (truce !== undefined) return { dated: truce, standing: false, line };
  const standing = line.standing.find((dated) => dated.instrument === instrument);
  return standing && { dated: standing, standing: true, line };
}

function bearingsIn(pair: Pair): Map<string, Bearing[]> {
  if (pair.bearings !== undefined) return pair.bearings;
  pair.bearings = new Map();
  for (const act of pair.acts)
    for (const bearing of bearingsOf(act, pair.line!)) {
      const id = bearing.truce.instrument.core.entry.id;
      const known = pair.bearings.get(id);
      if (known === undefined) pair.bearings.set(id, [bearing]);
      else known.push(bearing);
    }
  return pair.bearings;
}

/** The truce that takes the place of this one: the next of the same reach. */
const successor = (dated: Dated, truces: readonly Dated[]): Dated | undefined =>
  truces.find(
    (other) =>
      isDatedTruce(other) &&
      other.from.lo > dated.from.lo &&
      other.isLocal === dated.isLocal &&
      (!dated.isLocal || other.instrument.places.some((place) => dated.instrument.places.includes(place))),
  );

const observationsOf = (book: TruceBook, { parties }: Instrument): Core[] =>
  [...new Set(parties.flatMap((side) => [...(book.observations.get(side) ?? [])]))].sort(
    (a, b) => byText(a.entry.earliest ?? '', b.entry.earliest ?? '') || byText(a.entry.id, b.entry.id),
  );

/** What an act bears on, by truce. */
export function bearingsOfAct(book: TruceBook, act: Act): Bearing[] {
  const found = new Map<string, Bearing>();
  for (const key of pairsOfAct(act)) {
    const line = book.pairs.get(key)?.line;
    if (line === undefined) continue;
    for (const bearing of bearingsOf(act, line)) found.set(bearing.truce.instrument.core.entry.id, bearing);
  }
  return [...found.values()];
}
