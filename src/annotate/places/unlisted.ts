/**
 * Places that no list has, by what stands around them: "the village of Norashen Nor", "near Khurvi", "Aghin and Berkari
 * settlements", "in Meadow Grove, Nebraska". They have no point, but the report names them as places.
 */
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { CUE } from '../../lexicon/place-cues.ts';
import type { Candidate } from './match.ts';
import { nameWords } from './name-words.ts';
import { isListed, relationOf } from './relation.ts';
import { CASE, GAP, type View } from './view.ts';

const LONGEST = 3;

/** `candidates` with the unlisted places among them, in the order of the text. */
export function addUnlisted(view: View, candidates: readonly Candidate[], lexicons: Lexicons): Candidate[] {
  const all: Candidate[] = [];
  let next = 0;
  for (let at = 1; at < view.words.length; at++) {
    while (next < candidates.length && candidates[next]!.first < at) all.push(candidates[next++]!);
    const following = candidates[next];
    const before = all.at(-1);
    if ((before !== undefined && before.last >= at) || following?.first === at || !isCapital(view, at)) continue;
    if (isCapital(view, at - 1) && view.gaps[at - 1]! <= GAP.hyphen && before?.last !== at - 1) continue;
    const run = runAt(view, at, following?.first ?? view.words.length);
    if (isUnlisted(view, run, before, following, lexicons)) all.push(run);
    at = run.last;
  }
  return [...all, ...candidates.slice(next)];
}

const isCapital = ({ cases }: View, at: number): boolean => cases[at] === CASE.initial || cases[at] === CASE.upper;

function runAt(view: View, first: number, end: number): Candidate {
  let last = first;
  while (last + 1 < end && last - first < LONGEST - 1 && view.gaps[last]! <= GAP.hyphen && isCapital(view, last + 1))
    last++;
  return { first, last, key: -1, links: [], exact: true };
}

function isUnlisted(
  view: View,
  run: Candidate,
  before: Candidate | undefined,
  following: Candidate | undefined,
  lexicons: Lexicons,
): boolean {
  const { first, last } = run;
  if (view.opens[first] !== 0 || isName(view, run) || isCommonName(view, run, lexicons)) return false;
  const cues = lexicons.placeCues;
  const cueAt = (at: number): number => cues.get(view.words[at]?.norm ?? '') ?? 0;
  if (view.words[first - 1]!.norm === 'of' && first > 1 && (cueAt(first - 2) & CUE.skipped) !== 0) return true;
  if (view.gaps[last] === GAP.apostrophe || (view.gaps[last] === GAP.space && isCapital(view, last + 1))) return false;
  if (relationOf(view, cues, run, undefined) !== 'at') return true;
  const isPlaced = view.gaps[first - 1] === GAP.space && (cueAt(first - 1) & CUE.locative) !== 0;
  const isContained = following?.first === last + 1 && view.gaps[last] === GAP.comma;
  const isInList =
    (before !== undefined && isListed(view, before, run)) ||
    (following !== undefined && isListed(view, run, following));
  const isOfKind =
    view.gaps[last] === GAP.space && view.cases[last + 1] === CASE.lower && (cueAt(last + 1) & CUE.skipped) !== 0;
  return (isPlaced && (isContained || isInList || isOfKind)) || (isInList && isOfKind);
}

/** A name that the names step knows to be a person's or an organisation's, or a people's. */
function isName({ doc, entityAt }: View, { first, last }: Candidate): boolean {
  for (let at = first; at <= last; at++) {
    const index = entityAt[at]!;
    if (index >= 0 && doc.entities[index]!.type !== 'Location') return true;
  }
  return false;
}

/** Peoples, titles and words that never name a place. */
function isCommonName(view: View, { first, last }: Candidate, lexicons: Lexicons): boolean {
  const { peoples, titles, given } = nameWords(lexicons);
  for (let at = first; at <= last; at++) {
    const { norm } = view.words[at]!;
    if (peoples.has(norm) || titles.has(norm) || given.has(norm)) return true;
  }
  return first === last && lexicons.placeFeatures.never.has(view.words[first]!.norm);
}
