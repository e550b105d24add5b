/** Finds names that say what they are: "Mill Street", "Lake Hartwell", "Highway 12", "Gori District". */
import type { FeatureNoun, PlaceFeatures } from '../../lexicon/place-features.ts';
import type { PhraseMatch } from '../../lexicon/phrase-index.ts';
import type { NameWords } from './name-words.ts';
import { CASE, GAP, type View } from './view.ts';

/** Words `[first, last]` with the noun among them. `named` is the name without the noun. */
export interface Feature {
  readonly first: number;
  readonly last: number;
  readonly noun: FeatureNoun;
  readonly named: { readonly first: number; readonly last: number };
}

const LONGEST = 3;

/** Whether English has the word in lower case. */
type IsCommon = (norm: string) => boolean;

/** Features in the order of the text, none overlapping another; the longer wins. */
export function findFeatures(view: View, lexicon: PlaceFeatures, names: NameWords, isCommon: IsCommon): Feature[] {
  const found: Feature[] = [];
  for (let at = 0; at < view.words.length; at++) {
    if (view.cases[at] === CASE.lower) continue;
    const match = lexicon.nouns.matchAt(view.text, view.words, at);
    if (match === undefined) continue;
    const feature = longest(match.values.map((noun) => featureAt(view, match, noun, lexicon, names, isCommon)));
    if (feature === undefined) continue;
    const before = found.at(-1);
    if (before !== undefined && before.last >= feature.first) {
      if (before.last - before.first >= feature.last - feature.first) continue;
      found.pop();
    }
    found.push(feature);
  }
  return found;
}

const longest = (features: readonly (Feature | undefined)[]): Feature | undefined => {
  let best: Feature | undefined;
  for (const feature of features)
    if (feature !== undefined && (best === undefined || feature.last - feature.first > best.last - best.first))
      best = feature;
  return best;
};

type Match = PhraseMatch<FeatureNoun>;

function featureAt(
  view: View,
  match: Match,
  noun: FeatureNoun,
  lexicon: PlaceFeatures,
  names: NameWords,
  isCommon: IsCommon,
): Feature | undefined {
  if (noun.place === 'after') return namedBefore(view, match, noun, lexicon, names, isCommon);
  const next = match.last + 1;
  const gap = view.gaps[match.last];
  if (next >= view.words.length || (gap !== GAP.space && gap !== GAP.hyphen && gap !== GAP.stop)) return undefined;
  const named = { first: next, last: next };
  const isNumber = view.cases[next] === CASE.digit;
  if (noun.place === 'number')
    return isNumber && view.opens[next] === 0 ? { first: match.first, last: next, noun, named } : undefined;
  if (isNumber || view.cases[next] === CASE.lower || gap === GAP.hyphen || view.opens[next] !== 0) return undefined;
  return lexicon.openings.has(view.words[next]!.norm) ? undefined : { first: match.first, last: next, noun, named };
}

function namedBefore(
  view: View,
  match: Match,
  noun: FeatureNoun,
  lexicon: PlaceFeatures,
  names: NameWords,
  isCommon: IsCommon,
): Feature | undefined {
  let first = match.first;
  while (first > 0 && match.first - first < LONGEST && isNamePart(view, first - 1, lexicon, isCommon)) first--;
  if (first === match.first) return undefined;
  if (noun.surname === true && isPerson(view, first, names)) return undefined;
  return { first, last: match.last, noun, named: { first, last: match.first - 1 } };
}

const FUNCTION = new Set(
  'the a an in at on of from near and to by for with its his her their our this that'.split(' '),
);

/** Whether the word at `at` belongs to the name that goes on after it. */
function isNamePart(view: View, at: number, lexicon: PlaceFeatures, isCommon: IsCommon): boolean {
  const gap = view.gaps[at]!;
  const { norm, end } = view.words[at]!;
  const shape = view.cases[at];
  if (gap === GAP.stop ? norm.length > 2 : gap !== GAP.space && gap !== GAP.hyphen) return false;
  if (shape === CASE.lower || FUNCTION.has(norm)) return false;
  if (shape === CASE.digit) return /\d(?:st|nd|rd|th)$/.test(view.text.slice(end - 3, end));
  return view.opens[at] === 0 || !(lexicon.never.has(norm) || isCommon(norm));
}

/** "Nathan Lane", "Mr. Hill": a person whose surname is also such a noun. */
function isPerson(view: View, first: number, names: NameWords): boolean {
  const { words, entityAt, doc } = view;
  const index = entityAt[first]!;
  if (index >= 0 && doc.entities[index]!.type === 'Person') return true;
  return names.given.has(words[first]!.norm) || (first > 0 && names.titles.has(words[first - 1]!.norm));
}
