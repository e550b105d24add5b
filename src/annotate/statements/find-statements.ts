/**
 * Last step of `annotate`: who says what. Verbs, nouns and "according to" are looked at one by one; then quotations
 * are fitted in, statements within statements are marked, and sources become speakers where an actor stands there.
 */
import type { Doc, StatementMention, TokenRange } from '../../model/doc.ts';
import type { Span } from '../../model/span.ts';
import type { Step } from '../step.ts';
import type { Scene, StatementDraft } from './draft.ts';
import { findDrafts } from './find-drafts.ts';
import { findQuotations, type Quotations } from './quotations.ts';
import { treeOf } from './tree.ts';

/** Fills `statements`. */
export const findStatements: Step = (doc, { cues }) => {
  const scene: Scene = { doc, cues, quotations: findQuotations(doc), tree: treeOf(doc) };
  return { ...doc, statements: findDrafts(scene).map((draft) => mentionOf(scene, draft)) };
};

function mentionOf({ doc, quotations }: Scene, draft: StatementDraft): StatementMention {
  const { rule } = draft;
  return {
    source: draft.source.map((range) => spanOf(doc, range)),
    cue: draft.cue.map((range) => spanOf(doc, range)),
    content: draft.content.map((range) => spanOf(doc, range)),
    direct: isDirect(doc, quotations, draft.content),
    sentences: sentencesOf(doc, draft),
    rule,
  };
}

const spanOf = (doc: Doc, { first, last }: TokenRange): Span => ({
  start: doc.tokens[first]!.start,
  end: doc.tokens[last]!.end,
});

/** Content is direct when nine tenths of its letters stand in quotations that open within it. */
function isDirect(doc: Doc, { all, around }: Quotations, content: readonly TokenRange[]): boolean {
  let letters = 0;
  let quoted = 0;
  for (const { first, last } of content)
    for (let at = first; at <= last; at++) {
      const token = doc.tokens[at]!;
      if (token.pos === 'PUNCT') continue;
      letters += token.text.length;
      if (around[at] !== 0 && all[around[at]! - 1]!.first >= first) quoted += token.text.length;
    }
  return letters > 0 && quoted >= 0.9 * letters;
}

function sentencesOf(doc: Doc, { content, sentence }: StatementDraft): number[] {
  const touched: number[] = [];
  for (const { first, last } of content) {
    let at = sentence;
    while (at > 0 && doc.sentences[at]!.first > first) at--;
    while (at + 1 < doc.sentences.length && doc.sentences[at]!.last < first) at++;
    for (; at < doc.sentences.length && doc.sentences[at]!.first <= last; at++)
      if (!touched.includes(at)) touched.push(at);
  }
  return touched;
}
