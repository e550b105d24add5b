/** The words and the actors of one side of an event: a noun phrase with what belongs to it, and whom it stands for. */
import type { ActorMention, NounPhrase } from '../../model/doc.ts';
import { NOTHING } from '../../model/lists.ts';
import type { ActorRef } from '../../model/record.ts';
import { indexAt, overlaps, type Span } from '../../model/span.ts';
import { actorsOfPhrase, actorsOfPhrases, type CodeContext } from '../support/context.ts';

/** How far behind a head its own phrases may stand: "the head of the mission of the UN in the north of the country". */
const REACH = 6;

/** Prepositions of place that tell which one is meant: "a base in the north". */
const WHERE: ReadonlySet<string> = new Set('in at near outside inside around along within across'.split(' '));
/** Prepositions that tell whose a request, an offer or a decision is: "a request from the paper". */
const WHOSE: ReadonlySet<string> = new Set(['from', 'by', 'between']);

/** Of whom a thing is: "a convoy of X", "a proposal by X". */
const OWNERS: readonly string[] = ['of', 'by', 'from'];
/** Whom a thing is about, the likeliest first: "the talks with X", "a village in X". */
const ABOUT: readonly string[] = [...OWNERS, 'with', 'to', 'against', 'on', 'for', 'between', 'in', 'at'];

/** A phrase that hangs on another, with the preposition or '' that links it. */
export interface Hanging {
  readonly preposition: string;
  readonly phrase: number;
}

/** Phrases that hang directly on `index`, in order of the text; members of a list each with the list's preposition. */
export function hangingOn({ doc }: CodeContext, index: number): readonly Hanging[] {
  let found: Hanging[] | undefined;
  const last = Math.min(index + REACH, doc.phrases.length - 1);
  const { sentence } = doc.phrases[index]!;
  for (let at = index + 1; at <= last; at++) {
    const child = doc.phrases[at]!;
    if (child.sentence !== sentence) break;
    if (child.parent === index && (child.relation === 'of' || child.relation === 'prep'))
      (found ??= []).push({ preposition: prepositionOf(doc, at), phrase: at });
    if (child.relation !== 'coordination') continue;
    const sibling = found?.find(({ phrase }) => phrase === child.parent);
    if (sibling !== undefined) found!.push({ preposition: sibling.preposition, phrase: at });
  }
  return found ?? NOTHING;
}

/** The word before the phrase, or before its possessor: "on [the army]'s [base]". */
function prepositionOf(doc: CodeContext['doc'], index: number): string {
  let first = index;
  while (first > 0 && doc.phrases[first - 1]!.relation === 'possessive' && doc.phrases[first - 1]!.parent === first)
    first -= 1;
  return doc.tokens[doc.phrases[first]!.first - 1]?.lower ?? '';
}

/** Indices of the phrases that own this one: "[the army]'s [base]". */
export function possessorsOf({ doc }: CodeContext, index: number): readonly number[] {
  let found: number[] | undefined;
  const last = Math.max(0, index - REACH);
  for (let at = index - 1; at >= last; at--) {
    const { parent, relation } = doc.phrases[at]!;
    if (found === undefined) {
      // nobody owns it so far, which is so for most
      if (relation === 'possessive' && parent === index) found = [at];
    } else if (isPossessor(doc, at, index, found)) found.push(at);
  }
  return found ?? NOTHING;
}

/** Whether phrase `at` owns `index` or one of its owners, or stands in a list with one. */
function isPossessor({ phrases }: CodeContext['doc'], at: number, index: number, owners: readonly number[]): boolean {
  const { parent, relation } = phrases[at]!;
  if (relation === 'possessive' && parent === index) return true;
  if ((relation === 'possessive' || relation === 'coordination') && owners.includes(parent!)) return true;
  return owners.some((one) => phrases[one]!.parent === at && phrases[one]!.relation === 'coordination');
}

/** The phrase as a reader would cite it: possessor, head, apposition, and what tells which one is meant. */
export function wideSpan(context: CodeContext, index: number): Span {
  const { doc } = context;
  const phrase = doc.phrases[index]!;
  const members = [index];
  let end = phrase.last;
  const last = Math.min(index + REACH, doc.phrases.length - 1);
  for (let at = index + 1; at <= last; at++) {
    const child = doc.phrases[at]!;
    if (child.sentence !== phrase.sentence) break;
    if (child.relation === 'possessive' && belongs(context, phrase, members, child.parent!)) continue;
    if (!belongs(context, phrase, members, at)) break;
    members.push(at);
    end = child.last;
  }
  end = Math.max(end, participleEnd(context, phrase, members, end));
  const owners = possessorsOf(context, index);
  const first =
    owners.length === 0
      ? (peopleBefore(context, phrase)?.token ?? phrase.first)
      : Math.min(...owners.map((owner) => doc.phrases[owner]!.first));
  return {
    start: afterTime(context, doc.tokens[afterBoth(context, first, end)]!.start, phrase.head),
    end: beforeTime(context, index, withBrackets(context, end)),
  };
}

