/** Verbs of saying, which can stand behind what is said, before their subject, or in the middle: "…, said X". */
import {
  addClause,
  closeTo,
  finiteAbove,
  ORPHAN,
  takesQuote,
  topOf,
  type Builder,
  type Frame,
  DEPTH,
} from './builder.ts';
import { isClosedAsideAt, isSubjectAt } from './look-ahead.ts';
import { makeComplement } from './open-frame.ts';

/** Verbs that have their hearer behind them, never their subject. */
const NEEDS_HEARER = new Set(
  'tell inform notify brief remind assure reassure convince persuade advise alert'.split(' '),
);

/** `…," said the minister`: a verb of saying behind a comma or quotation mark, its subject behind it. */
export function isInvertedAt(builder: Builder, at: number, verb: number): boolean {
  if (!takesQuote(builder, verb) || builder.conjunction) return false;
  const { group } = builder.found.verbs[verb]!;
  // Behind "told" stands the hearer.
  if (NEEDS_HEARER.has(group.lemma)) return false;
  if (group.first !== group.last || group.voice === 'passive') return false;
  const raw = at > 0 ? builder.items[at - 1]!.kind : undefined;
  if (raw !== 'comma' && raw !== 'quote' && raw !== undefined) return false;
  const next = builder.items[at + 1];
  return next?.kind === 'phrase' && !builder.found.phrases[next.index]!.time;
}

/** "The truce, said X, holds": the subject waits for a later verb. */
export function isInvertedAsideAt(builder: Builder, at: number, verb: number): boolean {
  if (builder.items[at - 1]?.kind !== 'comma' || !isInvertedAt(builder, at, verb)) return false;
  // "…, said X, the envoy.": with "said" a mere noun behind it can only be the speaker.
  if (builder.found.verbs[verb]!.group.lemma === 'say' && !isSubjectAt(builder, at + 1)) return true;
  if (builder.cues.verbs.get(builder.found.verbs[verb]!.group.lemma)?.hearer === 'object') return false;
  return isClosedAsideAt(builder, at + 1);
}

export function openInverted(builder: Builder, verb: number): void {
  builder.inverted = openAttribution(builder, verb, []);
}

/** A verb of saying behind what is said: the sentence's main clause so far becomes its complement. */
export function openAttribution(builder: Builder, verb: number, subjects: readonly number[]): number {
  const frame = closeTo(builder, 0);
  const said = rootOf(builder, frame.finite);
  const clause = addClause(builder, { verb, role: 'main', parent: ORPHAN, subjects });
  if (said >= 0) makeComplement(builder, said, clause);
  frame.clause = clause;
  frame.finite = clause;
  return clause;
}

/** The main clause that `clause` is coordinated with or hangs on; -1 without one. */
function rootOf(builder: Builder, clause: number): number {
  let at = clause;
  for (let depth = 0; depth < DEPTH && at >= 0 && builder.clauses[at]!.role !== 'main'; depth++)
    at = builder.clauses[at]!.parent;
  return at >= 0 && builder.clauses[at]!.role === 'main' ? at : -1;
}

/** "In May, he said, …": a verb of saying that has nothing behind it yet. */
export function isBareSaying(builder: Builder, { clause, finite }: Frame): boolean {
  if (clause < 0 || clause !== finite) return false;
  const { verb, objects } = builder.clauses[clause]!;
  return takesQuote(builder, verb) && objects.length === 0 && builder.clauses.length === clause + 1;
}

/** "X said Y must leave and warned …", "X said Y would leave but did not say …": the tense or the comma tells that X acts. */
export function goesWithSaying(builder: Builder, verb: number): boolean {
  if (builder.commaBeforeConjunction && takesQuote(builder, verb)) return true;
  const inner = finiteAbove(builder, topOf(builder).clause);
  if (inner < 0 || builder.found.verbs[verb]!.group.tense !== 'past') return false;
  return builder.found.verbs[builder.clauses[inner]!.verb]!.group.tense !== 'past';
}
