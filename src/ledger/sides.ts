/**
 * Who belongs to which side, at which time. Situations configure it (parties, organs, allies, proxies, with validity
 * dates), analysts can add to it; what nobody configured is told by the actor's code alone.
 */
import type { Decision } from '../model/decision.ts';
import type { Side, Situation } from '../model/ledger.ts';
import type { ActorRef } from '../model/record.ts';
import { byText, foldName, isBody, sideKey } from './keys.ts';
import { dayOf } from './time.ts';

export interface SideBook {
  readonly situations: readonly Situation[];
  /**
   * The situation that these actors are most surely sides of; of equals the first by id. Where it is known between whom
   * the thing is (`between`), one that has nothing to do with the country of one of them is none.
   */
  situationOf(
    actors: readonly ActorRef[],
    at: number | undefined,
    between?: readonly ActorRef[],
  ): Situation | undefined;
  /** Codes of the parties whom these actors are, in the one conflict that has two of them on different sides. */
  enemiesOf(actors: readonly ActorRef[], at: number | undefined): readonly string[];
  /** Key of the side that an actor belongs to, in a situation or by its code. */
  sideOf(actor: ActorRef, at: number | undefined, situation: Situation | undefined): string;
  /** Name of a side for people. */
  nameOf(side: string): string;
}

type Code = Side['codes'][number];

/** The book of sides from the configured situations, the analysts' decisions and names of countries by code. */
export function sideBook(
  situations: readonly Situation[],
  decisions: readonly Decision[],
  names: Readonly<Record<string, string>>,
): SideBook {
  const all = withDecisions(situations, decisions).toSorted((a, b) => byText(a.id, b.id));
  const sideNames = new Map(all.flatMap((s) => s.sides.map((side) => [side.key, side.name] as const)));
  const concerned = concernedIn(all);
  const dayAt = dayReader();
  const situationOf: SideBook['situationOf'] = (actors, at, between) => {
    let best: { situation: Situation; weight: number } | undefined;
    for (const situation of concerned(actors)) {
      const weight = weightOf(situation, actors, dayAt(at));
      if (weight <= (best?.weight ?? 0)) continue;
      if (between === undefined || isOfAll(situation, between, dayAt(at))) best = { situation, weight };
    }
    return best?.situation;
  };
  return {
    situations: all,
    situationOf,
    enemiesOf: (actors, at) => enemiesOf(concerned(actors), actors, dayAt(at)),
    sideOf: (actor, at, situation) =>
      (situation && matchSide(situation, actor, dayAt(at))) ?? sideKey(actor.code, actor.name),
    nameOf: (side) => sideNames.get(side) ?? nameOfKey(side, names),
  };
}

const NO_SITUATIONS: readonly Situation[] = [];

/** The situations that know of some of the actors, in the order of all: most know of none. */
function concernedIn(all: readonly Situation[]): (actors: readonly ActorRef[]) => readonly Situation[] {
  const byHead = new Map<string, number[]>();
  for (const [index, situation] of all.entries())
    for (const head of fitsOf(situation).keys()) byHead.set(head, [...(byHead.get(head) ?? []), index]);
  const always = byHead.get('') ?? [];
  return (actors) => {
    let found: Set<number> | undefined;
    for (const { code } of actors)
      for (const index of byHead.get(code.slice(0, 3)) ?? []) (found ??= new Set(always)).add(index);
    if (found === undefined) return always.length === 0 ? NO_SITUATIONS : always.map((index) => all[index]!);
    return [...found].sort((a, b) => a - b).map((index) => all[index]!);
  };
}

/** The day of an instant as text; the same instant is asked for many times in a row. */
function dayReader(): (at: number | undefined) => string | undefined {
  let last: number | undefined;
  let day: string | undefined;
  return (at) => {
    if (at !== last) {
      last = at;
      day = at === undefined ? undefined : dayOf(at);
    }
    return day;
  };
}

/** "Armenia" for ARM, "CSTO" for its key, "rebels of Sri Lanka" for LKA REB, when names are at hand. */
function nameOfKey(side: string, names: Readonly<Record<string, string>>): string {
  if (side === 'unknown') return 'a voice not placed';
  if (side === 'outlets') return 'outlets themselves';
  const direct = names[side];
  if (direct !== undefined) return direct;
  if (side.startsWith('outlet:') || side.startsWith('name:')) return side.slice(side.indexOf(':') + 1);
  const bar = side.indexOf('|');
  if (bar > 0) return side.slice(bar + 1);
  const [country = side, sector] = side.split(' ');
  const place = names[country] ?? country;
  if (sector === undefined) return place;
  return sector === 'REB' || sector === 'UAF' ? `armed groups of ${place}` : `${sector} of ${place}`;
}

/** A configured code, read once. `name` is set where it names one actor: "LBN REB|Hezbollah". */
interface Fit {
  readonly side: string;
  readonly code: Code;
  readonly prefix: string;
  readonly name?: string;
}

const read = new WeakMap<Situation, ReadonlyMap<string, readonly Fit[]>>();

