/** Events that verbs express: the pattern, or the act in the object of a verb of doing; then who does it to whom. */
import type { Clause, VerbGroup } from '../../model/doc.ts';
import { cover, type Span } from '../../model/span.ts';
import { obliquePhrases, verbOf, type CodeContext } from '../support/context.ts';
import type { CommentMention, EventMention } from './event.ts';
import { isMission } from './mission.ts';
import { matchTurn, matchVerb, type Match, type TurnMatch } from './match.ts';
import { rolesOf, sourceOf } from './roles.ts';
import { possessorsOf, standForAll } from './sides.ts';
import { isFuture, STOPPED, toldBy } from './told.ts';

/** The event, or the comment, of the clause's verb, if the lexicon knows one. */
export function verbalEvent(context: CodeContext, index: number): EventMention | CommentMention | undefined {
  const clause = context.doc.clauses[index]!;
  const verb = verbOf(context, clause);
  if (verb.modal === 'must' && clause.role === 'complement' && clause.parent !== undefined)
    return demanded(context, index);
  const match = matchOf(context, clause, verb);
  if (match === undefined) return undefined;
  const { entry } = match.pattern;
  if (entry.event === 'ASSAULT' && (isMatch(context, clause) || isCount(context, clause, verb))) return undefined;
  const isInWords = entry.event === 'ASSAULT' && isOfWords(context, clause, verb);
  const stopped = isTurn(match) && match.turn === 'stop';
  const isHelp = !stopped && isMission(context, entry, clause);
  const type = isInWords
    ? 'ACCUSE'
    : isHelp
      ? 'AID'
      : stopped && entry.event !== 'STATEMENT'
        ? STOPPED[entry.event]
        : entry.event;
  const roles = rolesOf(context, clause, match);
  // "X's attacks continued to be carried out": the owner of the act does it
  const source =
    roles.source.length > 0 || match.taken === undefined ? roles.source : possessorsOf(context, match.taken);
  return {
    type: type as never,
    told: toldBy(context, entry, type, clause, verb),
    // an act that is stopped loses its own mode and kind of incident
    mode: stopped || isHelp || isInWords ? [] : entry.mode,
    context: entry.context,
    trigger: triggerOf(context, verb, match),
    extent: { start: clause.start, end: clause.end },
    clause: index,
    sense: entry.id,
    source: standForAll(context, source),
    // what a comment is about is shown with it, but is no party to it
    target: standForAll(context, entry.told === 'STATEMENT' ? obliquePhrases(clause, new Set(entry.to)) : roles.target),
    sourcePhrases: source,
    targetPhrases: roles.target,
    negated: verb.negated,
    future: isFuture(verb),
    nominal: false,
    within: undefined,
    incident: stopped || isHelp || isInWords ? undefined : entry.incident,
    reciprocal: entry.reciprocal === true,
  };
}

/** "The team beat its guests 3-1": who tells a score tells of a game. */
function isMatch({ doc }: CodeContext, { first, last }: Clause): boolean {
  for (let at = first; at <= last; at++) if (/^\d{1,2}[-–]\d{1,2}$/.test(doc.tokens[at]!.text)) return true;
  return false;
}

/** "Trade hit 2 billion dollars": a figure is no target. */
function isCount({ doc }: CodeContext, { objects }: Clause, { lemma }: VerbGroup): boolean {
  const object = objects.length === 1 && lemma === 'hit' ? doc.phrases[objects[0]!]! : undefined;
  return object !== undefined && doc.tokens[object.first]!.pos === 'NUM' && SUMS.has(doc.tokens[object.head]!.lemma);
}

const SUMS: ReadonlySet<string> = new Set(
  'million billion trillion percent dollar euro yuan yen pound rupee ton tonne barrel point degree mark record high low'.split(
    ' ',
  ),
);

/** "attacked the cabinet's record": what is said or planned is attacked in words. */
const isOfWords = ({ doc }: CodeContext, { objects }: Clause, { lemma }: VerbGroup): boolean =>
  lemma === 'attack' && objects.length === 1 && SAID.has(doc.tokens[doc.phrases[objects[0]!]!.head]!.lemma);

const SAID: ReadonlySet<string> = new Set(
  'record policy plan proposal decision statement remark comment report claim idea law bill budget stance approach view speech article reform deal agreement accord programme program rule handling'.split(
    ' ',
  ),
);

/** A pattern with a noun says more than a verb of doing, and that more than a verb alone. */
function matchOf(context: CodeContext, clause: Clause, verb: VerbGroup): Match | TurnMatch | undefined {
  const match = matchVerb(context, clause, verb);
  return match?.taken === undefined ? (matchTurn(context, clause, verb) ?? match) : match;
}

const isTurn = (match: Match | TurnMatch): match is TurnMatch => 'turn' in match;

/** "X said Y must do it": X demands it of Y. */
function demanded(context: CodeContext, index: number): EventMention | undefined {
  const { doc, lexicons } = context;
  const clause = doc.clauses[index]!;
  const verb = verbOf(context, clause);
  const said = doc.clauses[clause.parent!]!;
  if (!lexicons.cues.verbs.has(verbOf(context, said).lemma) || said.subjects.length === 0) return undefined;
  const source = sourceOf(context, said);
  return {
    type: 'REQUEST',
    told: 'REQUEST',
    mode: ['change'],
    context: [],
    trigger: { start: verb.start, end: verb.end },
    extent: { start: clause.start, end: clause.end },
    clause: index,
    sense: 'said-must',
    source: standForAll(context, source),
    target: standForAll(context, clause.subjects),
    sourcePhrases: source,
    targetPhrases: clause.subjects,
    negated: false,
    future: false,
    nominal: false,
    within: undefined,
    incident: undefined,
    reciprocal: false,
  };
}

function triggerOf({ doc }: CodeContext, verb: VerbGroup, { tokens }: Match): Span {
  return cover([doc.tokens[verb.head]!, ...tokens.map((token) => doc.tokens[token]!)]);
}
