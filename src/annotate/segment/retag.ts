/**
 * Mends tags that context shows to be wrong, most of all verbs taken for nouns and nouns taken for verbs: "the
 * shelling", "will strike", "under fire", "Rebels attack village". Last step of `segment`, on one sentence.
 */
import type { Pos, TokenRange } from '../../model/doc.ts';
import type { Style } from './casing.ts';
import type { RawToken } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One token with what stands around it. */
interface Spot {
  readonly token: RawToken;
  readonly before: RawToken;
  readonly beforeThat: RawToken | undefined;
  readonly after: RawToken | undefined;
  readonly words: Vocabulary;
  readonly style: Style;
}

/** Changes `pos` of the tokens of one sentence. */
export function retag(tokens: readonly RawToken[], { first, last }: TokenRange, words: Vocabulary, style: Style): void {
  let finite = false;
  for (let at = first; at <= last; at++) {
    const token = tokens[at]!;
    if (at > first && token.pos === 'AUX' && isNameForCertain(token, tokens[at - 1]!, tokens[at + 1], style))
      token.pos = 'PROPN';
    if (token.pos === 'VERB' && at < last && isGerundSubject(tokens, at, first)) token.pos = 'NOUN';
    if (at > first && token.pos === 'PUNCT' && isPluralGenitive(tokens, at, first, last)) token.pos = 'PART';
    if (at > first && token.pos === 'ADJ' && NOMINATIVE.has(tokens[at - 1]!.lower) && token.lower.endsWith('ed'))
      token.pos = 'VERB';
    if (at > first && (token.pos === 'VERB' || token.pos === 'NOUN')) {
      // In `a "starting point"` the mark between says nothing.
      const beside = at - 2 >= first && isOpened(tokens[at - 1]!, token) ? at - 2 : at - 1;
      const spot = {
        token,
        before: tokens[beside]!,
        beforeThat: beside > first ? tokens[beside - 1] : undefined,
        after: at < last ? tokens[at + 1] : undefined,
        words,
        style,
      };
      if (token.pos === 'VERB') token.pos = tagOfVerb(spot);
      else if (
        isVerbForCertain(spot) ||
        isVerbOfPlan(tokens, at, last, words) ||
        isListedInfinitive(tokens, at, first, last, words)
      )
        token.pos = 'VERB';
    }
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !token.lower.endsWith('ing') && tokens[at - 1]?.lower !== 'to'))
      finite = true;
  }
  if (!finite) findVerb(tokens, first, last, words);
}

const NOMINATIVE = new Set(['i', 'he', 'she', 'they', 'we']);

/** "Shelling continued", "that fighting has stopped": what a verb follows is its subject, not a verb itself. */
function isGerundSubject(tokens: readonly RawToken[], at: number, first: number): boolean {
  const { lower } = tokens[at]!;
  if (!lower.endsWith('ing') || lower === 'being' || lower === 'having') return false;
  const next = tokens[at + 1]!;
  const verbal =
    next.pos === 'AUX' || (next.pos === 'VERB' && next.lower !== next.lemma && !next.lower.endsWith('ing'));
  if (!verbal || next.lower === "'s" || next.lower === '’s') return false;
  if (at === first) return true;
  const { pos, lower: before } = tokens[at - 1]!;
  return before === 'that' || pos === 'SCONJ' || pos === 'PUNCT' || pos === 'ADP' || SAYS.has(tokens[at - 1]!.lemma);
}
const SAYS = new Set(['say', 'report', 'claim', 'believe', 'think', 'insist']);

