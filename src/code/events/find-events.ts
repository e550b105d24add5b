/** All PLOVER events of a document: of verbs, of nouns that no verb pattern took, and how they nest. */
import { NOTHING } from '../../model/lists.ts';
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
    const verbal = foundAt(context.clausesBySentence[sentence]!, (index) => verbalEvent(context, index));
    const own = eventsOf(context, sentence, verbal);
    for (const mention of verbal) if (isComment(mention)) comments.push(mention);
    const before = events.length;
    own.forEach((event, index) => {
      const owner = own.length === 1 ? -1 : ownerOf(context, own, event, index);
      events.push(owner < 0 ? event : { ...event, within: before + owner });
    });
  }
  return { events, comments };
}

const isComment = (mention: EventMention | CommentMention): mention is CommentMention => mention.type === 'STATEMENT';

function eventsOf(
  context: CodeContext,
  sentence: number,
  verbal: readonly (EventMention | CommentMention)[],
): readonly EventMention[] {
  const nominal = foundAt(context.phrasesBySentence[sentence]!, (index) => nominalEvent(context, index));
  if (verbal.length + nominal.length === 0) return NOTHING;
  if (verbal.length === 0 && nominal.length === 1) return nominal;
  const free =
    verbal.length === 0
      ? nominal
      : nominal.filter((event) => !verbal.some((other) => overlaps(other.trigger, event.trigger)));
  return [...verbal.filter((event) => !isComment(event)), ...free].toSorted(
    (a, b) => a.trigger.start - b.trigger.start || b.trigger.end - a.trigger.end,
  );
}

function foundAt<T>(indices: readonly number[], find: (index: number) => T | undefined): readonly T[] {
  let found: T[] | undefined;
  for (const index of indices) {
    const one = find(index);
    if (one === undefined) continue;
    if (found === undefined) found = [one];
    else found.push(one);
  }
  return found ?? NOTHING;
}

/** The event that `event` is the content of: the control verb over its clause, or the verb whose object it is. */
function ownerOf(context: CodeContext, own: readonly EventMention[], event: EventMention, index: number): number {
  return own.findIndex((other, at) => at !== index && !other.nominal && holds(context, other, event));
}

function holds({ doc }: CodeContext, outer: EventMention, inner: EventMention): boolean {
  if (inner.nominal) return contains(outer.extent, inner.extent) && inner.trigger.start > outer.trigger.start;
  const clause = doc.clauses[inner.clause!]!;
  return clause.parent === outer.clause && /^(?:infinitive|complement|gerund)$/.test(clause.role);
}
