/**
 * First step of `annotate`: an article becomes a document with words, tokens and sentences. Every block (headline,
 * deck, paragraph) is read on its own, so that no sentence runs over its end.
 */
import type { Lexicons } from '../lexicon/lexicons.ts';
import { wordsOf } from '../lexicon/words.ts';
import type { Article } from '../model/article.ts';
import type { Doc, Sentence } from '../model/doc.ts';
import { blocksOf } from './segment/blocks.ts';
import { findSentences } from './segment/find-sentences.ts';
import { joinTokens } from './segment/join-tokens.ts';
import { readTokens, type RawToken } from './segment/wink.ts';

/**
 * Words, tokens and sentences of `article`; all other layers are empty. Words cover the whole text, tokens and
 * sentences its headline, deck and paragraphs. Compounds with hyphens are one token ("cease-fire"), "don't" is two.
 */
export function segment(article: Article, lexicons: Lexicons): Doc {
  const { text } = article;
  const tokens: RawToken[] = [];
  const sentences: Sentence[] = [];
  for (const block of blocksOf(article)) {
    const from = tokens.length;
    readTokens(text, block.start, block.end, tokens);
    joinTokens(tokens, from, lexicons.abbreviations);
    for (const range of findSentences(tokens, from, tokens.length - 1, lexicons.abbreviations)) {
      const start = tokens[range.first]!.start;
      const end = tokens[range.last]!.end;
      sentences.push({ start, end, ...range, zone: block.zone, paragraph: block.paragraph });
    }
  }
  return { ...EMPTY, article, text, words: wordsOf(text), tokens, sentences };
}

const EMPTY = {
  phrases: [],
  verbs: [],
  clauses: [],
  times: [],
  entities: [],
  actors: [],
  places: [],
  instruments: [],
  weapons: [],
  quantities: [],
  statements: [],
  diagnostics: [],
} satisfies Partial<Doc>;
