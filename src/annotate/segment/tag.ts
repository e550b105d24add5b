/**
 * Gives tokens their part of speech and lemma with wink-nlp. The only file that knows the library.
 * Third step of `segment`; what the library gets wrong is mended after it.
 */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { Pos } from '../../model/doc.ts';
import type { StandIn } from './stand-in.ts';
import type { Cut, RawToken } from './tokenize.ts';

type Reader = ReturnType<typeof winkNLP>;
let reader: Reader | undefined;

/** Tokens handed to the library at once: its tables grow with one text. */
const PIECE = 4000;
/** The library forgets no word that it has met, so after this many tokens it is set up afresh (a fifth of a second). */
const TOKENS_OF_A_READER = 10_000_000;
let tokensRead = 0;

/** Fills in `pos` and `lemma` of the tokens from index `from` on. `reads` has the word to read for each of these. */
export function tagTokens(cut: Cut, reads: readonly string[], from: number): void {
  if (reads.length <= PIECE) tagPiece(cut, reads, from);
  else for (let at = 0; at < reads.length; at += PIECE) tagPiece(cut, reads.slice(at, at + PIECE), from + at);
}

function tagPiece({ tokens, standIns }: Cut, reads: readonly string[], from: number): void {
  if (reader === undefined || tokensRead > TOKENS_OF_A_READER) {
    reader = winkNLP(model, ['pos']);
    tokensRead = 0;
    lemmasOfTag.clear();
  }
  tokensRead += reads.length;
  const read = reader.readDoc(reads.join(' ')).tokens();
  const { its } = reader as unknown as { readonly its: Record<'value' | 'pos' | 'lemma', ItsFunction<string>> };
  const tags = read.out(its.pos) as Pos[];
  if (tags.length === reads.length) {
    const lemmaAt = (at: number): string => read.itemAt(at).out(its.lemma);
    for (let at = 0; at < reads.length; at++)
      setTag(tokens[from + at]!, standIns[from + at], tags[at]!, lemmaOf(reads[at]!, tags[at]!, at, lemmaAt));
    return;
  }
  const lemmas = read.out(its.lemma);
  const values = read.out(its.value);
  let at = 0;
  for (let index = 0; index < reads.length; index++) {
    setTag(tokens[from + index]!, standIns[from + index], tags[at]!, lemmas[at]!.toLowerCase());
    at = behindParts(values, at, reads[index]!.length);
  }
}

/** Lemmas by tag and word: the library tries endings anew each time. Forgotten together with the reader. */
const lemmasOfTag = new Map<Pos, Map<string, string>>();

function lemmaOf(word: string, tag: Pos, at: number, lemmaAt: (at: number) => string): string {
  let known = lemmasOfTag.get(tag);
  if (known === undefined) lemmasOfTag.set(tag, (known = new Map<string, string>()));
  let lemma = known.get(word);
  if (lemma === undefined) known.set(word, (lemma = lemmaAt(at).toLowerCase()));
  return lemma;
}

/** A word that the library cuts ("cannot" is "can" and "not") has the tag of its first part. */
function behindParts(values: readonly string[], from: number, length: number): number {
  let at = from;
  for (let read = values[at++]!.length; read < length && at < values.length;) read += values[at++]!.length;
  return at;
}

function setTag(token: RawToken, standIn: StandIn | undefined, tag: Pos, lemma: string): void {
  if (standIn === undefined) {
    token.pos = tag;
    token.lemma = lemma;
    return;
  }
  token.pos = standIn.fixed ?? (standIn.nominal === true && tag === 'VERB' ? 'NOUN' : tag);
  token.lemma = standIn.lemma ?? (standIn.prefix ?? '') + lemma;
}
