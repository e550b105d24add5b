/** Opens a clause for a finite verb: finds its subject among what waits and what has just been read. */
import {
  addClause,
  closeTo,
  closeToSaying,
  finiteAbove,
  isWaiting,
  newFrame,
  ORPHAN,
  push,
  takesClause,
  takesQuote,
  topOf,
  waitingBelow,
  type Builder,
  type Candidate,
  type Frame,
} from './builder.ts';
import { openFrame, openComplement } from './open-frame.ts';
import {
  isInvertedAt,
  isInvertedAsideAt,
  openInverted,
  openAttribution,
  isBareSaying,
  goesWithSaying,
} from './place-saying.ts';

export function placeFinite(builder: Builder, at: number, verb: number): void {
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
    placeWithCandidate(builder, verb, candidate);
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

function placeWithCandidate(builder: Builder, verb: number, { phrase, others = [], beside, via }: Candidate): void {
  const frame = topOf(builder);
  const own = [phrase, ...others];
  if (via !== 'object') {
    if (via === 'comma' && takesQuote(builder, verb)) openAttribution(builder, verb, own);
    else if (via === 'comma' && isBareSaying(builder, frame)) openComplement(builder, frame, verb, phrase);
    else openCoordinate(builder, frame, verb, own, via === 'conjunction');
    return;
  }
  const governor = builder.clauses[frame.clause]!;
  const waiting = waitingBelow(builder);
  if (waiting >= 0 && (frame.kind === 'nonfinite' || !takesClause(builder, governor.verb))) {
    openFrame(builder, closeTo(builder, waiting), verb);
    return;
  }
  const at = governor.objects.indexOf(phrase);
  const subjects = at < 0 ? [phrase] : governor.objects.slice(at);
  governor.objects = at < 0 ? governor.objects : governor.objects.slice(0, at);
  const relative = beside !== undefined && !takesClause(builder, governor.verb);
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

/** A clause with a subject of its own beside the one before; ", but X said" goes with the saying that this one is told in. */
function openCoordinate(
  builder: Builder,
  frame: Frame,
  verb: number,
  subjects: readonly number[],
  joined: boolean,
): void {
  const withSaying = joined && builder.commaBeforeConjunction && takesQuote(builder, verb);
  const beside = (withSaying ? closeToSaying(builder) : undefined) ?? frame;
  const parent = finiteAbove(builder, beside.clause);
  goOn(beside, addClause(builder, { verb, role: 'coordinate', parent, subjects }));
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
