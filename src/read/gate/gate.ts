/**
 * The relevance gate before the coder, for bulk input: keeps whatever could speak of armed conflict, truces,
 * negotiations or those who take part, and says of what it drops why. It looks at words alone and errs towards keeping.
 */
import { loadGate } from '../../lexicon/gate.ts';
import { fold } from '../../lexicon/words.ts';
import type { Report } from '../../model/article.ts';
import { languageOf } from '../article/language.ts';
import { automatonOf, STRONG, type Automaton } from './automaton.ts';
import { scan } from './scan.ts';

/** How much a text must say to pass: `wide` for any politics, `narrow` for what speaks of force or of many sides. */
export const GATES = ['wide', 'narrow'] as const;
export type GateWidth = (typeof GATES)[number];

export interface Verdict {
  readonly passes: boolean;
  readonly language: string;
  /** Points found, and needed; a strong word has four. */
  readonly points: number;
  readonly needed: number;
  /** What the points are for. */
  readonly terms: readonly string[];
  /** `no-words` for a text in a language for which the gate has none: it passes unjudged. */
  readonly basis: 'words' | 'no-words';
}

/** A longer text has more room for words that mean nothing; up to `most` points, one for so many words. */
const ROOM: Readonly<Record<GateWidth, { readonly words: number; readonly most: number }>> = {
  wide: { words: 40, most: 4 },
  narrow: { words: 25, most: 10 },
};

const automata = new Map<string, Automaton | undefined>();

/** The automaton of a language, made when it is first needed; undefined where there are no words. */
function automatonFor(language: string): Automaton | undefined {
  if (!automata.has(language)) {
    const { english, others } = loadGate();
    const terms = language === 'en' ? english : others.get(language);
    automata.set(language, terms && automatonOf(terms));
  }
  return automata.get(language);
}

/** Whether a report is worth coding, by its title and text. A text too short to tell its language is read as English. */
export function judge({ text, title = '' }: Pick<Report, 'text' | 'title'>, width: GateWidth = 'wide'): Verdict {
  const found = languageOf(text, [{ start: 0, end: text.length }]);
  const language = found === 'und' ? 'en' : found;
  const automaton = automatonFor(language);
  if (automaton === undefined) return { passes: true, language, points: 0, needed: 0, terms: [], basis: 'no-words' };
  const apart = text.startsWith(title) ? '' : `${title}\n`;
  const plain = plainWords(apart + text);
  const { words, most } = ROOM[width];
  // A title has words to judge by, and takes no room.
  const ofTitle = countWords(encoder.encode(apart), words * most);
  const wordsOfText = countWords(plain, words * most + ofTitle) - ofTitle;
  const needed = Math.max(1, Math.min(most, Math.ceil(wordsOfText / words)));
  const { points, isStrong, terms } = scan(automaton, plain, Math.max(needed, STRONG));
  return { passes: isStrong || points >= needed, language, points, needed, terms, basis: 'words' };
}

const encoder = new TextEncoder();
const ASCII = /^[\0-\x7f]*$/;

/** The text in bytes, without marks over letters and without any punctuation but that of ASCII, which the automaton knows. */
function plainWords(text: string): Uint8Array {
  const bare = ASCII.test(text) ? text : text.replaceAll(SIGNS, ' ');
  return encoder.encode(ASCII.test(bare) ? bare : fold(bare).replaceAll(/[^\p{L}\p{N}\s]+/gu, ' '));
}
/** Typographer's quotes, dashes and spaces: most English texts have no other letter beyond ASCII. */
const SIGNS = /[\u0080-\u00bf\u2000-\u206f\u20a0-\u20bf]+/g;

/** Words of a text, as far as `most`. */
function countWords(bytes: Uint8Array, most: number): number {
  let count = 0;
  let wasSpace = true;
  for (let at = 0; at < bytes.length && count < most; at++) {
    const isSpace = bytes[at]! <= 32;
    if (wasSpace && !isSpace) count++;
    wasSpace = isSpace;
  }
  return count;
}
