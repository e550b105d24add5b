/** Finds the forms of a lexicon in a text: a trie over words, longest match first, linear in the text. */
import type { Word } from '../model/doc.ts';
import type { Span } from '../model/span.ts';
import { sieveOf } from './word-table.ts';
import { wordsOf } from './words.ts';

/** One form that stands in the text, with the values of every entry that has it. */
export interface PhraseMatch<T> extends Span {
  /** Indices of its words, last included. */
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

type Casing = 'any' | 'initial' | 'inner' | 'upper';

interface Leaf<T> {
  readonly casing: Casing;
  readonly value: T;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  leaves: Leaf<T>[];
}

export interface PhraseIndex<T> {
  /** The longest form that starts at word `at`, if any. */
  matchAt(text: string, words: readonly Word[], at: number): PhraseMatch<T> | undefined;
  /** All forms, leftmost and longest, none overlapping another. */
  findAll(text: string, words: readonly Word[]): PhraseMatch<T>[];
}

/** What may stand between two words of one form: a space, a line break inside a paragraph, hyphen, apostrophe, stop. */
const JOINT = /^(?:[ \u00a0\-–'’./&]|\n(?!\n)){0,3}$/;

/**
 * Builds an index over `[form, value]` pairs. A form with a capital matches capitalised words only, a form of
 * two to five capitals ("US", "WHO") matches capitals only, a form that begins in lower case but has a capital
 * ("al-Qaeda") needs a capital somewhere, a form in lower case matches any case.
 */
export function phraseIndex<T>(entries: Iterable<readonly [form: string, value: T]>): PhraseIndex<T> {
  const root: Node<T> = { next: new Map(), leaves: [] };
  for (const [form, value] of entries) addForm(root, form, value);
  const mayOpen = sieveOf(root.next.keys());

  const matchAt = (text: string, words: readonly Word[], at: number): PhraseMatch<T> | undefined => {
    const word = words[at];
    if (word === undefined || !mayOpen(word.hash)) return undefined;
    let node = root.next.get(word.norm);
    let best: PhraseMatch<T> | undefined;
    for (let last = at; node !== undefined; last++) {
      if (node.leaves.length > 0) best = accepted(text, words, at, last, node.leaves) ?? best;
      const following = words[last + 1];
      if (following === undefined || node.next.size === 0) break;
      const child = node.next.get(following.norm);
      if (child === undefined || !isJoint(text, words[last]!.end, following.start)) break;
      node = child;
    }
    return best;
  };

  const findAll = (text: string, words: readonly Word[]): PhraseMatch<T>[] => {
    const found: PhraseMatch<T>[] = [];
    for (let at = 0; at < words.length; at++) {
      const match = matchAt(text, words, at);
      if (match === undefined) continue;
      found.push(match);
      at = match.last;
    }
    return found;
  };

  return { matchAt, findAll };
}

function addForm<T>(root: Node<T>, form: string, value: T): void {
  let node = root;
  for (const word of wordsOf(form)) {
    let child = node.next.get(word.norm);
    if (child === undefined) node.next.set(word.norm, (child = { next: new Map(), leaves: [] }));
    node = child;
  }
  if (node !== root) node.leaves.push({ casing: casingOf(form), value });
}

function casingOf(form: string): Casing {
  if (/^[\p{Lu}.&]{2,6}$/u.test(form)) return 'upper';
  if (!/\p{Lu}/u.test(form)) return 'any';
  return /^\p{Ll}/u.test(form) ? 'inner' : 'initial';
}

const isJoint = (text: string, from: number, to: number): boolean =>
  to - from === 1 ? JOINT.test(text[from]!) : to - from <= 3 && JOINT.test(text.slice(from, to));

function accepted<T>(
  text: string,
  words: readonly Word[],
  first: number,
  last: number,
  leaves: readonly Leaf<T>[],
): PhraseMatch<T> | undefined {
  const start = words[first]!.start;
  const end = words[last]!.end;
  const values: T[] = [];
  // An entry with two casings of one form ("NATO", "Nato") is one value.
  for (const { casing, value } of leaves)
    if (hasCasing(text, start, end, casing) && !values.includes(value)) values.push(value);
  return values.length === 0 ? undefined : { start, end, first, last, values };
}

function hasCasing(text: string, start: number, end: number, casing: Casing): boolean {
  if (casing === 'any') return true;
  if (casing === 'upper') return text.slice(start, end) === text.slice(start, end).toUpperCase();
  if (casing === 'inner') return /\p{Lu}/u.test(text.slice(start, end));
  const initial = text[start]!;
  return initial !== initial.toLowerCase() || /\d/.test(initial);
}
