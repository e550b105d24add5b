/** Events that verbs express: the pattern, then who does it to whom. */
import type { EventPattern } from '../../lexicon/events.ts';
import type { Clause, VerbGroup } from '../../model/doc.ts';
import { cover, type Span } from '../../model/span.ts';
import {
  actorsOfPhrase,
  actorsOfPhrases,
  agentPhrases,
  obliquePhrases,
  patientPhrases,
  verbOf,
  type CodeContext,
} from '../support/context.ts';
import type { EventMention } from './event.ts';

/** What one verb matched, with the tokens that the pattern took. */
interface Match {
  readonly pattern: EventPattern;
  readonly tokens: readonly number[];
}

/** The event of the clause's verb, if the lexicon knows one. */
export function verbalEvent(context: CodeContext, index: number): EventMention | undefined {
  const clause = context.doc.clauses[index]!;
  const verb = verbOf(context, clause);
  const match = matchVerb(context, clause, verb);
  if (match === undefined) return undefined;
  const { entry } = match.pattern;
  const { source, target } = rolesOf(context, clause, match.pattern);
  return {
    type: entry.event,
    mode: entry.mode,
    context: entry.context,
    trigger: triggerOf(context, verb, match),
    extent: { start: clause.start, end: clause.end },
    clause: index,
    sense: entry.id,
    source: actorsOfPhrases(context, source),
    target: actorsOfPhrases(context, target),
    sourcePhrases: source,
    targetPhrases: target,
    negated: verb.negated,
    future: isFuture(verb),
    nominal: false,
    reciprocal: entry.reciprocal === true,
    ...(entry.incident !== undefined && { incident: entry.incident }),
  };
}

const isFuture = ({ tense, modal }: VerbGroup): boolean => tense === 'future' || modal === 'would';

function triggerOf({ doc }: CodeContext, verb: VerbGroup, { tokens }: Match): Span {
  return cover(
    [doc.tokens[verb.head]!, ...tokens.map((token) => doc.tokens[token]!)].map(({ start, end }) => ({ start, end })),
  );
}

function matchVerb(context: CodeContext, clause: Clause, verb: VerbGroup): Match | undefined {
  for (const pattern of context.lexicons.events.verbs.get(verb.lemma) ?? []) {
    const tokens = satisfied(context, clause, verb, pattern);
    if (tokens !== undefined) return { pattern, tokens };
  }
  return undefined;
}

/** Token indices of the pattern's other words, or undefined when one is missing. */
function satisfied(
  context: CodeContext,
  clause: Clause,
  verb: VerbGroup,
  { entry, links, nouns }: EventPattern,
): number[] | undefined {
  const tokens: number[] = [];
  for (const link of links) {
    const at = findLink(context, clause, verb, link, entry.control === 'accuse');
    if (at === undefined) return undefined;
    tokens.push(at);
  }
  for (const noun of nouns) {
    const at = findNoun(context, clause, verb, noun);
    if (at === undefined) return undefined;
    if (noun !== 'ACTOR' && noun !== 'PERSON') tokens.push(at);
  }
  return tokens;
}

/** How far behind the verb a particle may stand: "called repeatedly on". */
const NEAR = 3;

function findLink(
  { doc }: CodeContext,
  clause: Clause,
  verb: VerbGroup,
  link: string,
  overObject: boolean,
): number | undefined {
  for (let at = verb.head + 1; at <= Math.min(verb.head + NEAR, doc.tokens.length - 1); at++) {
    const { lower, pos } = doc.tokens[at]!;
    if (lower === link) return at;
    if (pos !== 'ADV' && pos !== 'PRON' && pos !== 'PART') break;
  }
  // "called X for talks" is no "call for": the object has taken the verb
  if (clause.objects.length > 0 && !overObject) return undefined;
  const oblique = clause.obliques.find(({ preposition }) => preposition === link);
  return oblique === undefined ? undefined : Math.max(0, doc.phrases[oblique.phrase]!.first - 1);
}

/** The noun must be the object's, or the subject's in a passive: "talks were held". */
function findNoun(context: CodeContext, clause: Clause, verb: VerbGroup, noun: string): number | undefined {
  const { doc } = context;
  const isActor = noun === 'ACTOR' || noun === 'PERSON';
  const phrases =
    verb.voice === 'passive'
      ? clause.subjects
      : [...clause.objects, ...(isActor ? [] : clause.obliques.map(({ phrase }) => phrase))];
  for (const index of phrases) {
    const phrase = doc.phrases[index]!;
    if (isActor) {
      if (holdsActor(context, index, noun)) return phrase.head;
      continue;
    }
    for (let at = phrase.first; at <= phrase.last; at++)
      if (doc.tokens[at]!.lemma === noun || doc.tokens[at]!.lower === noun) return at;
  }
  return undefined;
}

function holdsActor(context: CodeContext, phrase: number, kind: 'ACTOR' | 'PERSON'): boolean {
  return actorsOfPhrase(context, phrase).some(({ type }) => kind === 'ACTOR' || type === 'person' || type === 'role');
}

/** Phrases of the two sides. A verb that is suffered ("come under fire from X") has them the other way round. */
function rolesOf(context: CodeContext, clause: Clause, { entry, links }: EventPattern): Roles {
  const others = obliquePhrases(clause, new Set([...(entry.to ?? []), ...links]));
  if (entry.swap === true) return { source: others, target: clause.subjects };
  return { source: agentPhrases(context, clause), target: [...patientPhrases(context, clause), ...others] };
}

interface Roles {
  readonly source: readonly number[];
  readonly target: readonly number[];
}
