/**
 * When a seat of government is the government: "Baku expects", "urged Moscow", "a demand by the Kremlin". In "in
 * Moscow" or "from Baku to Tbilisi" it is a place, and no actor.
 */
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { GAP, SHAPE, isPossessive, posAt } from './scan.ts';

/** Prepositions behind which people stand. */
const PERSONAL = new Set([
  'by',
  'with',
  'against',
  'between',
  'among',
  'upon',
  'on',
  'both',
  'and',
  'or',
  'that',
  'than',
  'as',
  'if',
  'unless',
  'because',
  'while',
  'whether',
  'but',
  'when',
  'since',
  'though',
  'although',
  'what',
]);
/** Prepositions behind which places stand. */
const LOCAL = new Set([
  'in',
  'at',
  'near',
  'to',
  'into',
  'outside',
  'inside',
  'around',
  'through',
  'via',
  'over',
  'across',
  'of',
  'for',
  'toward',
  'towards',
  'throughout',
  'within',
  'beyond',
  'leaving',
  'visiting',
  'central',
  'downtown',
  'greater',
]);
/** Nouns that come from people: "a statement from Baku". */
const SENT = new Set([
  'statement',
  'pressure',
  'support',
  'demand',
  'demands',
  'order',
  'orders',
  'response',
  'reaction',
  'call',
  'calls',
  'request',
  'message',
  'signal',
  'signals',
  'offer',
  'proposal',
  'independence',
  'aid',
  'help',
  'assurances',
  'backing',
  'approval',
  'criticism',
  'protest',
  'warning',
  'admission',
  'concessions',
  'relations',
  'ties',
]);
/** Verbs that take an addressee or an opponent. */
const DONE_TO = new Set([
  'urge',
  'urged',
  'urging',
  'urges',
  'accuse',
  'accused',
  'accusing',
  'accuses',
  'tell',
  'told',
  'telling',
  'press',
  'pressed',
  'pressing',
  'ask',
  'asked',
  'asking',
  'asks',
  'warn',
  'warned',
  'warning',
  'warns',
  'blame',
  'blamed',
  'blames',
  'blaming',
  'criticised',
  'criticized',
  'criticising',
  'criticizing',
  'support',
  'supports',
  'supported',
  'supporting',
  'condemned',
  'condemns',
  'force',
  'forced',
  'forcing',
  'help',
  'helped',
  'helping',
  'persuade',
  'persuaded',
  'convince',
  'convinced',
  'invite',
  'invited',
  'thank',
  'thanked',
  'expect',
  'expects',
  'expected',
  'want',
  'wants',
  'wanted',
  'let',
  'allow',
  'allowed',
  'allowing',
  'gave',
  'give',
  'gives',
  'giving',
  'said',
  'says',
  'called',
  'denounced',
  'backed',
  'backing',
  'defied',
  'rejected',
  'angered',
  'infuriated',
  'threatened',
  'threaten',
  'threatens',
  'threatening',
  'pressured',
  'pressuring',
  'challenged',
  'challenging',
  'calling',
  'prompt',
  'prompted',
  'assured',
  'informed',
  'notified',
  'reminded',
  'isolated',
  'isolate',
  'punish',
  'punished',
  'sanction',
  'sanctioned',
]);

/** Whether the seat acts or is acted upon where `draft` stands. `subjects` marks tokens that are subjects. */
export function isActing(context: Context, draft: Draft, subjects: Uint8Array): boolean {
  const before = wordBefore(context, draft.first);
  if (draft.city !== true) return !LOCAL.has(before) || before === 'of' || before === 'for' || before === 'to';
  if (LOCAL.has(before)) return false;
  if (isList(context, draft)) return false;
  if (before === 'from') return SENT.has(wordBefore(context, draft.first - 1));
  if (isPossessive(context, draft.last)) return !isPlaceOwned(context, draft);
  if (subjects[context.tokens[draft.last]!] === 1) return true;
  if (isBeforeVerb(context, draft.last)) return true;
  return PERSONAL.has(before) ? !isListed(context, draft) : DONE_TO.has(before);
}

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
    LOCAL.has(wordBefore(context, at))
  );
};

/** "Baku's airport": what a place has, not what a government has. */
const PLACE_OWNED =
  /^(?:airport|streets?|suburbs?|centre|center|mayor|residents?|skyline|population|main|largest|northern|southern|eastern|western|old|university|hospitals?|outskirts|districts?|downtown|stock|international)$/;
const isPlaceOwned = (context: Context, draft: Draft): boolean =>
  PLACE_OWNED.test(context.words[draft.last + 2]?.norm ?? '');

function isBeforeVerb(context: Context, last: number): boolean {
  if (context.gaps[last] !== GAP.space) return false;
  const at = last + 1;
  const pos = posAt(context, at);
  if (pos === 'ADV') {
    const next = posAt(context, at + 1);
    return next === 'VERB' || next === 'AUX';
  }
  return pos === 'AUX' || (pos === 'VERB' && !context.words[at]!.norm.endsWith('ing'));
}
