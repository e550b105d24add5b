/**
 * The words of a document as the readers of names see them: their casing, what stands between them, their tag and
 * sentence, and which lexicons know them. Made once a document, before anything is read.
 */
import type { Doc, Pos, Word } from '../../model/doc.ts';
import { hitAt, type Hit, type SenseTrie } from './sense-trie.ts';
import { IS, type Sense, type SenseOf } from './senses.ts';

export const SHAPE = { lower: 0, initial: 1, upper: 2, digit: 3, letter: 4 } as const;

/** What stands after a word. `bracket` is the editor's: "[Russian President] Vladimir". */
export const GAP = {
  space: 0,
  hyphen: 1,
  apostrophe: 2,
  stop: 3,
  comma: 4,
  slash: 5,
  bracket: 6,
  none: 7,
  break: 8,
} as const;

export interface Scan {
  readonly doc: Doc;
  readonly text: string;
  readonly words: readonly Word[];
  readonly shapes: Uint8Array;
  /** `GAP` after each word. */
  readonly gaps: Uint8Array;
  /** Index of the token that a word starts in, -1 outside headline, deck and paragraphs. */
  readonly tokens: Int32Array;
  /** Index of its sentence, -1 outside. */
  readonly sentences: Int32Array;
  /** The hit that starts at a word. */
  readonly hits: readonly (Hit | undefined)[];
  /** Words where something can start: hits, capitals, pronouns. */
  readonly points: readonly number[];
  /** 1 where a word stands first in its sentence. */
  readonly opens: Uint8Array;
  /** ISO date of the report, when it has one. */
  readonly date: string | undefined;
}

/** Scans `doc` with the trie of all senses, in one walk over words, tokens and sentences. */
export function scan(doc: Doc, trie: SenseTrie): Scan {
  const { text, words } = doc;
  const scanned = emptyScan(doc);
  const { shapes, gaps, tokens, sentences, opens, hits, points } = scanned;
  const place = { token: 0, sentence: 0 };
  let free = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const shape = shapeOf(text, word);
    shapes[i] = shape;
    gaps[i] = i + 1 < words.length ? gapOf(text, word.end, words[i + 1]!.start) : GAP.break;
    // The last stop of "U.S." is no stop: "U.S. officials".
    if (
      gaps[i] === GAP.stop &&
      shape === SHAPE.letter &&
      i > 0 &&
      gaps[i - 1] === GAP.stop &&
      word.end + 2 === words[i + 1]!.start
    )
      gaps[i] = GAP.space;
    hits.push(undefined);
    if (!locate(doc, word.start, place)) continue;
    tokens[i] = place.token;
    sentences[i] = place.sentence;
    if (i === 0 || sentences[i - 1] !== place.sentence) opens[i] = 1;
    const { pos } = doc.tokens[place.token]!;
    const isName = shape !== SHAPE.lower && shape !== SHAPE.digit;
    if (i < free) {
      if (isName) points.push(i);
      continue;
    }
    const isOpen = isName || (shape === SHAPE.lower && (!CLOSED.has(pos) || word.norm.length === 2));
    const hit = isOpen ? hitAt(trie, text, words, i) : undefined;
    if (hit !== undefined) {
      hits[i] = hit;
      free = hit.last + 1;
    }
    if (isName || hit !== undefined || pos === 'PRON') points.push(i);
  }
  return scanned;
}

function emptyScan(doc: Doc): Scan & { hits: (Hit | undefined)[]; points: number[] } {
  const n = doc.words.length;
  return {
    doc,
    text: doc.text,
    words: doc.words,
    shapes: new Uint8Array(n),
    gaps: new Uint8Array(n),
    tokens: new Int32Array(n).fill(-1),
    sentences: new Int32Array(n).fill(-1),
    opens: new Uint8Array(n),
    hits: [],
    points: [],
    date: doc.article.published.value?.slice(0, 10),
  };
}

/** Moves `place` to the token and sentence that hold `start`; false where none does. */
function locate({ tokens, sentences }: Doc, start: number, place: { token: number; sentence: number }): boolean {
  while (place.token < tokens.length && tokens[place.token]!.end <= start) place.token++;
  if (place.token >= tokens.length || tokens[place.token]!.start > start) return false;
  while (place.sentence < sentences.length - 1 && sentences[place.sentence]!.end <= start) place.sentence++;
  return true;
}

