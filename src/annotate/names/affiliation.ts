/**
 * Whose: the country, organisation or seat of government that stands before a noun and lends it its code, as in
 * "Armenian troops", "Azerbaijan's army", "UN envoy", "Kremlin aide".
 */
import { codeAt, holdsAt } from '../../lexicon/validity.ts';
import type { Context } from './context.ts';
import { GAP, IS, posAt, afterPossessive, isCapital, isPossessive, isTied, type Hit } from './scan.ts';
import type { SenseOf } from './senses.ts';
import { splitCode } from './split-code.ts';

export interface Affiliation {
  readonly first: number;
  readonly last: number;
  /** The word after it and its possessive. */
  readonly next: number;
  readonly country: string;
  readonly sector: string;
  readonly kind: 'country' | 'actor' | 'seat' | 'outlet';
  readonly use: 'name' | 'adjective' | 'people' | undefined;
  readonly possessive: boolean;
  /** Of a seat: a town, not a palace. */
  readonly city: boolean;
  /** Name and id of an organisation or outlet. */
  readonly entry: { readonly id: string; readonly name: string } | undefined;
  readonly hit: Hit;
}

/** What may follow a country's name and a hyphen without making the noun that country's: "US-backed rebels". */
const LED = new Set(['led']);
const OWNERS = IS.country | IS.adjective | IS.people | IS.actor | IS.seat | IS.outlet;

/** The affiliation that the hit at word `at` gives, if any. */
export function affiliationAt(context: Context, at: number): Affiliation | undefined {
  const hit = context.hits[at];
  if (hit === undefined || (hit.bits & OWNERS) === 0 || isAgainst(context, at) || isOfStreet(context, hit))
    return undefined;
  return countryOf(context, hit) ?? actorOf(context, hit);
}

/** "anti-American", "pro-Russian": what follows is not theirs. */
const isAgainst = (context: Context, at: number): boolean =>
  at > 0 && context.gaps[at - 1] === GAP.hyphen && AGAINST.has(context.words[at - 1]!.norm);

/** "Palestine Street": a street or house that is named for a land is not its. */
const isOfStreet = (context: Context, { last }: Hit): boolean =>
  isTied(context, last) && isCapital(context, last + 1) && STREETS.has(context.words[last + 1]!.norm);

const STREETS = new Set(['street', 'avenue', 'boulevard', 'square', 'hotel', 'road', 'highway']);

const AGAINST = new Set(['pro', 'anti', 'non', 'trans', 'cross', 'intra']);

function countryOf(context: Context, hit: Hit): Affiliation | undefined {
  if ((hit.bits & (IS.country | IS.adjective | IS.people)) === 0) return undefined;
  let found: SenseOf<'country'> | undefined;
  for (const sense of hit.senses) {
    if (sense.kind !== 'country' || sense.wording.use === 'capital' || !holdsAt(sense.wording, context.date)) continue;
    if (found === undefined || rankOf(sense) < rankOf(found)) found = sense;
  }
  if (found === undefined) return undefined;
  const { code, use } = found.wording;
  return owning(context, hit, 'country', code, use === 'capital' ? undefined : use);
}

/** An adjective before a noun of the people: "Russian" is both; a name before all. */
const rankOf = ({ wording }: SenseOf<'country'>): number =>
  (wording.use === 'name' ? 0 : wording.use === 'adjective' ? 1 : 2) + (wording.from === undefined ? 0.5 : 0);

function actorOf(context: Context, hit: Hit): Affiliation | undefined {
  const { date } = context;
  let best: SenseOf<'actor'> | SenseOf<'seat'> | SenseOf<'outlet'> | undefined;
  for (const sense of hit.senses) {
    if (sense.kind === 'actor' && isMeant(context, hit, sense) && holdsAt(sense.entry, date)) {
      best = sense;
      break;
    }
    if (best === undefined && sense.kind === 'seat' && holdsAt(sense.entry, date)) best = sense;
    if (best === undefined && sense.kind === 'outlet' && !isPartOfName(context, hit)) best = sense;
  }
  if (best === undefined) return undefined;
  if (best.kind === 'outlet')
    return owning(context, hit, 'outlet', `${best.entry.country ?? 'UNK'} JRN`, undefined, best.entry);
  const code = codeAt(best.entry, date);
  // A people without a state of its own are civilians: "Kurds".
  const isPeople = best.kind === 'actor' && best.entry.type === 'people' && code.length === 3;
  if (best.kind === 'actor')
    return owning(context, hit, 'actor', isPeople ? `${code} CVL` : code, undefined, best.entry);
  return owning(context, hit, 'seat', code, undefined, undefined, best.city);
}

/** A weak form counts where it is also a body's and no owner stands before it: "the Security Council". */
const isMeant = (context: Context, hit: Hit, { weak }: SenseOf<'actor'>): boolean =>
  weak ? (hit.bits & IS.body) !== 0 && isCapital(context, hit.first) : !isDirection(context, hit);

/** "West Darfur", "the west of the town": a direction, not the West. */
const isDirection = (context: Context, { bits, first, last }: Hit): boolean =>
  (bits & IS.direction) !== 0 &&
  (context.words[first - 1]?.norm !== 'the' || (isTied(context, last) && isCapital(context, last + 1)));

/** "The National Highway Agency": one word behind "The" is no outlet where a longer name goes on. */
const isPartOfName = (context: Context, { first, last }: Hit): boolean =>
  context.words[first]!.norm === 'the' &&
  last === first + 1 &&
  isTied(context, last) &&
  isCapital(context, last + 1) &&
  posAt(context, last + 1) === 'PROPN';

function owning(
  context: Context,
  hit: Hit,
  kind: Affiliation['kind'],
  code: string,
  use: Affiliation['use'],
  entry?: Affiliation['entry'],
  city = false,
): Affiliation {
  const { country, sector } = splitCode(code);
  const possessive = isPossessive(context, hit.last);
  const next = nextAfter(context, hit.last, possessive);
  return {
    first: hit.first,
    last: hit.last,
    next,
    country: country === 'UNK' ? '' : country,
    sector,
    kind,
    use,
    possessive,
    city,
    entry,
    hit,
  };
}

/** The word that the owner may own: -1 after a hyphen, except in "US-led". */
function nextAfter(context: Context, last: number, possessive: boolean): number {
  if (possessive) return afterPossessive(context, last);
  if (context.gaps[last] !== GAP.hyphen) return last + 1;
  return LED.has(context.words[last + 1]?.norm ?? '') ? last + 2 : -1;
}
