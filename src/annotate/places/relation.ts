/** How what is told stands to a place: at it, near it, or directed toward it ("fire in the direction of A, B and C"). */
import type { PlaceRelation } from '../../model/doc.ts';
import type { Candidate } from './match.ts';
import { CASE, GAP, type View } from './view.ts';

const TOWARD = new Set(['toward', 'towards']);
const NEAR = new Set(['near', 'outside', 'around', 'nearby', 'surrounding', 'opposite', 'close']);
/** Nouns that "of" turns into a relation: "on the outskirts of", "in the direction of". */
const NOUN_TOWARD = new Set(['direction', 'directions']);
const NOUN_NEAR = new Set(['outskirts', 'vicinity', 'area', 'surroundings', 'environs', 'approaches']);
const NEAR_ONLY_PLURAL = new Set([
  'outskirts',
  'vicinity',
  'surroundings',
  'environs',
  'approaches',
  'neighborhood',
  'neighbourhood',
]);
const DISTANCE = new Set('kilometers kilometres km miles mile kilometer kilometre meters metres m yards'.split(' '));
const SIDES = new Set(
  'north south east west northeast northwest southeast southwest northern southern eastern western short just outside'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'the town towns city cities village villages settlement settlements border district districts region communities community towns of both outside local'.split(
    ' ',
  ),
);

/** Relation of the place at `candidate`, `before` being the relation of the place before it in a list. */
export function relationOf(view: View, candidate: Candidate, before: PlaceRelation | undefined): PlaceRelation {
  if (before !== undefined) return before;
  let at = candidate.first - 1;
  for (
    let skipped = 0;
    at >= 0 && skipped < 4 && isTied(view, at) && SKIPPED.has(view.words[at]!.norm) && view.words[at]!.norm !== 'of';
    skipped++
  )
    at--;
  if (at < 0 || !isTied(view, at)) return 'at';
  const { norm } = view.words[at]!;
  if (TOWARD.has(norm)) return 'toward';
  if (NEAR.has(norm)) return 'near';
  if (norm === 'to' && at > 0)
    return view.words[at - 1]!.norm === 'close' || view.words[at - 1]!.norm === 'next' ? 'near' : 'at';
  if (norm === 'of' && at > 0) return relationOfNoun(view, at - 1);
  if (norm === 'from' && at > 1 && DISTANCE.has(view.words[at - 1]!.norm)) return 'near';
  return 'at';
}

function relationOfNoun(view: View, at: number): PlaceRelation {
  const { norm } = view.words[at]!;
  if (NOUN_TOWARD.has(norm)) return 'toward';
  if (NEAR_ONLY_PLURAL.has(norm) || norm === 'outside') return 'near';
  if (NOUN_NEAR.has(norm)) return at > 0 && view.words[at - 1]!.norm === 'general' ? 'near' : 'at';
  if (!SIDES.has(norm)) return 'at';
  return at > 0 && (DISTANCE.has(view.words[at - 1]!.norm) || view.words[at - 1]!.norm === 'just') ? 'near' : 'at';
}

const isTied = (view: View, at: number): boolean => view.gaps[at] === GAP.space || view.gaps[at] === GAP.line;

/** Whether nothing but "," and "and" stands between two candidates: members of one list share a relation. */
export function isListed(view: View, from: Candidate, to: Candidate): boolean {
  const { words, gaps, cases } = view;
  for (let at = from.last; at < to.first; at++) {
    const gap = gaps[at]!;
    if (gap !== GAP.comma && gap !== GAP.space && gap !== GAP.slash) return false;
    if (at > from.last && (cases[at] !== CASE.lower || !(words[at]!.norm === 'and' || words[at]!.norm === 'or')))
      return false;
  }
  return to.first - from.last <= 2 && (gaps[from.last] !== GAP.space || to.first - from.last === 2);
}
