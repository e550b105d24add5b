/**
 * Mends tags that context shows to be wrong, most of all verbs taken for nouns and nouns taken for verbs. Last step of
 * `segment`, on one sentence.
 */
import type { TokenRange } from '../../model/doc.ts';
import type { Style } from './casing.ts';
import { findVerb, isVerb } from './is-verb.ts';
import { isActiveHere, isBareNoun, isOpeningParticiple } from './mend-adjectives.ts';
import { isCapitalised, isOpened, NOMINATIVE } from './spot.ts';
import { lemmaOfVerb } from './lemma-of-verb.ts';
import { tagOfVerb } from './tag-of-verb.ts';
import type { RawToken } from './tokenize.ts';
import type { WordModel } from './word-model.ts';

/** Changes `pos` of the tokens of one sentence. */
export function retag(tokens: readonly RawToken[], { first, last }: TokenRange, words: WordModel, style: Style): void {
  let finite = -1;
  for (let at = first; at <= last; at++) {
    const token = tokens[at]!;
    if (token.pos === 'VERB' && at < last && isGerundSubject(tokens, at, first)) token.pos = 'NOUN';
    if (at > first) retagBehind(tokens, at, { first, last }, words, style);
    else if (token.pos === 'VERB' && isOpeningParticiple(token, tokens[at + 1], tokens[at + 2])) token.pos = 'ADJ';
    const { pos, lower } = token;
    if (pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing') && tokens[at - 1]?.lower !== 'to'))
      finite = finite < 0 ? at : finite;
  }
  // "The envoy appeals for calm and calls on …": a first verb behind "and" has one before it.
  if (finite < 0) findVerb(tokens, first, last, words);
  else if (finite > first && tokens[finite - 1]!.pos === 'CCONJ') findVerb(tokens, first, finite - 1, words);
}

/** Mends a token that is not the first of its sentence. */
function retagBehind(
  tokens: readonly RawToken[],
  at: number,
  { first, last }: TokenRange,
  words: WordModel,
  style: Style,
): void {
  const token = tokens[at]!;
  const neighbour = tokens[at - 1]!;
  const after = at < last ? tokens[at + 1] : undefined;
  if (token.pos === 'AUX' && isNameForCertain(token, neighbour, after, style)) token.pos = 'PROPN';
  else if (token.pos === 'PUNCT' && isPluralGenitive(tokens, at, first, last)) token.pos = 'PART';
  else if (token.pos === 'ADJ' && NOMINATIVE.has(neighbour.lower) && token.lower.endsWith('ed')) token.pos = 'VERB';
  else if (token.pos === 'ADJ' && isNounForCertain(tokens, at, first, after, words)) token.pos = 'NOUN';
  else if (isBareNoun(tokens, at, last)) token.pos = 'NOUN';
  else if (token.pos === 'ADJ' && isActiveHere(token, neighbour, after, words)) {
    token.pos = 'VERB';
    token.lemma = lemmaOfVerb(token.lower, words);
  }
  if (token.pos !== 'VERB' && token.pos !== 'NOUN') return;
  // In `a "starting point"` the mark between says nothing.
  const beside = at - 2 >= first && isOpened(neighbour, token) ? at - 2 : at - 1;
  const beforeThat = beside > first ? tokens[beside - 1] : undefined;
  const spot = { token, before: tokens[beside]!, beforeThat, after, words, style };
  if (token.pos === 'VERB') token.pos = tagOfVerb(spot);
  else if (isVerb(tokens, at, first, last, spot)) token.pos = 'VERB';
  else return;
  if (token.pos === 'VERB' && token.lemma === token.lower) token.lemma = lemmaOfVerb(token.lower, words);
}

/** "Shelling continued", "that fighting has stopped": what a verb follows is its subject, not a verb itself. */
function isGerundSubject(tokens: readonly RawToken[], at: number, first: number): boolean {
  const { lower } = tokens[at]!;
  if (!lower.endsWith('ing') || lower === 'being' || lower === 'having') return false;
  const next = tokens[at + 1]!;
  const verbal =
    next.pos === 'AUX' || (next.pos === 'VERB' && next.lower !== next.lemma && !next.lower.endsWith('ing'));
  if (!verbal || next.lower === "'s" || next.lower === '’s') return false;
  if (at === first) return true;
  const { pos, lower: before } = tokens[at - 1]!;
  return before === 'that' || pos === 'SCONJ' || pos === 'PUNCT' || pos === 'ADP' || SAYS.has(tokens[at - 1]!.lemma);
}
const SAYS = new Set(['say', 'report', 'claim', 'believe', 'think', 'insist']);

/** "a computer professional from Oslo": an adjective that ends a phrase with an article is its noun, if it can be one. */
function isNounForCertain(
  tokens: readonly RawToken[],
  at: number,
  first: number,
  after: RawToken | undefined,
  words: WordModel,
): boolean {
  const { pos } = tokens[at - 1]!;
  if (pos !== 'NOUN' && pos !== 'PROPN') return false;
  if (after === undefined || (after.pos !== 'ADP' && after.pos !== 'PUNCT' && after.lower !== 'who')) return false;
  for (let i = at - 2; i >= Math.max(first, at - 4); i--) {
    if (tokens[i]!.lower === 'a' || tokens[i]!.lower === 'an') return words.canBe(tokens[at]!.lower, 'NOUN');
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'PUNCT') return false;
  }
  return false;
}

/** "the rebels’ leader": an apostrophe behind an "s", unless it closes a quotation. */
function isPluralGenitive(tokens: readonly RawToken[], at: number, first: number, last: number): boolean {
  const { text, start, end } = tokens[at]!;
  if ((text !== '’' && text !== "'") || at === last || tokens[at + 1]!.start === end || tokens[at + 1]!.pos === 'PUNCT')
    return false;
  if (tokens[at - 1]!.end !== start || !tokens[at - 1]!.lower.endsWith('s')) return false;
  for (let i = at - 1; i >= Math.max(first, at - 40); i--) {
    const mark = tokens[i]!;
    if (mark.text === '‘' || (mark.text === "'" && mark.end === tokens[i + 1]!.start)) return false;
  }
  return true;
}

/** `"…," Will said`, "Theresa May left": no auxiliary has a capital inside a sentence. */
const isNameForCertain = (token: RawToken, before: RawToken, after: RawToken | undefined, style: Style): boolean =>
  style === 'sentence' &&
  isCapitalised(token) &&
  (before.pos !== 'PUNCT' || ((before.text === '”' || before.text === "''") && after?.pos === 'VERB'));
