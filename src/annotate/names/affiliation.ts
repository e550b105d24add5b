/**
 * Whose: the country, organisation or seat of government that stands before a noun and lends it its code, as in
 * "Armenian troops", "Azerbaijan's army", "UN envoy", "Kremlin aide".
 */
import { codeAt, holdsAt } from '../../lexicon/validity.ts';
import type { Context } from './context.ts';
import { GAP, IS, afterPossessive, isPossessive, senseOf, type Hit } from './scan.ts';
import type { SenseOf } from './senses.ts';

export interface Affiliation {
  readonly first: number;
  readonly last: number;
  /** The word after it and its possessive. */
  readonly next: number;
  readonly country: string;
  readonly sector: string;
  readonly kind: 'country' | 'actor' | 'seat' | 'outlet';
  readonly use?: 'name' | 'adjective' | 'people';
  readonly possessive: boolean;
  readonly hit: Hit;
}

/** What may follow a country's name and a hyphen without making the noun that country's: "US-backed rebels". */
const LED = new Set(['led']);

const NON_STATE = new Set(['EUR', 'NGO', 'UNO']);

/** Splits an actor code into its country or prefix and its sectors; of two prefixes the narrower one stays: "IGO UNO". */
export function splitCode(code: string): { country: string; sector: string } {
  const second = code.slice(4, 7);
  const from = NON_STATE.has(second) ? 4 : 0;
  return { country: code.slice(from, from + 3), sector: code.slice(from + 4) };
}

/** The affiliation that the hit at word `at` gives, if any. */
export function affiliationAt(context: Context, at: number): Affiliation | undefined {
  const hit = context.hits[at];
  if (hit === undefined || isAgainst(context, at)) return undefined;
  const found = countryOf(context, hit) ?? actorOf(context, hit);
  if (found === undefined) return undefined;
  const possessive = isPossessive(context, hit.last);
  let next = possessive ? afterPossessive(context, hit.last) : hit.last + 1;
  if (context.gaps[hit.last] === GAP.hyphen) {
    if (!LED.has(context.words[next]?.norm ?? '')) next = -1;
    else next++;
  }
  return { ...found, first: at, last: hit.last, next, possessive, hit };
}

type Found = Pick<Affiliation, 'country' | 'sector' | 'kind' | 'use'>;

/** "anti-American", "pro-Russian": what follows is not theirs. */
const isAgainst = (context: Context, at: number): boolean =>
  at > 0 && context.gaps[at - 1] === GAP.hyphen && AGAINST.has(context.words[at - 1]!.norm);

const AGAINST = new Set(['pro', 'anti', 'non', 'trans', 'cross', 'intra']);

function countryOf(context: Context, hit: Hit): Found | undefined {
  if ((hit.bits & (IS.country | IS.adjective | IS.people)) === 0) return undefined;
  let found: SenseOf<'country'> | undefined;
  for (const sense of hit.senses) {
    if (sense.kind !== 'country' || sense.wording.use === 'capital' || !holdsAt(sense.wording, context.date)) continue;
    if (found === undefined || rankOf(sense) < rankOf(found)) found = sense;
  }
  if (found === undefined) return undefined;
  return { country: found.wording.code, sector: '', kind: 'country', use: found.wording.use as 'name' };
}

/** An adjective before a noun of the people: "Russian" is both; a name before all. */
const rankOf = ({ wording }: SenseOf<'country'>): number =>
  (wording.use === 'name' ? 0 : wording.use === 'adjective' ? 1 : 2) + (wording.from === undefined ? 0.5 : 0);

function actorOf(context: Context, hit: Hit): Found | undefined {
  const actor = senseOf(hit, 'actor');
  if (actor !== undefined && !actor.weak && holdsAt(actor.entry, context.date))
    return { ...splitCode(codeAt(actor.entry, context.date)), kind: 'actor' };
  const seat = hit.senses.find((sense) => sense.kind === 'seat' && holdsAt(sense.entry, context.date));
  if (seat?.kind === 'seat') return { ...splitCode(codeAt(seat.entry, context.date)), kind: 'seat' };
  const outlet = senseOf(hit, 'outlet');
  if (outlet !== undefined) return { country: outlet.entry.country ?? '', sector: 'JRN', kind: 'outlet' };
  return undefined;
}
