/** Gives a noun phrase its place: behind a preposition, in a list, as an apposition, subject, object or time. */
import {
  closeTo,
  isWaiting,
  newFrame,
  push,
  takesClause,
  topOf,
  type Builder,
  type Frame,
  type PhraseLink,
} from './builder.ts';
import type { Item } from './items.ts';
import { isAsideAt, isListAhead, isRelativeSubjectAt, isSpeechAt, isSubjectAt } from './look-ahead.ts';

/** Places the phrase of item `at`. */
export function placePhrase(builder: Builder, at: number): void {
  const phrase = builder.items[at]!.index;
  const draft = builder.found.phrases[phrase]!;
  if (draft.possessor) {
    if (builder.possessor >= 0) link(builder, builder.possessor, phrase, 'possessive');
    builder.possessor = phrase;
    return;
  }
  if (builder.possessor >= 0) {
    link(builder, builder.possessor, phrase, 'possessive');
    builder.possessor = -1;
  }
  if (builder.preposition !== '') placeBehindPreposition(builder, phrase);
  else if (builder.inverted >= 0 && !draft.time) placeInverted(builder, phrase);
  else if (isSpeaker(builder, at)) setCandidate(builder, phrase);
  else if (builder.conjunction && builder.lastPhrase >= 0) placeCoordinated(builder, at, phrase);
  else if (draft.time) placeTime(builder, phrase);
  else if (builder.before === 'comma' && builder.lastPhrase >= 0) placeBehindComma(builder, at, phrase);
  else placeBare(builder, phrase, at);
  builder.conjunction = false;
  builder.lastPhrase = phrase;
}

function link(builder: Builder, phrase: number, parent: number, relation: NonNullable<PhraseLink['relation']>): void {
  if (phrase !== parent) builder.links[phrase] = { parent, relation };
}

function placeBehindPreposition(builder: Builder, phrase: number): void {
  const { preposition, lastPhrase } = builder;
  const frame = topOf(builder);
  const behindPhrase = builder.behindPhrase && lastPhrase >= 0;
  builder.preposition = '';
  if (behindPhrase) link(builder, phrase, lastPhrase, preposition === 'of' ? 'of' : 'prep');
  builder.lastList = undefined;
  builder.lastPreposition = preposition;
  if (frame.clause >= 0) {
    if (preposition === 'of' && behindPhrase && !takesOf(builder, frame)) return;
    builder.clauses[frame.clause]!.obliques.push({ preposition, phrase });
  } else if (!isWaiting(frame)) frame.obliques.push({ preposition, phrase });
}

const takesOf = (builder: Builder, frame: Frame): boolean => {
  const clause = builder.clauses[frame.clause]!;
  const { lemma } = builder.found.verbs[clause.verb]!.group;
  return clause.objects.length > 0 && (builder.cues.verbs.get(lemma)?.patterns.includes('of') ?? false);
};

function placeInverted(builder: Builder, phrase: number): void {
  const clause = builder.clauses[builder.inverted]!;
  clause.subjects.push(phrase);
  builder.lastList = clause.subjects;
  builder.lastPreposition = undefined;
  builder.inverted = -1;
}

function placeCoordinated(builder: Builder, at: number, phrase: number): void {
  const frame = topOf(builder);
  const { candidate } = builder;
  if (candidate?.via === 'comma' && (candidate.others?.at(-1) ?? candidate.phrase) === builder.lastPhrase) {
    link(builder, phrase, candidate.phrase, 'coordination');
    builder.candidate = { ...candidate, others: [...(candidate.others ?? []), phrase] };
    return;
  }
  if (frame.clause >= 0 && !isSecondSubject(builder, frame) && isSubjectAt(builder, at)) {
    builder.candidate = { phrase, via: 'conjunction' };
    builder.lastList = undefined;
    return;
  }
  if (builder.found.phrases[phrase]!.time !== builder.found.phrases[builder.lastPhrase]!.time) {
    placeBare(builder, phrase);
    return;
  }
  coordinate(builder, phrase);
}

/** "said he and X agree": a list right behind a verb that takes a clause is its subject. */
const isSecondSubject = (builder: Builder, frame: Frame): boolean =>
  builder.candidate?.via === 'object' &&
  builder.candidate.phrase === builder.lastPhrase &&
  takesClause(builder, builder.clauses[frame.clause]!.verb);

/** Joins a phrase to the list that the phrase before it is in. */
function coordinate(builder: Builder, phrase: number): void {
  link(builder, phrase, headOfList(builder, builder.lastPhrase), 'coordination');
  if (builder.lastList !== undefined) builder.lastList.push(phrase);
  else if (builder.lastPreposition !== undefined) {
    const frame = topOf(builder);
    const oblique = { preposition: builder.lastPreposition, phrase };
    if (frame.clause >= 0) {
      const { obliques } = builder.clauses[frame.clause]!;
      if (obliques.some((other) => other.phrase === builder.lastPhrase)) obliques.push(oblique);
    } else if (frame.obliques.some((other) => other.phrase === builder.lastPhrase)) frame.obliques.push(oblique);
  }
}

function headOfList(builder: Builder, phrase: number): number {
  const own = builder.links[phrase];
  return own?.relation === 'coordination' ? own.parent! : phrase;
}

