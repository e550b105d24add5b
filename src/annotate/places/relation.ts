/** How what is told stands to a place: at it, near it, or directed toward it ("fire in the direction of A, B and C"). */
import { CUE, type PlaceCues } from '../../lexicon/place-cues.ts';
import type { PlaceRelation } from '../../model/doc.ts';
import type { Candidate } from './match.ts';
import { CASE, GAP, type View } from './view.ts';

/** Relation of the place at `candidate`; `before` is the relation of the place before it in a list. */
export function relationOf(
  view: View,
  cues: PlaceCues,
  candidate: Candidate,
  before: PlaceRelation | undefined,
): PlaceRelation {
  if (before !== undefined) return before;
  const at = governorOf(view, cues, candidate.first - 1);
  if (at < 0 || !isTied(view, at)) return 'at';
  const cue = cueAt(view, cues, at);
  if ((cue & CUE.toward) !== 0) return 'toward';
  if ((cue & CUE.near) !== 0) return 'near';
  if (at === 0) return 'at';
  const { norm } = view.words[at]!;
  const noun = view.words[at - 1]!.norm;
  if (norm === 'to') return noun === 'close' || noun === 'next' ? 'near' : 'at';
  if (norm === 'of') return relationOfNoun(view, cues, at - 1);
  return norm === 'from' && (cueAt(view, cues, at - 1) & CUE.distance) !== 0 ? 'near' : 'at';
}

/** The word that governs a name, going back over "the", "the town of", "both villages": "toward the villages of A". */
function governorOf(view: View, cues: PlaceCues, from: number): number {
  let at = from;
  for (let skipped = 0; at > 0 && skipped < 4 && isTied(view, at); skipped++) {
    if ((cueAt(view, cues, at) & CUE.skipped) !== 0 && (cueAt(view, cues, at) & CUE.near) === 0) at--;
    else if (isOfKind(view, cues, at)) at -= 2;
    else break;
  }
  return at;
}

/** "the villages of": the name is the villages'. */
const isOfKind = (view: View, cues: PlaceCues, at: number): boolean =>
  view.words[at]!.norm === 'of' &&
  isTied(view, at - 1) &&
  (cueAt(view, cues, at - 1) & CUE.skipped) !== 0 &&
  (cueAt(view, cues, at - 1) & CUE['near-noun']) === 0;

/** "the direction of", "the outskirts of", "ten miles south of". */
function relationOfNoun(view: View, cues: PlaceCues, at: number): PlaceRelation {
  const cue = cueAt(view, cues, at);
  if ((cue & CUE['toward-noun']) !== 0) return 'toward';
  if ((cue & CUE['near-noun']) !== 0) return 'near';
  if ((cue & CUE.side) === 0) return 'at';
  return at > 0 && (cueAt(view, cues, at - 1) & CUE.distance) !== 0 ? 'near' : 'at';
}

const cueAt = (view: View, cues: PlaceCues, at: number): number => cues.get(view.words[at]!.norm) ?? 0;

const isTied = (view: View, at: number): boolean => view.gaps[at] === GAP.space || view.gaps[at] === GAP.line;

/** Whether nothing but "," and "and" stands between two candidates: members of one list share a relation. */
export function isListed(view: View, from: Candidate, to: Candidate): boolean {
  const { words, gaps, cases } = view;
  for (let at = from.last; at < to.first; at++) {
    const gap = gaps[at]!;
    if (gap !== GAP.comma && gap !== GAP.space && gap !== GAP.slash) return false;
    const { norm } = words[at]!;
    if (at > from.last && (cases[at] !== CASE.lower || !(norm === 'and' || norm === 'or'))) return false;
  }
  return to.first - from.last <= 2 && (gaps[from.last] !== GAP.space || to.first - from.last === 2);
}
