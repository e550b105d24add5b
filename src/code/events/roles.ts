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
import { alongside, besideAct, firstLinked, isNamed, madeBy, whereIn, withLists } from './other-side.ts';
import { isKnown, possessorsOf, standsFor } from './sides.ts';

export interface Roles {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Phrases of the two sides. A verb that is suffered ("come under fire from X") has them the other way round. */
export function rolesOf(context: CodeContext, clause: Clause, match: Match): Roles {
  const { entry, links } = match.pattern;
  const prepositions = [...links, ...(entry.to ?? [])];
  if (entry.swap === true) return { source: obliquePhrases(clause, new Set(prepositions)), target: clause.subjects };
  const source = sourceOf(context, clause);
  const target = targetOf(context, clause, match, prepositions);
  return { source, target };
}

/** The agent; for "it" or "they" in what somebody says, the one who says it: "X said [they] would stop and leave". */
export function sourceOf(context: CodeContext, clause: Clause): readonly number[] {
  const agents = agentPhrases(context, clause);
  const { doc } = context;
  if (agents.length !== 1) return agents;
  const sender = senderOf(context, clause);
  if (sender.length > 0 && !standsFor(context, agents[0]!).some(isKnown)) return sender;
  const { first, last } = doc.phrases[agents[0]!]!;
  if (first !== last || !SPEAKER.has(doc.tokens[first]!.lower)) return agents;
  let at = clause;
  for (let steps = 0; steps < 4 && at.parent !== undefined; steps++) {
    const parent: Clause = doc.clauses[at.parent]!;
    if (at.role === 'complement') return parent.subjects.length === 0 ? agents : parent.subjects;
    if (!at.inheritedSubject) return agents;
    at = parent;
  }
  return agents;
}

/** "X sent [a team] to investigate": X does. */
function senderOf(context: CodeContext, clause: Clause): readonly number[] {
  const parent = clause.parent === undefined ? undefined : context.doc.clauses[clause.parent]!;
  const isSent = clause.role === 'infinitive' && parent !== undefined && SENDS.has(verbOf(context, parent).lemma);
  return isSent ? agentPhrases(context, parent) : [];
}

const SENDS: ReadonlySet<string> = new Set(['send', 'deploy', 'dispatch', 'order', 'instruct']);

const SPEAKER: ReadonlySet<string> = new Set(['it', 'he', 'she', 'they', 'we', 'i']);

function targetOf(
  context: CodeContext,
  clause: Clause,
  match: Match,
  prepositions: readonly string[],
): readonly number[] {
  const { entry } = match.pattern;
  if (entry.told === 'STATEMENT' || entry.event === 'STATEMENT') return aboutWhom(context, clause, match, prepositions);
  const patients = patientPhrases(context, clause);
  // "expelled [the envoy]", "released [the prisoners]": who is named with the verb is the other side
  if (match.taken !== undefined && !entry.mode.some((mode) => ON_PERSONS.has(mode)))
    return besideTaken(context, clause, match, patients, prepositions);
  const [first] = patients;
  if (first !== undefined) return ofObject(context, clause, entry, first, prepositions);
  const own = firstLinked(context, clause, prepositions);
  if (own.length > 0) return beyondAct(context, clause, own);
  // "rejected [the offer] made on Monday" can look like "rejected [that the offer made it]"
  const content = contentOf(context, clause);
  const isObject = content?.role === 'complement' && content.marker === undefined && entry.control !== 'accuse';
  if (isObject && content.subjects.length > 0) return content.subjects;
  return entry.control === undefined ? [] : ofContent(context, clause, entry);
}

/** "called for [sanctions] against X": the other side is X. */
function beyondAct(context: CodeContext, clause: Clause, linked: readonly number[]): readonly number[] {
  const [first] = linked;
  if (first === undefined || actorsOfPhrase(context, first).some(isKnown)) return linked;
  if (possessorsOf(context, first).length > 0 || matchNoun(context, first) === undefined) return linked;
  const other = besideAct(context, clause, first, ['by']).filter((phrase) => !linked.includes(phrase));
  return other.some((phrase) => isNamed(context, phrase)) ? other : linked;
}

/** Modes of acts whose object is a person, whatever noun the pattern has. */
const ON_PERSONS: ReadonlySet<string> = new Set(['expel', 'release', 'arrest', 'abduct', 'deport', 'torture']);

/** The other side of a verb with a direct object: the object, or whom the thing is given to, taken from, made by. */
function ofObject(
  context: CodeContext,
  clause: Clause,
  entry: EventEntry,
  first: number,
  prepositions: readonly string[],
): readonly number[] {
  // forces that are moved are a means: the other side is where they go, or what they leave
  if (entry.event === 'MOBILIZE') return besideMeans(context, clause, first, prepositions);
  const left = entry.mode.includes('withdraw') ? firstLinked(context, clause, ['from']) : [];
  if (left.length > 0) return left;
  if (actorsOfPhrase(context, first).some(isKnown)) return withLists(context, [first]);
  const isGift = entry.event === 'AID' || entry.event === 'COOPERATE' || entry.event === 'RETREAT';
  if (isGift && actorsOfPhrase(context, first).length === 0) {
    const given = firstLinked(context, clause, ['to', 'for', 'into']);
    if (given.length > 0) return given;
  }
  // "promised his support for X", "rejected a request by X"; but "rejected X's request"
  const isOwned = possessorsOf(context, first).length > 0 && entry.event !== 'AGREE';
  const isAct = !isOwned && matchNoun(context, first) !== undefined;
  // "discussed the crisis with X": what is discussed is no side
  const isTopic = entry.reciprocal === true;
  const other = isAct || isTopic ? besideAct(context, clause, first, [...prepositions, 'by']) : [];
  if (other.some((phrase) => isNamed(context, phrase))) return other;
  if (isAct && other.length > 0 && entry.event === 'AGREE') return other;
  const makers = isOwned ? [] : madeBy(context, clause, first);
  return makers.length > 0 ? makers : withLists(context, [first]);
}

function besideMeans(
  context: CodeContext,
  clause: Clause,
  means: number,
  prepositions: readonly string[],
): readonly number[] {
  const beside = besideAct(context, clause, means, prepositions);
  return beside.some((phrase) => isNamed(context, phrase)) ? beside : whereIn(context, clause, means);
}

/** The other side where the object is taken up by the act: given, done to or with somebody, or in some land. */
function besideTaken(
  context: CodeContext,
  clause: Clause,
  match: Match,
  patients: readonly number[],
  prepositions: readonly string[],
): readonly number[] {
  const { entry } = match.pattern;
  const taken = match.taken!;
  const given = patients.filter((phrase) => phrase !== taken && isNamed(context, phrase));
  if (given.length > 0) return given;
  const beside = besideAct(context, clause, taken, prepositions, entry.reciprocal === true);
  if (beside.length > 0) return beside;
  const along = alongside(context, clause, entry);
  if (along.length > 0) return along;
  const content = entry.control === undefined ? [] : ofContent(context, clause, entry);
  if (content.length > 0 || entry.reciprocal === true) return content;
  const where = whereIn(context, clause, taken);
  // "rejected a Xian request": whose act it is
  const isOwned = possessorsOf(context, taken).length > 0 || actorsOfPhrase(context, taken).some(isKnown);
  return where.length === 0 && isOwned ? [taken] : where;
}

/** Of whom a comment or denial speaks: whom it is made to, whose charge it denies, or what its content is about. */
function aboutWhom(
  context: CodeContext,
  clause: Clause,
  { taken, pattern }: Match,
  prepositions: readonly string[],
): readonly number[] {
  const to = firstLinked(context, clause, prepositions);
  if (to.length > 0) return beyondAct(context, clause, to);
  const [first] = taken === undefined ? patientPhrases(context, clause) : [taken];
  if (first !== undefined) {
    const about = besideAct(context, clause, first, [...prepositions, 'by', 'from', 'about', 'regarding'], true);
    if (about.length > 0 || taken === undefined) return about.length > 0 ? about : [first];
  }
  const about = firstLinked(context, clause, ['about', 'of', 'over', 'regarding', 'with']);
  if (about.length > 0) return about;
  const content = contentOf(context, clause);
  if (content === undefined) return [];
  const isOwn = content.inheritedSubject || content.subjects.every((phrase) => isPronoun(context, phrase));
  return isOwn ? ofContent(context, clause, { ...pattern.entry, control: 'commit' }) : content.subjects;
}

const isPronoun = ({ doc }: CodeContext, phrase: number): boolean =>
  SPEAKER.has(doc.tokens[doc.phrases[phrase]!.head]!.lower);

/** "refused to receive [X]", "demanded that [X] leave": the other side stands in the clause that the verb rules. */
function ofContent(context: CodeContext, clause: Clause, { control }: EventEntry): readonly number[] {
  const content = contentOf(context, clause);
  if (content === undefined) return [];
  if (control === 'ask' || control === 'accuse') return content.inheritedSubject ? [] : content.subjects;
  const match =
    matchTurn(context, content, verbOf(context, content)) ?? matchVerb(context, content, verbOf(context, content));
  if (match !== undefined) return targetOf(context, content, match, match.pattern.entry.to ?? []);
  const objects = content.objects.filter((phrase) => standsFor(context, phrase).some(isKnown));
  if (objects.length > 0) return objects;
  return firstLinked(context, content, ['to', 'with', 'against', 'on', 'from', 'in']).filter((phrase) =>
    isNamed(context, phrase),
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