function placeTime(builder: Builder, phrase: number): void {
  const frame = topOf(builder);
  if (frame.clause >= 0) builder.clauses[frame.clause]!.obliques.push({ preposition: '', phrase });
  else frame.obliques.push({ preposition: '', phrase });
  builder.lastList = undefined;
  builder.lastPreposition = undefined;
}

/** Behind "phrase ,": another member of a list, an apposition, the subject of an aside ("…, he said, …") or a new one. */
function placeBehindComma(builder: Builder, at: number, phrase: number): void {
  const frame = topOf(builder);
  const pronoun = isPronoun(builder, phrase);
  if ((frame.clause >= 0 || isWaiting(frame)) && isAsideAt(builder, at)) {
    if (isWaiting(frame)) {
      push(builder, newFrame('aside', -1, { subjects: [phrase] }));
      builder.lastList = topOf(builder).subjects;
    } else setCandidate(builder, phrase);
    return;
  }
  const alike = isName(builder, phrase) === isName(builder, builder.lastPhrase);
  if (!pronoun && alike && (isListAhead(builder, at) || builder.headline)) {
    coordinate(builder, phrase);
    return;
  }
  if (frame.clause < 0) {
    // "In Oslo, his next stop, Rask met …": the last phrase has the verb, without a comma between.
    const late = frame.obliques.length > 0 && isSubjectAt(builder, at);
    if (frame.subjects.length === 0 || pronoun || late) placeBare(builder, phrase);
    else link(builder, phrase, builder.lastPhrase, 'apposition');
    return;
  }
  const subject = isSubjectAt(builder, at) && !isDescription(builder, at);
  // "While praising the plan that X made, Y left": the sentence's own subject comes only now.
  const base = builder.frames[0]!;
  if (subject && builder.frames.length > 1 && base.clause < 0 && !isWaiting(base)) {
    closeTo(builder, 0);
    placeBare(builder, phrase);
  } else if (pronoun || subject) setCandidate(builder, phrase);
  else link(builder, phrase, builder.lastPhrase, 'apposition');
}

/** `"…," X, the envoy, said`: the phrase right behind a closed quotation, when a verb of saying follows. */
function isSpeaker(builder: Builder, at: number): boolean {
  const raw = rawBefore(builder, at);
  return raw?.kind === 'quote' && raw.word === 'close' && topOf(builder).clause >= 0 && isSpeechAt(builder, at);
}

/** The item before a phrase and its possessors. */
function rawBefore({ items, found }: Builder, at: number): Item | undefined {
  let i = at - 1;
  while (
    i > 1 &&
    items[i]!.kind === 'other' &&
    items[i - 1]!.kind === 'phrase' &&
    found.phrases[items[i - 1]!.index]!.possessor
  )
    i -= 2;
  return items[i];
}

function setCandidate(builder: Builder, phrase: number): void {
  builder.candidate = { phrase, via: 'comma' };
  builder.lastList = undefined;
  builder.lastPreposition = undefined;
}

/** "said Rask, a broker based in Oslo": an indefinite phrase behind a name tells what somebody is. */
function isDescription({ items, tokens, found }: Builder, at: number): boolean {
  const article = tokens[items[at]!.first]!.lower;
  const next = items[at + 1];
  if ((article !== 'a' && article !== 'an') || next?.kind !== 'verb') return false;
  return found.verbs[next.index]!.ambiguous && items[at + 2]?.kind === 'preposition';
}

const isPronoun = (builder: Builder, phrase: number): boolean => {
  const { head } = builder.found.phrases[phrase]!;
  return builder.tokens[head]!.pos === 'PRON';
};
/** "Rask himself". */
const isReflexive = ({ tokens, found }: Builder, phrase: number): boolean =>
  /sel(?:f|ves)$/.test(tokens[found.phrases[phrase]!.head]!.lower);

const isName = (builder: Builder, phrase: number): boolean => {
  const { head } = builder.found.phrases[phrase]!;
  return builder.tokens[head]!.pos === 'PROPN';
};

/** Subject before the verb, object behind it. */
function placeBare(builder: Builder, phrase: number, at = -1): void {
  const frame = topOf(builder);
  builder.lastPreposition = undefined;
  if (
    frame.kind === 'aside' &&
    frame.clause < 0 &&
    frame.subjects.length === 0 &&
    builder.before === 'open' &&
    builder.lastPhrase >= 0
  ) {
    link(builder, phrase, builder.lastPhrase, 'apposition');
    builder.lastList = undefined;
    return;
  }
  if (frame.clause < 0) {
    const contact = frame.subjects.length > 0 && builder.before === 'phrase' && !isReflexive(builder, phrase);
    if (contact && isRelativeSubjectAt(builder, at))
      push(builder, newFrame('relative', -1, { subjects: [phrase], antecedent: builder.lastPhrase }));
    else if (frame.subjects.length > 0 && builder.before === 'phrase')
      link(builder, phrase, builder.lastPhrase, 'apposition');
    else frame.subjects = [phrase];
    builder.lastList = frame.subjects;
    return;
  }
  const clause = builder.clauses[frame.clause]!;
  clause.objects.push(phrase);
  builder.lastList = clause.objects;
  builder.candidate = { phrase, via: 'object', ...(builder.before === 'phrase' ? { beside: builder.lastPhrase } : {}) };
}
