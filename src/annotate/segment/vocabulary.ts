/**
 * What wink-nlp's English model knows of single words: whether it has a word, and which tags it can bear.
 * `casing` asks the first, `retag` the second. Read from the model's own tables, whose layout it describes itself.
 */
import model from 'wink-eng-lite-web-model';
import type { Pos } from '../../model/doc.ts';

/** Where a property stands in the model's table of words: row offset, mask, shift. */
type Layout = readonly [offset: number, mask: number, shift: number, ...rest: number[]];

interface Core {
  readonly features: {
    readonly lexeme: { readonly hash: Readonly<Record<string, number>> };
    readonly posClusters: { readonly list: readonly Iterable<number>[] };
  };
  readonly lexicon: Readonly<ArrayLike<number>>;
  readonly packing: { readonly size: number; readonly layout: Readonly<Record<string, Layout>> };
  readonly pos: { readonly list: readonly string[] };
}

export interface Vocabulary {
  /** Whether the model has the word, as written: "attacks", "Russia". */
  has(word: string): boolean;
  /** Whether a word in lower case can bear the tag; false for words that the model lacks. */
  canBe(word: string, tag: Pos): boolean;
}

let vocabulary: Vocabulary | undefined;

/** The model's words, read on the first call. */
export function loadVocabulary(): Vocabulary {
  vocabulary ??= vocabularyOf((model.core as () => Core)());
  return vocabulary;
}

function vocabularyOf({ features, lexicon, packing, pos }: Core): Vocabulary {
  const rows = new Map(Object.entries(features.lexeme.hash));
  const [offset, mask, shift] = packing.layout['lexemeCID']!;
  const clusters = features.posClusters.list.map((tags) => new Set([...tags].map((tag) => pos.list[tag]!)));
  return {
    has: (word) => rows.has(word),
    canBe: (word, tag) => {
      const row = rows.get(word);
      if (row === undefined) return false;
      return clusters[(lexicon[offset + row * packing.size]! & mask) >>> shift]!.has(tag);
    },
  };
}
