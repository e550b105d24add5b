/** Splits text into the words that lexicons are looked up by. */
import type { Word } from '../model/doc.ts';
import { hashOf, interned, wordTable } from './word-table.ts';

const RUN = /[\p{L}\p{N}\p{M}]+/uy;
const MARKS = /\p{M}/gu;
const ASCII = /^[\0-\x7f]*$/;

/** Lower case without diacritics: "Öcalan" and "Ocalan" are one word. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '').replaceAll('ı', 'i');
}

/** What a word is by itself, the same in every report. */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
  readonly norm: string;
  /** Hash of `norm`. */
  readonly hash: number;
}

/** The spelling of the word that stands there. */
export const spellingAt = wordTable((text): Spelling => {
  const norm = interned(fold(text));
  return { text, lower: interned(text.toLowerCase()), norm, hash: hashOf(norm, 0, norm.length) };
});

/** All words of `text` in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (unit < 128 && !isPlain(unit)) {
      at++;
      continue;
    }
    let end = at;
    let next = unit;
    while (isPlain(next)) next = text.charCodeAt(++end);
    if (next >= 128) end = endOfRun(text, at);
    if (end === at) {
      at++;
      continue;
    }
    const { norm, hash } = spellingAt(text, at, end);
    words.push({ start: at, end, norm, hash });
    at = end;
  }
  return words;
}

const isPlain = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);

/** End of the run of letters, digits and marks of any script at `at`; `at` where none begins. */
function endOfRun(text: string, at: number): number {
  RUN.lastIndex = at;
  return RUN.test(text) ? RUN.lastIndex : at;
}