/** "the rebels’ leader": an apostrophe behind an "s", unless it closes a quotation. */
function isPluralGenitive(tokens: readonly RawToken[], at: number, first: number, last: number): boolean {
  const { text, start, end } = tokens[at]!;
  if ((text !== '’' && text !== "'") || at === last || tokens[at + 1]!.start === end || tokens[at + 1]!.pos === 'PUNCT')
    return false;
  if (tokens[at - 1]!.end !== start || !tokens[at - 1]!.lower.endsWith('s')) return false;
  for (let i = at - 1; i >= Math.max(first, at - 40); i--) {
    const mark = tokens[i]!;
    if (mark.text === '‘' || (mark.text === "'" && mark.end === tokens[i + 1]!.start)) return false;
  }
  return true;
}

const QUOTES = new Set(['"', '“', '”', "''", '``', '’', '‘', '’’', '‘‘']);

/** Whether `mark` opens a quotation in front of `token`. */
const isOpened = (mark: RawToken, token: RawToken): boolean =>
  QUOTES.has(mark.text) && mark.end === token.start && token.text === token.lower;

/** `"…," Cross wrote`: behind a closed quotation stands its speaker. */
const isSpeaker = ({ token, before, beforeThat }: Spot): boolean =>
  QUOTES.has(before.text) &&
  before.end < token.start &&
  (beforeThat?.text === ',' || beforeThat?.text === '?' || beforeThat?.text === '!');

const NOMINAL = new Set<Pos>(['NOUN', 'PROPN', 'ADJ']);
const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', "'s", '’s']);
const isDeterminer = (token: RawToken): boolean =>
  (token.pos === 'DET' && token.lower !== 'all' && token.lower !== 'both') ||
  (POSSESSIVES.has(token.lower) && token.pos !== 'AUX');
const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** `"…," Will said`, "Theresa May left": no auxiliary has a capital inside a sentence. */
const isNameForCertain = (token: RawToken, before: RawToken, after: RawToken | undefined, style: Style): boolean =>
  style === 'sentence' &&
  CAPITAL.test(token.text) &&
  (before.pos === 'PROPN' || ((before.text === '”' || before.text === "''") && after?.pos === 'VERB'));
/** Participles that tell what somebody is: "retired general". */
const TITLE_PARTICIPLES = new Set([
  'retired',
  'elected',
  'appointed',
  'leading',
  'visiting',
  'outgoing',
  'alleged',
  'accused',
  'detained',
  'named',
]);
/** Behind these a verb may stand as it is: "help rebuild", "go see". */
const TAKES_BARE_VERB = new Set(['help', 'let', 'make', 'go', 'come', 'see', 'watch', 'dare', 'need', 'have']);

/** The tag of what was taken for a verb: no verb can stand in "the shelling", "its attacks", "under fire", "heavy strikes". */
function tagOfVerb(spot: Spot): Pos {
  const { token, before, beforeThat, after, words, style } = spot;
  const { lower } = token;
  const base = lower === token.lemma;
  if (lower === 'clear' && (before.lower === 'it' || before.lemma === 'make')) return 'ADJ';
  const participle = !base && !lower.endsWith('s');
  const nounAhead = after !== undefined && NOMINAL.has(after.pos);
  const canBeNoun = (): boolean => words.canBe(lower, 'NOUN');
  if (style === 'sentence' && CAPITAL.test(token.text) && (before.pos !== 'PUNCT' || isSpeaker(spot))) return 'PROPN';
  if (nounAhead && before.pos === 'PUNCT' && TITLE_PARTICIPLES.has(lower)) return 'ADJ';
  if (isDeterminer(before) || (before.pos === 'ADJ' && beforeThat !== undefined && isDeterminer(beforeThat))) {
    if (participle && nounAhead) return 'ADJ';
    return participle || canBeNoun() ? 'NOUN' : 'VERB';
  }
  if (before.pos === 'ADP' && before.lower !== 'to') {
    if (participle) return nounAhead && isAdjectival(lower) ? 'ADJ' : 'VERB';
    return canBeNoun() ? 'NOUN' : 'VERB';
  }
  if (participle) return 'VERB';
  if (before.pos === 'ADJ' && beforeThat?.pos !== 'AUX') return canBeNoun() ? 'NOUN' : 'VERB';
  if (
    base &&
    before.pos === 'VERB' &&
    before.lower === before.lemma &&
    !TAKES_BARE_VERB.has(before.lemma) &&
    after?.pos === 'ADP' &&
    canBeNoun()
  )
    return 'NOUN';
  return 'VERB';
}

