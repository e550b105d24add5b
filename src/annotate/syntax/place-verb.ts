/** Opens a clause for a verb group with a finite verb: finds its subject among what waits and what has just been read. */
import {
  addClause,
  closeTo,
  closeToSaying,
  finiteAbove,
  isWaiting,
  newFrame,
  ORPHAN,
  takesClause,
  takesQuote,
  topOf,
  waitingBelow,
  type Builder,
  type Frame,
  push,
} from './builder.ts';
import { isClosedAsideAt, isSubjectAt, nextItem } from './look-ahead.ts';
import { placeGerund, placeInfinitive, placeParticiple } from './place-nonfinite.ts';

/** Places the verb group of item `at`. */
export function placeVerb(builder: Builder, at: number): void {
  const verb = builder.items[at]!.index;
  const { group, ambiguous } = builder.found.verbs[verb]!;
  if (group.form === 'infinitive') placeInfinitive(builder, verb);
  else if (group.form === 'gerund') placeGerund(builder, verb);
  else if (group.form === 'participle' || (ambiguous && isParticipleHere(builder, at))) placeParticiple(builder, verb);
  else placeFinite(builder, at, verb);
  builder.candidate = undefined;
  builder.conjunction = false;
  builder.preposition = '';
  builder.possessor = -1;
  builder.lastList = undefined;
  builder.lastPreposition = undefined;
}

/** "the deal reached in May", ", backed by Ankara,": a form that could be past tense but has no place for it here. */
function isParticipleHere(builder: Builder, at: number): boolean {
  const frame = topOf(builder);
  const { index } = builder.items[at]!;
  const next = nextItem(builder, at + 1);
  const hasObject = next?.kind === 'phrase' && !builder.found.phrases[next.index]!.time;
  const byAgent = next?.kind === 'preposition' && next.word === 'by';
  if (builder.conjunction) return false;
  const { before } = builder;
  if (before === 'phrase') return isParticipleBehindPhrase(builder, at, hasObject, byAgent);
  if (before === 'comma') {
    if (takesQuote(builder, index) && !hasObject && !byAgent) return false;
    if (isWaiting(frame)) return !hasObject && byAgent;
    return waitingBelow(builder) < 0 && !hasObject && frame.clause >= 0;
  }
  if (before === undefined) return !hasObject && next?.kind === 'preposition';
  return before === 'subordinator' && !hasObject;
}

const NOMINATIVE = new Set(['i', 'he', 'she', 'they', 'we']);
/** "he told": a pronoun in the nominative has its verb behind it. */
const isNominative = ({ tokens, found, lastPhrase }: Builder): boolean =>
  NOMINATIVE.has(tokens[found.phrases[lastPhrase]!.head]!.lower);

function isParticipleBehindPhrase(builder: Builder, at: number, hasObject: boolean, byAgent: boolean): boolean {
  const frame = topOf(builder);
  if (isWaiting(frame))
    return !hasObject && !takesClause(builder, builder.items[at]!.index) && hasFiniteAhead(builder, at + 1);
  if (frame.clause < 0 || (waitingBelow(builder) >= 0 && !byAgent)) return false;
  if (hasObject || isNominative(builder)) return false;
  const { candidate } = builder;
  if (candidate === undefined) return true;
  const governor = builder.clauses[frame.clause]!.verb;
  return candidate.via === 'object' && (byAgent || !takesClause(builder, governor));
}

/** Whether another finite verb comes before the next mark: "the deal reached by both sides provides …". */
function hasFiniteAhead(builder: Builder, from: number): boolean {
  for (let i = from; i < Math.min(builder.items.length, from + 12); i++) {
    const item = builder.items[i]!;
    if (item.kind === 'verb') return builder.found.verbs[item.index]!.group.form === 'finite';
    if (
      item.kind === 'comma' ||
      item.kind === 'break' ||
      item.kind === 'relative' ||
      item.kind === 'that' ||
      item.kind === 'subordinator'
    )
      return false;
  }
  return false;
}