/** How long a participle behind a phrase may be to be part of it: "troops [based in the valley]". */
const SHORT = 10;

/** End of a participle that tells which one is meant, if it stands right behind the phrase; else `end`. */
function participleEnd(
  { doc, clausesBySentence }: CodeContext,
  phrase: NounPhrase,
  members: readonly number[],
  end: number,
): number {
  for (const index of clausesBySentence[phrase.sentence]!) {
    const { role, antecedent, first, last, verb } = doc.clauses[index]!;
    if (first !== end + 1 || role !== 'participial' || antecedent === undefined || !members.includes(antecedent))
      continue;
    // "killing two", "using drones" go with the act
    if (doc.verbs[verb]!.form !== 'gerund') return last - first > SHORT ? end : last;
  }
  return end;
}

/** "[Xian] and Yish officials": a people named before a phrase that is of both. */
function peopleBefore({ doc }: CodeContext, { first }: NounPhrase): { actor: ActorMention; token: number } | undefined {
  if (first < 2 || doc.tokens[first - 1]!.lower !== 'and') return undefined;
  const people = doc.tokens[first - 2]!;
  const actor = doc.actors[indexAt(doc.actors, people.start)];
  if (actor === undefined || actor.start !== people.start || actor.end !== people.end) return undefined;
  const inPhrase = doc.phrases[indexAt(doc.phrases, people.start)];
  return inPhrase !== undefined && inPhrase.first <= first - 2 ? undefined : { actor, token: first - 2 };
}

/** "[both] X and Y", but not "expected [both] to honour it" */
const afterBoth = ({ doc }: CodeContext, first: number, last: number): number =>
  first < last && doc.tokens[first]!.lower === 'both' ? first + 1 : first;

/** "On 17 July 2017 [the court] …": a time that stands at the beginning of a phrase is none of its name. */
function afterTime({ doc }: CodeContext, start: number, head: number): number {
  const time = doc.times[indexAt(doc.times, start)];
  if (time === undefined || time.start > start || time.end >= doc.tokens[head]!.start) return start;
  const next = doc.tokens[indexAt(doc.tokens, time.end)]!;
  return doc.tokens[indexAt(doc.tokens, time.end) + (next.text === ',' ? 1 : 0)]!.start;
}

/** "the army [last week]": nor is one at its end. */
function beforeTime({ doc }: CodeContext, index: number, last: number): number {
  const { start, end } = doc.tokens[last]!;
  const time = doc.times[indexAt(doc.times, start)];
  const { first } = doc.phrases[index]!;
  if (time === undefined || time.start > start || time.start <= doc.tokens[first]!.start) return end;
  return doc.tokens[Math.max(first, indexAt(doc.tokens, time.start) - 1)]!.end;
}

function belongs(context: CodeContext, top: NounPhrase, members: readonly number[], index: number): boolean {
  const { doc } = context;
  const child = doc.phrases[index]!;
  if (child.parent === undefined || !members.includes(child.parent)) return false;
  if (child.relation === 'of') return true;
  // ", an attack that …" takes up the whole sentence
  if (child.relation === 'apposition') return !isAct(context, child);
  // a list of the top phrase itself is a list of sides
  if (child.relation === 'coordination') return doc.phrases[child.parent] !== top;
  if (child.relation !== 'prep' || isTime(context, child)) return false;
  const preposition = prepositionOf(doc, index);
  // "ambassador to Xia", "spokesman for the rebels"
  if (preposition === 'to' || preposition === 'for') return isRole(context, top);
  if (doc.tokens[top.head]!.pos === 'PROPN') return false;
  if (WHOSE.has(preposition)) return isAct(context, top);
  return WHERE.has(preposition) && isPlace(context, child);
}

const isAct = ({ doc, lexicons }: CodeContext, { head }: NounPhrase): boolean =>
  lexicons.events.nouns.has(doc.tokens[head]!.lemma);

const PLACE_WORDS: ReadonlySet<string> = new Set(
  'area region city town village province district county country camp capital north south east west valley border zone enclave island coast territory suburb neighborhood neighbourhood outskirts desert mountain forest road highway square street prison jail hospital airport port base'.split(
    ' ',
  ),
);

