/**
 * When a seat of government is the government: "Baku expects", "urged Moscow", "a demand by the Kremlin". In "in
 * Moscow" or "from Baku to Tbilisi" it is a place, and no actor.
 */
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { GAP, SHAPE, isCapital, isPossessive, posAt } from './scan.ts';

/** Prepositions behind which the place itself is meant. */
const isLocal = ({ cues }: Context, word: string): boolean =>
  (cues.placing.has(word) || cues.leading.has(word)) && word !== 'between' && word !== 'from';

/** All drafts but the seats that are only places. In a list of seats one that acts speaks for all: "Baku, Yerevan to meet". */
export function withoutPlaces(context: Context, drafts: readonly Draft[], subjects: Uint8Array): Draft[] {
  const kept: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    if (drafts[i]!.basis !== 'metonym') {
      kept.push(drafts[i]!);
      continue;
    }
    let end = i + 1;
    while (
      end < drafts.length &&
      drafts[end]!.basis === 'metonym' &&
      isListedBehind(context, drafts[end - 1]!, drafts[end]!)
    )
      end++;
    const list = drafts.slice(i, end);
    if (list.some((draft) => isActing(context, draft, subjects))) kept.push(...list);
    i = end - 1;
  }
  return kept;
}

function isListedBehind(context: Context, before: Draft, draft: Draft): boolean {
  const between = draft.first - before.last - 1;
  if (between === 0) return context.gaps[before.last] === GAP.comma;
  const { norm } = context.words[before.last + 1]!;
  return between === 1 && (norm === 'and' || norm === 'or');
}

/** Whether the seat acts or is acted upon where `draft` stands. `subjects` marks tokens that are subjects. */
function isActing(context: Context, draft: Draft, subjects: Uint8Array): boolean {
  const before = wordBefore(context, draft.first);
  if (!draft.city) return !isLocal(context, before) || before === 'of' || before === 'for' || before === 'to';
  if (isLocal(context, before) || isPartOfName(context, draft)) return false;
  if (isHeadlineSource(context, draft)) return true;
  if (isList(context, draft)) return false;
  if (before === 'from') return context.cues.sent.has(wordBefore(context, draft.first - 1));
  if (isPossessive(context, draft.last)) return !isPlaceOwned(context, draft);
  if (subjects[context.tokens[draft.last]!] === 1) return true;
  if (isBeforeVerb(context, draft.last)) return true;
  return context.cues.personal.has(before) ? !isListed(context, draft) : context.cues['done-to'].has(before);
}

/** "Baku: troops opened fire": who says it, at the head of a headline. */
const isHeadlineSource = (context: Context, { first, last }: Draft): boolean =>
  context.opens[first] === 1 &&
  context.text[context.words[last]!.end] === ':' &&
  context.doc.sentences[context.sentences[first]!]?.zone === 'headline';

/** "Baku-based", "rebel-held Goris", "the Baku Summit". */
const isPartOfName = (context: Context, { first, last }: Draft): boolean =>
  context.gaps[last] === GAP.hyphen ||
  (first > 1 &&
    context.gaps[first - 2] === GAP.hyphen &&
    context.gaps[first - 1] === GAP.space &&
    context.shapes[first - 1] === SHAPE.lower) ||
  (context.gaps[last] === GAP.space &&
    isCapital(context, last + 1) &&
    context.sentences[last] === context.sentences[last + 1]);

function wordBefore(context: Context, first: number): string {
  const at = first - 1;
  if (at < 0 || context.sentences[at] !== context.sentences[first]) return '';
  const gap = context.gaps[at]!;
  if (gap !== GAP.space) return '';
  const { norm } = context.words[at]!;
  return norm === 'the' || norm === 'both' ? wordBefore(context, at) || norm : norm;
}

/** "Baku, Azerbaijan": a place with its country. */
const isList = (context: Context, draft: Draft): boolean => {
  const next = context.hits[draft.last + 1];
  return context.gaps[draft.last] === GAP.comma && next !== undefined && (next.bits & 1) !== 0;
};

/** "on Monday in Paris and London": joined to a place, it is one. */
const isListed = (context: Context, draft: Draft): boolean => {
  const joint = context.words[draft.first - 1]!.norm;
  if (joint !== 'and' && joint !== 'or') return false;
  const at = draft.first - 2;
  return (
    at > 0 &&
    (context.shapes[at] === SHAPE.initial || context.shapes[at] === SHAPE.upper) &&
    isLocal(context, wordBefore(context, at))
  );
};

/** "Baku's airport": what a place has, not what a government has. */
const isPlaceOwned = (context: Context, draft: Draft): boolean =>
  context.cues['place-owned'].has(context.words[draft.last + 2]?.norm ?? '');

function isBeforeVerb(context: Context, last: number): boolean {
  if (context.gaps[last] !== GAP.space) return false;
  const at = last + 1;
  // Headlines put "to" for "will": "Nairobi to host talks".
  if (context.words[at]?.norm === 'to' && context.doc.sentences[context.sentences[last]!]?.zone === 'headline')
    return true;
  const pos = posAt(context, at);
  if (pos === 'ADV') {
    const next = posAt(context, at + 1);
    return next === 'VERB' || next === 'AUX';
  }
  return pos === 'AUX' || (pos === 'VERB' && !context.words[at]!.norm.endsWith('ing'));
}
