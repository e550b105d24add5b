/** The shape of every step of `annotate`: a document so far in, the same document with one more layer out. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Doc } from '../model/doc.ts';

/** Pure: no clock, no locale, no I/O, no state between documents. Linear in the length of the text. */
export type Step = (doc: Doc, lexicons: Lexicons) => Doc;
