/**
 * Chooses the place that each name means: by how many people live there, by what the report says it lies in, and by
 * what else the report names. Two rounds, since the places of the first help to place the second.
 */
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { ROW, type Pack } from '../../lexicon/gazetteer-pack.ts';
import { companyOf, type Company } from './company.ts';
import type { Candidate } from './match.ts';

/** Weight of each reason for a reading of a name, in log odds. */
export const REASONS = {
  people: 1,
  own: -1.2,
  other: -1.3,
  variant: -0.8,
  country: 1.5,
  state: 0.9,
  county: -1.2,
  capital: 0.3,
  seat: 0.7,
  quarter: -0.2,
  known: 0.5,
  prominent: 1.5,
  alike: 1.4,
  nature: 0.1,
  contained: 4,
  stateNamed: 0.7,
  countryNamed: 0.6,
  close: 1.9,
  around: 2.4,
  sameState: 0.7,
  sameCountry: 0.3,
  stateCompany: 1.7,
  cornerCompany: 0.8,
} as const satisfies Record<string, number>;

export type Reason = keyof typeof REASONS;
const NAMES = Object.keys(REASONS) as Reason[];
const INDEX = Object.fromEntries(NAMES.map((name, at) => [name, at])) as Record<Reason, number>;
const WEIGHTS = Float64Array.from(NAMES, (name) => REASONS[name]);

/** A candidate with what the report says of where it lies. */
export interface Mention {
  readonly candidate: Candidate;
  /** Confidence between 0 and 1 that it is a place. */
  sure: number;
  /** Mention that it lies in, by the words: "Paris, Texas". */
  within?: Mention;
  /** Its neighbours in a list: "Alabama, Georgia and Florida". */
  readonly listed: Mention[];
  /** Whether it is the name of what another lies in. */
  container: boolean;
  /** Row chosen so far. */
  row: number;
}

/** How much of the report speaks of each state and country, and where its places lie. */
export interface Surroundings {
  readonly statesNamed: ReadonlyMap<number, number>;
  readonly countriesNamed: ReadonlyMap<number, number>;
  readonly states: ReadonlyMap<number, number>;
  readonly countries: ReadonlyMap<number, number>;
  readonly company: Company;
  readonly points: readonly { readonly key: number; readonly row: number; readonly sure: number }[];
}

const MOST = 60;

/** Sets `row` of every mention. */
export function resolveAll(mentions: readonly Mention[], gazetteer: Gazetteer): void {
  const { pack } = gazetteer;
  const company = companyIn(mentions, pack);
  for (let round = 0; round < 3; round++) {
    const around = surroundingsOf(mentions, pack, round, company);
    const chosen = new Map<number, number>();
    for (const mention of mentions) {
      if (mention.candidate.links.length === 0) continue;
      const known = mention.within === undefined ? chosen.get(mention.candidate.key) : undefined;
      mention.row = known ?? bestRow(mention, pack, around);
      if (mention.within === undefined) chosen.set(mention.candidate.key, mention.row);
    }
  }
  agree(mentions);
}

export const companyIn = (mentions: readonly Mention[], pack: Pack): Company =>
  companyOf(
    mentions.map(({ candidate: { key, links }, sure }) => ({ key, links, sure })),
    pack,
  );

/** One sense a report: a name that is placed once ("Paris, Texas") is the same place elsewhere in the report. */
function agree(mentions: readonly Mention[]): void {
  const said = new Map<number, number>();
  for (const { candidate, within, row } of mentions)
    if (within !== undefined && !said.has(candidate.key)) said.set(candidate.key, row);
  for (const mention of mentions) {
    const row = said.get(mention.candidate.key);
    if (row !== undefined && mention.within === undefined) mention.row = row;
  }
}

