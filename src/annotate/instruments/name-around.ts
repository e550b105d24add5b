/** The proper name around a head noun ("Treaty of Friendship …", "the Lusaka Protocol"), and what stands before it. */
import type { Doc, Sentence, Token } from '../../model/doc.ts';
import { indexAt, type Span } from '../../model/span.ts';

export interface NameAround {
  /** Token range of the phrase, with its article. */
  readonly first: number;
  readonly last: number;
  readonly name?: string;
  /** "trilateral", "joint", "leaders'": made by several parties together. */
  readonly isJoint: boolean;
  readonly dates: readonly { readonly value: string; readonly span: Span }[];
  readonly parties: readonly { readonly code: string; readonly span: Span }[];
}

const JOINT =
  /^(?:joint|trilateral|bilateral|tripartite|quadrilateral|multilateral|four-party|three-way|two-way|six-party)$/;
const GENERIC = /^(?:this|that|these|those|an?|the|new|final|its|their|all|existing|recent|interim|draft)$/i;
/** Small words that a title holds between its capitals. */
const INNER = /^(?:of|on|and|for|the|to|in|between|with|,)$/;

/** Looks to both sides of the head noun at tokens `[first, last]`, inside its sentence. */
export function nameAround(doc: Doc, first: number, last: number, sentence: Sentence): NameAround {
  const { tokens } = doc;
  const begin = beginOf(tokens, first, sentence.first);
  const isTitle = isCapital(tokens[first]!) && first > sentence.first;
  const end =
    isTitle || /^(?:resolution|resolutions)$/.test(tokens[last]!.lower) ? titleEnd(tokens, last, sentence.last) : last;
  const words = { start: tokens[nameStart(tokens, begin, first)]!.start, end: tokens[end]!.end };
  const isNamed =
    (isTitle && (end > last || hasProperBefore(doc, begin, first))) ||
    hasProperBefore(doc, begin, first) ||
    (end > last && /\d/.test(tokens[end]!.text));
  return {
    first: begin,
    last: end,
    ...(isNamed && { name: doc.text.slice(words.start, words.end).replaceAll(/\s+/g, ' ') }),
    isJoint: tokens.slice(begin, first).some(({ lower }) => JOINT.test(lower)),
    dates: datesBefore(doc, begin, first),
    parties: partiesBefore(doc, begin, first),
  };
}

/** Back over adjectives, names and dates to the article. */
function beginOf(tokens: readonly Token[], first: number, limit: number): number {
  let at = first;
  while (at > limit && at > first - 8) {
    const { pos, lower } = tokens[at - 1]!;
    if (pos === 'DET' || lower === 'the' || lower === 'a') return at - 1;
    if (
      pos !== 'ADJ' &&
      pos !== 'PROPN' &&
      pos !== 'NUM' &&
      pos !== 'NOUN' &&
      lower !== '-' &&
      lower !== "'s" &&
      lower !== '’s'
    )
      break;
    at--;
  }
  return at;
}

/** The name leaves out the article and words like "new" or "joint". */
function nameStart(tokens: readonly Token[], begin: number, first: number): number {
  let at = begin;
  while (at < first && (GENERIC.test(tokens[at]!.text) || JOINT.test(tokens[at]!.lower))) at++;
  return at;
}

/** "Treaty of Friendship, Cooperation and Mutual Assistance": on while capitals and small inner words go on. */
function titleEnd(tokens: readonly Token[], last: number, limit: number): number {
  let end = last;
  for (let at = last + 1; at <= Math.min(limit, last + 16); at++) {
    const token = tokens[at]!;
    if (isCapital(token) || (at === last + 1 && /^\d+$/.test(token.text))) end = at;
    else if (!INNER.test(token.lower)) break;
  }
  return isCountryList(tokens, last, end) ? last : end;
}

/** "Treaty of 1997" and "agreement between Xland and Yland" name no title; what follows is date and parties. */
const isCountryList = (tokens: readonly Token[], last: number, end: number): boolean =>
  end > last && /^(?:between|with|in)$/.test(tokens[last + 1]!.lower);

const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

/** A capitalised word before the head that is neither month nor country adjective: "Lusaka", "Minsk", "Good Friday". */
function hasProperBefore(doc: Doc, begin: number, first: number): boolean {
  for (let at = begin; at < first; at++) {
    const token = doc.tokens[at]!;
    if (
      !isCapital(token) ||
      GENERIC.test(token.text) ||
      at === doc.sentences[indexAt(doc.sentences, token.start)]?.first
    )
      continue;
    const actor = doc.actors[indexAt(doc.actors, token.start)];
    const time = doc.times[indexAt(doc.times, token.start)];
    const isActor = actor !== undefined && actor.start <= token.start;
    const isTime = time !== undefined && time.start <= token.start;
    if (!isActor && !isTime) return true;
  }
  return false;
}

function datesBefore(doc: Doc, begin: number, first: number) {
  const to = doc.tokens[first]!.start;
  const found: { value: string; span: Span }[] = [];
  for (let at = indexAt(doc.times, doc.tokens[begin]!.start); at < doc.times.length; at++) {
    const { start, end, type, value } = doc.times[at]!;
    if (start >= to) break;
    if (end <= to && type === 'DATE' && /^\d{4}/.test(value))
      found.push({ value: value.slice(0, 10), span: { start, end } });
  }
  return found;
}

/** "the Russian-Armenian treaty" names its parties. */
function partiesBefore(doc: Doc, begin: number, first: number) {
  const from = doc.tokens[begin]!.start;
  const to = doc.tokens[first]!.start;
  const found: { code: string; span: Span }[] = [];
  for (let at = indexAt(doc.actors, from); at < doc.actors.length && doc.actors[at]!.start < to; at++) {
    const { start, end, type, code } = doc.actors[at]!;
    if (start >= from && end <= to && (type === 'country' || type === 'people'))
      found.push({ code: code.slice(0, 3), span: { start, end } });
  }
  return found;
}
