/** PLOVER slots of an event: mode and context by the lexicon, quad by the manual. */
import type { ActorMention } from '../../model/doc.ts';
import type { ActorRef, Plover, PloverView } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';
import { PLOVER_QUAD, type Factuality } from '../../model/vocabulary.ts';
import type { CodeContext } from '../support/context.ts';
import type { CommentMention, EventMention } from './event.ts';
import { isKnown, sideSpan, standsFor } from './sides.ts';

export const ploverOf = ({ type, mode, context }: EventMention): Plover => ({
  event: type,
  mode,
  context,
  quad: PLOVER_QUAD[type],
});

/**
 * The event as `trucewatch code` shows it: each side by its noun phrases, `UNK` where the phrase names no coded actor.
 * Only the main one can be a STATEMENT; a denial further down is shown as the act with its factuality.
 */
export function ploverView(
  context: CodeContext,
  event: EventMention | CommentMention,
  factuality: Factuality,
  isMain: boolean,
  record?: string,
): PloverView {
  const type = event.told === 'STATEMENT' && !isMain ? event.type : event.told;
  const source = sideOf(context, event.source, event.sourcePhrases);
  const target = sideOf(context, event.target, event.targetPhrases);
  // who meets is on both sides, as the manual has it
  const both =
    event.reciprocal && source.length > 0 && (target.length === 0 ? source.length > 1 : target.some(isKnown));
  return {
    type,
    ...(type !== 'STATEMENT' && { quad: PLOVER_QUAD[type] }),
    mode: event.mode,
    context: event.context,
    trigger: [event.trigger.start, event.trigger.end],
    source: both ? joined(source, target) : source,
    target: both ? joined(source, target) : target,
    factuality,
    ...(record !== undefined && { record }),
  };
}

const joined = (a: readonly (ActorRef & Span)[], b: readonly (ActorRef & Span)[]): (ActorRef & Span)[] =>
  [...a, ...b.filter(({ code, start }) => !a.some((one) => one.code === code && one.start === start))].toSorted(
    (x, y) => x.start - y.start,
  );

function sideOf(
  context: CodeContext,
  actors: readonly ActorMention[],
  phrases: readonly number[],
): (ActorRef & Span)[] {
  if (phrases.length === 0) return actors.map(({ code, name, start, end }) => ({ code, name, start, end }));
  return phrases.flatMap((index) => {
    const span = sideSpan(context, index);
    const named = standsFor(context, index, true);
    if (named.length === 0) return [{ code: 'UNK', name: context.doc.text.slice(span.start, span.end), ...span }];
    return named.map(({ code, name }) => ({ code, name, ...span }));
  });
}
