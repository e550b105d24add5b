/** The entity view: names and descriptions of people, organisations and places, without codes. */
import type { EntityMention, EntityType } from '../../model/doc.ts';
import { bySpan } from '../../model/span.ts';
import type { Context } from './context.ts';
import { findDescriptions } from './descriptions.ts';
import type { Draft, Run } from './draft.ts';
import { GAP, IS, hasAt, isCapital, isTied, posAt } from './scan.ts';

interface Candidate {
  first: number;
  last: number;
  readonly type: EntityType;
}

/** Entities in the order of the text. */
export function findEntities(context: Context, named: readonly Draft[], runs: readonly Run[]): EntityMention[] {
  const candidates: Candidate[] = [];
  let before: Candidate | undefined;
  for (const draft of named)
    if (!isModifier(context, draft)) candidates.push((before = ofDraft(context, draft, before)));
  for (const run of runs) {
    const type = typeOfRun(run);
    if (type !== undefined) candidates.push({ first: withDirection(context, run.first, type), last: run.last, type });
  }
  for (const description of findDescriptions(context)) candidates.push(description);
  const entities: EntityMention[] = [];
  for (const { first, last, type } of withoutNested(context, candidates))
    entities.push({ start: context.words[first]!.start, end: context.words[last]!.end, type });
  for (const { start, end } of context.doc.times) entities.push({ start, end, type: 'Temporal' });
  return entities.sort(bySpan);
}

/** "military campaign", "government offensive": a bare noun before another noun describes it. */
function isModifier(context: Context, draft: Draft): boolean {
  if (!draft.bare || draft.person !== undefined || !isTied(context, draft.last)) return false;
  const pos = posAt(context, draft.last + 1);
  return pos === 'NOUN' || pos === 'PROPN';
}

function typeOfRun(run: Run): EntityType | undefined {
  if (run.kind === 'place') return 'Location';
  if (run.kind === 'organisation') return run.sector === 'SPORT' ? 'Organisation' : undefined;
  return undefined;
}

function ofDraft(context: Context, draft: Draft, before: Candidate | undefined): Candidate {
  const { first, last } = draft;
  if (draft.adjectival) return { first, last, type: 'Nationality' };
  const type = typeOf(context, draft, before);
  return { first: withDirection(context, first, type), last, type };
}

function typeOf(context: Context, draft: Draft, before: Candidate | undefined): EntityType {
  if (draft.type === 'person') return 'Person';
  if (draft.type === 'role' || (draft.headKind !== undefined && draft.headKind !== 'body' && !draft.plural))
    return 'Person';
  if (draft.type !== 'country') return 'Organisation';
  if (draft.basis === 'metonym' && !draft.city) return 'Organisation';
  return countryType(context, draft, before);
}

const PLACING = new Set([
  'in',
  'of',
  'to',
  'across',
  'from',
  'inside',
  'throughout',
  'near',
  'outside',
  'into',
  'over',
  'around',
  'through',
  'within',
]);

/** A country after a preposition of place is a place; in a list it is what the one before it is. */
function countryType(context: Context, draft: Draft, before: Candidate | undefined): EntityType {
  let at = draft.first - 1;
  if (at < 0) return draft.city ? 'Location' : 'Organisation';
  if (context.words[at]!.norm === 'the') at--;
  const norm = at < 0 ? '' : context.words[at]!.norm;
  if (PLACING.has(norm) || hasAt(context, at, IS.direction)) return 'Location';
  const isListed = norm === 'and' || norm === 'or' || context.gaps[at] === GAP.comma;
  if (
    isListed &&
    before !== undefined &&
    before.last >= at - 2 &&
    (before.type === 'Location' || before.type === 'Organisation')
  )
    return before.type;
  return draft.city ? 'Location' : 'Organisation';
}

/** "northern Iraq", "eastern Aleppo". */
function withDirection(context: Context, first: number, type: EntityType): number {
  const at = first - 1;
  return type === 'Location' && at >= 0 && isTied(context, at) && hasAt(context, at, IS.direction) ? at : first;
}

/**
 * Joins candidates that overlap, and those that "of" or a comma ties into one: "the families of the victims",
 * "Sotavar, Armenia". The longer one keeps its own kind.
 */
function withoutNested(context: Context, candidates: Candidate[]): Candidate[] {
  candidates.sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Candidate[] = [];
  for (const one of candidates) {
    const outer = kept.at(-1);
    if (outer !== undefined && (one.first <= outer.last || isTiedTo(context, outer, one))) {
      if (one.last <= outer.last) continue;
      const overlap = one.first <= outer.last;
      kept.pop();
      kept.push({ first: outer.first, last: one.last, type: overlap ? one.type : outer.type });
    } else kept.push(one);
  }
  return kept;
}

function isTiedTo(context: Context, outer: Candidate, one: Candidate): boolean {
  if (context.sentences[outer.last] !== context.sentences[one.first]) return false;
  const from = outer.last + 1;
  if (from === one.first)
    return (
      outer.type === 'Location' &&
      context.gaps[outer.last] === GAP.comma &&
      hasAt(context, one.first, IS.country) &&
      isCapital(context, outer.last)
    );
  if (context.gaps[outer.last] !== GAP.space || context.words[from]!.norm !== 'of') return false;
  return from + 1 === one.first || (from + 2 === one.first && context.words[from + 1]!.norm === 'the');
}
