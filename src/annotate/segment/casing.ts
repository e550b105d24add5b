/**
 * Decides which capitals the tagger is to see. It takes a capitalised word that it does not know for a name, so
 * "Talks failed", "Truce Holds In North" and "TRUCE HOLDS" would be full of names. Stands between cutting and tagging.
 */
import type { Vocabulary } from './vocabulary.ts';
import type { Cut, RawToken } from './tokenize.ts';

/** How the words of a document are written where nothing but being a name asks for a capital. */
export interface Spellings {
  /** Lower-case form of words met with a capital inside a sentence. */
  readonly names: Set<string>;
  /** Words met in lower case. */
  readonly common: Set<string>;
}

export interface CutBlock {
  readonly from: number;
  readonly to: number;
}

export type Style = 'sentence' | 'title' | 'capitals';

/** The words that the tagger reads for the tokens of `block`. */
export function readsOf(cut: Cut, block: CutBlock, spellings: Spellings, known: Vocabulary): string[] {
  const style = styleOf(cut.tokens, block);
  const reads: string[] = [];
  for (let at = block.from; at < block.to; at++) {
    const { read } = cut.standIns[at]!;
    const token = cut.tokens[at]!;
    if (!hasCapital(token.text) || cut.standIns[at]!.fixed !== undefined) reads.push(read);
    else if (style === 'capitals') reads.push(fromCapitals(read, token, spellings, known));
    else if (style === 'title' || opensSentence(cut.tokens, at, block.from))
      reads.push(plainCase(read, token, spellings, known));
    else reads.push(read);
  }
  return reads;
}

/** Notes how the words of a block are written. */
export function noteSpellings(cut: Cut, block: CutBlock, spellings: Spellings): void {
  if (styleOf(cut.tokens, block) !== 'sentence') return;
  for (let at = block.from; at < block.to; at++) {
    const token = cut.tokens[at]!;
    if (!isLetter(token.text)) continue;
    if (!hasCapital(token.text)) spellings.common.add(token.lower);
    else if (!opensSentence(cut.tokens, at, block.from)) spellings.names.add(token.lower);
  }
}

/** A word with an unneeded capital: lower case unless the document or the tagger knows it as a name. */
function plainCase(read: string, token: RawToken, spellings: Spellings, known: Vocabulary): string {
  if (known.has(read) || read === 'I') return read;
  const lower = read.toLowerCase();
  if (spellings.common.has(token.lower)) return lower;
  return known.has(lower) && !spellings.names.has(token.lower) ? lower : read;
}

function fromCapitals(read: string, token: RawToken, spellings: Spellings, known: Vocabulary): string {
  if (read.length <= 1) return read;
  const lower = read.toLowerCase();
  const capitalised = read[0]! + lower.slice(1);
  if (known.has(capitalised) || spellings.names.has(token.lower))
    return known.has(lower) && !spellings.names.has(token.lower) ? lower : capitalised;
  return known.has(lower) || spellings.common.has(token.lower) ? lower : capitalised;
}

const LETTER = /^\p{L}/u;
const isLetter = (text: string): boolean => LETTER.test(text);
const hasCapital = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return unit < 128 ? unit >= 65 && unit <= 90 : text[0] !== text[0]!.toLowerCase();
};

/** How many words of a block are looked at to tell its style. */
const STYLE_REACH = 60;

/** How the capitals of a block are to be read. */
export function styleOf(tokens: readonly RawToken[], { from, to }: CutBlock): Style {
  let words = 0;
  let capitals = 0;
  let upper = 0;
  for (let at = from; at < Math.min(to, from + STYLE_REACH); at++) {
    const { text, lower } = tokens[at]!;
    if (text.length < 4 || !isLetter(text)) continue;
    words++;
    if (hasCapital(text)) capitals++;
    if (text === text.toUpperCase() && text !== lower) upper++;
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
