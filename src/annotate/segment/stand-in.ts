/**
 * What the tagger reads in place of a token. Its model knows plain English words and guesses at all others, so it is
 * given plain words only: a number is "10", a compound its last part, a foreign script "thing".
 */
import type { Pos } from '../../model/doc.ts';

export interface StandIn {
  readonly read: string;
  /** Tag that context does not change. */
  readonly fixed?: Pos;
  /** Lemma that the tagger cannot know. */
  readonly lemma?: string;
  /** Put before the lemma of the part that was read: "re-" of "re-opened". */
  readonly prefix?: string;
  /** A compound such as "cease-fire" is no verb, even if its last part could be. */
  readonly nominal?: boolean;
}

const PLAIN = /^[A-Za-z]+$/;
const FIRST_LETTER = /^\p{L}/u;
const FIRST_DIGIT = /^\p{N}/u;
const MARKS = /\p{M}/gu;

/** Undefined for a word that is read as it stands. `partner` is the other half of a word with a clitic: "do" of "n't", "it" of "'s". */
export function standInFor(text: string, lower: string, partner: string | undefined): StandIn | undefined {
  if (partner !== undefined) return cliticStandIn(text, lower, partner.toLowerCase().replace('’', "'"));
  if (PLAIN.test(text)) return undefined;
  if (FIRST_LETTER.test(text)) return wordStandIn(text, lower);
  if (FIRST_DIGIT.test(text)) return numberStandIn(lower);
  return markStandIn(text);
}

const CLITICS: ReadonlyMap<string, StandIn> = new Map<string, StandIn>([
  ["n't", { read: 'not', fixed: 'PART', lemma: 'not' }],
  ["'ll", { read: 'will', fixed: 'AUX', lemma: 'will' }],
  ["'d", { read: 'would', fixed: 'AUX', lemma: 'would' }],
  ["'re", { read: 'are' }],
  ["'ve", { read: 'have', fixed: 'AUX', lemma: 'have' }],
  ["'m", { read: 'am' }],
]);
const POSSESSIVE: StandIn = { read: "'s", fixed: 'PART', lemma: "'s" };
/** Behind these "'s" is a verb; behind a noun it is taken for the genitive. */
const BEFORE_IS = new Set('it he she that this there here what who where when how why everyone everything'.split(' '));
/** First halves that are no words of their own. */
const HOSTS: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'is'],
]);

function cliticStandIn(text: string, lower: string, partner: string): StandIn | undefined {
  const clitic = lower.replace('’', "'");
  if (clitic === "'s") {
    if (partner === 'let') return { read: 'us', fixed: 'PRON', lemma: 'us' };
    return BEFORE_IS.has(partner) ? { read: 'is', fixed: 'AUX', lemma: 'be' } : POSSESSIVE;
  }
  const known = CLITICS.get(clitic);
  if (known !== undefined) return known;
  const host = partner === "n't" ? HOSTS.get(lower) : undefined;
  return host === undefined ? standInFor(text, lower, undefined) : { read: host, lemma: host };
}

function wordStandIn(text: string, lower: string): StandIn {
  if (text.includes('.')) return letters(lower);
  const parts = lower.split(/[-‐‑]/);
  if (parts.length > 1) return compoundStandIn(text, parts);
  const plain = text.normalize('NFD').replace(MARKS, '').replaceAll('ı', 'i');
  if (PLAIN.test(plain)) return { read: plain };
  return isCapital(text)
    ? { read: 'Ivan', fixed: 'PROPN', lemma: lower }
    : { read: 'thing', fixed: 'NOUN', lemma: lower };
}

const isCapital = (text: string): boolean => text.charAt(0) !== text.charAt(0).toLowerCase();

/** "U.S.", "a.m.", "Gen.". */
function letters(lower: string): StandIn {
  if (lower === 'a.m.' || lower === 'p.m.' || lower === 'a.m' || lower === 'p.m')
    return { read: 'p.m.', fixed: 'NOUN', lemma: lower };
  if (lower === 'e.g.' || lower === 'i.e.' || lower === 'vs.' || lower === 'etc.')
    return { read: 'also', fixed: 'ADV', lemma: lower };
  return { read: 'Ivan', fixed: 'PROPN', lemma: lower };
}

const VERB_PREFIXES = new Set(['re', 'pre', 'co', 'un', 'over', 'under', 'out', 'mis', 'counter', 'de']);
const PARTICIPLE = /(?:ed|ing|en|led|made|held|born|built|torn|free|old|wide|long|based|range|scale|level|term|made)$/;
const NAME_PREFIXES = new Set(['al', 'el', 'ul', 'bin', 'abu', 'ibn', 'an', 'ar', 'as', 'at', 'az', 'ben']);
const PARTICLES = new Set('up off out in down over on back by away around through'.split(' '));
const DEMONYM = /(?:ian|ani|ish|ese|ean|kan|can|aqi|eli|ic|ni)$/;

function compoundStandIn(text: string, parts: readonly string[]): StandIn {
  const first = parts[0]!;
  const last = parts.at(-1)!;
  const lemma = parts.join('-');
  const lastWord = text.slice(text.length - last.length);
  if (isCapital(lastWord))
    return !NAME_PREFIXES.has(first) && DEMONYM.test(last)
      ? { read: 'new', fixed: 'ADJ', lemma }
      : { read: 'Ivan', fixed: 'PROPN', lemma };
  if (!PLAIN.test(last)) return { read: 'thing', fixed: 'NOUN', lemma };
  const prefix = lemma.slice(0, lemma.length - last.length);
  if (VERB_PREFIXES.has(first) && parts.length === 2) return { read: last, prefix };
  if (last === 'general') return { read: 'situation', fixed: 'NOUN', lemma };
  if (PARTICIPLE.test(last)) return { read: 'new', fixed: 'ADJ', lemma };
  if (PARTICLES.has(last)) return { read: 'situation', fixed: 'NOUN', lemma };
  return { read: last, prefix, nominal: true };
}

const ORDINAL = /^\d+(?:st|nd|rd|th)$/;
const DECADE = /^\d+s$/;
const WITH_WORDS = /[-‐‑–]\p{L}/u;

function numberStandIn(lower: string): StandIn {
  if (ORDINAL.test(lower)) return { read: 'third', fixed: 'ADJ', lemma: lower };
  if (DECADE.test(lower)) return { read: 'years', fixed: 'NOUN', lemma: lower };
  if (WITH_WORDS.test(lower)) return { read: 'new', fixed: 'ADJ', lemma: lower };
  return { read: '10', fixed: 'NUM', lemma: lower };
}

const SYMBOLS = new Set([
  '$',
  '%',
  '/',
  '+',
  '=',
  '<',
  '>',
  '|',
  '~',
  '^',
  '#',
  '@',
  '&',
  '*',
  '€',
  '£',
  '¥',
  '§',
  '°',
  '\\',
]);
const AS_WRITTEN = new Set(['.', ',', ';', ':', '!', '?', '(', ')', '$', '%', '/', '&']);

const marks = new Map<string, StandIn>();

/** Of marks there are few: each has its stand-in made once. */
function markStandIn(text: string): StandIn {
  let standIn = marks.get(text);
  if (standIn === undefined && marks.size < 1000) marks.set(text, (standIn = newMark(text)));
  return standIn ?? newMark(text);
}

function newMark(text: string): StandIn {
  const read = AS_WRITTEN.has(text) ? text : /^[-–—]/.test(text) ? '-' : /^[.…]/.test(text) ? ',' : '"';
  return { read, fixed: SYMBOLS.has(text) ? 'SYM' : 'PUNCT', lemma: text };
}
