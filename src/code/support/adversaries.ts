/** Between whom: the two sides that a report sets against each other, for "the parties" and for a truce without names. */
import type { ActorMention, Doc } from '../../model/doc.ts';
import type { Situation } from '../../model/ledger.ts';
import type { EventMention } from '../events/event.ts';
import { countryOf, isCountryCode } from './context.ts';
import { once } from './once.ts';

/** What one sign of enmity weighs beside another: an act of fire tells more than two names side by side. */
const HOSTILE = 3;
const BETWEEN = 3;
const SIDE_BY_SIDE = 1;
/** Added to a pair that is named together at all when a configured conflict has the two as parties against each other. */
const KNOWN = 6;

/** The side that an actor stands for: its country, or an armed group by its own name. */
export function sideOf({ code, key }: ActorMention): string | undefined {
  if (/ (?:REB|SEP|INS|UAF)\b/.test(code)) return key;
  return isCountryCode(code) ? countryOf(code) : undefined;
}

/** By country, those that are parties on another side of one configured conflict. */
type Enemies = ReadonlyMap<string, ReadonlySet<string>>;

const areEnemies = (situations: readonly Situation[], first: string, second: string): boolean =>
  enemiesOf(situations).get(first)?.has(second) === true;

/** Both ways round; a party counts for the first side that lists it. */
const enemiesOf = once((situations: readonly Situation[]): Enemies => {
  const known = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    const others = known.get(one);
    if (others === undefined) known.set(one, new Set([other]));
    else others.add(other);
  };
  for (const { sides } of situations) {
    const sideOfParty = new Map<string, number>();
    for (const [index, { codes }] of sides.entries())
      for (const { code, role } of codes) if (role === 'party' && !sideOfParty.has(code)) sideOfParty.set(code, index);
    for (const [a, side] of sideOfParty) for (const [b, other] of sideOfParty) if (side !== other) add(a, b);
  }
  return known;
});

/** Parties of one configured conflict whom the report names, wherever it does. */
function knownPairs(doc: Doc, situations: readonly Situation[]): (readonly [ActorMention, ActorMention])[] {
  const firsts = new Map<string, ActorMention>();
  for (const actor of doc.actors) {
    const side = sideOf(actor);
    if (side !== undefined && !firsts.has(side)) firsts.set(side, actor);
  }
  const known = enemiesOf(situations);
  const named = [...firsts];
  const pairs: (readonly [ActorMention, ActorMention])[] = [];
  for (const [index, [side, actor]] of named.entries()) {
    const others = known.get(side);
    if (others === undefined) continue;
    for (let at = index + 1; at < named.length; at++) if (others.has(named[at]![0])) pairs.push([actor, named[at]![1]]);
  }
  return pairs;
}

/**
 * The pairs of sides that hostile acts and names side by side ("X and Y", "the X-Y border", "between X and Y") put
 * together, the most often named first; a pair that a configured conflict sets against each other counts more.
 */
export function adversariesOf(
  doc: Doc,
  events: readonly EventMention[],
  situations: readonly Situation[],
): readonly (readonly [ActorMention, ActorMention])[] {
  const pairs = new Map<string, { weight: number; pair: readonly [ActorMention, ActorMention] }>();
  const add = (a: ActorMention | undefined, b: ActorMention | undefined, weight: number): void => {
    const [first, second] = [a && sideOf(a), b && sideOf(b)];
    if (first === undefined || second === undefined || first === second) return;
    const key = first < second ? `${first}|${second}` : `${second}|${first}`;
    const known = pairs.get(key);
    if (known === undefined)
      pairs.set(key, { weight: weight + (areEnemies(situations, first, second) ? KNOWN : 0), pair: [a!, b!] });
    else known.weight += weight;
  };
  for (const { type, source, target } of events)
    if (type === 'ASSAULT' || type === 'ACCUSE') for (const a of source) for (const b of target) add(a, b, HOSTILE);
  for (let at = 1; at < doc.actors.length; at++) {
    const [a, b] = [doc.actors[at - 1]!, doc.actors[at]!];
    const gap = doc.text.slice(a.end, b.start);
    if (gap.length > 12 || !/^(?:\s*(?:,|and|-|–|with|against|or|both)\s*|['’]s \w+ (?:and|with) )+$/.test(gap))
      continue;
    add(
      a,
      b,
      /\bbetween (?:\w+ )?$/i.test(doc.text.slice(Math.max(0, a.start - 16), a.start)) ? BETWEEN : SIDE_BY_SIDE,
    );
  }
  for (const [a, b] of knownPairs(doc, situations)) add(a, b, SIDE_BY_SIDE);
  return [...pairs.values()]
    .toSorted((x, y) => y.weight - x.weight || x.pair[0].start - y.pair[0].start)
    .map(({ pair }) => pair);
}
