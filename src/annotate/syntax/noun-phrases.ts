/**
 * Finds base noun phrases: determiner, numbers, adjectives, nouns and names up to the head. What follows the head
 * ("of …", a relative clause) is not part of it; a possessor is a phrase of its own.
 */
import type { Pos, Token } from '../../model/doc.ts';
import { isClosing, isOpening } from './marks.ts';

export interface PhraseDraft {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** The phrase owns the one behind its "'s". */
  readonly possessor: boolean;
  /** A point or stretch of time without a preposition: "Tuesday", "last week". */
  readonly time: boolean;
  /** Number of its sentence. */
  readonly sentence: number;
}

const PERSONAL = new Set(
  (
    'i me you he him she her it we us they them himself herself itself themselves ourselves myself yourself one ones ' +
    'this that these those someone somebody anyone anybody everyone everybody nobody something anything everything ' +
    'nothing none others another both all some many most few several each neither either mine ours theirs hers there much more'
  ).split(' '),
);
const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose']);
const MONTHS = new Set(
  (
    'january february march april may june july august september october november december jan. feb. mar. apr. jun. ' +
    'jul. aug. sep. sept. oct. nov. dec.'
  ).split(' '),
);
const TIMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mon. tue. tues. wed. thu. ' +
    'thurs. fri. week month year day night morning evening afternoon weekend hour minute decade midnight noon time'
  ).split(' '),
);
/** Names of days and months, "today", "night" …, in lower case. */
export const isTimeWord = (lower: string): boolean => TIMES.has(lower) || MONTHS.has(lower);

/** Of these, only with "last", "this", "next", a number and the like: "last week", "two days". */
const NEEDS_FRAME = new Set(
  'week month year day night morning evening afternoon weekend hour minute decade time'.split(' '),
);
const BESIDE_TIME = new Set(['before', 'after', 'later', 'earlier', 'ago']);
const FRAMES = new Set(
  'last this next each every that same earlier later all one two three four five six several few past ago some'.split(
    ' ',
  ),
);

/** Tokens before the noun of a phrase: nobody writes more, and a run of such words is not to be read anew from each of them. */
const LONGEST_LEAD = 40;

/** The phrase that starts at token `at`, if one does. `last` is the last token of sentence number `sentence`. */
export function phraseAt(
  tokens: readonly Token[],
  at: number,
  last: number,
  sentence: number,
): PhraseDraft | undefined {
  const start = tokens[at]!;
  if (start.pos === 'PRON' && PERSONAL.has(start.lower) && !isPossessiveHere(tokens, at, last))
    return pronoun(tokens, at, last, sentence);
  if (NUMBER_WORDS.has(start.lower) && start.pos !== 'DET' && !opensQuantity(tokens, at, last)) return undefined;
  let head = -1;
  let number = -1;
  let adjective = -1;
  let determined = false;
  let end = at - 1;
  let i = at;
  for (; i <= last && (head >= 0 || i - at < LONGEST_LEAD); i++) {
    const token = tokens[i]!;
    const tag = token.pos;
    if (tag === 'NOUN' || tag === 'PROPN') {
      if (head >= 0 && startsAnew(tokens, head, i)) break;
      head = i;
      end = i;
    } else if (tag === 'NUM') {
      if (
        head >= 0 &&
        (tokens[head]!.pos !== 'PROPN' || isSum(tokens, i, last)) &&
        !/^(?:resolution|article|no\.|number|chapter|page|act|route)$/.test(tokens[head]!.lower)
      )
        break;
      number = i;
      end = i;
    } else if (head >= 0) {
      if (isDateComma(tokens, i, head, last)) i++;
      else if (tag === 'ADJ' && isPartyAdjective(tokens, i, head, last)) continue;
      else if (token.text === '&' && tokens[head]!.pos === 'PROPN' && tokens[i + 1]?.pos === 'PROPN') continue;
      else if (token.lower === ']' || (token.lower === '[' && isNominal(tokens[i + 1])))
        end = token.lower === ']' ? i : end;
      else break;
      end = Math.max(end, i > end && tokens[i]!.pos === 'NUM' ? i : end);
    } else if (tag === 'DET' || (tag === 'PRON' && (POSSESSIVES.has(token.lower) || isDemonstrative(token.lower)))) {
      if (i > at && !determinerMayFollow(tokens[i - 1]!)) break;
      if (token.lower === 'that' && !isNominal(tokens[i + 1])) break;
      determined = true;
    } else if (tag === 'ADJ') adjective = i;
    else if (!isInside(tokens, i, last, determined || adjective >= 0 || number >= 0)) break;
  }
  if (head < 0) {
    // "six wounded": the adjective stands for whom it describes.
    if (number >= 0) head = Math.max(number, adjective);
    else if (adjective >= 0 && determined) head = adjective;
    else if (determined && i === at + 1 && PERSONAL.has(start.lower) && tokens[i]?.pos !== 'ADV') head = at;
    else return undefined;
    end = head;
  }
  const possessor = end + 1 <= last && tokens[end + 1]!.pos === 'PART' && isGenitive(tokens[end + 1]!, tokens[end]!);
  return { first: at, last: end, head, possessor, time: !possessor && isTime(tokens, at, head, end), sentence };
}