function placeFinite(builder: Builder, at: number, verb: number): void {
  const frame = topOf(builder);
  const { candidate } = builder;
  if (builder.items[at - 1]?.kind === 'quote' && isWaiting(frame) && isInvertedAt(builder, at, verb))
    openInverted(builder, verb);
  else if (isWaiting(frame) && isInvertedAsideAt(builder, at, verb)) {
    builder.inverted = openFrame(builder, push(builder, newFrame('aside', ORPHAN)), verb);
  } else if (frame.clause >= 0 && candidate?.via !== 'conjunction' && isSecondInfinitive(builder, frame, verb)) {
    placeSecondInfinitive(builder, frame, verb);
  } else if (frame.clause < 0) {
    if (isWaiting(frame) || !isInvertedAt(builder, at, verb)) openFrame(builder, frame, verb);
    else openInverted(builder, verb);
  } else if (candidate !== undefined && !(builder.conjunction && candidate.via === 'object'))
    placeWithCandidate(builder, verb, candidate.phrase, candidate.via);
  else if (isInvertedAt(builder, at, verb)) openInverted(builder, verb);
  else placeWithout(builder, verb);
}

/** "to stop and go", "will stop, turn and go": a base form behind a comma or conjunction, with an infinitive or modal before. */
function isSecondInfinitive(builder: Builder, frame: Frame, verb: number): boolean {
  if (!builder.conjunction && builder.before !== 'comma') return false;
  const { group } = builder.found.verbs[verb]!;
  const token = builder.tokens[group.head]!;
  if (group.first !== group.head || token.lower !== token.lemma) return false;
  const other = builder.found.verbs[builder.clauses[frame.clause]!.verb]!.group;
  return other.form === 'infinitive' || other.tense === 'future' || other.modal !== undefined;
}

function placeSecondInfinitive(builder: Builder, frame: Frame, verb: number): void {
  const beside = builder.clauses[frame.clause]!;
  const other = builder.found.verbs[beside.verb]!.group;
  const { group } = builder.found.verbs[verb]!;
  group.form = other.form;
  group.tense = other.tense;
  if (other.modal !== undefined) group.modal = other.modal;
  frame.clause = addClause(builder, {
    verb,
    role: 'coordinate',
    parent: frame.clause,
    subjects: beside.subjects,
    inherited: beside.subjects.length > 0,
  });
  if (group.form === 'finite') frame.finite = frame.clause;
}

/** The frame's subjects get their verb. */
function openFrame(builder: Builder, frame: Frame, verb: number): number {
  const inherited = frame.kind === 'relative' && frame.subjects.length === 0;
  const subjects = inherited ? [frame.relative].filter((phrase) => phrase >= 0) : frame.subjects;
  const clause = addClause(builder, {
    verb,
    role: roleOf(frame),
    parent: frame.parent,
    subjects,
    inherited: inherited && subjects.length > 0,
    marker: frame.marker,
    markerToken: frame.markerToken,
    obliques: frame.obliques,
    antecedent: frame.antecedent,
  });
  frame.clause = clause;
  frame.finite = clause;
  adoptOrphans(builder, clause, frame.since);
  if (frame.kind === 'aside' && takesQuote(builder, verb)) builder.saidAside = clause;
  else if (frame.kind === 'main' && builder.saidAside >= 0) {
    makeComplement(builder, clause, builder.saidAside);
    builder.saidAside = -1;
  }
  return clause;
}

function roleOf(frame: Frame): 'main' | 'relative' | 'adverbial' | 'complement' {
  if (frame.kind === 'subordinate') return 'adverbial';
  return frame.kind === 'relative' || frame.kind === 'complement' ? frame.kind : 'main';
}

/** Clauses that came before what they hang on ("After talks failed, X left") get their parent, and its subjects if they lack some. */
function adoptOrphans(builder: Builder, clause: number, since: number): void {
  const { subjects } = builder.clauses[clause]!;
  for (let at = Math.max(since, builder.firstClause); at < clause; at++) {
    const orphan = builder.clauses[at]!;
    if (orphan.parent !== ORPHAN || orphan.role === 'main') continue;
    orphan.parent = clause;
    if (orphan.subjects.length > 0 || builder.found.verbs[orphan.verb]!.group.form === 'finite') continue;
    orphan.subjects = [...subjects];
    orphan.inherited = subjects.length > 0;
  }
}

