/** What a kind of record must say so that the engine can fuse it: the facts compared, the blocks, the symmetric test. */
import type { RecordKind } from '../../model/record.ts';
import type { Item } from '../item.ts';
import type { Key } from './bag.ts';

/** Why two records are one thing. A higher strength is joined first where not all can be. */
export interface Why {
  readonly rule: string;
  /** Words for people; a function where they cost something to make, for most tests are never told. */
  readonly reason: string | (() => string);
  readonly strength: number;
}

export const reasonIn = ({ reason }: Why): string => (typeof reason === 'string' ? reason : reason());

/** All records with the same facts: ten outlets that repeat one ministry make one node. */
export interface Node<F> {
  readonly sig: string;
  /** Signature of the facts alone: twins that a decision told apart still share it. */
  readonly base: string;
  readonly facts: F;
  /** 0 is told apart by its own facts; higher ranks are vague and join only where exactly one clearer thing fits. */
  readonly rank: number;
  readonly contexts: readonly Key[];
  readonly items: Item[];
  comp: Comp<F> | undefined;
  cluster: Cluster<F> | undefined;
  /** The group of a vague node that found nothing clearer. */
  group: Group<F> | undefined;
  /** True when a decision separates one of its records from others. */
  readonly marked: boolean;
  /** The round of settling in which it was last touched, and linked. */
  touchedIn: number;
  linkedIn: number;
}

/** Clear nodes that the test connects; split into clusters where two of them exclude each other. */
export interface Comp<F> {
  nodes: Node<F>[];
  clusters: Cluster<F>[];
}

/** Vague nodes that found nothing and say the same: one cluster, or several where `parts` takes them apart. */
export interface Group<F> {
  readonly key: string;
  readonly nodes: Set<Node<F>>;
  clusters: Cluster<F>[];
}

/** What becomes one entry, unless a decision merges it with another. */
export interface Cluster<F> {
  readonly kind: RecordKind;
  readonly rank: number;
  nodes: Node<F>[];
  /** Vague nodes that joined it, with the reason. */
  attached: Map<Node<F>, Why> | undefined;
  dead: boolean;
  /** What the ledger keeps beside it. */
  slot: unknown;
}

export interface Fusion<F> {
  readonly kind: RecordKind;
  facts(item: Item): F;
  /** Equal signatures are one node: it must carry everything that the other functions read. */
  signature(facts: F): string;
  rank(facts: F): number;
  /** Blocks that a clear node stands in. */
  keys(facts: F): readonly Key[];
  /** Blocks that it looks into for nodes to be tested with; `keys` where this is left out. */
  probes?(facts: F): readonly Key[];
  /** Where vague nodes look for clear ones; every node stands in its contexts. */
  contexts(facts: F): readonly Key[];
  /** Symmetric: `same(a, b)` equals `same(b, a)`. */
  same(a: F, b: F): Why | undefined;
  /** Symmetric: true when the two can never be one entry, whatever else connects them. */
  conflict(a: F, b: F): boolean;
  /** The one cluster that a vague node belongs to, if that is sure. Must not depend on the order of `candidates`. */
  choose(vague: Node<F>, candidates: readonly Cluster<F>[]): { cluster: Cluster<F>; why: Why } | undefined;
  /** Vague nodes that found nothing are one entry where this is equal. */
  groupKey(facts: F): string;
  /** Takes a group apart, such as where years lie between its records. Must not depend on their order. */
  parts?(nodes: Node<F>[]): Node<F>[][];
  groupWhy: Why;
  sameWhy: Why;
}

/** The only candidate of the best tier; undefined when two are equally good or none fits. */
export function unique<T>(candidates: readonly T[], tier: (candidate: T) => number): T | undefined {
  let best: T | undefined;
  let height = 0;
  let twice = false;
  for (const candidate of candidates) {
    const at = tier(candidate);
    if (at > height) {
      best = candidate;
      height = at;
      twice = false;
    } else if (at === height && at > 0) twice = true;
  }
  return twice ? undefined : best;
}
