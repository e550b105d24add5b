/**
 * Cuts a block into tokens, and says for each what the tagger is to read in its place. Second step of `segment`.
 * Our own cut, for wink-nlp's depends on what it has read before (it keeps every new word) and splits compounds.
 */
import type { Abbreviations } from '../../lexicon/abbreviations.ts';
import type { Pos } from '../../model/doc.ts';
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
  readonly standIns: StandIn[];
}

/** Letters with stops ("U.S.", "a.m."), words with inner hyphens, apostrophes, stops or "&", numbers, marks. */
const PIECE =
  /(?<letters>\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])(?:[-‐‑][\p{L}\p{N}]+)*)|(?<party>\p{L}+[-‐‑]\p{L}(?:\.\p{L})+\.?)|(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:['’\-‐‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*|\.\p{Ll}[\p{L}\p{N}]*|&\p{Lu}+)*)|(?<number>\p{N}+(?:[.,:]\p{N}+)*(?:[-‐‑–]?[\p{L}\p{N}]+)*)|``|''|‘‘|’’|\.{2,}|-{2,}|[^\s\u200b\ufeff]/gu;

/** Longest run that is looked at as one word; what is longer is cut, so that no pattern sees much text at once. */
const LONGEST = 60;

/** Tokens of `text.slice(start, end)`, appended to `into`. Tags are filled in by the tagger. */
export function tokenize(text: string, start: number, end: number, abbreviations: Abbreviations, into: Cut): void {
  const block = start === 0 && end === text.length ? text : text.slice(start, end);
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(block); match !== null; match = PIECE.exec(block)) {
    const words = match.groups!;
    const from = start + match.index;
    const piece = match[0];
    if (piece.length > LONGEST) addLong(piece, from, into);
    else if (words['word'] !== undefined) {
      const stop = block[match.index + piece.length] === '.' && isAbbreviation(piece, abbreviations) ? 1 : 0;
      if (stop === 1) PIECE.lastIndex++;
      addWord(stop === 1 ? `${piece}.` : piece, from, into);
    } else add(into, piece, from);
  }
}

/** Ranks, months and the like, and initials: "Peter J. Holm". */
const isAbbreviation = (piece: string, abbreviations: Abbreviations): boolean =>
  abbreviations.has(piece) || (piece.length === 1 && piece !== 'I' && piece !== piece.toLowerCase());

const CLITIC = /(?:n['’]t|['’](?:s|ll|d|re|ve|m))$/i;

/** A word, with "n't", "'s", "'ll" … as a token of its own. */
function addWord(piece: string, from: number, into: Cut): void {
  const clitic = piece.includes("'") || piece.includes('’') ? CLITIC.exec(piece) : null;
  if (clitic === null || clitic.index === 0) {
    add(into, piece, from);
    return;
  }
  const host = piece.slice(0, clitic.index);
  add(into, host, from, clitic[0]);
  add(into, clitic[0], from + clitic.index, host);
}

function addLong(piece: string, from: number, into: Cut): void {
  for (let at = 0; at < piece.length;) {
    let to = Math.min(piece.length, at + LONGEST);
    const unit = piece.charCodeAt(to);
    if (unit >= 0xdc00 && unit <= 0xdfff) to++;
    add(into, piece.slice(at, to), from + at);
    at = to;
  }
}

/** `partner` is the other half of a word with a clitic: "do" of "n't", "it" of "'s". */
function add(into: Cut, text: string, start: number, partner?: string): void {
  const lower = text.toLowerCase();
  into.standIns.push(standInFor(text, lower, partner));
  into.tokens.push({ start, end: start + text.length, text, lower, lemma: lower, pos: 'X' });
}
