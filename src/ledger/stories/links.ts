/** Which reports are alike, and how much: cosines of those that share a term rare enough to be worth a look. */
import type { Corpus, Vector } from './vectors.ts';

export interface Link {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** Terms in more reports than this find no candidates; they only add to the likeness of those found by others. */
const COMMON = 400;

/** All pairs that are `floor` alike or more and that `isNear` lets pass, `a` before `b`. */
export function linksOf(corpus: Corpus, floor: number, isNear: (a: number, b: number) => boolean): Link[] {
  const { vectors, frequency } = corpus;
  const postings = new Map<number, number[]>();
  const links: Link[] = [];
  const dots = new Float64Array(vectors.length);
  for (const [b, vector] of vectors.entries()) {
    const seen = addDots(vector, b, vectors, frequency, postings, dots);
    for (const a of seen) {
      const shared = dots[a]!;
      dots[a] = 0;
      if (!isNear(a, b)) continue;
      const likeness = shared + commonDot(vectors[a]!, vector, frequency);
      if (likeness >= floor) links.push({ a, b, likeness });
    }
  }
  return links;
}

/** Adds what `vector` shares with every earlier one through rarer terms; gives those that share anything. */
function addDots(
  vector: Vector,
  b: number,
  vectors: readonly Vector[],
  frequency: Int32Array,
  postings: Map<number, number[]>,
  dots: Float64Array,
): number[] {
  const seen: number[] = [];
  for (const [at, term] of vector.terms.entries()) {
    if (frequency[term]! > COMMON || frequency[term]! < 2) continue;
    const posting = postings.get(term);
    if (posting === undefined) {
      postings.set(term, [b, at]);
      continue;
    }
    for (let i = 0; i < posting.length; i += 2) {
      const a = posting[i]!;
      if (dots[a] === 0) seen.push(a);
      dots[a]! += vector.weights[at]! * vectors[a]!.weights[posting[i + 1]!]!;
    }
    posting.push(b, at);
  }
  return seen;
}

/** What two vectors share through terms that are too common to find candidates by. */
function commonDot(x: Vector, y: Vector, frequency: Int32Array): number {
  if (frequency.length === 0) return 0;
  let sum = 0;
  for (let i = 0, j = 0; i < x.terms.length && j < y.terms.length;) {
    const [s, t] = [x.terms[i]!, y.terms[j]!];
    if (s === t) {
      if (frequency[s]! > COMMON) sum += x.weights[i]! * y.weights[j]!;
      i++;
      j++;
    } else if (s < t) i++;
    else j++;
  }
  return sum;
}
