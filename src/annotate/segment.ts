/**
 * First step of `annotate`: an article becomes a document with words, tokens and sentences. Every block (headline,
 * deck, paragraph) is read on its own, so that no sentence runs over its end.
 */
import type { Lexicons } from '../lexicon/lexicons.ts';
import { spell } from '../lexicon/words.ts';
import type { Article } from '../model/article.ts';
import type { Doc, Sentence } from '../model/doc.ts';
import { blocksOf } from './segment/blocks.ts';
import { readsOf, spellingsOf, styleOf } from './segment/casing.ts';
import { findSentences } from './segment/find-sentences.ts';
import { retag } from './segment/retag.ts';
import { tagTokens } from './segment/tag.ts';
import { tokenize, type Cut } from './segment/tokenize.ts';
import { loadWordModel } from './segment/word-model.ts';

/**
 * Words, tokens and sentences of `article`; all other layers are empty. Words cover the whole text, tokens and
 * sentences its headline, deck and paragraphs. Compounds with hyphens are one token ("cease-fire"), "don't" is two.
 */
export function segment(article: Article, lexicons: Lexicons): Doc {
  const { text } = article;
  const spelt = spell(text);
  const cut: Cut = { tokens: [], seen: [] };
  const blocks = blocksOf(article).map((block) => {
    const from = cut.tokens.length;
    tokenize(spelt, block.start, block.end, lexicons.abbreviations, cut);
    const to = cut.tokens.length;
    return { block, from, to, style: styleOf(cut.tokens, from, to) };
  });
  const spellings = spellingsOf(cut, blocks);
  const known = loadWordModel();
  const sentences: Sentence[] = [];
  for (const part of blocks) {
    const { block, from, to, style } = part;
    tagTokens(cut, readsOf(cut, part, spellings, known), from, known);
    for (const range of findSentences(cut.tokens, from, to - 1, lexicons.abbreviations)) {
      retag(cut.tokens, range, known, style);
      const start = cut.tokens[range.first]!.start;
      const end = cut.tokens[range.last]!.end;
      sentences.push({ start, end, ...range, zone: block.zone, paragraph: block.paragraph });
    }
  }
  return { ...EMPTY, article, text, words: spelt.words, tokens: cut.tokens, sentences };
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