/** A phrase with a name in it, or a word for a place: "in the north", but not "in a statement". */
function isPlace({ doc }: CodeContext, { first, last, head }: NounPhrase): boolean {
  for (let at = first; at <= last; at++) if (doc.tokens[at]!.pos === 'PROPN') return true;
  return PLACE_WORDS.has(doc.tokens[head]!.lemma);
}

function isRole({ doc }: CodeContext, { start, end, head }: NounPhrase): boolean {
  const actor = doc.actors[indexAt(doc.actors, start)];
  return actor !== undefined && actor.start < end && actor.type === 'role' && actor.end >= doc.tokens[head]!.end;
}

/** "(NAF)" behind a name belongs to it. */
function withBrackets({ doc }: CodeContext, last: number): number {
  const opens = doc.tokens[last + 1]?.text === '(';
  const isOpen = opens || doc.tokens[last - 1]?.text === '(' || doc.tokens[last - 2]?.text === '(';
  if (!isOpen) return last;
  for (let at = last + 1; at <= last + 5; at++) if (doc.tokens[at]?.text === ')') return at;
  return last;
}

/** Whether the head of the phrase is a time, and nobody is named beside it: "Monday", but not "Xia last week". */
export function isTime({ doc }: CodeContext, phrase: NounPhrase): boolean {
  const head = doc.tokens[phrase.head]!;
  const time = doc.times[indexAt(doc.times, head.start)];
  if (time === undefined || !overlaps(time, head)) return false;
  const actor = doc.actors[indexAt(doc.actors, phrase.start)];
  return actor === undefined || actor.start >= phrase.end || overlaps(actor, time);
}

/** Country of the first place named in `span`. */
export function landIn({ doc }: CodeContext, span: Span): string | undefined {
  for (let at = indexAt(doc.places, span.start); at < doc.places.length && doc.places[at]!.start < span.end; at++)
    if (doc.places[at]!.country !== undefined) return doc.places[at]!.country;
  return undefined;
}

/** The actors that a phrase stands for: named in it, or owning it; `broadly` also those that it is about. */
export function standsFor(context: CodeContext, index: number, broadly = false): readonly ActorMention[] {
  const own = actorsOfPhrase(context, index);
  if (own.some(isKnown)) {
    const before = peopleBefore(context, context.doc.phrases[index]!);
    return before === undefined ? own : [before.actor, ...own];
  }
  const owners = actorsOfPhrases(context, possessorsOf(context, index));
  if (owners.some(isKnown)) return owners.toSorted((a, b) => a.start - b.start);
  const hanging = hangingOn(context, index);
  if (hanging.length === 0) return own;
  for (const preposition of broadly ? ABOUT : OWNERS) {
    const actors = hangingActors(context, hanging, preposition);
    if (actors.some(isKnown)) return [...new Set(actors)];
  }
  return own;
}

/** Actors that hang on a phrase by `preposition`, or own what does. */
function hangingActors(
  context: CodeContext,
  hanging: readonly Hanging[],
  preposition: string,
): readonly ActorMention[] {
  let found: ActorMention[] | undefined;
  for (const one of hanging) {
    if (one.preposition !== preposition || isTime(context, context.doc.phrases[one.phrase]!)) continue;
    (found ??= []).push(
      ...actorsOfPhrase(context, one.phrase),
      ...actorsOfPhrases(context, possessorsOf(context, one.phrase)),
    );
  }
  return found ?? NOTHING;
}

/** Whether the code says more than that there is somebody. */
export const isKnown = ({ code }: ActorRef): boolean => !code.startsWith('UNK');

/** Actors of several phrases, each once. */
export function standForAll(context: CodeContext, phrases: readonly number[]): readonly ActorMention[] {
  if (phrases.length === 0) return NOTHING;
  if (phrases.length === 1) return standsFor(context, phrases[0]!);
  return [...new Set(phrases.flatMap((phrase) => standsFor(context, phrase)))];
}

/** Span of a side for the event view, reaching over the whole of an actor's name. */
export function sideSpan(context: CodeContext, index: number): Span {
  const first = context.doc.phrases[index]!.start;
  let { start, end } = wideSpan(context, index);
  for (const actor of actorsOfPhrase(context, index)) {
    if (actor.start > first || actor.basis === 'coreference') continue;
    start = Math.min(start, actor.start);
    end = Math.max(end, actor.end);
  }
  return { start, end };
}
