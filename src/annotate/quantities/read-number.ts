/** Reads a number in digits or words from tokens: "1,300", "forty-nine", "two hundred and six", "1.2 million". */
import type { NumberLexicon } from '../../lexicon/numbers.ts';
import type { Token } from '../../model/doc.ts';

export interface ReadNumber {
  readonly low: number;
  readonly high: number;
  /** Index of the last token. */
  readonly last: number;
}

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;
/** No number that people write has more words. */
const LONGEST = 10;

/** The number that begins at token `at`, if one does. "a dozen" and the like come as a range. */
export function readNumber(tokens: readonly Token[], at: number, lexicon: NumberLexicon): ReadNumber | undefined {
  return readVague(tokens, at, lexicon) ?? readExact(tokens, at, lexicon);
}

function readVague(tokens: readonly Token[], at: number, { vague }: NumberLexicon): ReadNumber | undefined {
  const found = vague.get(tokens[at]!.lower)?.find(({ words }) => isWrittenAt(words, tokens, at));
  if (found === undefined) return undefined;
  const { low, high } = found.value;
  return { low, high, last: at + found.words.length - 1 };
}

/** Whether the tokens from `at` on are these words. */
export function isWrittenAt(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let i = 0; i < words.length; i++) if (tokens[at + i]?.lower !== words[i]) return false;
  return true;
}

/** `total` holds what is closed by a thousand or a million, `part` what is still open. */
function readExact(tokens: readonly Token[], at: number, { values }: NumberLexicon): ReadNumber | undefined {
  let [total, part, last, isOpen] = [0, 0, -1, true];
  for (let index = at; index < Math.min(at + LONGEST, tokens.length); index++) {
    const { lower } = tokens[index]!;
    if (
      lower === 'and' &&
      last === index - 1 &&
      values.get(tokens[index + 1]?.lower ?? '')?.role !== 'scale' &&
      isAfterHundred(tokens, last)
    )
      continue;
    if (DIGITS.test(lower)) {
      if (!isOpen) break;
      part = Number(lower.replaceAll(',', ''));
      [last, isOpen] = [index, false];
      continue;
    }
    const pieces = piecesOf(lower, values);
    if (pieces === undefined) break;
    for (const piece of pieces) {
      if (piece.role !== 'scale') part += piece.value;
      else if (piece.value === 100) part = (part || 1) * 100;
      else [total, part] = [total + (part || 1) * piece.value, 0];
    }
    [last, isOpen] = [index, false];
  }
  return last < 0 ? undefined : { low: total + part, high: total + part, last };
}

type NumberWord = NonNullable<ReturnType<NumberLexicon['values']['get']>>;

/** What the words of a number mean that stand in one token: "forty-nine"; undefined where one of them is no number. */
function piecesOf(lower: string, values: NumberLexicon['values']): readonly NumberWord[] | undefined {
  const whole = values.get(lower);
  if (whole !== undefined) return [whole];
  if (!lower.includes('-')) return undefined;
  const pieces: NumberWord[] = [];
  for (const part of lower.split('-')) {
    const piece = values.get(part);
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return pieces;
}

/** "two hundred and six" is one number, "three and four" are two. */
const isAfterHundred = (tokens: readonly Token[], last: number): boolean =>
  /^(?:hundred|thousand|million)$/.test(tokens[last]?.lower ?? '');
