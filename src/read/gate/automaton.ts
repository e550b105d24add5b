/**
 * Many words looked for in one pass over bytes: an Aho-Corasick automaton, made into one table. A byte costs one
 * look-up in the table, however many words there are. Everything that is no letter or digit of ASCII and no byte of a
 * letter beyond it counts as one gap between words.
 */
import type { GateTerm } from '../../lexicon/gate.ts';

/** Weight of a term that lets a text through alone. */
export const STRONG = 4;

export interface Automaton {
  /** Class of each byte; 0 is a gap, 1 a letter that no pattern has. */
  readonly classes: Uint8Array;
  /** Row of the next state by `row + class`; rows are `width` apart. */
  readonly next: Uint32Array;
  /** Rows from here on end a pattern. */
  readonly firstEnd: number;
  readonly width: number;
  /** Terms that end at a state, by (row - firstEnd) / width. */
  readonly ends: readonly (readonly number[])[];
  readonly terms: readonly GateTerm[];
}

interface Node {
  readonly children: Map<number, number>;
  readonly terms: number[];
  fail: number;
  /** Whether the last symbol read was a gap. */
  readonly isGap: boolean;
}

const encoder = new TextEncoder();
const SPACE = 32;

/** The automaton for all patterns of `terms`. */
export function automatonOf(terms: readonly GateTerm[]): Automaton {
  const nodes: Node[] = [newNode(false)];
  const classes = classesOf(terms);
  for (const [index, { patterns }] of terms.entries())
    for (const pattern of patterns) insert(nodes, symbolsOf(pattern, classes), index);
  const order = link(nodes);
  return table(nodes, order, classes, terms);
}

const newNode = (isGap: boolean): Node => ({ children: new Map(), terms: [], fail: 0, isGap });

function classesOf(terms: readonly GateTerm[]): Uint8Array {
  const classes = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) classes[byte] = isWordByte(byte) ? 1 : 0;
  let count = 2;
  for (const { patterns } of terms)
    for (const pattern of patterns)
      for (const byte of encoder.encode(pattern)) if (classes[byte] === 1) classes[byte] = count++;
  for (let byte = 65; byte <= 90; byte++) classes[byte] = classes[byte + 32] as number;
  return classes;
}

const isWordByte = (byte: number): boolean =>
  byte >= 0x80 || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/** A pattern begins after a gap; without a star it ends before one, too. */
function symbolsOf(pattern: string, classes: Uint8Array): number[] {
  const isStem = pattern.endsWith('*');
  const bytes = encoder.encode(isStem ? pattern.slice(0, -1) : pattern);
  const symbols = [0, ...Array.from(bytes, (byte) => (byte === SPACE ? 0 : (classes[byte] as number)))];
  return isStem ? symbols : [...symbols, 0];
}

function insert(nodes: Node[], symbols: readonly number[], term: number): void {
  let at = 0;
  for (const symbol of symbols) {
    let child = nodes[at]!.children.get(symbol);
    if (child === undefined) {
      child = nodes.push(newNode(symbol === 0)) - 1;
      nodes[at]!.children.set(symbol, child);
    }
    at = child;
  }
  if (!nodes[at]!.terms.includes(term)) nodes[at]!.terms.push(term);
}

/** Sets for every node the longest other beginning of a pattern that it ends with; gives the nodes by their depth. */
function link(nodes: readonly Node[]): number[] {
  const order = [0];
  for (let i = 0; i < order.length; i++) {
    const index = order[i]!;
    for (const [symbol, child] of nodes[index]!.children) {
      let fail = nodes[index]!.fail;
      while (fail !== 0 && !nodes[fail]!.children.has(symbol)) fail = nodes[fail]!.fail;
      const target = index === 0 ? 0 : (nodes[fail]!.children.get(symbol) ?? 0);
      nodes[child]!.fail = target;
      for (const term of nodes[target]!.terms) if (!nodes[child]!.terms.includes(term)) nodes[child]!.terms.push(term);
      order.push(child);
    }
  }
  return order;
}

/** Numbers the states so that those which end a pattern come last, and writes where each symbol leads. */
function table(
  nodes: readonly Node[],
  order: readonly number[],
  classes: Uint8Array,
  terms: readonly GateTerm[],
): Automaton {
  const width = Math.max(...classes) + 1;
  const ending = order.filter((index) => nodes[index]!.terms.length > 0);
  const sorted = [...order.filter((index) => nodes[index]!.terms.length === 0), ...ending];
  const rowOf = new Map(sorted.map((index, place) => [index, place * width]));
  const next = new Uint32Array(sorted.length * width);
  for (const index of order) {
    const { children, fail, isGap } = nodes[index]!;
    const row = rowOf.get(index)!;
    // As from the longest ending that is a beginning of a pattern, too: its row is done before.
    if (index !== 0) next.copyWithin(row, rowOf.get(fail)!, rowOf.get(fail)! + width);
    // Several gaps in a row are one.
    if (isGap) next[row] = row;
    for (const [symbol, child] of children) next[row + symbol] = rowOf.get(child)!;
  }
  return {
    classes,
    next,
    firstEnd: (sorted.length - ending.length) * width,
    width,
    ends: ending.map((index) => nodes[index]!.terms),
    terms,
  };
}
