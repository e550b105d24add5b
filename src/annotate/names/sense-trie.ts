/**
 * The wordings of all lexicons of names in one trie. Like `phraseIndex`, but it keeps for every wording what it means
 * in each casing, ready made: names are looked up at every third word of a text.
 */
import type { Word } from '../../model/doc.ts';
import { wordsOf } from '../../lexicon/words.ts';
import type { Sense } from './senses.ts';

/** All that a wording may mean. */
export interface Meaning {
  readonly bits: number;
  readonly senses: readonly Sense[];
}

/** Words `[first, last]` that a lexicon knows. */
export interface Hit extends Meaning {
  readonly first: number;
  readonly last: number;
}

/** Each casing holds what the ones before it hold, too. */
interface Node {
  next: Map<string, Node> | undefined;
  lower: Meaning | undefined;
  /** The first word is capitalised: "Kremlin aide". */
  initial: Meaning | undefined;
  /** The last one too: "Russia Today" is no "Russia today". */
  title: Meaning | undefined;
  upper: Meaning | undefined;
}

export interface SenseTrie {
  readonly root: Node;
  /** One bit for the highest bits of the hash of every word that opens a form: most words fall through without a look-up. */
  readonly sieve: Uint32Array;
}

const newNode = (): Node => ({
  next: undefined,
  lower: undefined,
  initial: undefined,
  title: undefined,
  upper: undefined,
});

export const newTrie = (): SenseTrie => ({ root: newNode(), sieve: new Uint32Array(1 << (SIEVE_BITS - 5)) });

/** Adds a form. It matches words that have capitals where it has them itself, or more of them. */
export function addForm({ root, sieve }: SenseTrie, form: string, sense: Sense): void {
  let node = root;
  for (const { norm, hash } of wordsOf(form)) {
    if (node === root) addBit(sieve, hash >>> (32 - SIEVE_BITS));
    node.next ??= new Map();
    let child = node.next.get(norm);
    if (child === undefined) node.next.set(norm, (child = newNode()));
    node = child;
  }
  if (node === root) return;
  const casing = casingOf(form);
  const { lower, initial, title } = node;
  if (casing === 0) node.lower = withSense(lower, sense);
  // Casings that mean the same share one meaning, which also tells `meaningOf` that it need not look closer.
  if (casing <= 1) node.initial = initial === lower ? withSense(initial, sense, node.lower) : withSense(initial, sense);
  if (casing <= 2) node.title = title === initial ? withSense(title, sense, node.initial) : withSense(title, sense);
  node.upper = node.upper === title ? withSense(node.upper, sense, node.title) : withSense(node.upper, sense);
}

/** 0 in lower case, 1 with a first capital, 2 with first and last, 3 of capitals only. "al-Qaeda" counts as lower case. */
function casingOf(form: string): number {
  if (/^[\p{Lu}.&]{2,6}$/u.test(form) || isMixed(form)) return 3;
  if (!/^\P{L}*\p{Lu}/u.test(form)) return 0;
  // of "Da'esh" the last word is "esh"
  return /\p{Lu}[^\s'’-]*$/u.test(form) ? 2 : 1;
}

const LONGEST_MIXED = 5;

/** An abbreviation of both cases, which "Let" must not match: "LeT", "MoD". */
const isMixed = (word: string): boolean => word.length <= LONGEST_MIXED && /^\p{Lu}\p{Ll}+\p{Lu}+$/u.test(word);

/** `meaning` with one more sense; `same` where that has been made already for a narrower casing. */
function withSense(meaning: Meaning | undefined, sense: Sense, same?: Meaning): Meaning {
  if (same?.senses.at(-1) === sense) return same;
  if (meaning === undefined) return { bits: sense.bit, senses: [sense] };
  return { bits: meaning.bits | sense.bit, senses: [...meaning.senses, sense] };
}

const SIEVE_BITS = 19;

const addBit = (sieve: Uint32Array, bit: number): void => {
  sieve[bit >>> 5]! |= 1 << (bit & 31);
};

/** The longest wording that starts at word `at`, if any. */
export function hitAt({ root, sieve }: SenseTrie, text: string, words: readonly Word[], at: number): Hit | undefined {
  const { start, norm, hash } = words[at]!;
  const bit = hash >>> (32 - SIEVE_BITS);
  if (((sieve[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return undefined;
  let node = root.next?.get(norm);
  let best: Meaning | undefined;
  let bestLast = at;
  const isLower = isLowerAt(text, start);
  for (let last = at; node !== undefined; last++) {
    const meaning = isLower ? node.lower : meaningOf(node, text, start, words[last]!);
    if (meaning !== undefined) [best, bestLast] = [meaning, last];
    const following = words[last + 1];
    if (following === undefined || node.next === undefined || !isJoint(text, words[last]!.end, following.start)) break;
    node = node.next.get(following.norm);
  }
  return best === undefined ? undefined : { first: at, last: bestLast, bits: best.bits, senses: best.senses };
}

function isLowerAt(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  if (code >= 97 && code <= 122) return true;
  if (code < 128) return false;
  const initial = text[start]!;
  return initial === initial.toLowerCase();
}

/** Forms of capitals only count where the words are capitals, titles where the last word has one. */
function meaningOf(node: Node, text: string, start: number, last: Word): Meaning | undefined {
  if (node.upper === node.initial) return node.upper;
  if (last.start !== start && isLowerAt(text, last.start)) return node.initial;
  if (node.upper === node.title) return node.title;
  const second = text.charCodeAt(start + 1);
  if (second >= 97 && second <= 122 && last.end - start > LONGEST_MIXED) return node.title;
  const words = text.slice(start, last.end);
  return words === words.toUpperCase() || isMixed(words) ? node.upper : node.title;
}

/** Whether the words of one form may stand so: a space, hyphen, apostrophe, stop or sign between them, no break. */
function isJoint(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at++) if (!JOINTS.has(text.charCodeAt(at))) return false;
  return true;
}

const JOINTS: ReadonlySet<number> = new Set([..." \u00a0-–'’./&\n"].map((sign) => sign.charCodeAt(0)));
