/** All PLOVER events of a document: of verbs, of nouns that no verb pattern took, and how they nest. */
import { contains, overlaps } from '../../model/span.ts';
import type { CodeContext } from '../support/context.ts';
import type { CommentMention, EventMention, Told } from './event.ts';
import { nominalEvent } from './nominal-events.ts';
import { verbalEvent } from './verbal-events.ts';

/** Events in order of their triggers. No event reaches over its sentence, so the work grows with the text alone. */
export function findEvents(context: CodeContext): Told {
  const events: EventMention[] = [];
  const comments: CommentMention[] = [];
  for (let sentence = 0; sentence < context.doc.sentences.length; sentence++) {
    const verbal = defined(context.clausesBySentence[sentence]!.map((index) => verbalEvent(context, index)));
    comments.push(...verbal.filter(isComment));
    const own = eventsOf(context, sentence, verbal);
    const before = events.length;
    for (const [index, event] of own.entries()) {
      const owner = ownerOf(context, own, event, index);
      events.push(owner < 0 ? event : { ...event, within: before + owner });
    }
  }
  return { events, comments };
}

const isComment = (mention: EventMention | CommentMention): mention is CommentMention => mention.type === 'STATEMENT';

function eventsOf(
  context: CodeContext,
  sentence: number,
  verbal: readonly (EventMention | CommentMention)[],
): EventMention[] {
  const nominal = defined(context.phrasesBySentence[sentence]!.map((index) => nominalEvent(context, index)));
  const free = nominal.filter((event) => !verbal.some((other) => overlaps(other.trigger, event.trigger)));
  return [...verbal.filter((event) => !isComment(event)), ...free].toSorted(
    (a, b) => a.trigger.start - b.trigger.start || b.trigger.end - a.trigger.end,
  );
}

const defined = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item) => item !== undefined);

/** The event that `event` is the content of: the control verb over its clause, or the verb whose object it is. */
function ownerOf(context: CodeContext, own: readonly EventMention[], event: EventMention, index: number): number {
  return own.findIndex((other, at) => at !== index && !other.nominal && holds(context, other, event));
}

function holds({ doc }: CodeContext, outer: EventMention, inner: EventMention): boolean {
  if (inner.nominal) return contains(outer.extent, inner.extent) && inner.trigger.start > outer.trigger.start;
  const clause = doc.clauses[inner.clause!]!;
  return clause.parent === outer.clause && /^(?:infinitive|complement|gerund)$/.test(clause.role);
}
