/** To whom a statement speaks: the object of "urge" and "call on", the hearer of "told", or what "the parties" means. */
import type { ActorMention, StatementMention } from '../../model/doc.ts';
import type { ActorRef, Slot } from '../../model/record.ts';
import { contains, indexAt, overlaps, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { countryOf, within, type CodeContext } from './context.ts';
import { inferred } from './draft.ts';
import { actorSlots, sideRef } from './slots.ts';

const ASKING: ReadonlySet<string> = new Set(['REQUEST']);

export function addresseesOf(
  context: CodeContext,
  events: readonly EventMention[],
  mention: StatementMention,
): Slot<ActorRef>[] {
  const { cue, content } = mention;
  const asked = events.filter(
    ({ type, trigger, nominal }) =>
      ASKING.has(type) &&
      !nominal &&
      (cue.some((span) => overlaps(span, trigger)) || content.some((span) => overlaps(span, trigger))),
  );
  const own = mention.speaker;
  const named = asked.flatMap(({ target }) => target).filter(({ key, code }) => key !== own?.key && code !== own?.code);
  if (named.length > 0) return actorSlots(named);
  const expected = expectedOf(context, mention);
  if (expected.length > 0) return actorSlots(expected);
  return generic(context, asked, own === undefined ? undefined : countryOf(own.code));
}

/** "expects X and Y to honour": the actors between a cue that asks or expects and the infinitive behind it. */
function expectedOf(context: CodeContext, { cue, content, speaker }: StatementMention): readonly ActorMention[] {
  const { doc } = context;
  for (const spans of [cue, content])
    for (const span of spans) {
      const verb = askingIn(context, span);
      const next = verb === undefined ? undefined : doc.verbs[verb + 1];
      const end = verb === undefined ? 0 : doc.verbs[verb]!.end;
      if (next === undefined || next.form !== 'infinitive' || next.start - end > REACH) continue;
      return within(doc.actors, { start: end, end: next.start }).filter(({ code }) => code !== speaker?.code);
    }
  return [];
}

/** The verb of the first clause of the sentences there that asks or expects inside `span`. */
function askingIn({ doc, lexicons, clausesBySentence }: CodeContext, span: Span): number | undefined {
  const { sentences } = doc;
  for (let at = indexAt(sentences, span.start); at < sentences.length && sentences[at]!.start < span.end; at++)
    for (const index of clausesBySentence[at]!) {
      const { verb } = doc.clauses[index]!;
      const group = doc.verbs[verb]!;
      if (!contains(span, group)) continue;
      const act = lexicons.cues.verbs.get(group.lemma)?.act;
      if (act === 'expect' || act === 'urge') return verb;
    }
  return undefined;
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
