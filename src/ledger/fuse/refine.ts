/** Splits a connected component where two members exclude each other: the strongest links are joined first. */
import { byText } from '../keys.ts';
import type { Apart } from './engine.ts';
import type { Fusion, Node } from './kind.ts';

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

/** The clusters of `nodes`. A function of the set: nodes are ordered by signature, links by strength, then by nodes. */
export function refine<F>(nodes: Node<F>[], fusion: Fusion<F>, apart: Apart): Node<F>[][] {
  if (nodes.length === 0) return [];
  if (nodes.length === 1) return [nodes];
  const ordered = nodes.toSorted((a, b) => byText(a.base, b.base) || byText(a.sig, b.sig));
  const excludes = (a: Node<F>, b: Node<F>): boolean =>
    fusion.conflict(a.facts, b.facts) || (a.marked && b.marked && isApart(a, b, apart));
  if (!hasConflict(ordered, excludes)) return [ordered];
  const parent = ordered.map((_, index) => index);
  const members = ordered.map((node) => [node]);
  for (const edge of edgesOf(ordered, fusion)) {
    const a = parent[edge.a]!;
    const b = parent[edge.b]!;
    if (a === b || members[a]!.some((x) => members[b]!.some((y) => excludes(x, y)))) continue;
    const [into, from] = a < b ? [a, b] : [b, a];
    members[into]!.push(...members[from]!);
    members[from] = [];
    for (let i = 0; i < parent.length; i++) if (parent[i] === from) parent[i] = into;
  }
  return members.filter((group) => group.length > 0);
}

function hasConflict<F>(nodes: readonly Node<F>[], excludes: (a: Node<F>, b: Node<F>) => boolean): boolean {
  for (let i = 0; i < nodes.length; i++)
    for (let j = i + 1; j < nodes.length; j++) if (excludes(nodes[i]!, nodes[j]!)) return true;
  return false;
}

function edgesOf<F>(nodes: readonly Node<F>[], fusion: Fusion<F>): Edge[] {
  const edges: Edge[] = [];
  for (let a = 0; a < nodes.length; a++)
    for (let b = a + 1; b < nodes.length; b++) {
      const isTwin = nodes[a]!.base === nodes[b]!.base;
      const strength = isTwin ? Infinity : fusion.same(nodes[a]!.facts, nodes[b]!.facts)?.strength;
      if (strength !== undefined) edges.push({ a, b, strength });
    }
  return edges.sort((x, y) => byStrength(x, y) || x.a - y.a || x.b - y.b);
}

const byStrength = (x: Edge, y: Edge): number => (x.strength === y.strength ? 0 : y.strength > x.strength ? 1 : -1);

function isApart<F>(a: Node<F>, b: Node<F>, apart: Apart): boolean {
  return a.items.some((x) => b.items.some((y) => apart.isApart(x.uid, y.uid)));
}
