/** PLOVER slots of an event: mode and context by the lexicon, quad by the manual. */
import type { Plover, PloverView } from '../../model/record.ts';
import { PLOVER_QUAD, type Factuality } from '../../model/vocabulary.ts';
import type { ActorMention } from '../../model/doc.ts';
import type { EventMention } from './event.ts';

export const ploverOf = ({ type, mode, context }: EventMention): Plover => ({
  event: type,
  mode,
  context,
  quad: PLOVER_QUAD[type],
});

/** The event as `trucewatch code` shows it. */
export function ploverView(event: EventMention, factuality: Factuality, record?: string): PloverView {
  const side = (actors: readonly ActorMention[]) =>
    actors.map(({ code, name, start, end }) => ({ code, name, start, end }));
  return {
    type: event.type,
    quad: PLOVER_QUAD[event.type],
    mode: event.mode,
    context: event.context,
    trigger: [event.trigger.start, event.trigger.end],
    source: side(event.source),
    target: side(event.target),
    factuality,
    ...(record !== undefined && { record }),
  };
}
