/** Opens a clause for an infinitive, gerund or participle, and finds out whose act it is (control). */
import type { ClauseRole } from '../../model/doc.ts';
import {
  addClause,
  closeToSaying,
  takesQuote,
  isWaiting,
  newFrame,
  topOf,
  type Builder,
  type ClauseDraft,
  type Frame,
  push,
} from './builder.ts';

/** "agreed to withdraw" is the subject's act, "urged X to withdraw" X's, "called on X to withdraw" X's. */
export function placeInfinitive(builder: Builder, verb: number): void {
  const frame = topOf(builder);
  const parent = frame.clause;
  const forSubject =
    builder.lastPreposition === 'for' && builder.before === 'phrase' ? [builder.lastPhrase] : undefined;
  const coordinated = builder.conjunction && parent >= 0 && builder.clauses[parent]!.role === 'infinitive';
  const subjects =
    forSubject ?? (parent < 0 ? [] : coordinated ? builder.clauses[parent]!.subjects : controlled(builder, parent));
  hang(builder, frame, verb, coordinated ? 'coordinate' : 'infinitive', {
    subjects,
    marker: 'to',
    inherited: forSubject === undefined,
  });
}

/** Subjects of an infinitive under `parent`. */
function controlled(builder: Builder, parent: number): readonly number[] {
  const clause = builder.clauses[parent]!;
  const { group } = builder.found.verbs[clause.verb]!;
  if (group.voice === 'passive') return clause.subjects;
  const entry = builder.cues.verbs.get(group.lemma);
  if (entry?.control === 'object') {
    const hearers = clause.obliques.filter(
      ({ preposition }) => preposition === entry.hearer || (preposition === 'upon' && entry.hearer === 'on'),
    );
    if (hearers.length > 0) return hearers.map(({ phrase }) => phrase);
    if (clause.objects.length > 0) return clause.objects;
  } else if (clause.objects.length > 0 && OBJECT_CONTROL.has(group.lemma)) return clause.objects;
  return clause.subjects;
}

/** Verbs that say nothing but make somebody do something. */
const OBJECT_CONTROL = new Set(
  'allow enable force cause compel lead let get help permit authorize authorise bring push drive oblige deploy send'.split(
    ' ',
  ),
);
/** "accused X of shelling", "prevented X from leaving": the gerund is X's act. */
const OBJECT_GERUND = new Set(
  'accuse quote suspect blame prevent stop keep condemn criticize criticise denounce convict charge see catch discourage dissuade ban bar thank praise hail'.split(
    ' ',
  ),
);

/** "after leaving", "accused X of shelling", "…, killing five", "troops fighting there", "began firing". */
export function placeGerund(builder: Builder, verb: number): void {
  const frame = topOf(builder);
  const parent = frame.clause;
  const { preposition } = builder;
  if (preposition !== '') {
    const clause = parent >= 0 ? builder.clauses[parent]! : undefined;
    hang(builder, frame, verb, 'gerund', {
      subjects: clause === undefined ? [] : gerundSubjects(builder, clause),
      marker: preposition,
      inherited: true,
    });
  } else if (builder.before === 'phrase' && (parent < 0 || !isTimePhrase(builder))) {
    hang(builder, frame, verb, 'participial', {
      subjects: [builder.lastPhrase],
      inherited: true,
      antecedent: builder.lastPhrase,
    });
  } else {
    if (builder.before === 'comma' && parent >= 0) {
      placeBehindComma(builder, verb);
      return;
    }
    const role: ClauseRole =
      parent < 0 || builder.before === 'phrase' ? 'participial' : builder.conjunction ? 'coordinate' : 'gerund';
    hang(builder, frame, verb, role, {
      subjects: parent < 0 ? [] : builder.clauses[parent]!.subjects,
      marker: frame.clause < 0 ? frame.marker : undefined,
      inherited: true,
    });
  }
}

/** "rioted on Monday, joining others" without its comma: nobody is named Monday. */
const isTimePhrase = ({ found, lastPhrase }: Builder): boolean => found.phrases[lastPhrase]?.time === true;

/** "X said …, adding …" goes with the saying; "X left the town held by Y, killing five" with what is no modifier. */
function placeBehindComma(builder: Builder, verb: number): void {
  const saying = takesQuote(builder, verb) ? closeToSaying(builder) : undefined;
  const frame = saying ?? topOf(builder);
  while (builder.clauses[frame.clause]!.role === 'participial' && builder.clauses[frame.clause]!.parent >= 0)
    frame.clause = builder.clauses[frame.clause]!.parent;
  const { subjects } = builder.clauses[frame.clause]!;
  hang(builder, frame, verb, 'participial', { subjects, inherited: true });
}

function gerundSubjects(builder: Builder, clause: ClauseDraft): readonly number[] {
  const { group } = builder.found.verbs[clause.verb]!;
  if (group.voice !== 'active' || !OBJECT_GERUND.has(group.lemma)) return clause.subjects;
  if (clause.objects.length > 0) return clause.objects;
  // "the guard, which the party accused of targeting X"
  return clause.role === 'relative' && !clause.inherited && clause.antecedent >= 0
    ? [clause.antecedent]
    : clause.subjects;
}

/** "the deal reached in May", "troops, backed by tanks, …", "Backed by tanks, troops …". */
export function placeParticiple(builder: Builder, verb: number): void {
  const frame = topOf(builder);
  const { group } = builder.found.verbs[verb]!;
  group.form = 'participle';
  group.tense = 'none';
  group.voice = 'passive';
  const beside = builder.lastPhrase >= 0 && (builder.before === 'phrase' || builder.before === 'comma');
  const modifies = beside && (builder.before === 'phrase' || isWaiting(frame));
  const subjects = modifies ? [builder.lastPhrase] : frame.clause < 0 ? [] : builder.clauses[frame.clause]!.subjects;
  hang(builder, frame, verb, builder.conjunction && frame.clause >= 0 ? 'coordinate' : 'participial', {
    subjects,
    marker: frame.clause < 0 && !isWaiting(frame) ? frame.marker : undefined,
    inherited: true,
    antecedent: modifies ? builder.lastPhrase : -1,
  });
}

interface Hung {
  readonly subjects: readonly number[];
  readonly marker?: string | undefined;
  readonly inherited: boolean;
  readonly antecedent?: number;
}

/** Adds the clause; where the frame's own verb is still to come, in a frame of its own, which that verb will close. */
function hang(
  builder: Builder,
  frame: Frame,
  verb: number,
  role: ClauseRole,
  { subjects, marker, inherited, antecedent = -1 }: Hung,
): void {
  const markerToken = marker === undefined || marker === 'to' ? -1 : builder.found.verbs[verb]!.group.first - 1;
  const parent = frame.clause >= 0 ? frame.clause : frame.kind === 'main' || frame.kind === 'aside' ? -1 : frame.parent;
  const clause = addClause(builder, {
    verb,
    role,
    parent,
    subjects,
    marker,
    markerToken,
    inherited: inherited && subjects.length > 0,
    antecedent,
  });
  if (frame.clause >= 0) frame.clause = clause;
  else if (isWaiting(frame) || frame.kind === 'main') push(builder, newFrame('nonfinite', parent, { clause }));
  else frame.clause = clause;
}
