/** Which event a report, or a sentence, is first of all about. */
import type { CodeContext } from '../support/context.ts';
import { verbOf } from '../support/context.ts';
import type { EventMention } from './event.ts';

/** Weights of what makes an event less likely to be the main one; tuned on the development packs. */
const NOMINAL = 2.5;
const NO_SOURCE = 0.75;
const NO_TARGET = 0.25;
const CONTENT_OF_EVENT = 1.5;

/** Events with the main one first, the rest in order of the text. Only the first sentences can hold the main one. */
export function mainFirst(context: CodeContext, events: readonly EventMention[]): EventMention[] {
  let best: { event: EventMention; cost: number } | undefined;
  for (const event of events) {
    if (
      best !== undefined &&
      context.doc.sentences[FIRST_SENTENCES]?.start !== undefined &&
      event.trigger.start > context.doc.sentences[FIRST_SENTENCES]!.start
    )
      break;
    const cost = costOf(context, event);
    if (best === undefined || cost < best.cost) best = { event, cost };
  }
  return best === undefined ? [] : [best.event, ...events.filter((event) => event !== best.event)];
}

const FIRST_SENTENCES = 3;

function costOf(context: CodeContext, event: EventMention): number {
  return (
    (event.nominal ? NOMINAL : depthOf(context, event)) +
    (event.source.length === 0 ? NO_SOURCE : 0) +
    (event.target.length === 0 ? NO_TARGET : 0) +
    (event.within === undefined ? 0 : CONTENT_OF_EVENT)
  );
}

/** How many clauses the event hangs below; verbs of telling do not count, for what is told is the event. */
function depthOf(context: CodeContext, event: EventMention): number {
  let depth = 0;
  let clause = context.doc.clauses[event.clause!]!;
  if (clause.role === 'relative' || clause.role === 'adverbial' || clause.role === 'participial') depth += 1;
  for (let steps = 0; clause.parent !== undefined && steps < 8; steps++) {
    clause = context.doc.clauses[clause.parent]!;
    if (!context.lexicons.cues.verbs.has(verbOf(context, clause).lemma)) depth += 1;
  }
  return depth;
}
