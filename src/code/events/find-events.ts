/** All PLOVER events of a document: of verbs, of nouns that no verb pattern took, and how they nest. */
import type { Clause } from '../../model/doc.ts';
import { contains, overlaps } from '../../model/span.ts';
import type { CodeContext } from '../support/context.ts';
import type { EventMention } from './event.ts';
import { nominalEvent } from './nominal-events.ts';
import { verbalEvent } from './verbal-events.ts';

/** Events in order of their triggers. */
export function findEvents(context: CodeContext): EventMention[] {
  const { doc } = context;
  const verbal = doc.clauses.map((_, index) => verbalEvent(context, index)).filter((event) => event !== undefined);
  const nominal = doc.phrases
    .map((_, index) => nominalEvent(context, index))
    .filter(
      (event) => event !== undefined && !verbal.some((v) => overlaps(v.trigger, event.trigger)),
    ) as EventMention[];
  const events = [...verbal, ...nominal].toSorted(
    (a, b) => a.trigger.start - b.trigger.start || b.trigger.end - a.trigger.end,
  );
  return events.map((event, index) => nested(context, events, event, index));
}

/** Finds the event that `event` is the content of: the control verb over its clause, or the verb whose object it is. */
function nested(
  context: CodeContext,
  events: readonly EventMention[],
  event: EventMention,
  index: number,
): EventMention {
  const owner = events.findIndex(
    (other, at) => at !== index && !other.nominal && other.clause !== undefined && holds(context, other, event),
  );
  return owner < 0 ? event : { ...event, within: owner };
}

function holds({ doc }: CodeContext, outer: EventMention, inner: EventMention): boolean {
  if (inner.nominal)
    return (
      inner.clause === undefined &&
      outer.clause !== undefined &&
      contains(outer.extent, inner.extent) &&
      inner.trigger.start > outer.trigger.start
    );
  const clause: Clause | undefined = inner.clause === undefined ? undefined : doc.clauses[inner.clause];
  return (
    clause?.parent !== undefined &&
    clause.parent === outer.clause &&
    /^(?:infinitive|complement|gerund)$/.test(clause.role)
  );
}
