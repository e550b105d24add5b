/** Any other PLOVER event between coded actors, so that nothing which the vocabulary knows is lost. */
import type { EventRecord } from '../../model/record.ts';
import { ploverOf } from '../events/plover.ts';
import type { EventMention } from '../events/event.ts';
import type { Rule } from '../rule.ts';
import { placesIn, type CodeContext } from '../support/context.ts';
import { present, type Draft } from '../support/draft.ts';
import { actorSlots, placeSlot } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';
import { isRecalled, timeOf, timeSlotOf } from '../support/when.ts';

export const otherEvent: Rule = ({ context, events }) =>
  events.filter(isBetweenActors).map((event) => draftOf(context, event));

const isBetweenActors = ({ source, target, nominal, incident }: EventMention): boolean =>
  !nominal && incident === undefined && source.length > 0 && target.length > 0;

function draftOf(context: CodeContext, event: EventMention): Draft<EventRecord> {
  const clause = event.clause === undefined ? undefined : context.doc.clauses[event.clause];
  const { attribution, factuality, factbank } = standingOf(context, event.trigger, clause);
  const time = timeOf(context, event.trigger, clause);
  return present({
    kind: 'event' as const,
    rule: event.sense,
    spans: [event.trigger, event.extent],
    attribution,
    factuality: event.negated ? ('denied' as const) : isRecalled(context, time) ? ('recalled' as const) : factuality,
    factbank: event.negated ? ('CT-' as const) : factbank,
    time: timeSlotOf(time),
    places: placesIn(context, event.extent).map(placeSlot),
    plover: ploverOf(event),
    actors: actorSlots(event.source),
    recipients: actorSlots(event.target),
  });
}