/** Tags of words that no lexicon of names has in lower case, particles as "al" apart: half of the look-ups. */
const CLOSED: ReadonlySet<Pos> = new Set<Pos>([
  'DET',
  'ADP',
  'PRON',
  'AUX',
  'CCONJ',
  'SCONJ',
  'PART',
  'PUNCT',
  'NUM',
  'ADV',
]);

function shapeOf(text: string, word: Word): number {
  const first = text.charCodeAt(word.start);
  if (first >= 97 && first <= 122) return SHAPE.lower;
  if (first >= 48 && first <= 57) return SHAPE.digit;
  if (first >= 65 && first <= 90) {
    if (word.end - word.start === 1) return SHAPE.letter;
    const unit = text.charCodeAt(word.start + 1);
    if (unit >= 97 && unit <= 122) return SHAPE.initial;
  }
  const initial = text[word.start]!;
  if (initial === initial.toLowerCase()) return SHAPE.lower;
  if (word.end - word.start === 1) return SHAPE.letter;
  const second = text[word.start + 1]!;
  if (second !== second.toUpperCase() || second === second.toLowerCase()) return SHAPE.initial;
  const rest = text.slice(word.start, word.end);
  return rest === rest.toUpperCase() ? SHAPE.upper : SHAPE.initial;
}

const SPACES = /^[ \u00a0\t]+$|^[ \t]*\n[ \t]*$/;
const BRACKETED = /^[ \u00a0]?(?:\] |\] \[| \[|\[|\])[ \u00a0]?$/;

function gapOf(text: string, from: number, to: number): number {
  if (from === to) return GAP.none;
  const code = text.charCodeAt(from);
  if (to - from === 1) {
    if (code === 32) return GAP.space;
    if (code === 45 || code === 0x2010 || code === 0x2011) return GAP.hyphen;
    if (code === 39 || code === 0x2019 || code === 0x02bc || code === 0x2018) return GAP.apostrophe;
    if (code === 46) return GAP.stop;
    if (code === 47 || code === 38) return GAP.slash;
  }
  if (to - from > 4) return GAP.break;
  const gap = text.slice(from, to);
  if (SPACES.test(gap)) return GAP.space;
  if (gap === '. ' || gap === '.-') return GAP.stop;
  if (gap === ', ') return GAP.comma;
  if (gap === ' & ') return GAP.slash;
  return BRACKETED.test(gap) ? GAP.bracket : GAP.break;
}

export const posAt = (scanned: Scan, word: number): Pos | undefined =>
  scanned.doc.tokens[scanned.tokens[word] ?? -1]?.pos;

export const isCapital = (scanned: Scan, word: number): boolean => {
  const shape = scanned.shapes[word];
  return shape === SHAPE.initial || shape === SHAPE.upper || shape === SHAPE.letter;
};

/** Whether the hit at `word` has one of `bits`. */
export const hasAt = (scanned: Scan, word: number, bits: number): boolean =>
  ((scanned.hits[word]?.bits ?? 0) & bits) !== 0;

/** The first sense of a kind at a hit. */
export const senseOf = <K extends Sense['kind']>(hit: Hit | undefined, kind: K): SenseOf<K> | undefined =>
  hit?.senses.find((sense): sense is SenseOf<K> => sense.kind === kind);

/** Whether word `at` and the next belong to one phrase: a space or a hyphen between them, same sentence. */
export const isTied = (scanned: Scan, at: number): boolean =>
  scanned.gaps[at]! <= GAP.hyphen && scanned.sentences[at] === scanned.sentences[at + 1];

/** Whether the words after `at` are a possessive: "Azerbaijan's", "the rebels' ". */
export function isPossessive(scanned: Scan, at: number): boolean {
  if (scanned.gaps[at] === GAP.apostrophe) return scanned.words[at + 1]?.norm === 's';
  const end = scanned.words[at]!.end;
  const mark = scanned.text.charCodeAt(end);
  return (mark === 39 || mark === 0x2019) && scanned.text[end - 1] === 's' && scanned.text[end + 1] === ' ';
}

/** The word after `at` and its possessive, if any. */
export const afterPossessive = (scanned: Scan, at: number): number =>
  scanned.gaps[at] === GAP.apostrophe && scanned.words[at + 1]?.norm === 's' ? at + 2 : at + 1;

export { IS, type Hit };
