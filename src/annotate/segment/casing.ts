/**
 * Decides which capitals the tagger is to see. It takes a capitalised word that it does not know for a name, so
 * "Talks failed", "Truce Holds In North" and "TRUCE HOLDS" would be full of names. Stands between cutting and tagging.
 */
import type { Reading } from '../../lexicon/reading.ts';
import type { WordModel } from './word-model.ts';
import type { Cut, RawToken } from './tokenize.ts';

/** How the words of a document are written where nothing but being a name asks for a capital. */
export interface Spellings {
  /** Whether the document has a capital on the word inside a sentence. The word is given in lower case. */
  isName(lower: string): boolean;
  /** Whether the document has the word in lower case. */
  isCommon(lower: string): boolean;
}

export interface CutBlock {
  readonly from: number;
  readonly to: number;
  readonly style: Style;
}

export type Style = 'sentence' | 'title' | 'capitals';

/** What the tagger reads for the tokens of `block`. */
export function readsOf(cut: Cut, { from, to, style }: CutBlock, spellings: Spellings, known: WordModel): Reading[] {
  const reads: Reading[] = [];
  for (let at = from; at < to; at++) {
    const token = cut.tokens[at]!;
    const seen = cut.seen[at]!;
    const { standIn } = seen;
    const written = standIn === undefined ? token.text : standIn.read;
    let read = written;
    if (standIn?.fixed === undefined && hasCapital(token.text)) {
      if (style === 'capitals') read = fromCapitals(written, token, spellings, known);
      else if (style === 'title' || opensSentence(cut.tokens, at, from))
        read = plainCase(written, token, spellings, known);
    }
    reads.push(read === written ? (seen.reading ??= known.readingOf(read)) : known.readingOf(read));
  }
  return reads;
}

/** Notes how words are written in those blocks that use capitals for names only. The common ones are read when asked for. */
export function spellingsOf({ tokens }: Cut, blocks: readonly CutBlock[]): Spellings {
  const plain = blocks.filter(({ style }) => style === 'sentence');
  const names = new Set<string>();
  let common: Set<string> | undefined;
  let asked = 0;
  for (const { from, to } of plain)
    for (let at = from; at < to; at++)
      if (hasCapital(tokens[at]!.text) && !opensSentence(tokens, at, from)) names.add(tokens[at]!.lower);
  const readCommon = (): Set<string> => {
    const words = new Set<string>();
    for (const { from, to } of plain)
      for (let at = from; at < to; at++)
        if (isLetter(tokens[at]!.text) && !hasCapital(tokens[at]!.text)) words.add(tokens[at]!.lower);
    return words;
  };
  const stands = (lower: string): boolean => plain.some(({ from, to }) => isWritten(tokens, from, to, lower));
  // Few words are asked for as a rule: only for many it pays to list them all.
  const isCommon = (lower: string): boolean => (++asked <= 4 ? stands(lower) : (common ??= readCommon()).has(lower));
  return { isName: (lower) => names.has(lower), isCommon };
}

/** Whether a word stands in lower case among the tokens. */
function isWritten(tokens: readonly RawToken[], from: number, to: number, lower: string): boolean {
  for (let at = from; at < to; at++) if (tokens[at]!.text === lower) return true;
  return false;
}

/** A word with an unneeded capital: lower case unless the document or the tagger knows it as a name. */
function plainCase(read: string, { lower }: RawToken, spellings: Spellings, known: WordModel): string {
  if (known.has(read) || read === 'I') return read;
  const small = read.toLowerCase();
  return (known.has(small) && !spellings.isName(lower)) || spellings.isCommon(lower) ? small : read;
}

function fromCapitals(read: string, { lower }: RawToken, spellings: Spellings, known: WordModel): string {
  if (read.length <= 1) return read;
  const small = read.toLowerCase();
  const capitalised = read[0]! + small.slice(1);
  const isName = spellings.isName(lower);
  if (isName || (known.has(capitalised) && !known.has(small))) return capitalised;
  return known.has(small) || spellings.isCommon(lower) ? small : capitalised;
}

const LETTER = /^\p{L}/u;
const isLetter = (text: string): boolean => {
  const unit = text.charCodeAt(0) | 32;
  return unit < 128 ? unit >= 97 && unit <= 122 : LETTER.test(text);
};
const hasCapital = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return unit < 128 ? unit >= 65 && unit <= 90 : text[0] !== text[0]!.toLowerCase();
};

/** How many words of a block are looked at to tell its style. */
const STYLE_REACH = 60;

/** How the capitals of a block are to be read. */
export function styleOf(tokens: readonly RawToken[], from: number, to: number): Style {
  let words = 0;
  let capitals = 0;
  let upper = 0;
  for (let at = from; at < Math.min(to, from + STYLE_REACH); at++) {
    const { text, lower } = tokens[at]!;
    if (text.length < 4 || !isLetter(text)) continue;
    words++;
    if (text === lower) continue;
    if (hasCapital(text)) capitals++;
    if (text === text.toUpperCase()) upper++;
  }
  if (words < 3) return 'sentence';
  if (upper > words * 0.7) return 'capitals';
  return capitals > words * 0.75 ? 'title' : 'sentence';
}

const OPENERS = new Set(['"', '“', '„', '«', '``', "'", '‘', '(', '[', '-', '—', '–', '--', '•', '*']);
const CLOSERS = new Set(['”', '’', "''", ')', ']', '»']);
const ENDERS = new Set(['.', '!', '?', ':', '…', '...', '..', ';']);

/** Whether token `at` is the first of a block, or stands behind a stop, a colon or a mark that opens. */
function opensSentence(tokens: readonly RawToken[], at: number, from: number): boolean {
  for (let before = at - 1; before >= from; before--) {
    const { text } = tokens[before]!;
    if (ENDERS.has(text) || OPENERS.has(text)) return true;
    if (!CLOSERS.has(text)) return false;
  }
  return true;
}
