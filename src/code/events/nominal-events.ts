/** Events that nouns express: "Xian shelling of border villages", "an attack by rebels on the town". */
import type { EventPattern } from '../../lexicon/events.ts';
import type { ActorMention, Doc, NounPhrase } from '../../model/doc.ts';
import { cover, indexAt } from '../../model/span.ts';
import { actorsOfPhrase, within, type CodeContext } from '../support/context.ts';
import type { EventMention } from './event.ts';

/** The event of noun phrase `index`, if its head is one. */
export function nominalEvent(context: CodeContext, index: number): EventMention | undefined {
  const { doc } = context;
  const phrase = doc.phrases[index]!;
  const head = doc.tokens[phrase.head]!;
  const pattern = (context.lexicons.events.nouns.get(head.lemma) ?? []).find((candidate) =>
    holds(context, phrase, index, candidate),
  );
  if (pattern === undefined) return undefined;
  const { entry } = pattern;
  const children = childrenOf(context, index);
  const { source, target } = rolesOf(context, phrase, index, children, pattern);
  const extent = cover([phrase, ...children.map(({ phrase: child }) => doc.phrases[child]!)]);
  return {
    type: entry.event,
    mode: entry.mode,
    context: entry.context,
    trigger: { start: head.start, end: head.end },
    extent,
    sense: entry.id,
    source,
    target,
    sourcePhrases: [],
    targetPhrases: [],
    negated: /^(?:no|without|any)$/.test(doc.tokens[phrase.first]!.lower),
    future: false,
    nominal: true,
    reciprocal: entry.reciprocal === true,
    ...(entry.incident !== undefined && { incident: entry.incident }),
  };
}

/** Phrases that hang on this one, each with the word that links it. */
function childrenOf({ doc }: CodeContext, index: number): { preposition: string; phrase: number }[] {
  const found: { preposition: string; phrase: number }[] = [];
  for (let at = index + 1; at < Math.min(index + 6, doc.phrases.length); at++) {
    const child = doc.phrases[at]!;
    if (child.sentence !== doc.phrases[index]!.sentence) break;
    if (child.parent === index && (child.relation === 'of' || child.relation === 'prep'))
      found.push({ preposition: doc.tokens[child.first - 1]?.lower ?? '', phrase: at });
    // "by A and B": the second hangs on the first
    const sibling = found.find(({ phrase }) => phrase === child.parent && child.relation === 'coordination');
    if (sibling !== undefined) found.push({ preposition: sibling.preposition, phrase: at });
  }
  return found;
}

function holds(context: CodeContext, phrase: NounPhrase, index: number, { links, nouns }: EventPattern): boolean {
  const { doc } = context;
  const children = links.length === 0 ? [] : childrenOf(context, index);
  const ranges = [
    phrase,
    ...children
      .filter(({ preposition }) => links.includes(preposition))
      .map(({ phrase: child }) => doc.phrases[child]!),
  ];
  if (links.length > 0 && ranges.length === 1) return false;
  return nouns.every((noun) =>
    ranges.some((range) =>
      doc.tokens.slice(range.first, range.last + 1).some(({ lemma, lower }) => lemma === noun || lower === noun),
    ),
  );
}

/** Before the head and after "by": who does it. After "on", "against" and the like: to whom. After "of": to whom, unless somebody else is. */
function rolesOf(
  context: CodeContext,
  phrase: NounPhrase,
  index: number,
  children: readonly { preposition: string; phrase: number }[],
  { entry }: EventPattern,
): { source: ActorMention[]; target: ActorMention[] } {
  const own = ownersOf(context, phrase, index);
  const actorsAfter = (test: (preposition: string) => boolean): ActorMention[] =>
    children
      .filter(({ preposition }) => test(preposition))
      .flatMap(({ phrase: child }) => actorsOfPhrase(context, child));
  const by = actorsAfter((p) => p === 'by' || p === 'from');
  const to = actorsAfter((p) => entry.to?.includes(p) === true || /^(?:on|against|to|toward|towards|with|at)$/.test(p));
  const of = actorsAfter((p) => p === 'of');
  const between = actorsAfter((p) => p === 'between' || p === 'among');
  if (between.length > 0) return { source: between, target: between };
  // "the appeal of X" is X's; "the shelling of X" is not
  const isOwners = entry.incident === undefined && own.length + by.length === 0;
  if (isOwners) return { source: of, target: to };
  return { source: own.length > 0 ? own : by, target: to.length > 0 ? to : of };
}

/** Actors before the head: adjectives inside the phrase, and possessors with all whom "and" joins to them. */
function ownersOf(context: CodeContext, phrase: NounPhrase, index: number): ActorMention[] {
  const { doc } = context;
  const found = within(doc.actors, { start: phrase.start, end: doc.tokens[phrase.head]!.start });
  for (let at = index - 1; at >= Math.max(0, index - 6); at--) {
    const other = doc.phrases[at]!;
    if (other.parent !== index || other.relation !== 'possessive') continue;
    const owners = actorsOfPhrase(context, at);
    found.unshift(...joinedBefore(doc, owners[0]), ...owners);
  }
  return found;
}

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
