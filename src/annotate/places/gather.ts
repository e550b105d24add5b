/** Everything in the text that may be a place: names of the gazetteer and names that say what they are, decoys left out. */
import { KEY, KIND } from '../../lexicon/gazetteer-pack.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { findFeatures, type Feature } from './features.ts';
import { matchAt, type Candidate } from './match.ts';
import { nameWords, type NameWords } from './name-words.ts';
import { CASE, GAP, type View } from './view.ts';

/** Candidates in the order of the text, none overlapping another. */
export function gather(view: View, lexicons: Lexicons): Candidate[] {
  const decoyEnd = decoysOf(view, lexicons);
  const names = nameWords(lexicons);
  const features = findFeatures(view, lexicons.placeFeatures, names, isCommonIn(lexicons));
  const found: Candidate[] = [];
  let next = 0;
  for (let at = 0; at < view.words.length; at++) {
    const shape = view.cases[at];
    while (next < features.length && features[next]!.first < at) next++;
    const feature = features[next];
    const opensFeature = feature !== undefined && feature.first === at;
    if (!opensFeature && (shape === CASE.lower || shape === CASE.digit) && !isArticle(view, at)) continue;
    if (decoyEnd[at]! > 0) {
      at = decoyEnd[at]! - 1;
      continue;
    }
    const candidate = candidateAt(view, lexicons, names, at, opensFeature ? feature : undefined);
    if (candidate === undefined) continue;
    if (!isMoney(view, candidate)) found.push(candidate);
    at = candidate.last;
  }
  return found;
}

/** "al-Bab": the small Arabic article belongs to the name. */
const isArticle = ({ gaps, cases, words }: View, at: number): boolean =>
  gaps[at] === GAP.hyphen && ARTICLES.has(words[at]!.norm) && cases[at + 1] === CASE.initial;

const ARTICLES = new Set('al el as ash ar an az ad at ed es'.split(' '));

/** "US$200", "$US 15". */
const isMoney = ({ text, words }: View, { first, last }: Candidate): boolean =>
  text.charCodeAt(words[last]!.end) === DOLLAR || text.charCodeAt(words[first]!.start - 1) === DOLLAR;

const DOLLAR = 36;

const isCommonIn =
  ({ gazetteer }: Lexicons) =>
  (norm: string): boolean => {
    const key = gazetteer.keyOf([norm]);
    return key >= 0 && (gazetteer.pack.keyBits[key]! & KEY.common) !== 0;
  };

function candidateAt(
  view: View,
  lexicons: Lexicons,
  names: NameWords,
  at: number,
  feature: Feature | undefined,
): Candidate | undefined {
  const named = matchAt(view, lexicons, at);
  if (feature !== undefined && (named === undefined || named.last < feature.last)) {
    const candidate = featureCandidate(view, lexicons, feature, named);
    if (candidate !== undefined) return candidate;
  }
  if (named === undefined || named.first !== named.last) return named;
  const { norm } = view.words[at]!;
  return !named.exact && (lexicons.placeFeatures.never.has(norm) || names.peoples.has(norm)) ? undefined : named;
}

/**
 * What a feature is here: itself, itself at the place that the rest of its name names ("Gori District"), or nothing
 * where a place inside says it better ("Columbia Metropolitan Airport" is at Columbia, "Paris-Henry County" is two).
 */
function featureCandidate(
  view: View,
  lexicons: Lexicons,
  feature: Feature,
  opening: Candidate | undefined,
): Candidate | undefined {
  const { first, last, named, noun } = feature;
  for (let at = first + 1; at < last; at++) if (matchAt(view, lexicons, at)?.last === last) return undefined;
  const inner = named.first === first ? opening : matchAt(view, lexicons, named.first);
  if (noun.located !== true) {
    if (noun.id === 'highway-named' && inner !== undefined && isDivision(inner, lexicons)) return undefined;
    return { first, last, key: -1, links: [], exact: true, feature };
  }
  const isWhole = inner !== undefined && inner.last === named.last;
  if (noun.feature === 'A' && (goesOn(view, last) || (isWhole && kindFirst(inner, lexicons) === KIND.country)))
    return undefined;
  if (noun.feature === 'A')
    return isWhole ? { first, last, key: inner.key, links: inner.links, exact: true, feature } : undefined;
  return inner === undefined ? { first, last, key: -1, links: [], exact: true, feature } : undefined;
}

/** "Gaza District Court" is a court at Gaza. */
const goesOn = ({ gaps, cases, words }: View, last: number): boolean =>
  gaps[last] === GAP.space &&
  last + 1 < words.length &&
  cases[last + 1] !== CASE.lower &&
  cases[last + 1] !== CASE.digit;

/** Kind of the likeliest reading: "US District Judge" is no district. */
const kindFirst = ({ links }: Candidate, { gazetteer: { pack } }: Lexicons): number =>
  pack.kind[pack.linkRow[links[0]!]!]!;

/** "Florida Highway Patrol" is about the state. */
function isDivision(candidate: Candidate, lexicons: Lexicons): boolean {
  const kind = kindFirst(candidate, lexicons);
  return kind === KIND.state || kind === KIND.county || kind === KIND.country || kind === KIND.area;
}

/** For each word that opens a decoy the word after its end: phrases of the list, and outlets that the names step found. */
function decoysOf(view: View, { placeFeatures }: Lexicons): Int32Array {
  const { words, cases, text, doc } = view;
  const ends = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    if (cases[at] !== CASE.initial && cases[at] !== CASE.upper) continue;
    const match = placeFeatures.decoys.matchAt(text, words, at);
    if (match !== undefined) ends[at] = match.last + 1;
  }
  let at = 0;
  for (const { start, end, type } of doc.actors) {
    if (type !== 'outlet') continue;
    while (at < words.length && words[at]!.start < start) at++;
    let last = at;
    while (last + 1 < words.length && words[last + 1]!.end <= end) last++;
    if (at < words.length) ends[at] = last + 1;
  }
  return ends;
}
