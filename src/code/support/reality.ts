/**
 * Whether a report tells that something happened, that somebody denies it, or neither: what is feared, ordered,
 * prevented, planned or supposed is no happening. Rules of incidents ask this before they make a record.
 */
import type { Clause, VerbGroup } from '../../model/doc.ts';
import { contains, indexAt, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { clausesIn, statementAround, verbOf, within, wordsIn, type CodeContext } from './context.ts';

export type Reality = 'told' | 'denied' | 'unreal';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verbs whose infinitive happens: "began to shell". */
const ACTUAL = words('begin start continue proceed manage resume help go dare prove');
/** What is tried is told too, where the attempt is the act. */
const TRIED = words('try attempt');
/** Passives of telling: "is said to have fired". */
const TOLD = words('say report allege believe know see accuse think claim suspect confirm understand');
/** Verbs whose gerund or noun does not happen: "prevented them from shelling", "ended the attacks". */
const UNREAL = words(
  `prevent stop avoid refrain consider threaten mull propose oppose risk halt cease end quit forbid ban bar deter plan
  discuss fear contemplate keep discourage abstain renounce foil thwart avert forestall prepare order authorise
  authorize approve call demand urge seek want ask warn vow pledge promise suspend rule curb justify support advocate
  simulate foresee expect predict wait hope intend protect guard debate endorse encourage incite veto dodge escape`,
);
/** Complements that nobody holds for true. */
const DOUBTED = words(
  'fear hope doubt demand propose wish want imagine pretend predict expect require urge threaten order insist',
);
const DENIES = words('deny reject refute rebut repudiate disavow dismiss disclaim');
const CONDITIONAL = words('if unless whether lest provided');
const POSSIBLE = words('may might could can should must ought would');

/** How far up a clause's parents count. */
const DEPTH = 6;

/** What the report makes of `event`. */
export function realityOf(context: CodeContext, event: EventMention): Reality {
  const clause = event.nominal ? clauseAround(context, event.trigger) : context.doc.clauses[event.clause!];
  if (event.nominal) {
    const noun = realityOfNoun(context, event, clause);
    if (noun !== 'told') return noun;
  }
  if (clause !== undefined && isNever(context, clause)) return 'unreal';
  const found = clause === undefined ? 'told' : realityOfClause(context, event, clause);
  if (found !== 'told') return found;
  return event.negated || isDeniedByCue(context, event.trigger) ? 'denied' : 'told';
}

/** "never exchanged fire": nobody had said that they did. */
function isNever(context: CodeContext, clause: Clause): boolean {
  const { first, head } = verbOf(context, clause);
  for (let at = Math.max(0, first - 1); at < head; at++) if (context.doc.tokens[at]!.lower === 'never') return true;
  return false;
}

/** The innermost clause around `span`. */
export function clauseAround(context: CodeContext, span: Span): Clause | undefined {
  let best: Clause | undefined;
  for (const clause of clausesIn(context, span))
    if (contains(clause, span) && (best === undefined || clause.end - clause.start < best.end - best.start))
      best = clause;
  return best;
}

/** Whether what `clause` tells has happened by the report, or is denied: not ordered, feared, planned or supposed. */
export const isToldClause = (context: CodeContext, clause: Clause): boolean =>
  realityOfClause(context, undefined, clause) !== 'unreal';

function realityOfClause(context: CodeContext, event: EventMention | undefined, own: Clause): Reality {
  let clause = own;
  for (let depth = 0; depth < DEPTH; depth++) {
    const verb = verbOf(context, clause);
    if (isUnreal(verb) || (clause.marker !== undefined && CONDITIONAL.has(clause.marker))) return 'unreal';
    if (verb.negated && clause !== own) return 'unreal';
    const parent = clause.parent === undefined ? undefined : context.doc.clauses[clause.parent];
    if (clause !== own && isNewTelling(context, clause)) return 'told';
    // What a relative clause tells is taken for granted, whatever the clause around it does
    if (parent === undefined || clause.role === 'relative') return 'told';
    const step = ruledBy(context, event, clause, verbOf(context, parent));
    if (step !== 'told') return step;
    clause = parent;
  }
  return 'told';
}

/** "denied that …, and said that rebels had fired": what is joined by a telling of its own is no longer denied. */
function isNewTelling({ doc, lexicons }: CodeContext, { role, inheritedSubject, verb }: Clause): boolean {
  const { lemma, negated, form } = doc.verbs[verb]!;
  return (
    role === 'coordinate' &&
    inheritedSubject &&
    !negated &&
    form === 'finite' &&
    !DENIES.has(lemma) &&
    lexicons.cues.verbs.get(lemma)?.patterns.includes('clause') === true
  );
}

const isUnreal = ({ tense, modal, perfect }: VerbGroup): boolean =>
  tense === 'future' || (modal !== undefined && POSSIBLE.has(modal) && !(modal === 'must' && perfect));

/** What the verb above makes of the clause below it. */
function ruledBy(context: CodeContext, event: EventMention | undefined, clause: Clause, above: VerbGroup): Reality {
  const verb = verbOf(context, clause);
  if (clause.role === 'infinitive') {
    if (verb.perfect || ACTUAL.has(above.lemma)) return 'told';
    if (above.voice === 'passive' && TOLD.has(above.lemma)) return 'told';
    return TRIED.has(above.lemma) && event?.incident === 'movement' ? 'told' : 'unreal';
  }
  if (clause.role === 'gerund') {
    // "denied shelling", but "rejected an appeal for shelling"
    if (isLedByUnreal(context, clause)) return 'unreal';
    if (DENIES.has(above.lemma)) return 'denied';
    return UNREAL.has(above.lemma) ? 'unreal' : 'told';
  }
  if (clause.role !== 'complement') return 'told';
  if (DENIES.has(above.lemma)) return 'denied';
  return DOUBTED.has(above.lemma) ? 'unreal' : 'told';
}

/** What is planned, possible, wanted or feared: "plans for shelling", "the risk of shelling". */
const PROSPECT = `plans? planning possibility threats? risks? votes? talks? idea hopes? aims? intention view ways? means policy thoughts?
  purpose prospects? pretext interest appeals? requests? calls? demands? instead`;
/** What is weighed about an act that may come: "doubts on the wisdom of shelling". */
const WEIGHED = 'wisdom folly merits? effectiveness feasibility legality justification';
/** What courts and accusers say: "charged with shelling". */
const CHARGED = 'charged convicted indicted guilty tried sentenced jailed suspicion allegations?';
/** What somebody is like: "capable of shelling", "bent on shelling". */
const INCLINED = 'capable interested committed dedicated bent intent aimed opposed known notorious';

const UNREAL_LEAD = new RegExp(
  ` (?:without|instead of|against|before|in the name of|for fear of|(?:${[PROSPECT, WEIGHED, CHARGED, INCLINED]
    .flatMap((list) => list.split(/\s+/))
    .join('|')}) (?:of|on|for|to|in|about|at|with)) $`,
);

/** "without firing", "a vote on sending": the words right before a gerund. */
function isLedByUnreal(context: CodeContext, clause: Clause): boolean {
  const { doc } = context;
  const at = doc.verbs[clause.verb]!.first;
  const from = Math.max(doc.sentences[clause.sentence]!.first, at - 4);
  let before = ' ';
  for (let index = from; index < at; index++) before += `${doc.tokens[index]!.lower} `;
  return UNREAL_LEAD.test(before);
}

const NO_HAPPENING =
  / (?:no|without|any|possible|potential|imminent|future|further|planned|alleged|anti|suspected|against|avoid|(?:threats?|fears?|risks?|possibility|end|halt|stop|case|signs?|wave|plans?|danger|prospect|responsibility|event|resumption|pretext|right|call|calls) (?:of|to|for|from)(?: (?:an?|the|all|any|such|more|new|another|their|its))*) (?:[\w-]+ ){0,2}$/;

/** A noun that the sentence only fears, forbids or calls off. */
function realityOfNoun(context: CodeContext, event: EventMention, clause: Clause | undefined): Reality {
  const { doc } = context;
  const sentence = doc.sentences[indexAt(doc.sentences, event.trigger.start)]!;
  const before = wordsIn(context, {
    start: Math.max(sentence.start, event.trigger.start - 50),
    end: event.trigger.start,
  });
  if (NO_HAPPENING.test(before)) return 'unreal';
  if (clause === undefined) return 'told';
  const isSubject = clause.subjects.some((index) => contains(doc.phrases[index]!, event.trigger));
  if (isSubject) return verbOf(context, clause).negated ? 'unreal' : 'told';
  const { lemma, negated } = verbOf(context, clause);
  if (DENIES.has(lemma)) return 'denied';
  return UNREAL.has(lemma) || negated ? 'unreal' : 'told';
}

/** What a statement tells whose cue denies: "rejected reports that its troops had fired". */
export function isDeniedByCue(context: CodeContext, span: Span): boolean {
  const around = statementAround(context, span);
  const isDenial =
    around?.statement.cue.some((cue) => within(context.doc.tokens, cue).some(({ lemma }) => DENIES.has(lemma))) ===
    true;
  return (
    isDenial &&
    !clausesIn(context, span).some(
      (clause) => clause.start < span.start && contains(clause, span) && isNewTelling(context, clause),
    )
  );
}
