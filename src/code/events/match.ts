/** Which pattern of the event lexicon the words of a clause or of a noun phrase satisfy. */
import type { EventPattern, Turn } from '../../lexicon/events.ts';
import type { Clause, NounPhrase, Token, VerbGroup } from '../../model/doc.ts';
import { actorsOfPhrase, patientPhrases, type CodeContext } from '../support/context.ts';
import { hangingOn } from './sides.ts';

/** A pattern with the tokens and the object that it took. */
export interface Match {
  readonly pattern: EventPattern;
  readonly tokens: readonly number[];
  /** The phrase that holds the pattern's noun: it says what is done, not to whom. */
  readonly taken?: number;
}

/** An act that stands in the object of a verb of doing or stopping: "carried out [an attack]", "suspended [aid]". */
export interface TurnMatch extends Match {
  readonly turn: Turn;
  readonly taken: number;
}

/** The most demanding pattern that the verb and its arguments satisfy. */
export function matchVerb(context: CodeContext, clause: Clause, verb: VerbGroup): Match | undefined {
  const patterns = context.lexicons.events.verbs.get(verb.lemma);
  if (patterns === undefined) return undefined;
  const words = patterns.length > FEW ? wordsAround(context, clause, verb) : undefined;
  for (const pattern of patterns) {
    if (words !== undefined && !canHold(words, pattern)) continue;
    const match = satisfied(context, clause, verb, pattern);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** Up to how many patterns trying them all is cheaper than gathering the words of the arguments first. */
const FEW = 2;

/** Every word that a pattern of this verb could find: of its arguments, their prepositions, and right behind it. */
function wordsAround({ doc }: CodeContext, clause: Clause, verb: VerbGroup): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (first: number, last: number): void => {
    for (let at = first; at <= last && at < doc.tokens.length; at++) {
      const { lemma, lower } = doc.tokens[at]!;
      words.add(lemma);
      if (lower !== lemma) words.add(lower);
    }
  };
  add(verb.head + 1, verb.last + NEAR);
  for (const phrase of verb.voice === 'passive' ? clause.subjects : clause.objects)
    add(doc.phrases[phrase]!.first, doc.phrases[phrase]!.last);
  for (const { preposition, phrase } of clause.obliques) {
    words.add(preposition);
    add(doc.phrases[phrase]!.first, doc.phrases[phrase]!.last);
  }
  return words;
}

const canHold = (words: ReadonlySet<string>, { links, nouns }: EventPattern): boolean =>
  links.every((link) => words.has(link)) && nouns.every((noun) => ROLES.has(noun) || words.has(noun));

/** What stands in a pattern for any noun of its kind. */
const ROLES: ReadonlySet<string> = new Set(['ACTOR', 'PERSON', 'THING']);

function satisfied(context: CodeContext, clause: Clause, verb: VerbGroup, pattern: EventPattern): Match | undefined {
  if (pattern.entry.infinitive === true && !hasInfinitive(context, clause)) return undefined;
  const overObject = pattern.entry.control === 'accuse' || pattern.nouns.includes('THING');
  const tokens: number[] = [];
  let taken: number | undefined;
  for (const link of pattern.links) {
    const at = findLink(context, clause, verb, link, overObject);
    if (at === undefined) return undefined;
    tokens.push(at);
  }
  for (const noun of pattern.nouns) {
    const found = findNoun(context, clause, verb, noun, pattern);
    if (found === undefined) return undefined;
    if (ROLES.has(noun)) continue;
    tokens.push(found.token);
    if (found.phrase === undefined) continue;
    tokens.push(context.doc.phrases[found.phrase]!.head);
    taken = found.phrase;
  }
  return taken === undefined ? { pattern, tokens } : { pattern, tokens, taken };
}

const hasInfinitive = ({ doc, clausesBySentence }: CodeContext, clause: Clause): boolean =>
  clausesBySentence[clause.sentence]!.some((at) => {
    const { parent, role } = doc.clauses[at]!;
    return role === 'infinitive' && parent !== undefined && doc.clauses[parent] === clause;
  });

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
function findNoun(
  context: CodeContext,
  clause: Clause,
  verb: VerbGroup,
  noun: string,
  { entry, links }: EventPattern,
): { token: number; phrase?: number } | undefined {
  const { doc } = context;
  const isActor = noun === 'ACTOR' || noun === 'PERSON';
  if (noun === 'THING') {
    const [thing] = verb.voice === 'passive' ? clause.subjects : clause.objects;
    return thing === undefined ? undefined : { token: doc.phrases[thing]!.head, phrase: thing };
  }
  if (verb.lemma === 'be' && !isActor) return findComplement(context, verb, noun);
  // a denial denies its object: "rejected the request on a charge of fraud" is none
  const beyond = !isActor && (verb.voice === 'passive' ? links.length > 0 : entry.told !== 'STATEMENT');
  const phrases = [
    ...(verb.voice === 'passive' ? clause.subjects : clause.objects),
    ...(beyond ? clause.obliques.map(({ phrase }) => phrase) : []),
  ];
  for (const index of phrases) {
    const phrase = doc.phrases[index]!;
    if (isActor) {
      if (holdsActor(context, index, noun)) return { token: phrase.head, phrase: index };
      continue;
    }
    for (let at = phrase.first; at <= phrase.last; at++)
      if (isWord(doc.tokens[at]!, noun)) return { token: at, phrase: index };
  }
  return undefined;
}

/** "is (deeply) [sceptical]": adjectives are in no phrase. */
function findComplement({ doc }: CodeContext, { last }: VerbGroup, word: string): { token: number } | undefined {
  for (let at = last + 1; at <= Math.min(last + NEAR, doc.tokens.length - 1); at++) {
    if (isWord(doc.tokens[at]!, word)) return { token: at };
    if (doc.tokens[at]!.pos !== 'ADV' && doc.tokens[at]!.pos !== 'ADP') break;
  }
  return undefined;
}

const isWord = ({ lemma, lower }: Token, word: string): boolean => lemma === word || lower === word;

function holdsActor(context: CodeContext, phrase: number, kind: 'ACTOR' | 'PERSON'): boolean {
  return actorsOfPhrase(context, phrase).some(({ type }) => kind === 'ACTOR' || type === 'person' || type === 'role');
}

/** The pattern of the noun that heads the phrase. */
export function matchNoun(context: CodeContext, index: number): EventPattern | undefined {
  const phrase = context.doc.phrases[index]!;
  const head = context.doc.tokens[phrase.head]!;
  const { nouns } = context.lexicons.events;
  const patterns = nouns.get(head.lemma) ?? nouns.get(head.lower);
  if (patterns === undefined) return undefined;
  return patterns.find((pattern) => holds(context, phrase, index, pattern));
}

function holds(context: CodeContext, phrase: NounPhrase, index: number, { links, nouns }: EventPattern): boolean {
  const { doc } = context;
  const ranges = [phrase];
  if (links.length > 0) {
    for (const { preposition, phrase: child } of hangingOn(context, index))
      if (links.includes(preposition)) ranges.push(doc.phrases[child]!);
    if (ranges.length === 1) return false;
  }
  return nouns.every((noun) => ranges.some((range) => holdsWord(context, range, noun)));
}

function holdsWord({ doc }: CodeContext, { first, last }: NounPhrase, word: string): boolean {
  for (let at = first; at <= last; at++) if (isWord(doc.tokens[at]!, word)) return true;
  return false;
}

/** What the verb makes of the act in its object, if it is a verb of doing or stopping and the object an act. */
export function matchTurn(context: CodeContext, clause: Clause, verb: VerbGroup): TurnMatch | undefined {
  const turn = turnOf(context, verb);
  if (turn !== 'do' && turn !== 'stop') return undefined;
  for (const index of patientPhrases(context, clause)) {
    const found = actIn(context, index, turn);
    if (found !== undefined) return found;
  }
  return undefined;
}

const turnOf = ({ lexicons }: CodeContext, { lemma, particle }: VerbGroup): Turn | undefined =>
  (particle === undefined ? undefined : lexicons.events.turns.get(`${lemma} ${particle}`)) ??
  lexicons.events.turns.get(lemma);

/** The act that the phrase names: "attacks", or behind a noun of stopping, "a suspension of [aid]". */
function actIn(context: CodeContext, index: number, turn: Turn): TurnMatch | undefined {
  const { doc, lexicons } = context;
  const { head } = doc.phrases[index]!;
  const pattern = matchNoun(context, index);
  if (pattern !== undefined) return { pattern, tokens: [head], taken: index, turn };
  const nested = lexicons.events.turns.get(doc.tokens[head]!.lemma);
  if (nested !== 'do' && nested !== 'stop') return undefined;
  for (const { preposition, phrase } of hangingOn(context, index)) {
    const inner = preposition === 'of' || preposition === 'to' ? matchNoun(context, phrase) : undefined;
    if (inner !== undefined)
      return { pattern: inner, tokens: [head], taken: phrase, turn: nested === 'stop' ? nested : turn };
  }
  return undefined;
}
