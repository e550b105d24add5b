/**
 * Keys by which the ledger tells actors apart: `sideKey` who belongs together, `voiceKey` which body speaks.
 * Both read codes only, so that a person and the body that he speaks for do not become two voices.
 */
import type { ActorRef } from '../model/record.ts';

/** Sectors that make an actor of a country a side of its own rather than an organ of the state. */
const OWN_SIDE: ReadonlySet<string> = new Set(['REB', 'PRM', 'UAF', 'PRE', 'OPP', 'CRM']);
const NON_STATE: ReadonlySet<string> = new Set(['IGO', 'UNO', 'NGO', 'IMG', 'EUR', 'ISM', 'MNC']);

const MARKS = /\p{M}/gu;

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Lower case, no diacritics, one space between words. */
export const foldName = (name: string): string => (PLAIN.test(name) ? name : memo(folded, name, foldSlowly));

const foldSlowly = (name: string): string =>
  name
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Names come again and again; what a name folds to never changes, so that remembering it changes no result. */
const folded = new Map<string, string>();
const sides = new Map<string, string>();
const FULL = 50_000;

function memo(known: Map<string, string>, key: string, make: (key: string) => string): string {
  let value = known.get(key);
  if (value !== undefined) return value;
  if (known.size >= FULL) known.clear();
  known.set(key, (value = make(key)));
  return value;
}

/** Bodies of the United Nations come as `IGO UNO` from lists of actors and as `UNO` from phrases: they are one. */
const plainCode = (code: string): string => (code.startsWith('IGO UNO') ? code.slice(4) : code);

/** `ARM` for every organ of the state, `LKA REB` for its rebels, `IGO|csto` for an organisation. */
export function sideKey(code: string, name: string): string {
  const head = code.slice(0, 3);
  if (NON_STATE.has(head)) return `${plainCode(code)}|${foldName(name)}`;
  return memo(sides, code, stateSide);
}

function stateSide(code: string): string {
  const own = code.split(' ').find((part, index) => index > 0 && OWN_SIDE.has(part));
  return own === undefined ? code.slice(0, 3) : `${code.slice(0, 3)} ${own}`;
}

/** The body that speaks: the government, the armed forces, the parliament of one state; a named organisation. */
export function voiceKey(code: string, name: string): string {
  const parts = code.split(' ');
  if (NON_STATE.has(parts[0]!) || parts.includes('MED') || parts.includes('JRN'))
    return `${plainCode(code)}|${foldName(name)}`;
  return parts.length === 1 ? `${code} GOV` : code;
}

/** Whether a code is that of a body of many states, a company or a society: at home in no country. */
export const isBody = (code: string): boolean => NON_STATE.has(code.slice(0, 3));

/** Key of a whole actor, for slots whose values are actors. */
export const actorKey = (actor: ActorRef): string => `${plainCode(actor.code)}|${foldName(actor.name)}`;

/** False for those whose country or body the coder could not tell: "forces", "gunmen". */
export function isKnown({ code }: ActorRef): boolean {
  if (code.length < 3 || code.startsWith('UNK')) return false;
  for (let at = 0; at < 3; at++) if (code.charCodeAt(at) < 65 || code.charCodeAt(at) > 90) return false;
  return true;
}

/** Sides of the actors that are known, sorted. */
export function sidesOf(slots: readonly { readonly value: ActorRef }[]): string[] {
  const found: string[] = [];
  for (const { value } of slots) if (isKnown(value)) found.push(sideOfActor(value));
  return sortedSet(found);
}

export const sideOfActor = (actor: ActorRef): string => sideKey(actor.code, actor.name);

/** Sorted without doubles: how sets are compared and written. */
export function sortedSet(values: Iterable<string>): string[] {
  const all = Array.isArray(values) ? (values as string[]) : [...values];
  if (all.length === 0) return [];
  if (all.length === 1) return [all[0]!];
  if (all.length === 2) return twoSorted(all[0]!, all[1]!);
  return [...new Set(all)].sort(byText);
}

const twoSorted = (a: string, b: string): string[] => (a === b ? [a] : a < b ? [a, b] : [b, a]);

/** Code unit order: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const pairKey = (a: string, b: string): string => (a < b ? `${a}~${b}` : `${b}~${a}`);

/** All unordered pairs of different values. */
export function pairsOf(values: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++)
      if (values[i] !== values[j]) pairs.push(pairKey(values[i]!, values[j]!));
  return pairs;
}

export const intersects = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => b.includes(value));

export const isSubset = (a: readonly string[], b: readonly string[]): boolean => a.every((value) => b.includes(value));
