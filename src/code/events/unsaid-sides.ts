/**
 * Sides that the event's own clause leaves unsaid, for the event view only: who arrests is the land where somebody "was
 * arrested", who kills is told by the clause of time, and the other side may stand further on in what hangs on the act.
 * The record rules never see them.
 */
import { contains } from '../../model/span.ts';
import { obliquePhrases, verbOf, type CodeContext } from '../support/context.ts';
import type { CommentMention, EventMention } from './event.ts';
import { isKnown, isTime, landIn, standsFor, wideSpan } from './sides.ts';

type Told = EventMention | CommentMention;

/** The event with the phrases that stand for its unsaid sides. */
export function withUnsaid(context: CodeContext, event: Told, acts: ActsOfTime): Told {
  if (event.nominal || event.clause === undefined) return event;
  const sourcePhrases = isEmpty(event, 'source') ? unsaidSource(context, event, acts) : event.sourcePhrases;
  const whole = { ...event, sourcePhrases };
  // who clash with one another are both sides
  const isShared = event.reciprocal && event.sourcePhrases.length > 1;
  if (isShared || !(isEmpty(event, 'target') || isOneself(event))) return whole;
  const found = unsaidTarget(context, whole);
  return found.length === 0 ? whole : { ...whole, targetPhrases: found };
}

const isEmpty = (event: Told, side: 'source' | 'target'): boolean =>
  event[side].length === 0 && event[`${side}Phrases`].length === 0;

/** Whether all that stands for the other side is a pronoun for the one who acts: "insists [it] keeps the ban on X". */
function isOneself({ source, target }: Told): boolean {
  const own = new Set(source.map(({ key }) => key));
  return target.length > 0 && target.every(({ key, basis }) => basis === 'coreference' && own.has(key));
}

const IN: ReadonlySet<string> = new Set(['in', 'at']);
const WHEN: ReadonlySet<string> = new Set(['as', 'when', 'after', 'while']);

function unsaidSource(context: CodeContext, event: Told, acts: ActsOfTime): readonly number[] {
  const clause = context.doc.clauses[event.clause!]!;
  if (verbOf(context, clause).voice !== 'passive') return [];
  if (event.type === 'ASSAULT') return acts.get(event.clause!)?.sourcePhrases ?? [];
  if (event.type !== 'COERCE' && event.type !== 'ACCUSE' && event.type !== 'SANCTION') return [];
  return obliquePhrases(clause, IN)
    .filter((phrase) => landIn(context, wideSpan(context, phrase)) !== undefined)
    .slice(0, 1);
}

/** By the clause that a clause of time hangs on, the act that the latter tells. */
type ActsOfTime = ReadonlyMap<number, Told>;

/** "were killed as [X's army] shelled the town": for each clause the first act with a source that a clause of time tells. */
export function actsOfTime({ doc }: CodeContext, all: readonly Told[]): ActsOfTime {
  const acts = new Map<number, Told>();
  for (const act of all) {
    if (act.type !== 'ASSAULT' || act.clause === undefined || act.sourcePhrases.length === 0) continue;
    const { role, parent, marker } = doc.clauses[act.clause]!;
    if (role !== 'adverbial' || parent === undefined || !WHEN.has(marker ?? '')) continue;
    if (!acts.has(parent)) acts.set(parent, act);
  }
  return acts;
}

/** The first party, or else land, that is named behind the act in what hangs on it. */
function unsaidTarget(context: CodeContext, event: Told): readonly number[] {
  const { doc, phrasesBySentence } = context;
  const clause = doc.clauses[event.clause!]!;
  const own = new Set(event.source.map(({ key }) => key));
  const later = phrasesBySentence[clause.sentence]!.filter((index) => {
    const phrase = doc.phrases[index]!;
    return (
      phrase.start >= event.trigger.start &&
      contains(clause, phrase) &&
      phrase.relation !== 'possessive' &&
      !event.sourcePhrases.includes(index) &&
      !isTime(context, phrase)
    );
  });
  const party = later.find((index) => {
    const named = standsFor(context, index).filter(isKnown);
    return named.some(({ key, basis }) => basis !== 'coreference' && !own.has(key));
  });
  if (party !== undefined) return [party];
  const place = later.find((index) => landIn(context, doc.phrases[index]!) !== undefined);
  return place === undefined ? [] : [place];
}
