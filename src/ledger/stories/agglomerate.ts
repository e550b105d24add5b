/** Average-link agglomeration: the two most alike groups become one, until none are alike enough. */
import type { Link } from './links.ts';

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/** Groups of `0 … count - 1`, each ascending, by first member. Ties go by number, so equal input gives equal groups. */
export function agglomerate(count: number, links: readonly Link[], threshold: number): number[][] {
  const groups = Array.from({ length: count }, (_, index): number[] | undefined => [index]);
  const sums = Array.from({ length: count }, () => new Map<number, number>());
  const heap: Candidate[] = [];
  for (const { a, b, likeness } of links) {
    sums[a]!.set(b, likeness);
    sums[b]!.set(a, likeness);
    if (likeness >= threshold) push(heap, { a, b, value: likeness });
  }
  for (let top = pop(heap); top !== undefined; top = pop(heap)) {
    const { a, b, value } = top;
    if (groups[a] === undefined || groups[b] === undefined || averageOf(groups, sums, a, b) !== value) continue;
    merge(groups, sums, a, b);
    for (const c of sums[a]!.keys()) {
      const next = averageOf(groups, sums, a, c);
      if (next >= threshold) push(heap, a < c ? { a, b: c, value: next } : { a: c, b: a, value: next });
    }
  }
  return groups
    .filter((group) => group !== undefined)
    .map((group) => group.sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!);
}

type Groups = (number[] | undefined)[];
type Sums = readonly Map<number, number>[];

const averageOf = (groups: Groups, sums: Sums, a: number, b: number): number =>
  (sums[a]!.get(b) ?? 0) / (groups[a]!.length * groups[b]!.length);

/** `b` becomes part of `a`, the smaller number of the two. */
function merge(groups: Groups, sums: Sums, a: number, b: number): void {
  groups[a]!.push(...groups[b]!);
  groups[b] = undefined;
  sums[a]!.delete(b);
  for (const [c, sum] of sums[b]!) {
    sums[c]!.delete(b);
    if (c === a) continue;
    const joined = sum + (sums[a]!.get(c) ?? 0);
    sums[a]!.set(c, joined);
    sums[c]!.set(a, joined);
  }
  sums[b]!.clear();
}

const isBefore = (x: Candidate, y: Candidate): boolean =>
  x.value > y.value || (x.value === y.value && (x.a < y.a || (x.a === y.a && x.b < y.b)));

function push(heap: Candidate[], candidate: Candidate): void {
  let at = heap.push(candidate) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(candidate, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = candidate;
}

function pop(heap: Candidate[]): Candidate | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length === 0 || last === undefined) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!isBefore(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return top;
}