/** The codes of a situation by their country or prefix: most actors have nothing to do with most situations. */
function fitsOf(situation: Situation): ReadonlyMap<string, readonly Fit[]> {
  let fits = read.get(situation);
  if (fits === undefined) {
    const all = situation.sides.flatMap(({ key, codes }) => codes.map((code) => readFit(key, code)));
    read.set(situation, (fits = Map.groupBy(all, ({ prefix }) => prefix.slice(0, 3))));
  }
  return fits;
}

function readFit(side: string, code: Code): Fit {
  const bar = code.code.indexOf('|');
  if (bar < 0) return { side, code, prefix: code.code };
  return { side, code, prefix: code.code.slice(0, bar), name: foldName(code.code.slice(bar + 1)) };
}

function matchSide(situation: Situation, actor: ActorRef, day: string | undefined): string | undefined {
  const fits = fitsOf(situation);
  let best: string | undefined;
  let length = 0;
  for (const head of [actor.code.slice(0, 3), ''])
    for (const fit of fits.get(head) ?? []) {
      const exact = fitOf(fit, actor);
      if (exact <= length || !isValid(fit.code, day)) continue;
      best = fit.side;
      length = exact;
    }
  return best;
}

/**
 * How surely a situation is the one that these actors are sides of: parties on two sides tell most, then any two sides,
 * then a single party. An ally alone tells nothing: a great power is the ally of many.
 */
function weightOf(situation: Situation, actors: readonly ActorRef[], day: string | undefined): number {
  const sides = new Set<string>();
  const parties = new Set<string>();
  for (const actor of actors) {
    const side = matchSide(situation, actor, day);
    if (side === undefined) continue;
    sides.add(side);
    if (isParty(situation, actor, day)) parties.add(side);
  }
  if (parties.size >= 2) return 3;
  if (sides.size >= 2) return parties.size > 0 ? 2 : 0;
  return parties.size > 0 ? 1 : 0;
}

/**
 * Whether a situation can be the one of a thing between these actors: two of them are its sides, or it may be, as only
 * one country among them is known, and no named group that it does not know.
 */
function isOfAll(situation: Situation, between: readonly ActorRef[], day: string | undefined): boolean {
  if (weightOf(situation, between, day) > 1) return true;
  const own = between.filter(({ code }) => !isBody(code));
  const countries = new Set(own.map(({ code }) => code.slice(0, 3)));
  return (
    countries.size < 2 && own.every((actor) => !isNamedGroup(actor) || matchSide(situation, actor, day) !== undefined)
  );
}

/** "Lagoon Liberation Front", not "rebels": an armed group that has a name of its own. */
const isNamedGroup = ({ code, name }: ActorRef): boolean => code.includes(' REB') && /\s\p{Lu}\S*$/u.test(name);

const isParty = (situation: Situation, actor: ActorRef, day: string | undefined): boolean =>
  (fitsOf(situation).get(actor.code.slice(0, 3)) ?? []).some(
    (fit) =>
      (fit.code.role === 'party' || fit.code.role === 'organ') && fitOf(fit, actor) > 0 && isValid(fit.code, day),
  );

/** Party sides, by code, of the only conflict in which the actors are parties on two sides; none when several are. */
function enemiesOf(all: readonly Situation[], actors: readonly ActorRef[], day: string | undefined): readonly string[] {
  const found: string[][] = [];
  for (const situation of all) {
    const bySide = new Map<string, string>();
    for (const actor of actors) {
      const side = matchSide(situation, actor, day);
      if (side === undefined || bySide.has(side) || !isParty(situation, actor, day)) continue;
      bySide.set(side, sideKey(actor.code, actor.name));
    }
    if (bySide.size === 2) found.push([...bySide.values()].sort(byText));
  }
  return found.length === 1 ? found[0]! : [];
}

/** How exactly a configured code names the actor: 0 not at all, longer is more exact. */
function fitOf({ prefix, name }: Fit, actor: ActorRef): number {
  if (name !== undefined)
    return actor.code.startsWith(prefix) && foldName(actor.name) === name ? 100 + prefix.length : 0;
  if (actor.code === prefix) return 50 + prefix.length;
  return sideKey(actor.code, actor.name) === prefix ? prefix.length : 0;
}

const isValid = (code: Code, day: string | undefined): boolean =>
  day === undefined ||
  ((code.from === undefined || code.from <= day) && (code.until === undefined || day <= code.until));

function withDecisions(situations: readonly Situation[], decisions: readonly Decision[]): Situation[] {
  const all = new Map(situations.map((situation) => [situation.id, situation]));
  for (const decision of decisions) {
    if (decision.type !== 'side') continue;
    const old = all.get(decision.situation) ?? {
      id: decision.situation,
      name: decision.situation,
      sides: [],
      derived: false,
    };
    all.set(old.id, { ...old, sides: withCode(old.sides, decision.side, decision.code) });
  }
  return [...all.values()];
}

/** The sides with `code` moved to the one named; a side that was not there is added. */
function withCode(sides: readonly Side[], key: string, code: string): Side[] {
  const others = sides.map((side) => ({ ...side, codes: side.codes.filter((known) => known.code !== code) }));
  const target = others.find((side) => side.key === key) ?? { key, name: key, codes: [] };
  const moved = { ...target, codes: [...target.codes, { code, role: 'organ' as const }] };
  return [...others.filter((side) => side.key !== key), moved].sort((a, b) => byText(a.key, b.key));
}
