/** PLOVER slots of an event: mode and context by the lexicon, quad by the manual. */
import type { ActorMention } from '../../model/doc.ts';
import type { ActorRef, Plover, PloverView } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';
import { PLOVER_QUAD, type Factuality } from '../../model/vocabulary.ts';
import { countryOf, isCountryCode, within, type CodeContext } from '../support/context.ts';
import type { CommentMention, EventMention } from './event.ts';
import { isKnown, landIn, sideSpan, standsFor } from './sides.ts';

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
  const place = placeOf(context, event);
  const source = sideOf(context, event.source, event.sourcePhrases, place ?? homeOfVictims(event));
  const target = sideOf(context, event.target, event.targetPhrases, place);
  const shared = event.reciprocal ? sharedBy(event, source, target) : undefined;
  const { mode, trigger } = event;
  const view = {
    mode,
    context: event.context,
    trigger: [trigger.start, trigger.end] as const,
    source: shared ?? source,
    target: shared ?? target,
    factuality,
    ...(record !== undefined && { record }),
  };
  return type === 'STATEMENT' ? { type, ...view } : { type, quad: PLOVER_QUAD[type], ...view };
}

/**
 * Who meets or agrees is on both sides, as the manual has it; undefined where only one party is known. Of an agreement
 * between the subjects the object is what they agree on.
 */
function sharedBy(
  { type }: EventMention | CommentMention,
  source: readonly (ActorRef & Span)[],
  target: readonly (ActorRef & Span)[],
): readonly (ActorRef & Span)[] | undefined {
  const isAmong = new Set(source.map(({ code, start }) => `${code} ${start}`)).size > 1;
  const isDeal = type === 'AGREE' || type === 'SUPPORT';
  if (isAmong && (isDeal || !target.some(isKnown))) return source;
  if (source.length === 0 || !target.some(isKnown) || type !== 'CONSULT') return undefined;
  return [...source, ...target.filter(({ start }) => !source.some((one) => one.start === start))].toSorted(
    (x, y) => x.start - y.start,
  );
}

function sideOf(
  context: CodeContext,
  actors: readonly ActorMention[],
  phrases: readonly number[],
  place: string | undefined,
): (ActorRef & Span)[] {
  if (phrases.length === 0)
    return actors.map(({ code, name, start, end }) => ({ code: withHome(code, place), name, start, end }));
  return phrases.flatMap((index) => {
    const span = sideSpan(context, index);
    const named = standsFor(context, index, true);
    if (!named.some(isKnown)) {
      const code = named[0]?.code ?? 'UNK';
      const name = named[0]?.name ?? context.doc.text.slice(span.start, span.end);
      const land = landIn(context, span) ?? homeIn(context, span) ?? place;
      return [{ code: withHome(code, land), name, start: span.start, end: span.end }];
    }
    return named.map(({ code, name }) => ({ code, name, start: span.start, end: span.end }));
  });
}

/** Gunmen without a home, where the act has no place, are counted to the land of those they harm; records leave it open. */
const homeOfVictims = ({ source, target }: EventMention | CommentMention): string | undefined => {
  if (source.length === 0 || !source.every(({ code }) => code === 'UNK UAF')) return undefined;
  const victim = target.find(({ code }) => isCountryCode(code));
  return victim === undefined ? undefined : countryOf(victim.code);
};

/** An unknown party, or a mere thing, is told by the land that it is in. */
const withHome = (code: string, land: string | undefined): string =>
  land === undefined ? code : code.replace('UNK', land);

/** Country of the first party named in `span`: "hackers linked to the [Xian] government". */
const homeIn = (context: CodeContext, span: Span): string | undefined => {
  const named = within(context.doc.actors, span).find(({ code }) => isCountryCode(code));
  return named === undefined ? undefined : countryOf(named.code);
};

/**
 * Country of the first place that the act's clause names behind the act, or the one that it hangs on: "prisoners rioted
 * at a jail in X", "sent a team to X to investigate".
 */
function placeOf(context: CodeContext, event: EventMention | CommentMention): string | undefined {
  const { start } = event.trigger;
  const { end } = event.extent;
  const own = start < end ? landIn(context, { start, end }) : undefined;
  const clause = event.clause === undefined ? undefined : context.doc.clauses[event.clause]!;
  if (own !== undefined || clause?.role !== 'infinitive' || clause.parent === undefined) return own;
  const outer = context.doc.clauses[clause.parent]!;
  return landIn(context, { start: context.doc.verbs[outer.verb]!.end, end: start });
}
