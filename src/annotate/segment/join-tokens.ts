/**
 * Puts together what wink-nlp cuts apart: compounds with hyphens ("cease-fire", "Russian-backed"), doubled quotation
 * marks (`` and ''), and abbreviations with their stop. Second step of `segment`, after the library has read a block.
 */
import type { Abbreviations } from '../../lexicon/abbreviations.ts';
import type { Pos } from '../../model/doc.ts';
import type { RawToken } from './wink.ts';

/** Joins in place, from index `from` on. */
export function joinTokens(tokens: RawToken[], from: number, abbreviations: Abbreviations): void {
  let to = from;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!;
    const last = to > from ? tokens[to - 1]! : undefined;
    if (last === undefined || last.end !== token.start || isWord(token)) {
      tokens[to++] = token;
      continue;
    }
    const next = tokens[at + 1];
    if (isDoubledQuote(last, token)) absorb(last, token, token.text, 'PUNCT');
    else if (token.text === '.' && abbreviations.has(last.text)) absorb(last, token, last.lemma, last.pos);
    else if (isHyphen(token) && next !== undefined && next.start === token.end && isWord(last) && isWord(next)) {
      const tag = compoundTag(last, next, tokens[at + 2]);
      absorb(last, token, '', tag);
      absorb(last, next, `${last.lower}${next.lemma}`, tag);
      at++;
    } else tokens[to++] = token;
  }
  tokens.length = to;
}

/** `last` grows over `next`, which stands right behind it. */
function absorb(last: RawToken, next: RawToken, lemma: string, pos: Pos): void {
  last.text += next.text;
  last.lower = last.text.toLowerCase();
  last.end = next.end;
  last.lemma = lemma;
  last.pos = pos;
}

const isDoubledQuote = (a: RawToken, b: RawToken): boolean =>
  a.text === b.text && (a.text === '`' || a.text === "'" || a.text === '’' || a.text === '‘');

const isHyphen = (token: RawToken): boolean => token.text === '-' || token.text === '‐' || token.text === '‑';

const WORD = /^[\p{L}\p{N}]/u;
const isWord = (token: RawToken): boolean => WORD.test(token.text);

const VERB_PREFIXES = new Set(['re', 'pre', 'co', 'un', 'over', 'under', 'out', 'mis', 'counter', 'de']);
const PARTICIPLE = /(?:ed|ing|en|ne|de|ught|ld|wn|un|ck)$/;
const NOMINAL = new Set<Pos>(['NOUN', 'PROPN', 'ADJ']);

/** Tag of "first-second" by its parts: participles make adjectives, verb + particle makes a noun ("build-up"). */
function compoundTag(first: RawToken, second: RawToken, after: RawToken | undefined): Pos {
  switch (second.pos) {
    case 'VERB':
    case 'AUX':
      if (VERB_PREFIXES.has(first.lower)) return 'VERB';
      return PARTICIPLE.test(second.lower) ? 'ADJ' : 'NOUN';
    case 'NOUN':
      return first.pos !== 'PROPN' && after !== undefined && NOMINAL.has(after.pos) ? 'ADJ' : 'NOUN';
    case 'PROPN':
    case 'ADJ':
      return second.pos;
    case 'NUM':
      return first.pos === 'PROPN' ? 'PROPN' : 'NUM';
    default:
      return first.pos === 'ADJ' || first.pos === 'NUM' ? 'ADJ' : 'NOUN';
  }
}
