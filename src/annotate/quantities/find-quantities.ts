/** Counts with what they count: "at least 49 soldiers", "between 40 and 50 civilians". */
import type { Bound, NumberLexicon } from '../../lexicon/numbers.ts';
import type { Doc, QuantityMention, Token } from '../../model/doc.ts';
import { indexAt, overlaps, type Span } from '../../model/span.ts';
import type { Step } from '../step.ts';
import { isWrittenAt, readNumber, type ReadNumber } from './read-number.ts';

/** Fills `doc.quantities`. Numbers inside times, ordinals, and parts of names are left out. */
export const findQuantities: Step = (doc, { numbers }) => {
  const found: QuantityMention[] = [];
  for (const { first, last } of doc.sentences) {
    for (let at = first; at <= last; at++) {
      if (!mayBegin(doc.tokens[at]!, numbers) || isNone(doc.tokens, at)) continue;
      const number = readNumber(doc.tokens, at, numbers);
      if (number === undefined || number.last > last || isTaken(doc, at, number.last)) continue;
      const { mention, end } = complete(doc, at, number, numbers, first, last);
      found.push(mention);
      at = end;
    }
  }
  return { ...doc, quantities: found };
};

function mayBegin({ lower, pos }: Token, { opens }: NumberLexicon): boolean {
  const code = lower.charCodeAt(0);
  if (code >= 48 && code <= 57) return true;
  return pos === 'NUM' || opens(lower);
}

/** "no one", "not one soldier", "not one but two": nobody is counted. */
function isNone(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower;
  return tokens[at]!.lower === 'one' && (before === 'no' || before === 'not');
}

/** A number that a time mention or a name holds counts nothing. */
function isTaken(doc: Doc, first: number, last: number): boolean {
  const span: Span = { start: doc.tokens[first]!.start, end: doc.tokens[last]!.end };
  const time = doc.times[indexAt(doc.times, span.start)];
  return time !== undefined && overlaps(time, span);
}

/** The mention around a number: bound before it, second half of a range, counted noun after it. */
function complete(doc: Doc, at: number, number: ReadNumber, lexicon: NumberLexicon, first: number, last: number) {
  const { tokens } = doc;
  const before = boundBefore(tokens, at, first, lexicon);
  const range = rangeAfter(tokens, number.last, last, lexicon);
  const end = range?.last ?? number.last;
  const unit = unitAfter(tokens, end, last);
  const { low, best, high } =
    range === undefined ? bounded(number, before.bound) : { low: number.low, best: undefined, high: range.high };
  const mention: QuantityMention = {
    start: tokens[before.first]!.start,
    end: tokens[unit?.last ?? end]!.end,
    low,
    best,
    high,
    unit: unit?.unit,
    unitSpan: unit?.span,
  };
  return { mention, end };
}

function boundBefore(
  tokens: readonly Token[],
  at: number,
  first: number,
  { bounds }: NumberLexicon,
): { bound?: Bound; first: number } {
  if (at === first) return { first: at };
  const found = bounds
    .get(tokens[at - 1]!.lower)
    ?.find(({ words }) => at - words.length >= first && isWrittenAt(words, tokens, at - words.length));
  return found === undefined ? { first: at } : { bound: found.value, first: at - found.words.length };
}

function bounded({ low, high }: ReadNumber, bound: Bound | undefined): Pick<QuantityMention, 'low' | 'best' | 'high'> {
  if (low !== high) return { low, high };
  if (bound === 'low') return { low };
  if (bound === 'high') return { high };
  return { best: low };
}

/** "40 to 50", "between 40 and 50", "40-50". */
function rangeAfter(
  tokens: readonly Token[],
  last: number,
  limit: number,
  lexicon: NumberLexicon,
): ReadNumber | undefined {
  const joint = tokens[last + 1]?.lower;
  if (last + 2 > limit || (joint !== 'to' && joint !== '-' && joint !== '–' && joint !== 'and')) return undefined;
  if (joint === 'and' && tokens[last - 1]?.lower !== 'between') return undefined;
  const second = readNumber(tokens, last + 2, lexicon);
  return second !== undefined && second.last <= limit ? second : undefined;
}

const PASSED_OVER: ReadonlySet<string> = new Set([
  'ADJ',
  'PROPN',
  'NOUN',
  'PART',
  'PUNCT',
  'DET',
  'PRON',
  'ADP',
  'VERB',
]);
/** Words between a number and its noun: "three of its own border guards". */
const LONGEST_PHRASE = 7;

/** The counted noun: the last noun of the phrase that follows. */
function unitAfter(tokens: readonly Token[], at: number, limit: number) {
  let noun = -1;
  for (let index = at + 1; index <= Math.min(at + LONGEST_PHRASE, limit); index++) {
    const { pos, lower } = tokens[index]!;
    if (!PASSED_OVER.has(pos)) break;
    if (pos === 'PUNCT' && lower !== '-') break;
    if (pos === 'ADP' && !(lower === 'of' && noun === -1)) break;
    if (pos === 'VERB' && noun !== -1) break;
    if ((pos === 'DET' || pos === 'PRON') && noun !== -1) break;
    if (pos === 'NOUN' || (pos === 'PROPN' && lower.endsWith('s'))) noun = index;
  }
  if (noun === -1) return undefined;
  const span = { start: tokens[at + 1]!.start, end: tokens[noun]!.end };
  return { last: noun, unit: tokens[noun]!.lower, span };
}
