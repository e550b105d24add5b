/** Makes a frame into a clause: its subjects get their verb, and clauses that waited for it get their parent. */
import { addClause, newFrame, ORPHAN, push, takesQuote, type Builder, type Frame } from './builder.ts';

/** The frame's subjects get their verb. */
export function openFrame(builder: Builder, frame: Frame, verb: number): number {
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

export function makeComplement(builder: Builder, clause: number, parent: number): void {
  builder.clauses[clause]!.role = 'complement';
  builder.clauses[clause]!.parent = parent;
}

export function openComplement(builder: Builder, frame: Frame, verb: number, subject: number): void {
  openFrame(builder, push(builder, newFrame('complement', frame.clause, { subjects: [subject] })), verb);
}
