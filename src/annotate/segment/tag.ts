/**
 * Gives tokens their part of speech and lemma, as wink-nlp would with its English model, whose tables and patterns are
 * used here without the library: the text is cut already. Third step of `segment`; wrong tags are mended after it.
 */
import type { StandIn } from './stand-in.ts';
import { applyPatterns } from './tag-patterns.ts';
import type { Cut, RawToken } from './tokenize.ts';
import type { Reading } from '../../lexicon/reading.ts';
import type { WordModel } from './word-model.ts';

/** Tokens that patterns see at once: no pattern runs over the end of such a piece. */
const PIECE = 4000;

/** Fills in `pos` and `lemma` of the tokens from index `from` on. `reads` has the word to read for each of these. */
export function tagTokens(cut: Cut, reads: readonly Reading[], from: number, words: WordModel): void {
  if (reads.length <= PIECE) tagPiece(cut, reads, from, words);
  else for (let at = 0; at < reads.length; at += PIECE) tagPiece(cut, reads.slice(at, at + PIECE), from + at, words);
}

function tagPiece({ tokens, seen }: Cut, reads: readonly Reading[], from: number, words: WordModel): void {
  const readings = reads.some(isContraction) ? reads.flatMap((reading) => [reading, ...(reading.rest ?? [])]) : reads;
  const tags = new Uint8Array(readings.length);
  for (let at = 0; at < tags.length; at++) tags[at] = readings[at]!.tag;
  applyPatterns(readings, tags);
  // a contraction has the tag of its first word
  let at = 0;
  for (let index = 0; index < reads.length; index++) {
    const reading = reads[index]!;
    setTag(tokens[from + index]!, seen[from + index]!.standIn, reading, reading.fixed ? reading.tag : tags[at]!, words);
    at += reading.rest === undefined ? 1 : 1 + reading.rest.length;
  }
}

const isContraction = ({ rest }: Reading): boolean => rest !== undefined;

function setTag(token: RawToken, standIn: StandIn | undefined, reading: Reading, tag: number, words: WordModel): void {
  const pos = words.tags[tag]!;
  if (standIn === undefined) {
    token.pos = pos;
    token.lemma = words.lemmaOf(reading, tag);
    return;
  }
  token.pos = standIn.fixed ?? (standIn.nominal === true && pos === 'VERB' ? 'NOUN' : pos);
  token.lemma = standIn.lemma ?? (standIn.prefix ?? '') + words.lemmaOf(reading, tag);
}
