/**
 * What wink-nlp's English model knows of single words: the tags that each can bear, the commonest one, its lemmas.
 * `casing` and `retag` ask for single words, `tag` for what patterns of tags need.
 */
import { interned } from '../../lexicon/word-table.ts';
import type { Pos } from '../../model/doc.ts';
import { readModelTables, type ModelTables, type Part } from './model-tables.ts';

/** What is known of one word as written. Tags are numbers: places in `WordModel.tags`. */
export interface Reading {
  readonly word: string;
  /** Whether the model has the word. */
  readonly known: boolean;
  /** Tags that the word itself can bear, one bit each. */
  readonly bears: number;
  /** The same for its usual spelling in lower case: the tags that patterns may give it. */
  readonly allows: number;
  /** The sign that patterns know the word by; 0 when they look at its tag. */
  readonly sign: number;
  /** The commonest tag. */
  readonly tag: number;
  /** Whether the tag stays whatever patterns say, as in contractions. */
  readonly fixed: boolean;
  /** What the lemma is made from, unless it is given. */
  readonly stem: string;
  /** By tag, in lower case, each made when it is first asked for. */
  readonly lemmas: (string | undefined)[];
  /** The words behind the first one of a contraction: "cannot" is "can" and "not". */
  readonly rest: readonly Reading[];
}

export interface WordModel {
  readonly tags: readonly Pos[];
  /** What is known of a word as written. */
  readingOf(word: string): Reading;
  lemmaOf(reading: Reading, tag: number): string;
  /** Whether the model has the word, as written: "attacks", "Russia". */
  has(word: string): boolean;
  /** Whether a word in lower case can bear the tag; false for words that the model lacks. */
  canBe(word: string, tag: Pos): boolean;
}

/** Readings that are kept: an archive has no end of names and misprints. */
const MOST_READINGS = 50_000;

let wordModel: WordModel | undefined;

/** The model's words, read on the first call. */
export const loadWordModel = (): WordModel => (wordModel ??= wordModelOf(readModelTables()));

function wordModelOf(tables: ModelTables): WordModel {
  const readings = new Map<string, Reading>();
  const bits = new Map(tables.tags.map((tag, at) => [tag, 1 << at]));
  const readingOf = (word: string): Reading => {
    let reading = readings.get(word);
    if (reading === undefined) {
      if (readings.size >= MOST_READINGS) readings.clear();
      reading = newReading(unshared(word), tables);
      readings.set(reading.word, reading);
    }
    return reading;
  };
  return {
    tags: tables.tags,
    readingOf,
    lemmaOf: ({ lemmas, stem }, tag) => (lemmas[tag] ??= interned(tables.lemmatize(stem, tag).toLowerCase())),
    has: (word) => readingOf(word).known,
    canBe: (word, tag) => (readingOf(word).bears & bits.get(tag)!) !== 0,
  };
}

/** The same letters in memory of their own: a part of a string keeps the whole of it, here a report. */
const unshared = (word: string): string => Buffer.from(word, 'utf16le').toString('utf16le');

const NOUN = 8;

function newReading(word: string, tables: ModelTables): Reading {
  const row = tables.rowOf(word);
  if (row === undefined) return unknownReading(word, tables);
  const parts = tables.partsOf(row);
  if (parts.length > 0) {
    const [first, ...rest] = parts.map((part) => partReading(part, tables));
    return { ...first!, word, bears: tables.bears(row), rest };
  }
  const usual = tables.usual(row);
  const normal = tables.normal(row);
  const lemma = tables.onlyLemma(usual);
  return {
    word,
    known: true,
    bears: tables.bears(row),
    allows: tables.bears(normal),
    sign: tables.signOf(row),
    tag: tables.tagOf(usual) || NOUN,
    fixed: false,
    stem: tables.wordAt(normal),
    lemmas: tables.tags.map(() => (lemma === undefined ? undefined : interned(tables.wordAt(lemma).toLowerCase()))),
    rest: [],
  };
}

function unknownReading(word: string, tables: ModelTables): Reading {
  const lower = word.toLowerCase();
  const row = tables.rowOf(lower);
  const usual = row === undefined ? undefined : tables.usual(row);
  return {
    word,
    known: false,
    bears: 0,
    allows: usual === undefined ? 0 : tables.bears(usual),
    sign: 0,
    tag: tables.guessTag(word) || NOUN,
    fixed: false,
    stem: usual === undefined ? lower : tables.wordAt(usual),
    lemmas: tables.tags.map(() => undefined),
    rest: [],
  };
}

function partReading({ row, normal, lemma, tag }: Part, tables: ModelTables): Reading {
  return {
    word: tables.wordAt(row),
    known: true,
    bears: tables.bears(row),
    allows: tables.bears(normal),
    sign: tables.signOf(row),
    tag,
    fixed: true,
    stem: '',
    lemmas: tables.tags.map(() => interned(tables.wordAt(lemma).toLowerCase())),
    rest: [],
  };
}
