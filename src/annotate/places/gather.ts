/** Everything in the text that may be a place: names of the gazetteer and names that say what they are, decoys left out. */
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { findFeatures, type Feature } from './features.ts';
import { matchAt, type Candidate } from './match.ts';
import { nameWords } from './name-words.ts';
import { CASE, type View } from './view.ts';

/** Candidates in the order of the text, none overlapping another. */
export function gather(view: View, lexicons: Lexicons): Candidate[] {
  const decoyEnd = decoysOf(view, lexicons);
  const features = findFeatures(view, lexicons.placeFeatures, nameWords(lexicons));
  const found: Candidate[] = [];
  let next = 0;
  for (let at = 0; at < view.words.length; at++) {
    const shape = view.cases[at];
    while (next < features.length && features[next]!.first < at) next++;
    const feature = features[next];
    const opensFeature = feature !== undefined && feature.first === at;
    if (!opensFeature && (shape === CASE.lower || shape === CASE.digit)) continue;
    if (decoyEnd[at]! > 0) {
      at = decoyEnd[at]! - 1;
      continue;
    }
    const candidate = candidateAt(view, lexicons, at, opensFeature ? feature : undefined);
    if (candidate === undefined) continue;
    found.push(candidate);
    at = candidate.last;
  }
  return found;
}

function candidateAt(view: View, lexicons: Lexicons, at: number, feature: Feature | undefined): Candidate | undefined {
  const named = matchAt(view, lexicons.gazetteer, at);
  if (feature !== undefined && (named === undefined || named.last < feature.last)) {
    const candidate = featureCandidate(view, lexicons, feature, named);
    if (candidate !== undefined) return candidate;
  }
  if (named === undefined || named.first !== named.last) return named;
  return lexicons.placeFeatures.never.has(view.words[at]!.norm) && !named.exact ? undefined : named;
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
  for (let at = first + 1; at < last; at++) if (matchAt(view, lexicons.gazetteer, at)?.last === last) return undefined;
  const inner = named.first === first ? opening : matchAt(view, lexicons.gazetteer, named.first);
  if (noun.located !== true) {
    if (noun.id === 'highway-named' && inner !== undefined && isDivision(inner, lexicons)) return undefined;
    return { first, last, key: -1, links: [], exact: true, feature };
  }
  const isWhole = inner !== undefined && inner.last === named.last;
  if (noun.feature === 'A')
    return isWhole ? { first, last, key: inner.key, links: inner.links, exact: true, feature } : undefined;
  return inner === undefined ? { first, last, key: -1, links: [], exact: true, feature } : undefined;
}

/** "Florida Highway Patrol" is about the state. */
function isDivision({ links }: Candidate, { gazetteer: { pack } }: Lexicons): boolean {
  const feature = pack.tables.features[pack.feature[pack.linkRow[links[0]!]!]!]!;
  return feature.startsWith('A');
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