/** `…," said the minister`: a verb of saying behind a comma or quotation mark, its subject behind it. */
function isInvertedAt(builder: Builder, at: number, verb: number): boolean {
  if (!takesQuote(builder, verb) || builder.conjunction) return false;
  const { group } = builder.found.verbs[verb]!;
  if (group.first !== group.last || group.voice === 'passive') return false;
  const raw = at > 0 ? builder.items[at - 1]!.kind : undefined;
  if (raw !== 'comma' && raw !== 'quote' && raw !== undefined) return false;
  const next = builder.items[at + 1];
  return next?.kind === 'phrase' && !builder.found.phrases[next.index]!.time;
}

/** "The truce, said X, holds": the subject waits for a later verb. */
function isInvertedAsideAt(builder: Builder, at: number, verb: number): boolean {
  if (builder.items[at - 1]?.kind !== 'comma' || !isInvertedAt(builder, at, verb)) return false;
  // "…, said X, the envoy.": with "said" a mere noun behind it can only be the speaker.
  if (builder.found.verbs[verb]!.group.lemma === 'say' && !isSubjectAt(builder, at + 1)) return true;
  if (builder.cues.verbs.get(builder.found.verbs[verb]!.group.lemma)?.hearer === 'object') return false;
  return isClosedAsideAt(builder, at + 1);
}

function openInverted(builder: Builder, verb: number): void {
  builder.inverted = openAttribution(builder, verb, []);
}

/** The main clause that `clause` is coordinated with or hangs on; -1 without one. */
function rootOf(builder: Builder, clause: number): number {
  let at = clause;
  while (at >= 0 && builder.clauses[at]!.role !== 'main') at = builder.clauses[at]!.parent;
  return at;
}

function makeComplement(builder: Builder, clause: number, parent: number): void {
  builder.clauses[clause]!.role = 'complement';
  builder.clauses[clause]!.parent = parent;
}

/** A verb of saying behind what is said: the sentence's main clause so far becomes its complement. */
function openAttribution(builder: Builder, verb: number, subjects: readonly number[]): number {
  const frame = closeTo(builder, 0);
  const said = rootOf(builder, frame.finite);
  const clause = addClause(builder, { verb, role: 'main', parent: ORPHAN, subjects });
  if (said >= 0) makeComplement(builder, said, clause);
  frame.clause = clause;
  frame.finite = clause;
  return clause;
}

function placeWithCandidate(
  builder: Builder,
  verb: number,
  phrase: number,
  via: 'object' | 'comma' | 'conjunction',
): void {
  const frame = topOf(builder);
  if (via === 'conjunction') {
    const saying = builder.commaBeforeConjunction && takesQuote(builder, verb) ? closeToSaying(builder) : undefined;
    const beside = saying ?? frame;
    const parent = finiteAbove(builder, beside.clause);
    goOn(beside, addClause(builder, { verb, role: 'coordinate', parent, subjects: [phrase] }));
    return;
  }
  if (via === 'comma') {
    if (takesQuote(builder, verb)) openAttribution(builder, verb, [phrase]);
    else if (isBareSaying(builder, frame)) openComplement(builder, frame, verb, phrase);
    else
      goOn(
        frame,
        addClause(builder, {
          verb,
          role: 'coordinate',
          parent: finiteAbove(builder, frame.clause),
          subjects: [phrase],
        }),
      );
    return;
  }
  const governor = builder.clauses[frame.clause]!;
  const waiting = waitingBelow(builder);
  if (waiting >= 0 && (frame.kind === 'nonfinite' || !takesClause(builder, governor.verb))) {
    openFrame(builder, closeTo(builder, waiting), verb);
    return;
  }
  const at = governor.objects.indexOf(phrase);
  const beside = at > 0 ? governor.objects[at - 1]! : builder.links[phrase]?.parent;
  const subjects = at < 0 ? [phrase] : governor.objects.slice(at);
  governor.objects = at < 0 ? governor.objects : governor.objects.slice(0, at);
  const relative = at > 0 && !takesClause(builder, governor.verb) && beside !== undefined;
  const inner = push(
    builder,
    newFrame(relative ? 'relative' : 'complement', frame.clause, {
      subjects,
      relative: relative ? beside : -1,
      antecedent: relative ? beside : -1,
    }),
  );
  openFrame(builder, inner, verb);
}

