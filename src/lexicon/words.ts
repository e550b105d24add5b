/** Splits text into the words that lexicons are looked up by. */
import type { Word } from '../model/doc.ts';
import type { Reading } from './reading.ts';
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
  /** Whether it has letters from A to Z only. */
  readonly isPlain: boolean;
  /** Room for what the tagger knows of the word, so that it is found with the word itself. */
  reading: Reading | undefined;
}

const PLAIN = /^[A-Za-z]+$/;

const spellingAt = wordTable((text): Spelling => {
  const norm = interned(fold(text));
  const lower = interned(text.toLowerCase());
  return { text, lower, norm, hash: hashOf(norm, 0, norm.length), isPlain: PLAIN.test(text), reading: undefined };
});

/** A text as the lexicons read it: its words, and by the same index how each is spelt. */
export interface Spelt {
  readonly text: string;
  readonly words: readonly Word[];
  readonly spellings: readonly Spelling[];
}

/** All words of `text` in order. */
export const wordsOf = (text: string): readonly Word[] => spell(text).words;

/** All words of `text` in order, with their spellings. */
export function spell(text: string): Spelt {
  const words: Word[] = [];
  const spellings: Spelling[] = [];
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
    const spelling = spellingAt(text, at, end);
    words.push({ start: at, end, norm: spelling.norm, hash: spelling.hash });
    spellings.push(spelling);
    at = end;
  }
  return { text, words, spellings };
}

const isPlain = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);

/** End of the run of letters, digits and marks of any script at `at`; `at` where none begins. */
function endOfRun(text: string, at: number): number {
  RUN.lastIndex = at;
  return RUN.test(text) ? RUN.lastIndex : at;
}
