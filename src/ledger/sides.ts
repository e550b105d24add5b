/**
 * Who belongs to which side, at which time. Situations configure it (parties, organs, allies, proxies, with validity
 * dates), analysts can add to it; what nobody configured is told by the actor's code alone.
 */
import type { Decision } from '../model/decision.ts';
import type { Side, Situation } from '../model/ledger.ts';
import type { ActorRef } from '../model/record.ts';
import { byText, foldName, sideKey } from './keys.ts';
import { isoOf } from './time.ts';

export interface SideBook {
  readonly situations: readonly Situation[];
  /** The situation that these actors are sides of: the first in which two are on different sides, else in which one is. */
  situationOf(actors: readonly ActorRef[], at: number | undefined): Situation | undefined;
  /** Key of the side that an actor belongs to, in a situation or by its code. */
  sideOf(actor: ActorRef, at: number | undefined, situation: Situation | undefined): string;
  /** Name of a side for people. */
  nameOf(side: string): string;
}

type Code = Side['codes'][number];

const matched = (situation: Situation, actor: ActorRef, at: number | undefined): string | undefined =>
  matchSide(situation, actor, at === undefined ? undefined : isoOf(at).slice(0, 10));

/** The book of sides from the configured situations, the analysts' decisions and names of countries by code. */
export function sideBook(
  situations: readonly Situation[],
  decisions: readonly Decision[],
  names: Readonly<Record<string, string>>,
): SideBook {
  const all = withDecisions(situations, decisions).toSorted((a, b) => byText(a.id, b.id));
  const sideNames = new Map(all.flatMap((s) => s.sides.map((side) => [side.key, side.name] as const)));
  const situationOf: SideBook['situationOf'] = (actors, at) => {
    let single: Situation | undefined;
    for (const situation of all) {
      const sides = new Set(actors.map((actor) => matched(situation, actor, at)).filter((side) => side !== undefined));
      if (sides.size >= 2) return situation;
      if (sides.size === 1) single ??= situation;
    }
    return single;
  };
  return {
    situations: all,
    situationOf,
    sideOf: (actor, at, situation) => (situation && matched(situation, actor, at)) ?? sideKey(actor.code, actor.name),
    nameOf: (side) => sideNames.get(side) ?? nameOfKey(side, names),
  };
}

/** "Armenia" for ARM, "CSTO" for its key, "rebels of Sri Lanka" for LKA REB, when names are at hand. */
function nameOfKey(side: string, names: Readonly<Record<string, string>>): string {
  const direct = names[side];
  if (direct !== undefined) return direct;
  if (side.startsWith('outlet:') || side.startsWith('name:')) return side.slice(side.indexOf(':') + 1);
  const bar = side.indexOf('|');
  if (bar > 0) return side.slice(bar + 1);
  const [country = side, sector] = side.split(' ');
  const place = names[country] ?? country;
  if (sector === undefined) return place;
  return sector === 'REB' ? `armed groups of ${place}` : `${sector} of ${place}`;
}

function matchSide(situation: Situation, actor: ActorRef, day: string | undefined): string | undefined {
  let best: string | undefined;
  let length = 0;
  for (const side of situation.sides)
    for (const code of side.codes) {
      const fit = fitOf(code, actor);
      if (fit <= length || !isValid(code, day)) continue;
      best = side.key;
      length = fit;
    }
  return best;
}

/** How exactly a configured code names the actor: 0 not at all, longer is more exact. */
function fitOf({ code }: Code, actor: ActorRef): number {
  const bar = code.indexOf('|');
  if (bar >= 0) {
    const sameName = foldName(code.slice(bar + 1)) === foldName(actor.name);
    return sameName && (bar === 0 || actor.code.startsWith(code.slice(0, bar))) ? 100 + bar : 0;
  }
  if (actor.code === code) return 50 + code.length;
  return sideKey(actor.code, actor.name) === code ? code.length : 0;
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
