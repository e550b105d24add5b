/** Which event a report, or a sentence, is first of all about; where it is about none, which comment. */
import type { CodeContext } from '../support/context.ts';
import { verbOf } from '../support/context.ts';
import type { CommentMention, EventMention, Told } from './event.ts';

/** Weights of what makes an event less likely to be the main one; tuned on the development packs. */
const NOMINAL = 2.5;
const NO_SOURCE = 0.75;
const NO_TARGET = 0.25;
const CONTENT_OF_EVENT = 1.5;
const BELOW = 1;

/** How many sentences can hold the main event: the headline, the deck and the lead. */
const FIRST_SENTENCES = 3;

/** The main event or comment first, then the other events in order of the text. */
export function mainFirst(context: CodeContext, told: Told): (EventMention | CommentMention)[] {
  const limit = context.doc.sentences[FIRST_SENTENCES]?.start ?? Number.POSITIVE_INFINITY;
  let best: { event: EventMention | CommentMention; cost: number } | undefined;
  for (const event of candidates(told, limit)) {
    const cost = costOf(context, event);
    if (best === undefined || cost < best.cost) best = { event, cost };
  }
  if (best === undefined) return [...told.events];
  return [best.event, ...told.events.filter((event) => event !== best.event)];
}

const candidates = ({ events, comments }: Told, limit: number): (EventMention | CommentMention)[] =>
  [...events, ...comments]
    .filter(({ trigger }) => trigger.start < limit)
    .toSorted((a, b) => a.trigger.start - b.trigger.start);

function costOf(context: CodeContext, event: EventMention | CommentMention): number {
  return (
    (event.nominal ? NOMINAL : depthOf(context, event.clause!)) +
    (event.sourcePhrases.length + event.source.length === 0 ? NO_SOURCE : 0) +
    (event.targetPhrases.length + event.target.length === 0 ? NO_TARGET : 0) +
    (event.within === undefined ? 0 : CONTENT_OF_EVENT)
  );
}

/** How many clauses the event hangs below; verbs of telling do not count, for what is told is the event. */
function depthOf(context: CodeContext, index: number): number {
  let clause = context.doc.clauses[index]!;
  let depth = 0;
  if (clause.role === 'relative' || clause.role === 'adverbial' || clause.role === 'participial') depth += BELOW;
  for (let steps = 0; clause.parent !== undefined && steps < 8; steps++) {
    clause = context.doc.clauses[clause.parent]!;
    if (!context.lexicons.cues.verbs.has(verbOf(context, clause).lemma)) depth += BELOW;
  }
  return depth;
}
