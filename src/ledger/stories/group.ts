/**
 * Clusters texts into stories: TF-IDF vectors, candidates by an inverted index over rare terms, then average-link
 * agglomeration within what those candidates connect. A function of the set: ties go by position, and the caller sorts.
 */
import type { StoryFeatures } from '../../model/ledger.ts';
import { byText } from '../keys.ts';
import { DAY, windowOfValue } from '../time.ts';

export interface StoryText {
  readonly features: StoryFeatures;
  readonly published?: string;
}

export interface ClusterOptions {
  /** Similarity at which two groups are one story. */
  readonly threshold?: number;
  /** Reports further apart than this are never linked. */
  readonly days?: number;
}

type Vector = ReadonlyMap<number, number>;

/** Groups of indices into `texts`, each group and the list of groups in ascending order. */
export function clusterTexts(texts: readonly StoryText[], options: ClusterOptions = {}): number[][] {
  const { threshold = 0.2, days = 7 } = options;
  const vectors = vectorsOf(texts);
  const times = texts.map(({ published }) => (published === undefined ? undefined : windowOfValue(published)?.lo));
  const edges = edgesOf(vectors, times, days * DAY, threshold / 2);
  return agglomerate(texts.length, edges, threshold);
}

/** Unit vectors of TF-IDF weights over terms; names weigh double. */
function vectorsOf(texts: readonly StoryText[]): Vector[] {
  const frequency = new Map<string, number>();
  for (const { features } of texts)
    for (const term of termsOf(features)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const ids = new Map([...frequency.keys()].sort(byText).map((term, index) => [term, index] as const));
  const n = texts.length;
  return texts.map(({ features }) => {
    const vector = new Map<number, number>();
    let norm = 0;
    for (const [term, count] of weighed(features)) {
      const df = frequency.get(term)!;
      if (df < 2 || (df > n / 2 && n > 4)) continue;
      const weight = (1 + Math.log(count)) * Math.log((n + 1) / df);
      vector.set(ids.get(term)!, weight);
      norm += weight * weight;
    }
    for (const [id, weight] of vector) vector.set(id, weight / Math.sqrt(norm));
    return vector;
  });
}

const termsOf = (features: StoryFeatures): Set<string> => new Set([...weighed(features)].map(([term]) => term));

function* weighed(features: StoryFeatures): Iterable<readonly [string, number]> {
  for (const term of Object.keys(features.terms)) yield [term, features.terms[term]!];
  for (const name of features.names) yield [`name ${name}`, 2];
  for (const date of features.dates) yield [`date ${date}`, 1];
}

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** Pairs that share terms and are near in time, with their cosine. */
function edgesOf(
  vectors: readonly Vector[],
  times: readonly (number | undefined)[],
  span: number,
  floor: number,
): Edge[] {
  const postings = new Map<number, number[]>();
  const edges: Edge[] = [];
  for (const [b, vector] of vectors.entries()) {
    const dots = new Map<number, number>();
    for (const [term, weight] of vector) {
      const posting = postings.get(term);
      if (posting === undefined) {
        postings.set(term, [b]);
        continue;
      }
      for (const a of posting) dots.set(a, (dots.get(a) ?? 0) + weight * vectors[a]!.get(term)!);
      posting.push(b);
    }
    for (const [a, similarity] of dots) {
      const [x, y] = [times[a], times[b]];
      if (similarity < floor || (x !== undefined && y !== undefined && Math.abs(x - y) > span)) continue;
      edges.push({ a, b, similarity });
    }
  }
  return edges.sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
}

/** Average-link agglomeration over the edges: the most similar pair of groups first, until none reaches the threshold. */
function agglomerate(count: number, edges: readonly Edge[], threshold: number): number[][] {
  const groups = new Map<number, number[]>(Array.from({ length: count }, (_, index) => [index, [index]]));
  const sums = new Map<number, Map<number, number>>();
  const link = (a: number, b: number, value: number): void => {
    let row = sums.get(a);
    if (row === undefined) sums.set(a, (row = new Map()));
    row.set(b, (row.get(b) ?? 0) + value);
  };
  for (const { a, b, similarity } of edges) {
    link(a, b, similarity);
    link(b, a, similarity);
  }
  const average = (a: number, b: number): number =>
    (sums.get(a)?.get(b) ?? 0) / (groups.get(a)!.length * groups.get(b)!.length);
  const queue = edges.map(({ a, b, similarity }) => ({ a, b, value: similarity }));
  while (queue.length > 0) {
    let at = 0;
    for (let i = 1; i < queue.length; i++) if (isBefore(queue[i]!, queue[at]!)) at = i;
    const { a, b, value } = queue[at]!;
    queue[at] = queue.at(-1)!;
    queue.pop();
    if (value < threshold) break;
    if (!groups.has(a) || !groups.has(b) || Math.abs(average(a, b) - value) > 1e-12) continue;
    groups.get(a)!.push(...groups.get(b)!);
    groups.delete(b);
    for (const [c, sum] of sums.get(b) ?? []) {
      if (c === a || !groups.has(c)) continue;
      link(a, c, sum);
      link(c, a, sum);
    }
    sums.get(a)?.delete(b);
    for (const c of sums.get(a)?.keys() ?? [])
      if (groups.has(c))
        queue.push({ a: Math.min(a, c), b: Math.max(a, c), value: average(Math.min(a, c), Math.max(a, c)) });
  }
  return [...groups.values()].map((members) => members.sort((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!);
}

const isBefore = (x: { a: number; b: number; value: number }, y: { a: number; b: number; value: number }): boolean =>
  x.value > y.value || (x.value === y.value && (x.a < y.a || (x.a === y.a && x.b < y.b)));
