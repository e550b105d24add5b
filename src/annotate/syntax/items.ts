/** What a sentence is for the clause builder: a row of phrases, verb groups and the little words between them. */

export type ItemKind =
  | 'phrase'
  | 'verb'
  | 'preposition'
  | 'conjunction'
  | 'relative'
  | 'that'
  | 'subordinator'
  | 'comma'
  | 'break'
  | 'quote'
  | 'open'
  | 'close'
  | 'adjective'
  | 'adverb'
  | 'other';

export interface Item {
  readonly kind: ItemKind;
  /** Token indices, both included. */
  readonly first: number;
  readonly last: number;
  /** Index of the phrase or verb group; -1 for other kinds. */
  readonly index: number;
  /** Lower-case words of little words; `open` or `close` for quotation marks. */
  readonly word: string;
}
