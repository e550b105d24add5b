/**
 * The reasons for one reading of a name over another, each with its weight in log odds. Some last as long as the report
 * does (people, kind, company of names); others pass with what the other names are taken for.
 */
import { KIND, NAMING, ROW, type Pack } from '../../lexicon/gazetteer-pack.ts';
import type { Company } from './company.ts';
import { isAlike, kmBetween, liesIn } from './geography.ts';
import type { Mention } from './mention.ts';
import type { Surroundings } from './surroundings.ts';

/** Weights, fitted on news texts with places marked; where local news pulls too hard, held for the world's. */
export const REASONS = {
  people: 0.9,
  own: -0.9,
  other: -1.5,
  variant: -1,
  country: 1.5,
  state: 0.9,
  county: -0.7,
  capital: 1.2,
  seat: 0.7,
  quarter: -0.3,
  known: 1.3,
  prominent: 1.5,
  nature: 0.1,
  stateCompany: 1.8,
  cornerCompany: 0.6,
  alike: 1.5,
  contained: 4,
  stateNamed: 0.9,
  countryNamed: 0.9,
  close: 2,
  around: 2.3,
  sameState: 0.7,
  sameCountry: 0.1,
} as const satisfies Record<string, number>;

export type Reason = keyof typeof REASONS;

/** Takes a reason and how far it holds, usually between 0 and 1. */
type Give = (reason: Reason, degree: number) => void;

const OF_NAMING: Readonly<Record<number, Reason>> = {
  [NAMING.own]: 'own',
  [NAMING.other]: 'other',
  [NAMING.variant]: 'variant',
};
const OF_KIND: Readonly<Record<number, Reason>> = {
  [KIND.country]: 'country',
  [KIND.state]: 'state',
  [KIND.county]: 'county',
  [KIND.capital]: 'capital',
  [KIND.seat]: 'seat',
  [KIND.quarter]: 'quarter',
  [KIND.area]: 'nature',
  [KIND.nature]: 'nature',
};

/** Reasons that lie in the reading itself and in all readings of the report's names. */
export function lastingReasons(link: number, key: number, pack: Pack, company: Company, give: Give): void {
  const row = pack.linkRow[link]!;
  give('people', Math.log10(pack.population[row]! + 300));
  const naming = OF_NAMING[pack.linkBits[link]! & 3];
  if (naming !== undefined) give(naming, 1);
  const kind = pack.kind[row]!;
  const ofKind = OF_KIND[kind];
  if (ofKind !== undefined) give(ofKind, 1);
  const bits = pack.bits[row]!;
  if ((bits & ROW.known) !== 0 && (kind < KIND.county || kind === KIND.nature)) give('known', 1);
  if ((bits & ROW.prominent) !== 0) give('prominent', 1);
  give('stateCompany', Math.log1p(Math.max(0, company.state(row, key))));
  give('cornerCompany', Math.log1p(Math.max(0, company.corner(row, key))));
}

/** Reasons that lie in what the other names are taken for at the moment. */
export function passingReasons(mention: Mention, row: number, pack: Pack, around: Surroundings, give: Give): void {
  const { within, listed, candidate } = mention;
  if (within !== undefined && liesIn(pack, row, within.candidate, within.row)) give('contained', 1);
  for (const other of listed)
    if (other.row >= 0 && other.candidate.key !== candidate.key && isAlike(pack, row, other.row)) {
      give('alike', 1);
      break;
    }
  const kind = pack.kind[row]!;
  const state = pack.admin1[row]!;
  const country = pack.country[row]!;
  if (kind !== KIND.state && state !== 0) {
    give('stateNamed', Math.min(1, around.statesNamed.get(state) ?? 0));
    give('sameState', around.states.get(state) ?? 0);
  }
  if (kind !== KIND.country && country !== 0) {
    give('countryNamed', Math.min(1, around.countriesNamed.get(country) ?? 0));
    give('sameCountry', around.countries.get(country) ?? 0);
  }
  giveCloseness(candidate.key, row, pack, around, give);
}

/** Beyond this many kilometres nothing is near; a place inside a country or state is this near to its middle at most. */
const FAR = 1500;
const INSIDE = 60;

/** How near the other places of the report are: the nearest, and all of them by distance. */
function giveCloseness(key: number, row: number, pack: Pack, around: Surroundings, give: Give): void {
  const kind = pack.kind[row]!;
  let close = 0;
  let sum = 0;
  for (const point of around.points) {
    if (point.key === key || point.row === row) continue;
    let apart = kmBetween(pack, row, point.row);
    if (apart > INSIDE && holds(pack, kind, row, point.row)) apart = INSIDE;
    if (apart > FAR) continue;
    if (apart < 300) close = Math.max(close, point.sure * Math.exp(-apart / 60));
    sum += point.sure * Math.exp(-apart / 300);
  }
  give('close', close);
  give('around', Math.min(1, sum / 3));
}

const holds = (pack: Pack, kind: number, row: number, inner: number): boolean =>
  kind === KIND.country
    ? pack.country[row] === pack.country[inner]
    : kind === KIND.state && pack.admin1[row] === pack.admin1[inner];
