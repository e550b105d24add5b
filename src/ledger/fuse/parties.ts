/** When two tellings can name the same parties of one instrument, and the blocks in which they meet. */
import { isSubset } from '../keys.ts';

/** The country or organisation of a side: `PSE` of `PSE REB`. */
const headOf = (side: string): string => (side.includes('|') ? side : side.slice(0, 3));

/** Pairs of the countries of parties, one country twice where its own sides agree with each other. */
export function headPairs(parties: readonly string[]): string[] {
  const found = new Set<string>();
  const heads = parties.map(headOf).sort();
  for (let i = 0; i < heads.length; i++)
    for (let j = i + 1; j < heads.length; j++) found.add(`${heads[i]!}~${heads[j]!}`);
  return [...found];
}

/** Every country that is a party. */
export const headsOf = (parties: readonly string[]): string[] => [...new Set(parties.map(headOf))];

/**
 * One set holds the other; or both have the same size and differ in one party only, which one of them names by its
 * country alone: "Israel and Palestine", "Israel and Hamas". Who is not named contradicts nobody.
 */
export function partiesAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [small, large] = a.length < b.length ? [a, b] : [b, a];
  if (isSubset(small, large)) return small.length >= 2 || large.length <= 2;
  if (a.length !== b.length) return false;
  const [x, ...moreX] = a.filter((side) => !b.includes(side));
  const [y, ...moreY] = b.filter((side) => !a.includes(side));
  return x !== undefined && y !== undefined && moreX.length + moreY.length === 0 && isUmbrella(x, y, a, b);
}

/** One is the country of which the other is a side, and that country is not a party of its own beside it. */
function isUmbrella(x: string, y: string, a: readonly string[], b: readonly string[]): boolean {
  const [wide, narrow] = x.length < y.length ? [x, y] : [y, x];
  if (!narrow.startsWith(`${wide} `)) return false;
  return !(a.includes(wide) && a.includes(narrow)) && !(b.includes(wide) && b.includes(narrow));
}