function bestRow(mention: Mention, pack: Pack, around: Surroundings): number {
  const { links } = mention.candidate;
  let best = pack.linkRow[links[0]!]!;
  let bestScore = -Infinity;
  const reasons = new Float64Array(NAMES.length);
  for (let i = 0; i < links.length && i < MOST; i++) {
    reasonsFor(mention, links[i]!, pack, around, reasons);
    let score = 0;
    for (let r = 0; r < reasons.length; r++) score += reasons[r]! * WEIGHTS[r]!;
    if (score <= bestScore) continue;
    bestScore = score;
    best = pack.linkRow[links[i]!]!;
  }
  return best;
}

/** Fills `reasons` with how far each holds for one reading. */
export function reasonsFor(
  mention: Mention,
  link: number,
  pack: Pack,
  around: Surroundings,
  reasons: Float64Array,
): void {
  reasons.fill(0);
  const row = pack.linkRow[link]!;
  reasons[INDEX.people] = Math.log10(pack.population[row]! + 300);
  const naming = pack.linkBits[link]! & 3;
  if (naming > 0) reasons[naming === 1 ? INDEX.own : naming === 2 ? INDEX.other : INDEX.variant] = 1;
  if ((pack.bits[row]! & ROW.known) !== 0 && !isArea(pack, row)) reasons[INDEX.known] = 1;
  if ((pack.bits[row]! & ROW.prominent) !== 0) reasons[INDEX.prominent] = 1;
  const kind = kindOf(pack.tables.features[pack.feature[row]!]!);
  if (kind !== undefined) reasons[INDEX[kind]] = 1;
  const { within, listed } = mention;
  if (
    listed.some(
      (other) => other.row >= 0 && other.candidate.key !== mention.candidate.key && isAlike(pack, row, other.row),
    )
  )
    reasons[INDEX.alike] = 1;
  if (within !== undefined && liesIn(pack, row, within.candidate, within.row)) reasons[INDEX.contained] = 1;
  const state = pack.admin1[row]!;
  const country = pack.country[row]!;
  if (kind !== 'state') {
    if (state !== 0) {
      reasons[INDEX.stateNamed] = Math.min(1, around.statesNamed.get(state) ?? 0);
      reasons[INDEX.sameState] = around.states.get(state) ?? 0;
    }
  }
  if (kind !== 'country' && country !== 0) {
    reasons[INDEX.countryNamed] = Math.min(1, around.countriesNamed.get(country) ?? 0);
    reasons[INDEX.sameCountry] = around.countries.get(country) ?? 0;
  }
  reasons[INDEX.stateCompany] = Math.log1p(Math.max(0, around.company.state(row, mention.candidate.key)));
  reasons[INDEX.cornerCompany] = Math.log1p(Math.max(0, around.company.corner(row, mention.candidate.key)));
  closeness(mention.candidate.key, row, pack, around, reasons);
}

function kindOf(feature: string): Reason | undefined {
  if (feature.startsWith('A.PCL')) return 'country';
  if (feature === 'A.ADM1') return 'state';
  if (feature === 'A.ADM2') return 'county';
  if (!feature.startsWith('P')) return 'nature';
  if (feature === 'P.PPLC') return 'capital';
  if (feature === 'P.PPLX') return 'quarter';
  return feature.startsWith('P.PPLA') ? 'seat' : undefined;
}

const isArea = (pack: Pack, row: number): boolean => pack.tables.features[pack.feature[row]!]!.startsWith('A');

/** States are listed with states of one country, countries with countries. */
function isAlike(pack: Pack, a: number, b: number): boolean {
  const kind = kindOf(pack.tables.features[pack.feature[a]!]!);
  if (kind !== kindOf(pack.tables.features[pack.feature[b]!]!)) return false;
  if (kind === 'country') return true;
  return (kind === 'state' || kind === 'county') && pack.country[a] === pack.country[b];
}

