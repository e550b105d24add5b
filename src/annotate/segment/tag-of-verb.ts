/** The tag of what the tagger took for a verb: no verb can stand in "the shelling", "its attacks", "under fire". */
import type { Pos } from '../../model/doc.ts';
import { isCapitalised, NOMINAL, QUOTES, type Spot } from './spot.ts';
import type { RawToken } from './tokenize.ts';

const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', "'s", '’s']);
const isDeterminer = (token: RawToken): boolean =>
  (token.pos === 'DET' && token.lower !== 'all' && token.lower !== 'both') ||
  (POSSESSIVES.has(token.lower) && token.pos !== 'AUX');
/** Participles that tell what somebody is: "retired general". */
const TITLE_PARTICIPLES = new Set(
  'retired elected appointed leading managing founding ranking presiding visiting outgoing departing alleged accused detained named'.split(
    ' ',
  ),
);
/** Behind these a verb may stand as it is: "help rebuild", "go see". */
const TAKES_BARE_VERB = new Set(['help', 'let', 'make', 'go', 'come', 'see', 'watch', 'dare', 'need', 'have']);
/** Verbs that go on with a participle: "get killed", "have been", "helped". */
const TAKES_PARTICIPLE = new Set(['get', 'have', 'keep', 'be', 'feel', 'go', 'stay', 'remain', 'become', 'say', 'let']);
const ADJECTIVES_IN_ING = new Set(
  (
    'existing ongoing following leading remaining neighboring neighbouring continuing resulting outstanding surrounding ' +
    'opposing incoming outgoing departing pending warring'
  ).split(' '),
);
/** "behind closed doors", "with existing agreements", but "after shelling villages". */
const isAdjectival = (lower: string): boolean => !lower.endsWith('ing') || ADJECTIVES_IN_ING.has(lower);

/** `"…," Cross wrote`: behind a closed quotation stands its speaker. */
const isSpeaker = ({ token, before, beforeThat }: Spot): boolean =>
  QUOTES.has(before.text) &&
  before.end < token.start &&
  (beforeThat?.text === ',' || beforeThat?.text === '?' || beforeThat?.text === '!');

/** Base forms that are participles too: "is put", "was hit". */
const SAME = new Set(
  'bet cast come cost cut hit hurt let overcome overrun put quit read rid run set shed shut split spread upset become'.split(
    ' ',
  ),
);

/** The tag that fits a token tagged VERB. */
export function tagOfVerb(spot: Spot): Pos {
  const { token, before, after, style } = spot;
  const { lower, lemma } = token;
  if (lower === 'clear' && (before.lower === 'it' || before.lemma === 'make')) return 'ADJ';
  const within = before.pos !== 'PUNCT' || before.text === ')' || isSpeaker(spot);
  if (style === 'sentence' && isCapitalised(token) && within) return 'PROPN';
  if (lower === lemma && before.pos === 'AUX' && before.lemma === 'be' && !SAME.has(lower)) return 'NOUN';
  const nounAhead = after !== undefined && NOMINAL.has(after.pos);
  if (nounAhead && (before.pos === 'PUNCT' || before.pos === 'VERB') && TITLE_PARTICIPLES.has(lower)) return 'ADJ';
  const participle = lower !== lemma && !lower.endsWith('s');
  if (participle && nounAhead && before.pos === 'NUM') return 'ADJ';
  // "rejected [proposed] changes"
  if (lower.endsWith('ed') && nounAhead && before.pos === 'VERB' && !TAKES_PARTICIPLE.has(before.lemma)) return 'ADJ';
  return (
    behindDeterminer(spot, participle, nounAhead) ??
    behindPreposition(spot, participle, nounAhead) ??
    (participle ? 'VERB' : tagOfPlain(spot))
  );
}

/** "the shelling", "its heavy strikes". */
function behindDeterminer(
  { token, before, beforeThat, words }: Spot,
  participle: boolean,
  nounAhead: boolean,
): Pos | undefined {
  const far = before.pos === 'ADJ' && beforeThat !== undefined && isDeterminer(beforeThat);
  if (!isDeterminer(before) && !far) return undefined;
  if (participle && nounAhead) return 'ADJ';
  return participle || words.canBe(token.lower, 'NOUN') ? 'NOUN' : 'VERB';
}

/** "under fire", "behind closed doors". */
function behindPreposition({ token, before, words }: Spot, participle: boolean, nounAhead: boolean): Pos | undefined {
  if (before.pos !== 'ADP' || before.lower === 'to') return undefined;
  if (participle) return nounAhead && isAdjectival(token.lower) ? 'ADJ' : 'VERB';
  return words.canBe(token.lower, 'NOUN') ? 'NOUN' : 'VERB';
}

/** A base form or one in "-s": "heavy strikes", "request help from", "for US forces to leave". */
function tagOfPlain({ token, before, beforeThat, after, words }: Spot): Pos {
  const { lower, lemma } = token;
  const nominal =
    (before.pos === 'ADJ' && beforeThat?.pos !== 'AUX') ||
    (lower !== lemma && before.pos === 'PROPN' && beforeThat?.pos === 'ADP' && after?.lower === 'to') ||
    (lower === lemma &&
      before.pos === 'VERB' &&
      before.lower === before.lemma &&
      !TAKES_BARE_VERB.has(before.lemma) &&
      after?.pos === 'ADP');
  return nominal && words.canBe(lower, 'NOUN') ? 'NOUN' : 'VERB';
}
