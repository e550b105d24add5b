/**
 * The words of a document as the reader of places sees them: casing, what stands after each word, and where sentences
 * and paragraphs open. Made once a document; every later file of this folder asks it.
 */
import type { Doc, Word } from '../../model/doc.ts';

export const CASE = { lower: 0, initial: 1, upper: 2, digit: 3 } as const;

/** What stands after a word. `open` and `other` end any name; `stop` is a full stop with or without a space. */
export const GAP = {
  space: 0,
  hyphen: 1,
  apostrophe: 2,
  stop: 3,
  comma: 4,
  slash: 5,
  open: 6,
  line: 7,
  other: 8,
} as const;

export interface View {
  readonly doc: Doc;
  readonly text: string;
  readonly words: readonly Word[];
  readonly cases: Uint8Array;
  readonly gaps: Uint8Array;
  /** 1 where a sentence opens with the word, 2 where a paragraph does. */
  readonly opens: Uint8Array;
  /** Index of the entity that a word belongs to, -1 for none. */
  readonly entityAt: Int32Array;
}

export function viewOf(doc: Doc): View {
  const { text, words } = doc;
  const n = words.length;
  const cases = new Uint8Array(n);
  const gaps = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    cases[i] = caseOf(text, words[i]!);
    gaps[i] = i + 1 < n ? gapOf(text, words[i]!.end, words[i + 1]!.start) : GAP.line;
  }
  return { doc, text, words, cases, gaps, opens: opensOf(doc), entityAt: entityAtOf(doc) };
}

/** Which of `norms` the report also writes small: "Reading" beside "reading". */
export function writtenSmall({ text, words, cases }: View, norms: ReadonlySet<string>): Set<string> {
  const small = new Set<string>();
  if (norms.size === 0) return small;
  let initials = 0;
  for (const norm of norms) initials |= 1 << (norm.charCodeAt(0) & 31);
  for (let i = 0; i < words.length; i++) {
    if (cases[i] !== CASE.lower || (initials & (1 << (text.charCodeAt(words[i]!.start) & 31))) === 0) continue;
    if (norms.has(words[i]!.norm)) small.add(words[i]!.norm);
  }
  return small;
}

function caseOf(text: string, { start, end }: Word): number {
  const first = text.charCodeAt(start);
  if (first >= 97 && first <= 122) return CASE.lower;
  if (first >= 48 && first <= 57) return CASE.digit;
  if (first > 127 && text[start] === text[start]!.toLowerCase()) return CASE.lower;
  if (end - start === 1) return CASE.initial;
  const second = text.charCodeAt(start + 1);
  if (second >= 97 && second <= 122) return CASE.initial;
  const run = text.slice(start, end);
  return run === run.toUpperCase() ? CASE.upper : CASE.initial;
}

function gapOf(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from);
  if (to - from === 1) {
    if (code === 32 || code === 160) return GAP.space;
    if (code === 45) return GAP.hyphen;
    if (code === 39 || code === 0x2019 || code === 0x2018 || code === 96) return GAP.apostrophe;
    if (code === 46) return GAP.stop;
    if (code === 47 || code === 38) return GAP.slash;
    if (code === 10) return GAP.line;
    return GAP.other;
  }
  const gap = text.slice(from, to);
  if (gap === ', ') return GAP.comma;
  if (gap === '. ') return GAP.stop;
  if (gap === ' & ') return GAP.slash;
  if (gap === ' (' || gap === ' [' || gap === ' "' || gap === ' “') return GAP.open;
  return gap.includes('\n') ? GAP.line : GAP.other;
}

/** Walks sentences and paragraphs beside the words; both are in the order of the text. */
function opensOf({ words, sentences, article }: Doc): Uint8Array {
  const opens = new Uint8Array(words.length);
  const mark = (starts: readonly { start: number }[], value: number): void => {
    let word = 0;
    for (const { start } of starts) {
      while (word < words.length && words[word]!.start < start) word++;
      if (word < words.length) opens[word] = value;
    }
  };
  mark(sentences, 1);
  mark(article.paragraphs, 2);
  return opens;
}

function entityAtOf({ words, entities }: Doc): Int32Array {
  const entityAt = new Int32Array(words.length).fill(-1);
  let word = 0;
  for (const [index, { start, end }] of entities.entries()) {
    while (word < words.length && words[word]!.start < start) word++;
    for (let at = word; at < words.length && words[at]!.end <= end; at++) entityAt[at] = index;
  }
  return entityAt;
}
