/**
 * The tables of wink-nlp's English model: a row for each word, packed into numbers whose layout the model describes
 * itself. `word-model` reads words from them, `tag-patterns` has the model's patterns of tags.
 */
import model from 'wink-eng-lite-web-model';
import { interned } from '../../lexicon/word-table.ts';
import type { Pos } from '../../model/doc.ts';

/** Where a property stands in the model's table of words: row offset, mask, shift. */
type Layout = readonly [offset: number, mask: number, shift: number, ...rest: number[]];

interface Core {
  readonly features: {
    readonly lexeme: { readonly list: readonly string[] };
    readonly posClusters: { readonly list: readonly Iterable<number>[] };
  };
  readonly lexicon: Readonly<ArrayLike<number>>;
  readonly xpansions: Readonly<ArrayLike<number>>;
  readonly packing: {
    readonly size: number;
    readonly layout: Readonly<Record<string, Layout>>;
    readonly config: object;
  };
  readonly pos: { readonly list: readonly Pos[]; readonly hash: Readonly<Record<string, number>> };
  readonly tcat: { readonly hash: { readonly word: number } };
}

/** A word inside another one: "not" in "cannot". */
export interface Part {
  readonly row: number;
  readonly normal: number;
  readonly lemma: number;
  readonly tag: number;
}

/** The model's table of words. Rows are numbers. */
export interface ModelTables {
  readonly tags: readonly Pos[];
  rowOf(word: string): number | undefined;
  wordAt(row: number): string;
  /** The row of the usual spelling: "colour" for "color". */
  usual(row: number): number;
  /** The row of the usual spelling in lower case. */
  normal(row: number): number;
  tagOf(row: number): number;
  /** Tags that a word can bear, one bit each. */
  bears(row: number): number;
  /** The sign that patterns know a word by; 0 for most. */
  signOf(row: number): number;
  /** The lemma, where a word has one only, whatever its tag. */
  onlyLemma(row: number): number | undefined;
  /** The words that a contraction stands for; none for other words. */
  partsOf(row: number): readonly Part[];
  /** Tag of a word of letters that the model lacks, by its ending and its capital. */
  guessTag(word: string): number;
  lemmatize(word: string, tag: number): string;
}

/** What the model's own functions for guessing tags and lemmas ask of its table of words. */
interface Asked {
  lookup(word: string): readonly number[];
  intrinsicSize(): number;
  posOf(row: number): number;
  hasSamePOS(word: string, tag: Pos): boolean;
}
type Features = (config: object) => { pos(word: string, category: number, asked: Asked): number };
type Lemmatize = (word: string, tag: Pos, asked: Asked) => string;

/** Reads the tables: a tenth of a second. */
export function readModelTables(): ModelTables {
  const { features, lexicon, xpansions, packing, pos, tcat } = (model.core as () => Core)();
  const words = features.lexeme.list;
  const rows = new Map<string, number>();
  for (const [row, word] of words.entries()) rows.set(word, row);
  const clusters = features.posClusters.list.map((tags) => [...tags].reduce((bits, tag) => bits | (1 << tag), 0));
  const reads = (name: string): ((row: number) => number) => {
    const [offset, mask, shift] = packing.layout[name]!;
    return (row) => (lexicon[offset + row * packing.size]! & mask) >>> shift;
  };
  const [lemma, offset, tagOf, cluster] = [reads('lemma'), reads('normal'), reads('pos'), reads('lexemeCID')];
  const [isMapped, isContraction, isBase] = [reads('isSpellingMapped'), reads('isContraction'), reads('isBaseForm')];
  const hasOneLemma = reads('isSLemma');
  const usual = (row: number): number => (isMapped(row) === 1 ? lemma(row) : row);
  const bears = (row: number): number => clusters[cluster(row)]!;
  const partsOf = (row: number): readonly Part[] => (isContraction(row) === 1 ? partsAt(xpansions, lemma(row)) : []);
  const asked: Asked = {
    lookup: (word) => {
      const row = rows.get(word);
      return row === undefined ? [words.length] : [partsOf(row)[0]?.row ?? row];
    },
    intrinsicSize: () => words.length,
    posOf: tagOf,
    hasSamePOS: (word, tag) => {
      const row = rows.get(word);
      if (row === undefined || partsOf(row).length > 0 || isBase(row) === 0) return false;
      return (bears(row) & (1 << pos.hash[tag]!)) !== 0;
    },
  };
  const guess = (model.featureFn as Features)(packing.config);
  const { lemmatize } = model.addons as { readonly lemmatize: Lemmatize };
  return {
    tags: pos.list.map((tag) => interned(tag) as Pos),
    rowOf: (word) => rows.get(word),
    wordAt: (row) => words[row]!,
    usual,
    normal: (row) => (isMapped(row) === 1 ? lemma(row) : row + offset(row)),
    tagOf,
    bears,
    signOf: reads('posHint'),
    onlyLemma: (row) => (hasOneLemma(row) === 1 ? lemma(row) : undefined),
    partsOf,
    guessTag: (word) => guess.pos(word, tcat.hash.word, asked),
    lemmatize: (word, tag) => lemmatize(word, pos.list[tag]!, asked),
  };
}

/** Bits of a contraction's packed number that say where its words stand, and behind them how many numbers these take. */
const PLACE_BITS = 14;
const LENGTH_MASK = 31;
/** Numbers that a word of a contraction takes: row, row of its normal form, row of its lemma, tag. */
const PART_SIZE = 4;

function partsAt(xpansions: Readonly<ArrayLike<number>>, packed: number): Part[] {
  const from = packed & ((1 << PLACE_BITS) - 1);
  const to = from + ((packed >> PLACE_BITS) & LENGTH_MASK);
  const parts: Part[] = [];
  for (let at = from; at < to; at += PART_SIZE)
    parts.push({
      row: xpansions[at]!,
      normal: xpansions[at + 1]!,
      lemma: xpansions[at + 2]!,
      tag: xpansions[at + 3]!,
    });
  return parts;
}
