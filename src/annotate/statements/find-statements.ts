/**
 * Last step of `annotate`: who says what. Verbs, nouns and "according to" are looked at one by one; then quotations
 * are fitted in, statements within statements are marked, and sources become speakers where an actor stands there.
 */
import type { Doc, StatementMention, TokenRange } from '../../model/doc.ts';
import type { Mutable } from '../../model/mutable.ts';
import { cover, type Span } from '../../model/span.ts';
import type { Step } from '../step.ts';
import type { Scene, StatementDraft } from './draft.ts';
import { findDrafts } from './find-drafts.ts';
import { findQuotations, type Quotations } from './quotations.ts';
import { actorsAt, channelOf, isDocument, speakerOf } from './speakers.ts';
import { treeOf } from './tree.ts';

type Mention = Mutable<StatementMention>;

/** Fills `statements`, in the order in which they begin. */
export const findStatements: Step = (doc, { cues, channels }) => {
  const scene: Scene = { doc, cues, channels, quotations: findQuotations(doc), tree: treeOf(doc) };
  const actors = actorsAt(doc);
  const drafts = findDrafts(scene)
    .map((draft) => ({ draft, start: startOf(draft) }))
    .sort((a, b) => a.start - b.start);
  const statements: Mention[] = [];
  const people = new Set(doc.actors.filter(({ type }) => type === 'person').map(({ key }) => key));
  let author: StatementMention['speaker'];
  let body: StatementMention['speaker'];
  for (const { draft } of drafts) {
    const mention = mentionOf(scene, draft);
    const speaker =
      speakerOf(scene, actors, draft) ?? (isDocument(scene, draft) ? author : isIt(scene, draft) ? body : undefined);
    const channel = channelOf(scene, draft);
    if (speaker !== undefined) author = mention.speaker = speaker;
    if (speaker !== undefined && !people.has(speaker.key)) body = speaker;
    mention.channel = channel;
    statements.push(mention);
  }
  markNested(statements);
  return { ...doc, statements };
};

/** "it said": the last ministry, army or other body that spoke. */
const isIt = ({ doc }: Scene, { source }: StatementDraft): boolean =>
  source.length === 1 && source[0]!.first === source[0]!.last && doc.tokens[source[0]!.first]!.lower === 'it';

/** First token of a statement: its lists are in the order of the text. */
const startOf = ({ source, cue, content }: StatementDraft): number =>
  Math.min(source[0]?.first ?? Infinity, cue[0]?.first ?? Infinity, content[0]?.first ?? Infinity);

function mentionOf({ doc, quotations }: Scene, draft: StatementDraft): Mention {
  const { rule, source, cue, content } = draft;
  return {
    source: source.map((range) => spanOf(doc, range)),
    cue: cue.map((range) => spanOf(doc, range)),
    content: content.map((range) => spanOf(doc, range)),
    direct: isDirect(doc, quotations, content),
    speaker: undefined,
    channel: undefined,
    sentences: sentencesOf(doc, draft),
    within: undefined,
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

/** How many statements away the one around another can be: a line without stops has thousands. */
const NEIGHBOURS = 20;

/** Tells each statement of the smallest one that it stands in. */
function markNested(statements: Mention[]): void {
  for (let index = 0; index < statements.length; index++) {
    const statement = statements[index]!;
    const span = cover([...statement.cue, ...statement.content.slice(0, 1)]);
    let best = -1;
    for (
      let other = Math.max(0, index - NEIGHBOURS);
      other < Math.min(statements.length, index + NEIGHBOURS);
      other++
    ) {
      if (other === index || !isAround(statements[other]!, span)) continue;
      if (best < 0 || lengthOf(statements[other]!) < lengthOf(statements[best]!)) best = other;
    }
    if (best >= 0) statement.within = best;
  }
}

const isAround = ({ content }: StatementMention, span: Span): boolean =>
  content.some(({ start, end }) => start <= span.start && span.end <= end);

const lengthOf = ({ content }: StatementMention): number =>
  content.reduce((sum, { start, end }) => sum + end - start, 0);