const ADJECTIVES_IN_ING = new Set(
  'existing ongoing following leading remaining neighboring neighbouring continuing resulting outstanding surrounding opposing incoming outgoing pending warring'.split(
    ' ',
  ),
);
/** "behind closed doors", "with existing agreements", but "after shelling villages". */
const isAdjectival = (lower: string): boolean => !lower.endsWith('ing') || ADJECTIVES_IN_ING.has(lower);

const MODALS = new Set(['can', 'could', 'may', 'might', 'must', 'shall', 'should', 'will', 'would', 'cannot']);
const OPENS_OBJECT = new Set<Pos>(['DET', 'PRON', 'PROPN']);

/** "will strike", "to fire the guns": no noun can stand there. */
function isVerbForCertain({ token, before, after, words }: Spot): boolean {
  if (token.lower !== token.lemma) return false;
  const modal = before.pos === 'AUX' && MODALS.has(before.lemma);
  const infinitive =
    before.lower === 'to' && (before.pos === 'PART' || (after !== undefined && OPENS_OBJECT.has(after.pos)));
  return (modal || infinitive) && words.canBe(token.lower, 'VERB');
}

/** "China plans to build": a verb, where a name stands before and "to" behind. */
const isVerbOfPlan = (tokens: readonly RawToken[], at: number, last: number, words: Vocabulary): boolean =>
  tokens[at - 1]!.pos === 'PROPN' &&
  at < last &&
  tokens[at + 1]!.lower === 'to' &&
  tokens[at]!.lower.endsWith('s') &&
  words.canBe(tokens[at]!.lower, 'VERB');

/** How far behind a listed infinitive the next one may stand. */
const LIST_REACH = 9;

/** "to hold fire, show restraint and keep the truce": a base form behind a comma, with another infinitive on either side. */
function isListedInfinitive(
  tokens: readonly RawToken[],
  at: number,
  first: number,
  last: number,
  words: Vocabulary,
): boolean {
  const token = tokens[at]!;
  if (tokens[at - 1]!.text !== ',' || token.lower !== token.lemma) return false;
  let infinitive = false;
  for (let i = at - 2; i >= Math.max(first, at - 2 * LIST_REACH) && !infinitive; i--)
    infinitive = tokens[i]!.lower === 'to' && tokens[i + 1]!.pos === 'VERB';
  if (!infinitive) return false;
  for (let i = at + 1; i <= Math.min(last - 1, at + LIST_REACH); i++)
    if (tokens[i]!.pos === 'CCONJ') {
      const next = tokens[i + 1]!.pos === 'ADV' ? tokens[i + 2] : tokens[i + 1];
      return next?.pos === 'VERB' && next.lower === next.lemma && words.canBe(token.lower, 'VERB');
    }
  return false;
}

/** A sentence without a verb, a headline for instance: the first noun behind a noun that can be one and agrees with it. */
function findVerb(tokens: readonly RawToken[], first: number, last: number, words: Vocabulary): void {
  for (let at = first + 1; at < last; at++) {
    const token = tokens[at]!;
    const before = tokens[at - 1]!;
    const after = tokens[at + 1]!;
    if (token.pos !== 'NOUN' || (before.pos !== 'NOUN' && before.pos !== 'PROPN')) continue;
    if (after.pos === 'PUNCT' || after.pos === 'CCONJ' || after.lower === 'of' || !words.canBe(token.lower, 'VERB'))
      continue;
    const plural = before.pos === 'NOUN' && before.lower !== before.lemma;
    if (plural === (token.lower !== token.lemma)) continue;
    token.pos = 'VERB';
    return;
  }
}
