/**
 * Where sentences end: at a stop that is no abbreviation's, with the quotation marks and brackets that close behind it.
 * Third step of `segment`; works on one block, for no sentence runs over a paragraph.
 */
import type { Abbreviations } from '../../lexicon/abbreviations.ts';
import type { Pos, TokenRange } from '../../model/doc.ts';
import type { RawToken } from './tokenize.ts';

/**
 * Tokens of the longest sentence. What goes on without a stop is a list, a table or a trick and is cut there, so that
 * the cost of a word does not grow with what stands around it.
 */
const LONGEST = 400;

/** Sentences of the tokens `[first, last]`, in order and without a gap. */
export function findSentences(
  tokens: readonly RawToken[],
  first: number,
  last: number,
  abbreviations: Abbreviations,
): TokenRange[] {
  const sentences: TokenRange[] = [];
  let start = first;
  let shelter = -1;
  for (let at = first; at <= last; at++) {
    const token = tokens[at]!;
    if (at - start >= LONGEST) {
      sentences.push({ first: start, last: at - 1 });
      start = at;
    }
    if (at > shelter && at > start && isOpening(token)) shelter = Math.max(shelter, closingOf(tokens, at, last));
    if (at < shelter || !isStop(token)) continue;
    const next = afterClosers(tokens, at + 1, last);
    if (next <= last && !isBreak(tokens, at, next, last, abbreviations)) continue;
    sentences.push({ first: start, last: next - 1 });
    start = next;
    at = next - 1;
  }
  if (start <= last) sentences.push({ first: start, last });
  return sentences;
}

const STOP = /^(?:[.!?…]+|.*[\p{L}]\.)$/u;
const isStop = (token: RawToken): boolean => {
  const end = token.text.charCodeAt(token.text.length - 1);
  return (end === 46 || end === 33 || end === 63 || end === 0x2026) && STOP.test(token.text);
};

const isOpening = (token: RawToken): boolean => token.text === '(' || token.text === '[';

/** A bracket shelters the stops inside it, if it closes within this many tokens. */
const BRACKET_REACH = 40;

function closingOf(tokens: readonly RawToken[], open: number, last: number): number {
  const closing = tokens[open]!.text === '(' ? ')' : ']';
  const limit = Math.min(last, open + BRACKET_REACH);
  for (let at = open + 1; at <= limit; at++) if (tokens[at]!.text === closing) return at;
  return -1;
}

const CLOSERS = new Set([')', ']', '"', '”', '’', "'", "''", '’’', '»', '›']);

/** The first token behind a stop that is no closing mark: closing marks touch what they close. */
function afterClosers(tokens: readonly RawToken[], from: number, last: number): number {
  let at = from;
  while (at <= last && CLOSERS.has(tokens[at]!.text) && tokens[at]!.start === tokens[at - 1]!.end) at++;
  return at;
}

const MARK = /^[^\p{L}\p{N}]/u;
const LOWER = /^\p{Ll}/u;
const DIGIT = /^\p{N}/u;
const CAPITAL = /^\p{Lu}/u;
const INITIALS = /^(?:\p{Lu}\.)+$/u;
/** Tags of words that open a sentence more often than they go on a name: "in the U.S. They left". */
const STARTERS = new Set<Pos>(['DET', 'PRON', 'ADP', 'SCONJ', 'CCONJ', 'ADV', 'AUX', 'VERB', 'INTJ']);

function isBreak(
  tokens: readonly RawToken[],
  stop: number,
  next: number,
  last: number,
  abbreviations: Abbreviations,
): boolean {
  const token = tokens[stop]!;
  const following = tokens[next]!;
  if (following.start === tokens[next - 1]!.end && next === stop + 1 && !CAPITAL.test(following.text)) return false;
  const word = wordFrom(tokens, next, last);
  if (word === undefined) return true;
  if (LOWER.test(word.text)) return false;
  if (token.text.length > 1 && token.text !== '...' && !MARK.test(token.text))
    return endsAfterAbbreviation(token, following, word, abbreviations);
  if (token.text !== '.' && next > stop + 1) return !isSaidBehind(tokens, next, last);
  return true;
}

/** The first word or number from `at` on, a few marks further at most: a dash or quotation mark may open a sentence. */
function wordFrom(tokens: readonly RawToken[], at: number, last: number): RawToken | undefined {
  const limit = Math.min(last, at + 3);
  for (let i = at; i <= limit; i++) if (!MARK.test(tokens[i]!.text)) return tokens[i];
  return undefined;
}

function endsAfterAbbreviation(
  token: RawToken,
  following: RawToken,
  word: RawToken,
  abbreviations: Abbreviations,
): boolean {
  const kind = INITIALS.test(token.text)
    ? 'open'
    : abbreviations.get(token.text.slice(token.text.lastIndexOf('-') + 1, -1));
  if (kind === undefined) return true;
  if (kind === 'name') return false;
  if (DIGIT.test(word.text)) return false;
  return following !== word || STARTERS.has(word.pos);
}

const SAID = new Set(['say', 'ask', 'tell', 'add', 'reply', 'write', 'shout', 'cry', 'exclaim', 'respond', 'note']);

/** `"Why now?" Petrov asked`: the words behind a closed question still belong to its sentence. */
function isSaidBehind(tokens: readonly RawToken[], next: number, last: number): boolean {
  const limit = Math.min(last, next + 7);
  for (let at = next; at <= limit; at++) {
    const token = tokens[at]!;
    if (token.pos === 'PUNCT') return false;
    if (SAID.has(token.lemma)) return token.pos === 'VERB';
  }
  return false;
}
