/** What a sentence makes of the truce that it names: agreed, declared, in force, extended, broken off, or nothing. */
import type { Clause, NounPhrase, Sentence, TimeMention } from '../../model/doc.ts';
import type { AgreementStage } from '../../model/record.ts';
import { contains, type Span } from '../../model/span.ts';
import { clausesIn, timesIn, verbOf, wordsIn, type CodeContext } from './context.ts';
import { isToldClause } from './reality.ts';
import { IN_FORCE, MAKES, MEDIATION, PAST, stageDoes, stageDone, STANDING, WISHED } from './truce-words.ts';

export interface FoundStage {
  readonly stage: AgreementStage;
  readonly span: Span;
  /** The clause that tells it. */
  readonly clause?: Clause;
  /** "will take effect on Friday". */
  readonly isPlanned?: boolean;
}

/** Stage by the clauses that the truce is subject, object or antecedent of; else by the words of its own phrase. */
export function stageOf(
  context: CodeContext,
  index: number,
  sentence: Sentence,
  effective: TimeMention | undefined,
): FoundStage | undefined {
  const phrase = context.doc.phrases[index]!;
  const found = clausesIn(context, phrase).flatMap((clause) => {
    const stage =
      stageIn(context, clause, index) ?? (isTorn(context, index) ? stageIn(context, clause, index - 1) : undefined);
    return stage === undefined ? [] : judged(context, clause, stage, effective);
  });
  const best = found.toSorted((a, b) => rank(a) - rank(b))[0];
  return (
    best ??
    byDeal(context, phrase, sentence) ??
    byPhrase(context, phrase, sentence, effective) ??
    byMonitors(context, phrase, index)
  );
}

const WATCHED: ReadonlySet<string> = new Set(['monitor', 'supervise', 'oversee', 'police', 'patrol', 'verify']);

/** "agreed for former soldiers to monitor a ceasefire": what is watched over stands, unless it is only wished for. */
function byMonitors(context: CodeContext, phrase: NounPhrase, index: number): FoundStage | undefined {
  const { doc } = context;
  if (/^(?:no|any|possible|potential|future|eventual)\b/i.test(doc.text.slice(phrase.start, phrase.end)))
    return undefined;
  for (const clause of clausesIn(context, phrase)) {
    const verb = verbOf(context, clause);
    if (!WATCHED.has(verb.lemma) || verb.negated || !clause.objects.includes(index)) continue;
    const teller = clause.role === 'infinitive' && clause.parent !== undefined ? doc.clauses[clause.parent]! : clause;
    if (!isToldClause(context, teller) || WISHED_FOR.test(verbOf(context, teller).lemma)) continue;
    return { stage: 'in force', span: { start: verb.start, end: verb.end }, clause };
  }
  return undefined;
}

const WISHED_FOR = /^(?:want|hope|offer|propose|ask|call|urge|seek|wish|plan|consider|discuss|volunteer)$/;

/** "a five- year truce": a word broken over two lines parts the phrase, and the clause has its beginning only. */
function isTorn({ doc }: CodeContext, index: number): boolean {
  const before = doc.phrases[index - 1];
  return before !== undefined && /^-\s*$/.test(doc.text.slice(before.end, doc.phrases[index]!.start));
}

/** What ends a truce says more than how it came about; that it holds, more than that it was agreed. */
const RANKS: readonly AgreementStage[] = ['broken off', 'expired', 'extended', 'in force', 'declared', 'agreed'];
const rank = ({ stage }: FoundStage): number => RANKS.indexOf(stage);

function stageIn(context: CodeContext, clause: Clause, index: number): AgreementStage | undefined {
  const verb = verbOf(context, clause);
  const isSubject = clause.subjects.includes(index);
  const isAntecedent = clause.antecedent === index;
  const isObject = clause.objects.includes(index);
  const oblique = clause.obliques.find(({ phrase }) => phrase === index)?.preposition;
  if (isSubject || isAntecedent) {
    const rest = wordsIn(context, { start: verb.start, end: Math.max(verb.end, clause.end) });
    if (IN_FORCE.test(rest) && !verb.negated) return 'in force';
    const own = verb.voice === 'active' && clause.objects.length === 0 ? stageDoes(verb.lemma) : undefined;
    if (own !== undefined) return verb.negated && own === 'in force' ? 'broken off' : own;
    if (verb.voice === 'active' && clause.objects.length > 0) return undefined;
    return passive(verb.lemma, verb.particle);
  }
  if (isObject && verb.voice === 'active') return passive(verb.lemma, verb.particle);
  if (oblique !== undefined && MAKES[verb.lemma]?.includes(oblique) === true) return 'agreed';
  return undefined;
}

