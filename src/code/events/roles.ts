/** Who does it to whom: the noun phrases of the two sides of an event. */
import type { EventEntry } from '../../lexicon/events.ts';
import type { Clause } from '../../model/doc.ts';
import {
  actorsOfPhrase,
  agentPhrases,
  obliquePhrases,
  patientPhrases,
  verbOf,
  type CodeContext,
} from '../support/context.ts';
import { matchNoun, matchTurn, matchVerb, type Match } from './match.ts';
import { hangingOn, isTime, isKnown, possessorsOf, standsFor, type Hanging } from './sides.ts';

export interface Roles {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Prepositions that bring in the other side of an act, even where it has no coded name: "an attack on a convoy". */
const TOWARD: ReadonlySet<string> = new Set('on against with to toward towards at upon of between'.split(' '));
/** Prepositions that can bring it in where none of the others does: "a ban for X", "a withdrawal from Y". */
const PERHAPS: ReadonlySet<string> = new Set('for from over in'.split(' '));

/** Phrases of the two sides. A verb that is suffered ("come under fire from X") has them the other way round. */
export function rolesOf(context: CodeContext, clause: Clause, match: Match): Roles {
  const { entry, links } = match.pattern;
  const prepositions = [...links, ...(entry.to ?? [])];
  if (entry.swap === true) return { source: obliquePhrases(clause, new Set(prepositions)), target: clause.subjects };
  const source = sourceOf(context, clause);
  const target = targetOf(context, clause, match, prepositions);
  return { source, target };
}

/** The agent; for "it" or "they" in what somebody says, the one who says it. */
export function sourceOf(context: CodeContext, clause: Clause): readonly number[] {
  const agents = agentPhrases(context, clause);
  const { doc } = context;
  if (clause.role !== 'complement' || clause.parent === undefined || agents.length !== 1) return agents;
  const { first, last } = doc.phrases[agents[0]!]!;
  if (first !== last || !SPEAKER.has(doc.tokens[first]!.lower)) return agents;
  const speakers = doc.clauses[clause.parent]!.subjects;
  return speakers.length === 0 ? agents : speakers;
}

const SPEAKER: ReadonlySet<string> = new Set(['it', 'he', 'she', 'they', 'we', 'i']);

function targetOf(
  context: CodeContext,
  clause: Clause,
  match: Match,
  prepositions: readonly string[],
): readonly number[] {
  const { entry } = match.pattern;
  const patients = patientPhrases(context, clause);
  if (entry.told === 'STATEMENT' && match.taken !== undefined) return firstLinked(context, clause, prepositions);
  if (match.taken !== undefined) {
    const beside = besideAct(context, clause, match.taken, prepositions, entry.reciprocal === true);
    return beside.length > 0 ? beside : alongside(context, clause, entry);
  }
  const [first] = patients;
  if (first !== undefined) {
    // "promised support for X", "rejected a request from X"; but "rejected X's request"
    const isAct = possessorsOf(context, first).length === 0 && matchNoun(context, first) !== undefined;
    // "discussed the crisis with X": what is discussed is no side
    const isTopic = entry.reciprocal === true;
    const other =
      (isAct || isTopic) && actorsOfPhrase(context, first).length === 0
        ? besideAct(context, clause, first, prepositions)
        : [];
    if (other.some((phrase) => isNamed(context, phrase))) return other;
    return isAct && other.length > 0 && entry.event === 'AGREE' ? other : patients;
  }
  const own = firstLinked(context, clause, prepositions);
  // "rejected [the offer] made on Monday" can look like "rejected [that the offer made it]"
  const content = own.length === 0 ? contentOf(context, clause) : undefined;
  if (content?.role === 'complement' && content.marker === undefined && entry.control !== 'accuse')
    return content.subjects;
  return own.length > 0 || entry.control === undefined ? own : ofContent(context, clause, entry);
}

const isNamed = (context: CodeContext, phrase: number): boolean => standsFor(context, phrase, true).some(isKnown);

/** The other side of an act that a noun names, by the prepositions of the verb or of the noun: the nearest that has a name. */
export function besideAct(
  context: CodeContext,
  clause: Clause,
  act: number,
  prepositions: readonly string[],
  ownOnly = false,
): readonly number[] {
  const linked = [
    ...hangingOn(context, act),
    ...doneTo(context, clause, act),
    ...clause.obliques.filter(({ phrase }) => phrase !== act),
  ].filter((one) => isSide(context, one));
  const strong = nearest(
    context,
    linked,
    (preposition) => prepositions.includes(preposition) || (!ownOnly && TOWARD.has(preposition)),
  );
  if (ownOnly || strong.some((phrase) => isNamed(context, phrase))) return strong;
  const weak = nearest(context, linked, (preposition) => PERHAPS.has(preposition));
  return weak.some((phrase) => isNamed(context, phrase)) ? weak : strong;
}

/** Phrases of the first preposition that passes and has a named phrase; of the first at all where none has. */
function nearest(
  context: CodeContext,
  linked: readonly Hanging[],
  passes: (preposition: string) => boolean,
): readonly number[] {
  const fit = linked.filter(({ preposition }) => passes(preposition)).toSorted((a, b) => a.phrase - b.phrase);
  const first =
    fit.find(({ phrase }) => standsFor(context, phrase).some(isKnown)) ??
    fit.find(({ phrase }) => isNamed(context, phrase)) ??
    fit[0];
  if (first === undefined) return [];
  // "with X, then with Y"
  const more = first.preposition === 'with' || first.preposition === 'to' ? fit.filter(isLike(first)) : [first];
  return withLists(
    context,
    more.map(({ phrase }) => phrase),
  );
}

const isLike =
  (first: Hanging) =>
  ({ preposition, phrase }: Hanging): boolean =>
    preposition === first.preposition && phrase >= first.phrase;

/** A time is no side, nor is the help that an act is done with: "agreed with the mediation of X". */
const isSide = (context: CodeContext, { preposition, phrase }: Hanging): boolean =>
  !isTime(context, context.doc.phrases[phrase]!) &&
  (preposition !== 'with' || matchNoun(context, phrase) === undefined);

/** "the restrictions imposed [on X]": arguments of a participle behind the act. */
function doneTo({ doc, clausesBySentence }: CodeContext, clause: Clause, act: number): readonly Hanging[] {
  const own = clausesBySentence[clause.sentence]!.find(
    (at) => doc.clauses[at]!.antecedent === act && doc.clauses[at]!.role === 'participial',
  );
  return own === undefined ? [] : doc.clauses[own]!.obliques;
}

/** "carried out strikes in the north, [killing X]": a participle of the same kind of act brings in the other side. */
function alongside(context: CodeContext, clause: Clause, { event }: EventEntry): readonly number[] {
  const { doc, clausesBySentence } = context;
  for (const at of clausesBySentence[clause.sentence]!) {
    const other = doc.clauses[at]!;
    if (other.role !== 'participial' || other.parent === undefined || doc.clauses[other.parent] !== clause) continue;
    if (matchVerb(context, other, verbOf(context, other))?.pattern.entry.event === event) return other.objects;
  }
  return [];
}

function firstLinked(context: CodeContext, clause: Clause, prepositions: readonly string[]): readonly number[] {
  for (const preposition of prepositions) {
    const found = withLists(
      context,
      clause.obliques
        .filter((one) => one.preposition === preposition && isSide(context, one))
        .map(({ phrase }) => phrase),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** "with A and B": the second hangs on the first. */
function withLists({ doc }: CodeContext, phrases: readonly number[]): number[] {
  const found: number[] = [];
  for (const phrase of phrases) {
    if (!found.includes(phrase)) found.push(phrase);
    for (let at = phrase + 1; at < Math.min(phrase + 6, doc.phrases.length); at++)
      if (doc.phrases[at]!.relation === 'coordination' && doc.phrases[at]!.parent === phrase && !found.includes(at))
        found.push(at);
  }
  return found;
}

/** "refused to receive [X]", "demanded that [X] leave": the other side stands in the clause that the verb rules. */
function ofContent(context: CodeContext, clause: Clause, { control }: EventEntry): readonly number[] {
  const content = contentOf(context, clause);
  if (content === undefined) return [];
  if (control === 'ask' || control === 'accuse') return content.inheritedSubject ? [] : content.subjects;
  const match =
    matchTurn(context, content, verbOf(context, content)) ?? matchVerb(context, content, verbOf(context, content));
  if (match !== undefined) return targetOf(context, content, match, match.pattern.entry.to ?? []);
  return [...content.objects, ...firstLinked(context, content, ['to', 'with', 'against', 'on', 'from', 'in'])].filter(
    (phrase) => isNamed(context, phrase),
  );
}

/** The clause that the verb of `clause` rules over. */
export function contentOf({ doc, clausesBySentence }: CodeContext, clause: Clause): Clause | undefined {
  const own = clausesBySentence[clause.sentence]!;
  const index = own.find((at) => {
    const other = doc.clauses[at]!;
    return (
      other.parent !== undefined &&
      doc.clauses[other.parent] === clause &&
      (other.role === 'infinitive' || other.role === 'complement' || other.role === 'gerund')
    );
  });
  return index === undefined ? undefined : doc.clauses[index];
}
