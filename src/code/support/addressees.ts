/** To whom a statement speaks: the object of "urge" and "call on", the hearer of "told", or what "the parties" means. */
import type { ActorMention, StatementMention } from '../../model/doc.ts';
import type { ActorRef, Slot } from '../../model/record.ts';
import { contains, overlaps, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { clausesIn, countryOf, verbOf, within, type CodeContext } from './context.ts';
import { inferred } from './draft.ts';
import { actorSlots, sideRef } from './slots.ts';

const ASKING: ReadonlySet<string> = new Set(['REQUEST']);

export function addresseesOf(
  context: CodeContext,
  events: readonly EventMention[],
  mention: StatementMention,
): Slot<ActorRef>[] {
  const zone = [...mention.cue, ...mention.content];
  const asked = events.filter(
    ({ type, trigger, nominal }) =>
      ASKING.has(type) && !nominal && zone.some((span) => contains(span, trigger) || overlaps(span, trigger)),
  );
  const own = mention.speaker;
  const named = asked.flatMap(({ target }) => target).filter(({ key, code }) => key !== own?.key && code !== own?.code);
  if (named.length > 0) return actorSlots(named);
  const expected = expectedOf(context, mention);
  if (expected.length > 0) return actorSlots(expected);
  return generic(context, asked, own === undefined ? undefined : countryOf(own.code));
}

/** "expects X and Y to honour": the actors between a cue that asks or expects and the infinitive behind it. */
function expectedOf(context: CodeContext, { cue, content, speaker }: StatementMention): ActorMention[] {
  const { doc, lexicons } = context;
  const isAsking = (lemma: string): boolean => {
    const act = lexicons.cues.verbs.get(lemma)?.act;
    return act === 'expect' || act === 'urge';
  };
  for (const span of [...cue, ...content]) {
    const asks = clausesIn(context, span).find(
      (clause) => isAsking(verbOf(context, clause).lemma) && contains(span, verbOf(context, clause)),
    );
    if (asks === undefined) continue;
    const verb = verbOf(context, asks);
    const next = doc.verbs[asks.verb + 1];
    if (next === undefined || next.form !== 'infinitive' || next.start - verb.end > REACH) continue;
    return within(doc.actors, { start: verb.end, end: next.start }).filter(({ code }) => code !== speaker?.code);
  }
  return [];
}

/** Room for the names between "expects" and "to", in code units. */
const REACH = 120;

const PARTIES =
  /\b(?:(?:the|both|all|two|warring|conflicting|opposing)\s+)+(?:parties|sides|countries|neighbou?rs|governments|capitals|states|leaders|nations)\b/i;

/** "the parties", "both sides": the two that the report sets against each other, the speaker's own left out. */
function generic(context: CodeContext, asked: readonly EventMention[], own: string | undefined): Slot<ActorRef>[] {
  const { doc, adversaries } = context;
  for (const { extent } of asked) {
    const found = PARTIES.exec(doc.text.slice(extent.start, extent.end));
    if (found === null) continue;
    const span: Span = { start: extent.start + found.index, end: extent.start + found.index + found[0].length };
    return (adversaries.find((pair) => pair.every((actor) => countryOf(actor.code) !== own)) ?? adversaries[0] ?? [])
      .filter((actor) => countryOf(actor.code) !== own)
      .map((actor) => inferred(sideRef(context, actor), 'the-parties-of-the-report', span, actor));
  }
  return [];
}
