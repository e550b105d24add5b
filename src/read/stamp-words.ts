/** The parts of a date in words that are not English: months by name, digits of other scripts, zones by their letters. */
import { loadStampWords } from '../lexicon/stamp-words.ts';
import { fold } from '../lexicon/words.ts';

export interface DayInWords {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Where in the text the date begins and ends. */
  readonly from: number;
  readonly to: number;
}

interface Token {
  readonly word: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

const TOKEN = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;
const CJK = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/u;
/** Longest word between the parts of a date: "6 de mayo de 2019", "2019. gada 6. maijs". */
const FILLER = 4;

/** Arabic, Persian and Indian digits as ours; the text keeps its length. */
export const westernDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) =>
    String((digit < '\u0966' ? digit.charCodeAt(0) : digit.charCodeAt(0) - 6) & 15),
  );

/** The first whole date with a month's name in any language of the list: "6 мая 2019", "2019. május 6.". */
export function dayInWords(text: string): DayInWords | undefined {
  const cjk = CJK.exec(text);
  if (cjk !== null)
    return {
      year: Number(cjk[1]),
      month: Number(cjk[2]),
      day: Number(cjk[3]),
      from: cjk.index,
      to: cjk.index + cjk[0].length,
    };
  const tokens = tokensOf(text);
  const { months } = loadStampWords();
  for (const [index, { word }] of tokens.entries()) {
    const month = months.get(word);
    const found = month === undefined ? undefined : around(tokens, index, month);
    if (found !== undefined) return found;
  }
  return undefined;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    word: fold(word),
    number: /^\d{1,4}$/.test(word) ? Number(word) : Number.NaN,
    from: index,
    to: index + word.length,
  }));
}

/** Day, month, year; month, day, year; year, month, day; year, day, month. */
function around(tokens: readonly Token[], month: number, value: number): DayInWords | undefined {
  const dayBefore = near(tokens, month, -1, isDay);
  const dayAfter = dayBefore === undefined ? near(tokens, month, 1, isDay) : undefined;
  const day = dayBefore ?? dayAfter;
  if (day === undefined) return undefined;
  const year = near(tokens, Math.max(day, month), 1, isYear) ?? near(tokens, Math.min(day, month), -1, isYear);
  if (year === undefined) return undefined;
  const parts = [day, month, year].toSorted((a, b) => a - b).map((index) => tokens[index]!);
  return {
    year: tokens[year]!.number,
    month: value,
    day: tokens[day]!.number,
    from: parts[0]!.from,
    to: parts[2]!.to,
  };
}

const isDay = ({ number }: Token): boolean => number >= 1 && number <= 31;
const isYear = ({ number }: Token): boolean => number >= 1900 && number <= 2199;

/** The nearest token of a kind, at most one short word away. */
function near(
  tokens: readonly Token[],
  from: number,
  step: 1 | -1,
  isWanted: (token: Token) => boolean,
): number | undefined {
  for (const index of [from + step, from + 2 * step]) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (isWanted(token)) return index;
    if (!Number.isNaN(token.number) || token.word.length > FILLER) return undefined;
  }
  return undefined;
}

/** Offset of a zone that stands in the text by its letters, at that local time. */
export function offsetByLetters(text: string, local: string): string | undefined {
  const { zones } = loadStampWords();
  for (const [letters] of text.matchAll(/\b[A-Z]{2,5}\b/g)) {
    const zone = zones.get(letters);
    if (zone === undefined) continue;
    return /^[+-]/.test(zone) ? zone : Temporal.PlainDateTime.from(local).toZonedDateTime(zone).offset;
  }
  return undefined;
}
