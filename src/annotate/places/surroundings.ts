/** What a report speaks of, as far as its names have been placed: states and countries named, points on the map. */
import { KIND, type Pack } from '../../lexicon/gazetteer-pack.ts';
import type { Mention } from './mention.ts';

interface Point {
  readonly key: number;
  readonly row: number;
  readonly sure: number;
}

export interface Surroundings {
  /** Confidence that each state or country is named outright, summed over its mentions. */
  readonly statesNamed: ReadonlyMap<number, number>;
  readonly countriesNamed: ReadonlyMap<number, number>;
  /** Share of the mentions that lie in each. */
  readonly states: ReadonlyMap<number, number>;
  readonly countries: ReadonlyMap<number, number>;
  readonly points: readonly Point[];
}

const MOST_POINTS = 30;
const UNLIKELY = 0.3;

/** Sums up the choices so far; before the first (`isFirst`) only what is named outright counts. */
export function surroundingsOf(mentions: readonly Mention[], pack: Pack, isFirst: boolean): Surroundings {
  const statesNamed = new Map<number, number>();
  const countriesNamed = new Map<number, number>();
  const states = new Map<number, number>();
  const countries = new Map<number, number>();
  const points = new Map<number, Point>();
  let total = 0;
  for (const { candidate, row: chosen, sure } of mentions) {
    if (sure < UNLIKELY || candidate.links.length === 0) continue;
    const row = chosen < 0 ? pack.linkRow[candidate.links[0]!]! : chosen;
    const kind = pack.kind[row]!;
    if (kind === KIND.state) add(statesNamed, pack.admin1[row]!, sure);
    if (kind === KIND.country) add(countriesNamed, pack.country[row]!, sure);
    else if (kind === KIND.state) add(countriesNamed, pack.country[row]!, sure / 2);
    if (isFirst) continue;
    total += sure;
    add(states, pack.admin1[row]!, sure);
    add(countries, pack.country[row]!, sure);
    if (kind !== KIND.country && points.size < MOST_POINTS && !points.has(row))
      points.set(row, { key: candidate.key, row, sure: kind === KIND.state ? sure / 2 : sure });
  }
  for (const map of [states, countries]) for (const [key, value] of map) map.set(key, value / (total + 1));
  return { statesNamed, countriesNamed, states, countries, points: [...points.values()] };
}

const add = (map: Map<number, number>, key: number, value: number): void =>
  void map.set(key, (map.get(key) ?? 0) + value);
