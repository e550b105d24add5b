/** Splits text into the words that lexicons are looked up by. */
import type { Word } from '../model/doc.ts';

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const MARKS = /\p{M}/gu;
const ASCII = /^[\0-\x7f]*$/;

/** Lower case without diacritics: "Öcalan" and "Ocalan" are one word. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '').replaceAll('ı', 'i');
}

/** All words of `text` in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match !== null; match = RUN.exec(text)) {
    words.push({ start: match.index, end: match.index + match[0].length, norm: fold(match[0]) });
  }
  return words;
}
