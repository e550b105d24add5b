/** Lists of owners before or behind one noun: "Hungarian, Czech and Romanian officials", "leaders of Chad and Niger". */
import { affiliationAt, type Affiliation } from './affiliation.ts';
import type { Context } from './context.ts';
import { GAP, IS } from './scan.ts';

/** No list before one noun is longer; without a limit a text of countries alone would take quadratic time. */
const LONGEST = 8;

/** `first` alone, or with all that follow it in a list of adjectives before one noun; the last one stands next to it. */
export function ownersBefore(context: Context, first: Affiliation): readonly Affiliation[] {
  if (first.kind === 'outlet' || first.possessive || first.next < 0) return [first];
  const list = [first];
  for (let one: Affiliation | undefined = first; one !== undefined && list.length < LONGEST;) {
    one = one.possessive || one.next < 0 ? undefined : nextInList(context, one);
    if (one !== undefined) list.push(one);
  }
  return list.length > 1 && list.every((one) => isAdjective(context, one)) ? list : [first];
}

/** The force or body that ends a list and is known by its adjective: "US and British forces". */
export function namedBehind(context: Context, first: Affiliation): Affiliation | undefined {
  if (!isAdjective(context, first)) return undefined;
  const last = behind(context, first.last);
  if (last?.kind !== 'actor' || last.last === last.first || last.sector === '') return undefined;
  const { start, end } = context.words[last.first]!;
  return context.adjectives.get(last.country) === context.text.slice(start, end) ? last : undefined;
}

/** The countries after "of X": "of Russia, Azerbaijan and Armenia" without the first. */
export function namesBehind(context: Context, last: number): readonly Affiliation[] {
  const list: Affiliation[] = [];
  for (let at = last; ;) {
    const one = behind(context, at);
    if (one === undefined || one.use !== 'name' || one.possessive) return list;
    list.push(one);
    at = one.last;
  }
}

const nextInList = (context: Context, one: Affiliation): Affiliation | undefined => {
  const following = behind(context, one.last);
  return following?.kind === 'outlet' ? undefined : following;
};

/** The owner after a comma, "and", or both. */
function behind(context: Context, last: number): Affiliation | undefined {
  let at = last + 1;
  const joint = context.words[at]?.norm;
  const isJoined = joint === 'and' || joint === 'or';
  if (context.gaps[last] !== GAP.comma && !isJoined) return undefined;
  if (isJoined) at++;
  return affiliationAt(context, at);
}

/** Adjectives, and names that serve as such: "US and Russian negotiators". */
const isAdjective = (context: Context, { use, hit }: Affiliation): boolean => {
  if (use !== 'name') return use !== undefined;
  return (hit.bits & IS.adjective) !== 0 || context.words[hit.last]!.end - context.words[hit.first]!.start <= 4;
};
