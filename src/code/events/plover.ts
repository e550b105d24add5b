/** PLOVER slots of an event: mode and context by the lexicon, quad by the manual. */
import type { ActorMention } from '../../model/doc.ts';
import type { ActorRef, Plover, PloverView } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';
import { PLOVER_QUAD, type Factuality } from '../../model/vocabulary.ts';
import { actorsOfPhrase, type CodeContext } from '../support/context.ts';
import type { EventMention } from './event.ts';

export const ploverOf = ({ type, mode, context }: EventMention): Plover => ({
  event: type,
  mode,
  context,
  quad: PLOVER_QUAD[type],
});

/** The event as `trucewatch code` shows it: each side by its noun phrases, `UNK` where the phrase names no coded actor. */
export function ploverView(
  context: CodeContext,
  event: EventMention,
  factuality: Factuality,
  record?: string,
): PloverView {
  return {
    type: event.type,
    quad: PLOVER_QUAD[event.type],
    mode: event.mode,
    context: event.context,
    trigger: [event.trigger.start, event.trigger.end],
    source: sideOf(context, event.source, event.sourcePhrases),
    target: sideOf(context, event.target, event.targetPhrases),
    factuality,
    ...(record !== undefined && { record }),
  };
}

function sideOf(
  context: CodeContext,
  actors: readonly ActorMention[],
  phrases: readonly number[],
): (ActorRef & Span)[] {
  if (phrases.length === 0) return actors.map(({ code, name, start, end }) => ({ code, name, start, end }));
  return phrases.flatMap((index) => {
    const { start, end } = context.doc.phrases[index]!;
    const named = actorsOfPhrase(context, index);
    if (named.length === 0) return [{ code: 'UNK', name: context.doc.text.slice(start, end), start, end }];
    return named.map(({ code, name, start: from, end: to }) => ({
      code,
      name,
      start: Math.min(from, start),
      end: Math.max(to, end),
    }));
  });
}
