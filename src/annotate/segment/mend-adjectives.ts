/** Adjectives that are nouns where they stand ("the Xian military has"), and verbs taken for adjectives or nouns. A part of `retag`. */
import { NOMINAL } from './spot.ts';
import type { RawToken } from './tokenize.ts';
import type { WordModel } from './word-model.ts';

/** Adjectives that are nouns of people, bodies or states of readiness when no noun follows. */
const NOUNS_TOO: ReadonlySet<string> = new Set(
  (
    'military paramilitary chief premier rebel militant civilian national official representative executive opposition ' +
    'separatist insurgent extremist fundamentalist loyalist commando guerrilla dissident alert'
  ).split(' '),
);
const DIRECTIONS: ReadonlySet<string> = new Set(['north', 'south', 'east', 'west']);

/** "the Xian [military] has", "on [alert]", "in the [north]": nothing that it could describe follows. */
export function isBareNoun(tokens: readonly RawToken[], at: number, last: number): boolean {
  const { pos, lower } = tokens[at]!;
  const before = tokens[at - 1]!;
  if (lower === 'tear' && pos === 'VERB') return at < last && tokens[at + 1]!.lower === 'gas';
  if (pos === 'ADV') return before.pos === 'DET' && DIRECTIONS.has(lower);
  if (pos !== 'ADJ' || !NOUNS_TOO.has(lower)) return false;
  if (before.pos === 'ADP') return lower === 'alert' && before.lower === 'on';
  if (before.pos !== 'DET' && !NOMINAL.has(before.pos)) return false;
  const after = tokens[at + 1];
  if (at === last || after === undefined) return true;
  // "military and civilian staff"
  if (after.pos === 'CCONJ' || after.text === ',') return !NOMINAL.has(tokens[at + 2]?.pos ?? 'PUNCT');
  return !NOMINAL.has(after.pos) && after.pos !== 'NUM';
}

/**
 * "are [striking] the town", "a land [neighbouring] Xia", "gunmen [beheaded] three": a form in "-ing" or "-ed" between
 * a noun and an object is no adjective.
 */
export function isActiveHere(
  { lower }: RawToken,
  before: RawToken,
  after: RawToken | undefined,
  words: WordModel,
): boolean {
  const objectAhead = after?.pos === 'DET' || after?.pos === 'PROPN';
  if (lower.endsWith('ing')) {
    const opens = (before.pos === 'AUX' && before.lemma === 'be') || before.pos === 'NOUN';
    return opens && objectAhead && words.canBe(lower, 'VERB');
  }
  return lower.endsWith('ed') && before.pos === 'NOUN' && (after?.pos === 'DET' || after?.pos === 'NUM');
}

/** "[Reinforced] Xian troops left": a participle that opens the sentence and has a noun behind it tells which ones. */
export const isOpeningParticiple = (
  { lower }: RawToken,
  after: RawToken | undefined,
  afterThat: RawToken | undefined,
): boolean => lower.endsWith('ed') && (after?.pos === 'ADJ' || after?.pos === 'PROPN') && afterThat?.pos === 'NOUN';