/** "In May, he said, …": a verb of saying that has nothing behind it yet. */
function isBareSaying(builder: Builder, { clause, finite }: Frame): boolean {
  if (clause < 0 || clause !== finite) return false;
  const { verb, objects } = builder.clauses[clause]!;
  return takesQuote(builder, verb) && objects.length === 0 && builder.clauses.length === clause + 1;
}

function openComplement(builder: Builder, frame: Frame, verb: number, subject: number): void {
  openFrame(builder, push(builder, newFrame('complement', frame.clause, { subjects: [subject] })), verb);
}

const goOn = (frame: Frame, clause: number): void => {
  frame.clause = clause;
  frame.finite = clause;
};

/** No phrase offers itself: a subject that still waits, the one of a coordinated verb, or of a participle that was taken for a verb. */
function placeWithout(builder: Builder, verb: number): void {
  const waiting = waitingBelow(builder);
  if (waiting >= 0 && !(builder.conjunction && topOf(builder).clause >= 0)) {
    openFrame(builder, closeTo(builder, waiting), verb);
    return;
  }
  const saying = builder.conjunction && goesWithSaying(builder, verb) ? closeToSaying(builder) : undefined;
  const frame = saying ?? topOf(builder);
  const before = builder.clauses[frame.clause]!;
  if (
    !builder.conjunction &&
    builder.before !== 'comma' &&
    builder.found.verbs[before.verb]!.ambiguous &&
    before.subjects.length > 0
  ) {
    if (takesQuote(builder, before.verb)) openFrame(builder, push(builder, newFrame('complement', frame.clause)), verb);
    else demote(builder, frame, verb);
    return;
  }
  if (
    builder.before === 'comma' &&
    !builder.conjunction &&
    takesClause(builder, before.verb) &&
    before.objects.length === 1
  ) {
    // "said the council, the highest body, was ready": the object was the subject of what is said.
    openComplement(builder, frame, verb, before.objects.pop()!);
    return;
  }
  const parent = finiteAbove(builder, frame.clause);
  const beside = parent >= 0 ? parent : frame.clause;
  const { subjects } = builder.clauses[beside]!;
  const clause = addClause(builder, {
    verb,
    role: 'coordinate',
    parent: beside,
    subjects,
    inherited: subjects.length > 0,
  });
  goOn(frame, clause);
  takeVoice(builder, verb, builder.clauses[beside]!.verb);
}

/** "X said Y must leave and warned …", "X said Y would leave but did not say …": the tense or the comma tells that X acts. */
function goesWithSaying(builder: Builder, verb: number): boolean {
  if (builder.commaBeforeConjunction && takesQuote(builder, verb)) return true;
  const inner = finiteAbove(builder, topOf(builder).clause);
  if (inner < 0 || builder.found.verbs[verb]!.group.tense !== 'past') return false;
  return builder.found.verbs[builder.clauses[inner]!.verb]!.group.tense !== 'past';
}

/** "troops deployed near the border fired": the first verb was a participle; its subject is the second one's. */
function demote(builder: Builder, frame: Frame, verb: number): void {
  const index = frame.clause;
  const before = builder.clauses[index]!;
  const clause = addClause(builder, {
    verb,
    role: before.role,
    parent: before.parent,
    subjects: before.subjects,
    marker: before.marker,
    markerToken: before.markerToken,
  });
  const { group } = builder.found.verbs[before.verb]!;
  group.form = 'participle';
  group.tense = 'none';
  group.voice = before.objects.length === 0 ? 'passive' : 'active';
  before.role = 'participial';
  before.parent = clause;
  before.marker = undefined;
  before.markerToken = -1;
  goOn(frame, clause);
}

/** "was detained and questioned": the second participle shares the auxiliary. */
function takeVoice(builder: Builder, verb: number, beside: number): void {
  const draft = builder.found.verbs[verb]!;
  const other = builder.found.verbs[beside]!.group;
  if (!draft.ambiguous || other.first === other.head || (other.voice !== 'passive' && !other.perfect)) return;
  draft.group.voice = other.voice;
  draft.group.perfect = other.perfect;
  draft.group.tense = other.tense;
  if (other.modal !== undefined) draft.group.modal = other.modal;
}