function pronoun(tokens: readonly Token[], at: number, last: number, sentence: number): PhraseDraft {
  const next = at < last ? tokens[at + 1] : undefined;
  const possessor = next?.pos === 'PART' && isGenitive(next, tokens[at]!);
  return { first: at, last: at, head: at, possessor, time: false, sentence };
}

/** "her" and "that" before a noun open a phrase instead of being one. */
function isPossessiveHere(tokens: readonly Token[], at: number, last: number): boolean {
  const { lower } = tokens[at]!;
  if (at === last || (lower !== 'her' && !isDemonstrative(lower) && !DETERMINERS.has(lower))) return false;
  const next = tokens[at + 1]!;
  return isNominal(next) || (next.pos === 'VERB' && lower === 'her' && next.lower.endsWith('ing'));
}

const DETERMINERS = new Set('both all some many most few several each neither either another more much'.split(' '));
const isDemonstrative = (lower: string): boolean =>
  lower === 'this' || lower === 'that' || lower === 'these' || lower === 'those';
const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ' || token.pos === 'NUM');
const determinerMayFollow = (before: Token): boolean =>
  before.pos === 'DET' ||
  before.pos === 'ADV' ||
  DETERMINERS.has(before.lower) ||
  before.lower === 'than' ||
  before.lower === 'least';
export const isGenitive = (token: Token, before: Token): boolean =>
  token.start === before.end &&
  (token.lower === "'s" || token.lower === '’s' || token.lower === "'" || token.lower === '’');

/** Where "internationally recognised government" can begin: behind a verb, a preposition or "'s". */
const isOpenToParticiple = (before: Token | undefined): boolean =>
  before?.pos === 'VERB' || before?.pos === 'ADP' || before?.pos === 'PART';

/** Words that may stand before the head besides determiners, numbers and adjectives. */
function isInside(tokens: readonly Token[], i: number, last: number, begun: boolean): boolean {
  const token = tokens[i]!;
  const next: Pos | undefined = i < last ? tokens[i + 1]!.pos : undefined;
  if (next === undefined) return false;
  if (token.pos === 'ADV')
    return next === 'ADJ' || next === 'NUM' || ((begun || isOpenToParticiple(tokens[i - 1])) && next === 'VERB');
  if (token.pos === 'VERB')
    return (
      (begun || (tokens[i - 1]?.pos === 'ADV' && isOpenToParticiple(tokens[i - 2]))) &&
      isAttributive(token) &&
      (next === 'NOUN' || next === 'PROPN' || next === 'ADJ')
    );
  if (token.pos === 'SYM') return next === 'NUM' || token.lower === '%';
  if (token.pos === 'CCONJ') return begun && tokens[i - 1]!.pos === 'ADJ' && next === 'ADJ';
  if (token.pos === 'PUNCT') {
    if (token.lower === ',') return tokens[i - 1]!.pos === 'ADJ' && next === 'ADJ' && begun;
    if (token.lower === '[' || token.lower === ']') return true;
    return isOpening(token) ? begun && isNominal(tokens[i + 1]) : isClosing(token) && begun && isNominal(tokens[i + 1]);
  }
  return NUMBER_WORDS.has(token.lower) && isQuantityAhead(tokens, i, last);
}

/** "gave Xia [5 million dollars]": a sum behind a name is a phrase of its own. */
const isSum = (tokens: readonly Token[], i: number, last: number): boolean =>
  i < last && (LARGE.has(tokens[i + 1]!.lower) || LARGE.has(tokens[i]!.lower));
const LARGE = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion', 'tons', 'tonnes']);

const isAttributive = (token: Token): boolean =>
  token.lower.endsWith('ed') || token.lower.endsWith('ing') || token.lower.endsWith('en');
