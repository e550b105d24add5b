/**
 * What wink-nlp's English model knows of single words: the tags that each can bear, the commonest one, its lemmas.
 * `casing` and `retag` ask for single words, `tag` for what patterns of tags need.
 */
import type { Reading } from '../../lexicon/reading.ts';
import { interned } from '../../lexicon/word-table.ts';
import type { Pos } from '../../model/doc.ts';
import { readModelTables, type ModelTables, type Part } from './model-tables.ts';

/** In place of a tag: the lemma is the same for all. */
const ANY = -1;
/** In place of a tag: no lemma has been asked for. */
const NONE = -2;

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
      reading = newReading(interned(word), tables);
      readings.set(reading.word, reading);
    }
    return reading;
  };
  return {
    tags: tables.tags,
    readingOf,
    lemmaOf: (reading, tag) =>
      reading.lemmaTag === tag || reading.lemmaTag === ANY ? reading.lemma! : nextLemma(reading, tag, tables),
    has: (word) => readingOf(word).known,
    canBe: (word, tag) => (readingOf(word).bears & bits.get(tag)!) !== 0,
  };
}

function nextLemma(reading: Reading, tag: number, tables: ModelTables): string {
  const known = reading.lemmas?.[tag];
  if (known !== undefined) return known;
  const lemma = interned(tables.lemmatize(reading.stem, tag).toLowerCase());
  if (reading.lemmaTag === NONE) {
    reading.lemmaTag = tag;
    reading.lemma = lemma;
  } else (reading.lemmas ??= [])[tag] = lemma;
  return lemma;
}

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
    sign: tables.signOf(row),
    tag: tables.tagOf(usual) || NOUN,
    rest: undefined,
    lemma: lemma === undefined ? undefined : lowerWord(lemma, tables),
    lemmaTag: lemma === undefined ? NONE : ANY,
    bears: tables.bears(row),
    allows: tables.bears(normal),
    known: true,
    fixed: false,
    word,
    stem: tables.wordAt(normal),
    lemmas: undefined,
  };
}

const lowerWord = (row: number, tables: ModelTables): string => interned(tables.wordAt(row).toLowerCase());

function unknownReading(word: string, tables: ModelTables): Reading {
  const lower = word.toLowerCase();
  const row = tables.rowOf(lower);
  const usual = row === undefined ? undefined : tables.usual(row);
  return {
    sign: 0,
    tag: tables.guessTag(word) || NOUN,
    rest: undefined,
    lemma: undefined,
    lemmaTag: NONE,
    bears: 0,
    allows: usual === undefined ? 0 : tables.bears(usual),
    known: false,
    fixed: false,
    word,
    stem: usual === undefined ? lower : tables.wordAt(usual),
    lemmas: undefined,
  };
}

function partReading({ row, normal, lemma, tag }: Part, tables: ModelTables): Reading {
  return {
    sign: tables.signOf(row),
    tag,
    rest: undefined,
    lemma: lowerWord(lemma, tables),
    lemmaTag: ANY,
    bears: tables.bears(row),
    allows: tables.bears(normal),
    known: true,
    fixed: true,
    word: tables.wordAt(row),
    stem: '',
    lemmas: undefined,
  };
}