/** Whether a place lies in another by country, state or distance from a county's middle. */
export function liesIn(pack: Pack, row: number, outer: Candidate, chosen: number): boolean {
  if (chosen >= 0 && isInside(pack, row, chosen)) return true;
  for (let i = 0; i < outer.links.length && i < 12; i++)
    if (isInside(pack, row, pack.linkRow[outer.links[i]!]!)) return true;
  return false;
}

function isInside(pack: Pack, row: number, outer: number): boolean {
  if (row === outer) return false;
  const feature = pack.tables.features[pack.feature[outer]!]!;
  if (feature.startsWith('A.PCL')) return pack.country[row] === pack.country[outer];
  if (feature === 'A.ADM1') return pack.admin1[row] === pack.admin1[outer] && pack.admin1[row] !== 0;
  if (feature === 'A.ADM2') return pack.admin1[row] === pack.admin1[outer] && kmBetween(pack, row, outer) < 70;
  return feature.startsWith('L') && pack.country[row] === pack.country[outer] && kmBetween(pack, row, outer) < 400;
}

/** How near the other places of the report are: the nearest, and all of them by distance. */
function closeness(key: number, row: number, pack: Pack, around: Surroundings, reasons: Float64Array): void {
  let close = 0;
  let sum = 0;
  for (const point of around.points) {
    if (point.key === key || point.row === row) continue;
    const apart = kmBetween(pack, row, point.row);
    if (apart > 1500) continue;
    close = Math.max(close, point.sure * Math.exp(-apart / 60));
    sum += point.sure * Math.exp(-apart / 300);
  }
  reasons[INDEX.close] = close;
  reasons[INDEX.around] = Math.min(1, sum / 3);
}

const RAD = Math.PI / 180;

/** Distance on a plane with the right width at that latitude: good to a few per cent, which is all that is asked. */
export function kmBetween(pack: Pack, a: number, b: number): number {
  const lat = pack.lat[a]! / 1e4;
  const dy = lat - pack.lat[b]! / 1e4;
  let dx = (pack.lon[a]! - pack.lon[b]!) / 1e4;
  if (dx > 180) dx -= 360;
  else if (dx < -180) dx += 360;
  dx *= Math.cos(lat * RAD);
  return Math.sqrt(dx * dx + dy * dy) * 111.2;
}

const add = (map: Map<number, number>, key: number, value: number): void =>
  void map.set(key, (map.get(key) ?? 0) + value);

/** Sums up what has been chosen; in the first round only what is named outright counts. */
export function surroundingsOf(
  mentions: readonly Mention[],
  pack: Pack,
  round: number,
  company: Company,
): Surroundings {
  const statesNamed = new Map<number, number>();
  const countriesNamed = new Map<number, number>();
  const states = new Map<number, number>();
  const countries = new Map<number, number>();
  const points: { key: number; row: number; sure: number }[] = [];
  let total = 0;
  for (const mention of mentions) {
    if (mention.sure < 0.3 || mention.candidate.links.length === 0) continue;
    const first = pack.linkRow[mention.candidate.links[0]!]!;
    const row = mention.row < 0 ? first : mention.row;
    const feature = pack.tables.features[pack.feature[row]!]!;
    if (feature === 'A.ADM1') add(statesNamed, pack.admin1[row]!, mention.sure);
    if (feature.startsWith('A.PCL')) add(countriesNamed, pack.country[row]!, mention.sure);
    else if (feature === 'A.ADM1') add(countriesNamed, pack.country[row]!, mention.sure / 2);
    if (round === 0) continue;
    total += mention.sure;
    add(states, pack.admin1[row]!, mention.sure);
    add(countries, pack.country[row]!, mention.sure);
    if (!feature.startsWith('A.PCL') && !points.some((point) => point.row === row))
      points.push({ key: mention.candidate.key, row, sure: feature === 'A.ADM1' ? mention.sure / 2 : mention.sure });
  }
  for (const map of [states, countries]) for (const [key, value] of map) map.set(key, value / (total + 1));
  return { statesNamed, countriesNamed, states, countries, company, points: points.slice(0, 40) };
}
