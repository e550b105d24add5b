/** What the rules that mend tags look at: one token and its neighbours. Used by `retag` and its rules. */
import type { Pos } from '../../model/doc.ts';
import type { Style } from './casing.ts';
import type { RawToken } from './tokenize.ts';
import type { WordModel } from './word-model.ts';

/** One token with what stands around it. */
export interface Spot {
  readonly token: RawToken;
  readonly before: RawToken;
  readonly beforeThat: RawToken | undefined;
  readonly after: RawToken | undefined;
  readonly words: WordModel;
  readonly style: Style;
}

export const NOMINATIVE: ReadonlySet<string> = new Set(['i', 'he', 'she', 'they', 'we']);
export const NOMINAL: ReadonlySet<Pos> = new Set<Pos>(['NOUN', 'PROPN', 'ADJ']);
export const QUOTES: ReadonlySet<string> = new Set(['"', '“', '”', "''", '``', '’', '‘', '’’', '‘‘']);

/** Whether `mark` opens a quotation in front of `token`. */
export const isOpened = (mark: RawToken, token: RawToken): boolean =>
  QUOTES.has(mark.text) && mark.end === token.start && token.text === token.lower;

const CAPITAL = /^\p{Lu}\p{Ll}/u;
export const isCapitalised = (token: RawToken): boolean => CAPITAL.test(token.text);
