/**
 * Cuts a block into tokens, and says for each what the tagger is to read in its place. Second step of `segment`.
 * Our own cut, for wink-nlp's splits compounds and depends on what it has read before.
 */
import type { Abbreviations } from '../../lexicon/abbreviations.ts';
import type { Reading } from '../../lexicon/reading.ts';
import { interned, wordTable } from '../../lexicon/word-table.ts';
import type { Spelling, Spelt } from '../../lexicon/words.ts';
import type { Pos } from '../../model/doc.ts';
import { indexAt } from '../../model/span.ts';
import { standInFor, type StandIn } from './stand-in.ts';

/** A token as the steps of `segment` pass it on and change it. */
export interface RawToken {
  start: number;
  end: number;
  text: string;
  lower: string;
  lemma: string;
  pos: Pos;
}

/** Tokens, and by the same index what the tagger reads for each. */
export interface Cut {
  readonly tokens: RawToken[];
  readonly seen: Seen[];
}

/** A spelling as the tagger is to see it, with room for what it knows of it. */
export interface Seen {
  readonly text: string;
  readonly lower: string;
  /** Absent for words that are read as they stand. */
  readonly standIn?: StandIn | undefined;
  reading: Reading | undefined;
}

/** Letters with stops ("U.S.", "R-Ky."), words (the group) with inner hyphens, apostrophes, stops or "&", numbers, marks. */
const PIECE =
  /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])(?:[-‐‑][\p{L}\p{N}]+)*|\p{L}+[-‐‑]\p{L}(?:\.\p{L})+\.?|(\p{L}[\p{L}\p{M}\p{N}]*(?:['’\-‐‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*|\.\p{Ll}[\p{L}\p{N}]*|&\p{Lu}+)*)|\p{N}+(?:[.,:]\p{N}+)*(?:[-‐‑–]?[\p{L}\p{N}]+)*|``|''|‘‘|’’|\.{2,}|-{2,}|[^\s\u200b\ufeff]/uy;

/** Longest run that is looked at as one word; what is longer is cut, so that no pattern sees much text at once. */
const LONGEST = 60;

const seenAs = (text: string, lower: string, partner?: string): Seen => ({
  text,
  lower,
  standIn: standInFor(text, lower, partner),
  reading: undefined,
});

/** Pieces and what the tagger reads in their place, the same in every report. */
const knownAt = wordTable((text): Seen => seenAs(text, interned(text.toLowerCase())));

/** Tokens of `text.slice(start, end)`, appended to `into`. Tags are filled in by the tagger. */
export function tokenize(spelt: Spelt, start: number, end: number, abbreviations: Abbreviations, into: Cut): void {
  const { text, words, spellings } = spelt;
  let block: string | undefined;
  let next = indexAt(words, start);
  for (let at = start; at < end;) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || unit === 10) {
      at++;
      continue;
    }
    while (next < words.length && words[next]!.start < at) next++;
    if (isWholeToken(spelt, next, at, end)) {
      const word = words[next]!;
      addPlain(into, spellings[next]!, at, word.end);
      at = word.end;
    } else if (isPlainMark(unit)) {
      addPiece(into, text, at, at + 1, at);
      at++;
    } else at = start + readPiece((block ??= text.slice(start, end)), at - start, start, abbreviations, into);
  }
}

const isPlainMark = (unit: number): boolean => unit === 44 || unit === 58 || unit === 59 || unit === 40 || unit === 41;

/** Whether word `index` begins at `at`, has plain letters only and a plain mark or space behind it. Most tokens are such words. */
function isWholeToken({ text, words, spellings }: Spelt, index: number, at: number, limit: number): boolean {
  const word = words[index];
  if (word === undefined || word.start !== at || !spellings[index]!.isPlain) return false;
  const { end } = word;
  const next = text.charCodeAt(end);
  const closed = next === 32 || next === 44 || next === 10 || next === 58 || next === 59 || next === 41 || next === 34;
  return closed && end < limit && end - at <= LONGEST;
}

/** Reads one piece of any kind at `at`, and returns where it ends. */
function readPiece(block: string, at: number, start: number, abbreviations: Abbreviations, into: Cut): number {
  PIECE.lastIndex = at;
  const match = PIECE.exec(block);
  if (match === null) return at + 1;
  const [piece, word] = match;
  const end = at + piece.length;
  if (piece.length > LONGEST) addLong(piece, start + at, into);
  else if (word === undefined) addPiece(into, piece, 0, piece.length, start + at);
  else if (block.charCodeAt(end) === 46 && isAbbreviation(piece, abbreviations)) {
    addWord(`${piece}.`, start + at, into);
    return end + 1;
  } else addWord(piece, start + at, into);
  return end;
}

/** Ranks, months and the like, and initials: "Peter J. Holm". */
const isAbbreviation = (piece: string, abbreviations: Abbreviations): boolean =>
  abbreviations.has(piece) ||
  (piece.includes('-') && abbreviations.has(piece.slice(piece.lastIndexOf('-') + 1))) ||
  (piece.length === 1 && piece !== 'I' && piece !== piece.toLowerCase());

const CLITIC = /(?:n['’]t|['’](?:s|ll|d|re|ve|m))$/i;

/** A word, with "n't", "'s", "'ll" … as a token of its own. */
function addWord(piece: string, from: number, into: Cut): void {
  const clitic = piece.includes("'") || piece.includes('’') ? CLITIC.exec(piece) : null;
  if (clitic === null || clitic.index === 0) {
    addPiece(into, piece, 0, piece.length, from);
    return;
  }
  const host = piece.slice(0, clitic.index);
  addPiece(into, piece, 0, clitic.index, from, clitic[0]);
  addPiece(into, piece, clitic.index, piece.length, from + clitic.index, host);
}

function addLong(piece: string, from: number, into: Cut): void {
  for (let at = 0; at < piece.length;) {
    let to = Math.min(piece.length, at + LONGEST);
    const unit = piece.charCodeAt(to);
    if (unit >= 0xdc00 && unit <= 0xdfff) to++;
    addPiece(into, piece, at, to, from + at);
    at = to;
  }
}

/** A word of plain letters: the tagger reads it as it stands. */
function addPlain(into: Cut, spelling: Spelling, start: number, end: number): void {
  const { text, lower } = spelling;
  into.seen.push(spelling);
  into.tokens.push({ start, end, text, lower, lemma: lower, pos: 'X' });
}

/**
 * What stands in `from` between `first` and `last`, and at `start` in the text. `partner` is the other half of a word
 * with a clitic: "do" of "n't", "it" of "'s".
 */
function addPiece(into: Cut, from: string, first: number, last: number, start: number, partner?: string): void {
  const known = knownAt(from, first, last);
  const { text, lower } = known;
  into.seen.push(partner === undefined ? known : seenAs(text, lower, partner));
  into.tokens.push({ start, end: start + last - first, text, lower, lemma: lower, pos: 'X' });
}