/** "called a truce" makes none known; "called off a truce" ends it. */
function passive(lemma: string, particle: string | undefined): AgreementStage | undefined {
  if (lemma === 'call') return particle === 'off' ? 'broken off' : undefined;
  if (lemma === 'put') return undefined;
  return stageDone(lemma);
}

function judged(
  context: CodeContext,
  clause: Clause,
  stage: AgreementStage,
  effective: TimeMention | undefined,
): FoundStage[] {
  const verb = verbOf(context, clause);
  const span = { start: verb.start, end: verb.end };
  const parent = clause.parent === undefined ? undefined : context.doc.clauses[clause.parent];
  const above = parent === undefined ? undefined : verbOf(context, parent);
  if (clause.role === 'infinitive' && above !== undefined && parent !== undefined) {
    if (above.lemma === 'fail') return isToldClause(context, parent) ? [{ stage: 'broken off', span, clause }] : [];
    const isDue = above.lemma === 'be' && effective !== undefined;
    const isSeen = /^(?:appear|seem|continue|begin|start)$/.test(above.lemma);
    // "agreed to extend the truce": who can extend it has done so by agreeing
    const isSettled = stage === 'extended' && /^(?:agree|decide|consent)$/.test(above.lemma) && !above.negated;
    return (isDue || isSeen || isSettled) && isToldClause(context, parent) ? [{ stage, span, clause }] : [];
  }
  // "the truce would not be renewed": its end is announced
  if (verb.negated && stage === 'extended' && /^(?:will|would|shall)$/.test(verb.modal ?? ''))
    return parent === undefined || isToldClause(context, parent)
      ? [{ stage: 'expired', span, clause, isPlanned: true }]
      : [];
  if (verb.negated && stage !== 'broken off') return [];
  if (isToldClause(context, clause)) return [{ stage, span, clause }];
  const isComing = verb.tense === 'future' && verb.modal !== 'would' && effective !== undefined && stage === 'in force';
  return isComing && (parent === undefined || isToldClause(context, parent))
    ? [{ stage, span, clause, isPlanned: true }]
    : [];
}

const DEAL =
  /\b(?:agreement|deal|accord|arrangement|understanding)\b([^.;]{0,80}?)\b(?:on|for|about)(?: an?| the)?\s*$/i;
const REACHED = /\b(?:reached|agreed|concluded|signed|brokered|negotiated|struck|mediated|announced)\b/i;

/** "the agreement reached with X's mediation on a ceasefire". */
function byDeal({ doc }: CodeContext, phrase: NounPhrase, sentence: Sentence): FoundStage | undefined {
  const from = Math.max(sentence.start, phrase.start - 140);
  const head = doc.tokens[phrase.first]!;
  const lead = DEAL.exec(doc.text.slice(from, /^(?:an?|the)$/.test(head.lower) ? head.end : phrase.start));
  const word = lead === null ? null : REACHED.exec(lead[1]!);
  if (lead === null || word === null) return undefined;
  const start = from + lead.index + lead[0].indexOf(lead[1]!) + word.index;
  return { stage: 'agreed', span: { start, end: start + word[0].length } };
}

/** "a fragile week-old truce", "the X-brokered ceasefire", "the February truce", "despite the ceasefire in effect since Monday". */
function byPhrase(
  context: CodeContext,
  phrase: NounPhrase,
  sentence: Sentence,
  effective: TimeMention | undefined,
): FoundStage | undefined {
  const { doc } = context;
  const span = { start: phrase.start, end: phrase.end };
  const own = doc.text.slice(phrase.start, phrase.end);
  const before = wordsIn(context, { start: Math.max(sentence.start, phrase.start - 50), end: phrase.start });
  const around = clausesIn(context, phrase).filter((clause) => contains(clause, phrase));
  const dated = timesIn(context, span).some(({ value }) => /^\d{4}/.test(value));
  if (dated && !STANDING.test(own)) return { stage: 'recalled', span };
  if (around.some((clause) => !isToldClause(context, clause)) && !STANDING.test(own)) return undefined;
  if (WISHED.test(before) && !STANDING.test(own)) return undefined;
  if (/^(?:no|any)\b/i.test(own)) return undefined;
  if (MEDIATION.test(own)) return { stage: 'agreed', span };
  if (PAST.test(own)) return { stage: 'recalled', span };
  if (STANDING.test(own)) return { stage: 'in force', span };
  const after = wordsIn(context, { start: phrase.end, end: Math.min(sentence.end, phrase.end + 40) });
  if (effective !== undefined && IN_FORCE.test(after)) return { stage: 'in force', span };
  return effective !== undefined && /^ (?:from|since|as of|effective) /.test(after)
    ? { stage: 'agreed', span }
    : undefined;
}
