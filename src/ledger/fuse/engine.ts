/**
 * Fuses the records of one kind into clusters, incrementally. Clear nodes are connected by a symmetric test within
 * shared blocks; connected components split where members exclude each other; vague nodes then join where exactly one
 * cluster fits. Each step is a function of the set of records, so the order of arrival cannot matter, and a new record
 * touches only its own blocks.
 */
import type { Item } from '../item.ts';
import { type BagIndex, type Key, put, take } from './bag.ts';
import type { Comp, Fusion, Group, Node } from './kind.ts';

/** Records that decisions keep apart, by record id. */
export interface Apart {
  /** Whether any split names the record. */
  has(uid: string): boolean;
  isApart(a: string, b: string): boolean;
  /** The records that this one was split off from. */
  splitFrom(uid: string): readonly string[];
  /** All records that splits name together with this one. */
  splitPartners(uid: string): readonly string[];
  /** The record, if it is there. */
  itemOf(uid: string): Item | undefined;
}

export const NONE_APART: Apart = {
  has: () => false,
  isApart: () => false,
  splitFrom: () => [],
  splitPartners: () => [],
  itemOf: () => undefined,
};

export interface Engine<F> {
  readonly fusion: Fusion<F>;
  readonly nodes: Map<string, Node<F>>;
  readonly blocks: BagIndex<Node<F>>;
  /** Clear nodes by context, and vague ones. */
  readonly contexts: BagIndex<Node<F>>;
  readonly vagueAt: BagIndex<Node<F>>;
  readonly groups: Map<string, Group<F>>;
  readonly touched: Node<F>[];
  /** Number of the next settling. */
  round: number;
  readonly orphaned: Set<Comp<F>>;
  apart: Apart;
}

export function createEngine<F>(fusion: Fusion<F>): Engine<F> {
  return {
    fusion,
    nodes: new Map(),
    blocks: new Map(),
    contexts: new Map(),
    vagueAt: new Map(),
    groups: new Map(),
    touched: [],
    round: 1,
    orphaned: new Set(),
    apart: NONE_APART,
  };
}

/** Has the node looked at when the engine settles next. */
export function touch<F>(engine: Engine<F>, node: Node<F>): void {
  if (node.touchedIn === engine.round) return;
  node.touchedIn = engine.round;
  engine.touched.push(node);
}

/** Takes a record in; clusters follow at the next `settle`. */
export function insertItem<F>(engine: Engine<F>, item: Item): void {
  const facts = engine.fusion.facts(item);
  const signature = engine.fusion.signature(facts);
  const marked = engine.apart.has(item.uid);
  let node = marked ? undefined : engine.nodes.get(signature);
  if (node === undefined) node = createNode(engine, facts, signature, marked, item);
  else node.items.push(item);
  item.node = node;
  touch(engine, node);
}

const NO_KEYS: readonly Key[] = [];

/** A node of its own for a marked record, and for one that the test would not even join with its like. */
function createNode<F>(engine: Engine<F>, facts: F, signature: string, marked: boolean, item: Item): Node<F> {
  const { fusion } = engine;
  const rank = fusion.rank(facts);
  const keys = rank === 0 ? fusion.keys(facts) : NO_KEYS;
  const isAlone = marked || (rank === 0 && (keys.length === 0 || fusion.same(facts, facts) === undefined));
  const sig = isAlone ? `${signature}#${item.uid}` : signature;
  const found = fusion.contexts(facts);
  const contexts = found.length === 0 ? NO_KEYS : found.slice();
  const node: Node<F> = {
    sig,
    base: signature,
    facts,
    rank,
    contexts,
    items: [item],
    comp: undefined,
    cluster: undefined,
    group: undefined,
    marked,
    touchedIn: 0,
    linkedIn: 0,
  };
  if (!isAlone) engine.nodes.set(sig, node);
  for (const key of keys) put(engine.blocks, key, node);
  const index = rank === 0 ? engine.contexts : engine.vagueAt;
  for (const key of contexts) put(index, key, node);
  return node;
}

/** Takes a record out again. */
export function deleteItem<F>(engine: Engine<F>, item: Item): void {
  const node = item.node as Node<F> | undefined;
  if (node === undefined) return;
  item.node = undefined;
  node.items.splice(node.items.indexOf(item), 1);
  touch(engine, node);
  if (node.items.length > 0) return;
  if (engine.nodes.get(node.sig) === node) engine.nodes.delete(node.sig);
  if (node.rank === 0) for (const key of engine.fusion.keys(node.facts)) take(engine.blocks, key, node);
  const index = node.rank === 0 ? engine.contexts : engine.vagueAt;
  for (const key of node.contexts) take(index, key, node);
  if (node.comp !== undefined) engine.orphaned.add(node.comp);
}
