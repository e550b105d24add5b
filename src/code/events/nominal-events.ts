/** Events that nouns express: "Xian shelling of border villages", "an attack by rebels on the town". */
import type { EventEntry } from '../../lexicon/events.ts';
import type { ActorMention, Doc, NounPhrase } from '../../model/doc.ts';
import { cover, indexAt } from '../../model/span.ts';
import { actorsOfPhrases, within, type CodeContext } from '../support/context.ts';
import type { EventMention } from './event.ts';
import { matchNoun } from './match.ts';
import { hangingOn, possessorsOf, standForAll, standsFor, type Hanging } from './sides.ts';

/** The event of noun phrase `index`, if its head is one. */
export function nominalEvent(context: CodeContext, index: number): EventMention | undefined {
  const { doc } = context;
  const phrase = doc.phrases[index]!;
  const entry = matchNoun(context, index)?.entry;
  if (entry === undefined || entry.objectOnly === true || entry.event === 'STATEMENT') return undefined;
  const head = doc.tokens[phrase.head]!;
  const hanging = hangingOn(context, index);
  const { source, target, sourcePhrases, targetPhrases } = sidesOf(context, phrase, index, hanging, entry);
  return {
    type: entry.event,
    told: entry.event,
    mode: entry.mode,
    context: entry.context,
    trigger: { start: head.start, end: head.end },
    extent: cover([phrase, ...hanging.map(({ phrase: child }) => doc.phrases[child]!)]),
    clause: undefined,
    sense: entry.id,
    source,
    target,
    sourcePhrases,
    targetPhrases,
    negated: /^(?:no|without|any)$/.test(doc.tokens[phrase.first]!.lower),
    future: false,
    nominal: true,
    within: undefined,
    incident: entry.incident,
    reciprocal: entry.reciprocal === true,
  };
}

type Sides = Pick<EventMention, 'source' | 'target' | 'sourcePhrases' | 'targetPhrases'>;

/** Before the head and after "by": who does it. After "on", "against" and the like: to whom. After "of": to whom, unless somebody else is. */
function sidesOf(
  context: CodeContext,
  phrase: NounPhrase,
  index: number,
  hanging: readonly Hanging[],
  entry: EventEntry,
): Sides {
  const after = (test: (preposition: string) => boolean): number[] =>
    hanging.filter(({ preposition }) => test(preposition)).map((one) => one.phrase);
  const between = after((p) => p === 'between' || p === 'among');
  if (between.length > 0) return sides(context, [], between, between);
  const owners = possessorsOf(context, index);
  const inside = within(context.doc.actors, { start: phrase.start, end: context.doc.tokens[phrase.head]!.start });
  const by = after((p) => p === 'by' || p === 'from');
  const to = after((p) => entry.to?.includes(p) === true || /^(?:on|against|to|toward|towards|with|at)$/.test(p));
  const of = after((p) => p === 'of');
  const hasOwner = owners.length + inside.length > 0;
  // "the appeal of X" is X's; "the shelling of X" is not
  if (entry.incident === undefined && !hasOwner && by.length === 0) return sides(context, [], of, to);
  return sides(context, inside, hasOwner ? owners : by, named(context, to) ? to : of);
}

const named = (context: CodeContext, phrases: readonly number[]): boolean =>
  phrases.some((phrase) => standsFor(context, phrase).length > 0);

function sides(
  context: CodeContext,
  inside: readonly ActorMention[],
  source: readonly number[],
  target: readonly number[],
): Sides {
  const owners = actorsOfPhrases(context, source).toSorted(byStart);
  const joined = joinedBefore(context.doc, owners[0]);
  const own = joined.length + owners.length === 0 ? inside : [...new Set([...joined, ...owners, ...inside])];
  return {
    source: own.toSorted(byStart),
    target: standForAll(context, target),
    // actors inside the phrase, or before its possessor, have no phrase of their own
    sourcePhrases: inside.length + joined.length > 0 ? [] : source,
    targetPhrases: target,
  };
}

const byStart = (a: ActorMention, b: ActorMention): number => a.start - b.start;

/** "X, Y and Z's talks": those whom commas and "and" join to the possessor before it. */
function joinedBefore(doc: Doc, owner: ActorMention | undefined): ActorMention[] {
  const found: ActorMention[] = [];
  for (let next = owner; next !== undefined;) {
    const before: ActorMention | undefined = doc.actors[indexAt(doc.actors, next.start) - 1];
    if (before === undefined || !/^\s*(?:,|and|, and)\s*$/.test(doc.text.slice(before.end, next.start))) break;
    found.unshift(before);
    next = before;
  }
  return found;
}
