/** Tells verbs that the tagger took for nouns: "will strike", "China plans to build", "is positioning troops". */
import type { Pos } from '../../model/doc.ts';
import { NOMINAL, QUOTES, type Spot } from './spot.ts';
import type { RawToken } from './tokenize.ts';
import type { WordModel } from './word-model.ts';

const MODALS = new Set(['can', 'could', 'may', 'might', 'must', 'shall', 'should', 'will', 'would', 'cannot']);
const OPENS_OBJECT = new Set<Pos>(['DET', 'PRON', 'PROPN']);
const RELATIVES = new Set(['who', 'which']);

/** Whether a token tagged NOUN stands where only a verb can. */
export function isVerb(tokens: readonly RawToken[], at: number, first: number, last: number, spot: Spot): boolean {
  const { token, words } = spot;
  if (!isVerbByNeighbours(spot) && !isVerbOfPlan(spot) && !isListedInfinitive(tokens, at, first, last)) return false;
  return words.canBe(token.lower, 'VERB') || token.lower.endsWith('ing');
}

/** "will strike", "to fire the guns", "who control the town", "is positioning troops", "from firing rockets". */
function isVerbByNeighbours({ token, before, beforeThat, after }: Spot): boolean {
  const objectAhead = after !== undefined && (OPENS_OBJECT.has(after.pos) || NOMINAL.has(after.pos));
  if (token.lower.endsWith('ing')) {
    const auxiliary = before.pos === 'ADV' ? beforeThat : before;
    if (auxiliary?.pos === 'AUX' && auxiliary.lemma === 'be') return objectAhead;
    return before.pos === 'ADP' && after !== undefined && OPENS_OBJECT.has(after.pos);
  }
  if (RELATIVES.has(before.lower)) return objectAhead;
  // "police [tortured] an inmate"
  if (token.lower.endsWith('ed')) return before.pos === 'NOUN' && (after?.pos === 'DET' || after?.pos === 'PRON');
  if (token.lower !== token.lemma) return false;
  if (before.pos === 'AUX' && MODALS.has(before.lemma)) return true;
  return before.lower === 'to' && (before.pos === 'PART' || (after !== undefined && OPENS_OBJECT.has(after.pos)));
}

/** "China plans to build", `"…," Rask notes`: a verb, where a name stands before and "to" behind, or a quotation before. */
const isVerbOfPlan = ({ token, before, beforeThat, after }: Spot): boolean =>
  before.pos === 'PROPN' &&
  token.lower.endsWith('s') &&
  (after?.lower === 'to' || (beforeThat !== undefined && QUOTES.has(beforeThat.text)));

/** How far behind a listed infinitive the next one may stand. */
const LIST_REACH = 9;

/** "to hold fire, show restraint and keep the truce": a base form behind a comma, with another infinitive on either side. */
function isListedInfinitive(tokens: readonly RawToken[], at: number, first: number, last: number): boolean {
  const token = tokens[at]!;
  if (tokens[at - 1]!.text !== ',' || token.lower !== token.lemma) return false;
  let infinitive = false;
  for (let i = at - 2; i >= Math.max(first, at - 2 * LIST_REACH) && !infinitive; i--)
    infinitive = tokens[i]!.lower === 'to' && tokens[i + 1]!.pos === 'VERB';
  if (!infinitive) return false;
  for (let i = at + 1; i <= Math.min(last - 1, at + LIST_REACH); i++)
    if (tokens[i]!.pos === 'CCONJ') {
      const next = tokens[i + 1]!.pos === 'ADV' ? tokens[i + 2] : tokens[i + 1];
      return next?.pos === 'VERB' && next.lower === next.lemma;
    }
  return false;
}

/** A sentence without a verb, a headline for instance: the first noun behind a noun that can be one and agrees with it. */
export function findVerb(tokens: readonly RawToken[], first: number, last: number, words: WordModel): void {
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
