/**
 * wink-nlp behind one function: text in, tokens with tag, lemma and exact offsets out. The only file that knows the
 * library. What it gets wrong is mended by the steps after it in `segment`.
 */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { Pos } from '../../model/doc.ts';

/** A token as the steps of `segment` pass it on and change it. */
export interface RawToken {
  start: number;
  end: number;
  text: string;
  lower: string;
  lemma: string;
  pos: Pos;
}

type Reader = ReturnType<typeof winkNLP>;
let reader: Reader | undefined;

/** Longest piece handed to the library at once: its tables grow with the words of one piece. */
const PIECE = 20_000;

/** Tokens of `text.slice(start, end)`, appended to `into`. */
export function readTokens(text: string, start: number, end: number, into: RawToken[]): void {
  for (let from = start; from < end;) {
    const to = endOfPiece(text, from, end);
    readPiece(text, from, to, into);
    from = to;
  }
}

/** Cuts at white space where there is some within the last tenth of the piece, else anywhere but inside a character. */
function endOfPiece(text: string, from: number, end: number): number {
  if (end - from <= PIECE) return end;
  const limit = from + PIECE;
  for (let at = limit; at > limit - PIECE / 10; at--) if (/\s/.test(text[at]!)) return at;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit - 1 : limit;
}

function readPiece(text: string, from: number, to: number, into: RawToken[]): void {
  reader ??= winkNLP(model, ['pos']);
  const plain = plainOf(text.slice(from, to));
  const tokens = reader.readDoc(plain).tokens();
  const { value: valueOf, pos: posOf, lemma: lemmaOf } = reader.its;
  const values = tokens.out(valueOf);
  const tags = tokens.out(posOf) as Pos[];
  // The library's own types leave out that `lemma` may be asked for; its manual gives it.
  const lemmas = tokens.out(lemmaOf as unknown as ItsFunction<string>);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === '' || value.startsWith(' ')) continue;
    while (plain.charCodeAt(at) === 32) at++;
    if (!plain.startsWith(value, at)) continue;
    const start = from + at;
    at += value.length;
    const lower = value.toLowerCase();
    into.push({ start, end: from + at, text: text.slice(start, from + at), lower, lemma: lemmas[i]!, pos: tags[i]! });
  }
}

const UNUSUAL = /[\s\u00a0\u200b\u2018\u2019\u201a-\u201f\u00ab\u00bb\u2039\u203a\u2010-\u2015\ufeff]/g;

/** What the library reads: one unit for each unit of the text, white space and typographic signs made plain. */
const plainOf = (piece: string): string => piece.replace(UNUSUAL, (unit) => PLAIN[unit] ?? ' ');

const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2039': "'",
  '\u203a': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
};
