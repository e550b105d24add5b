/** A document as the rules of `times` read it: words with what they can mean, and the gaps between them. */
import type { TimeLexicon, TimeWord } from '../../lexicon/times.ts';
import type { ZoneLexicon } from '../../lexicon/zones.ts';
import type { Word } from '../../model/doc.ts';

export interface Scan {
  readonly text: string;
  readonly words: readonly Word[];
  readonly times: TimeLexicon;
  readonly zones: ZoneLexicon;
}

/** What the word at `at` can mean as a part of a time; undefined for most. */
export const knownAt = ({ words, times }: Scan, at: number): TimeWord | undefined => {
  const word = words[at];
  return word === undefined ? undefined : times.words.get(word.norm);
};

/** What stands between two words: nothing, white space, one mark, a mark with a space behind or around, or more. */
export type Gap = '' | ' ' | '-' | ':' | '.' | '. ' | ',' | ', ' | '/' | "'" | '(' | 'far';

const MARKS: Readonly<Record<string, Gap>> = {
  '-': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  ':': ':',
  '.': '.',
  ',': ',',
  '/': '/',
  "'": "'",
  '\u2019': "'",
};

/** The gap behind word `at`. A blank line is never a gap that a time may cross. */
export function gapAfter(scan: Scan, at: number): Gap {
  const here = scan.words[at];
  const next = scan.words[at + 1];
  return here === undefined || next === undefined ? 'far' : gapBetween(scan.text, here.end, next.start);
}

export function gapBetween(text: string, from: number, to: number): Gap {
  const length = to - from;
  if (length <= 0) return '';
  if (length === 1) return isSpace(text.charCodeAt(from)) ? ' ' : (MARKS[text[from]!] ?? 'far');
  if (length > 4) return 'far';
  const gap = text.slice(from, to);
  if (/^\s+$/.test(gap)) return /\n\s*\n/.test(gap) ? 'far' : ' ';
  const mark = gap.trim();
  if (mark === ',') return ', ';
  if (mark === '.' && gap[0] === '.') return '. ';
  if (mark === '(') return '(';
  return mark.length === 1 && MARKS[mark] === '-' ? '-' : 'far';
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 160;

export const normAt = (scan: Scan, at: number): string => scan.words[at]?.norm ?? '';

/** Whether word `at` begins with a digit. */
export const isNumeric = (word: Word | undefined): word is Word => {
  if (word === undefined) return false;
  const unit = word.norm.charCodeAt(0);
  return unit >= 48 && unit <= 57;
};

/** The number of a word that is nothing but one to `width` digits. */
export function digitsAt(scan: Scan, at: number, width = 4): number | undefined {
  const norm = normAt(scan, at);
  if (norm.length === 0 || norm.length > width) return undefined;
  let value = 0;
  for (let index = 0; index < norm.length; index++) {
    const digit = norm.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

export function isCapitalised(scan: Scan, at: number): boolean {
  const initial = scan.text[scan.words[at]?.start ?? -1];
  return initial !== undefined && initial !== initial.toLowerCase();
}

/** A year as news write it: four digits of this millennium or the last. */
export function yearAt(scan: Scan, at: number): number | undefined {
  if (normAt(scan, at).length !== 4) return undefined;
  const value = digitsAt(scan, at);
  return value !== undefined && value >= 1000 && value < 2200 ? value : undefined;
}

const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/;

/** Day of the month: "13", "13th", "thirteenth". */
export function dayAt(scan: Scan, at: number): number | undefined {
  const plain = digitsAt(scan, at, 2);
  const word = knownAt(scan, at)?.ordinal?.n;
  const day = plain ?? word ?? Number(ORDINAL.exec(normAt(scan, at))?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : undefined;
}

/** Words `first` to `last` as a span. */
export const spanOver = (scan: Scan, first: number, last: number) => ({
  start: scan.words[first]!.start,
  end: scan.words[last]!.end,
  first,
  last,
});