const NUMBER_WORDS = new Set([
  'at',
  'least',
  'most',
  'more',
  'less',
  'fewer',
  'than',
  'up',
  'to',
  'as',
  'many',
  'about',
  'around',
  'over',
  'some',
  'nearly',
  'under',
]);

const PARTS = new Set(['dozen', 'third', 'quarter', 'hundred', 'thousand', 'million', 'half', 'fifth', 'tenth']);

/** "at least 20", "up to 20", "as many as 20", "about 20". */
function opensQuantity(tokens: readonly Token[], at: number, last: number): boolean {
  const next = at < last ? tokens[at + 1]! : undefined;
  switch (tokens[at]!.lower) {
    case 'at':
      return next?.lower === 'least' || next?.lower === 'most';
    case 'up':
      return next?.lower === 'to' && isQuantityAhead(tokens, at + 1, last);
    case 'as':
      return next?.lower === 'many' && isQuantityAhead(tokens, at, last);
    case 'more':
    case 'less':
    case 'fewer':
      return next?.lower === 'than' && isQuantityAhead(tokens, at, last);
    case 'to':
    case 'than':
    case 'under':
    case 'least':
    case 'many':
    case 'most':
      return false;
    default:
      return (
        next?.pos === 'NUM' ||
        next?.lower === 'half' ||
        (next?.lower === 'a' && at + 2 <= last && PARTS.has(tokens[at + 2]!.lower))
      );
  }
}

function isQuantityAhead(tokens: readonly Token[], i: number, last: number): boolean {
  for (let at = i + 1; at <= Math.min(last, i + 3); at++) {
    if (tokens[at]!.pos === 'NUM' || tokens[at]!.lower === 'half' || PARTS.has(tokens[at]!.lower)) return true;
    if (tokens[at]!.lower !== 'a' && !NUMBER_WORDS.has(tokens[at]!.lower)) return false;
  }
  return false;
}

/** "the Republican presidential candidate", "the UN humanitarian chief": a name before an adjective and its noun. */
const isPartyAdjective = (tokens: readonly Token[], i: number, head: number, last: number): boolean =>
  head === i - 1 &&
  i < last &&
  // "Xia last week"
  !FRAMES.has(tokens[i]!.lower) &&
  (tokens[head]!.pos === 'PROPN' || MODIFIERS.has(tokens[head]!.lower)) &&
  tokens[i + 1]!.pos === 'NOUN';

/** Nouns that stand before an adjective of a longer title: "deputy national security adviser". */
const MODIFIERS = new Set(
  'deputy fellow vice assistant chief opposition government army police state party rebel militia campaign security junior combat'.split(
    ' ',
  ),
);

/** "September 13, 2020" is one phrase. */
function isDateComma(tokens: readonly Token[], i: number, head: number, last: number): boolean {
  if (tokens[i]!.lower !== ',' || i + 1 > last || !MONTHS.has(tokens[head]!.lower)) return false;
  return tokens[i - 1]!.pos === 'NUM' && /^\d{4}$/.test(tokens[i + 1]!.lower);
}

/** "told reporters Tuesday", "Monday President X": a day name begins or ends a phrase. */
function startsAnew(tokens: readonly Token[], head: number, i: number): boolean {
  const isDay = (at: number): boolean => TIMES.has(tokens[at]!.lower) && !NEEDS_FRAME.has(tokens[at]!.lower);
  if (tokens[i]!.pos === 'PROPN' && TIMES.has(tokens[head]!.lemma) && !isDay(head)) return true;
  return isDay(i) || (isDay(head) && !TIMES.has(tokens[i]!.lemma));
}

function isTime(tokens: readonly Token[], first: number, head: number, end: number): boolean {
  const { lemma, lower } = tokens[head]!;
  if (MONTHS.has(lower)) return end > head || first < head || tokens[head]!.pos === 'PROPN';
  if (!TIMES.has(lemma) && !TIMES.has(lower)) return false;
  if (!NEEDS_FRAME.has(lemma)) return true;
  // "Hours before the deal, …"
  if (lower !== lemma && first === head && BESIDE_TIME.has(tokens[end + 1]?.lower ?? '')) return true;
  for (let i = first; i < head; i++)
    if (FRAMES.has(tokens[i]!.lower) || tokens[i]!.pos === 'NUM' || TIMES.has(tokens[i]!.lower)) return true;
  return false;
}
