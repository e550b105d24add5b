/** What stories are compared by: content words, names, dates and word runs of a document. The last look of `annotate`. */
import type { Doc, Word } from '../model/doc.ts';
import type { StoryFeatures } from '../model/ledger.ts';

/** Parts of speech that carry content. */
const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);
const RUN = 5;
/** Words at the head of a report: what it is about stands there. */
const LEAD = 60;

/** The features of a document: `featuresOf(doc).terms.shelling`. */
export function featuresOf(doc: Doc): StoryFeatures {
  const body = withoutChrome(doc);
  const words = doc.tokens.length === 0 ? body : contentWords(doc, body);
  return {
    terms: countsOf(words),
    proper: properOf(doc.text, body),
    lead: sorted(body.slice(0, LEAD).map((word) => word.norm)),
    names: sorted([...doc.actors.map((actor) => actor.key), ...doc.places.map((place) => place.key)]),
    dates: sorted(doc.times.flatMap((time) => dayOf(time.value) ?? [])),
    shingles: shinglesOf(body),
  };
}

/** Words of headline, deck and body: a share bar makes no two reports alike. */
function withoutChrome(doc: Doc): readonly Word[] {
  const { chrome, signOff, dateline } = doc.article;
  const outside = [...chrome, ...(signOff ? [signOff] : []), ...(dateline ? [dateline] : [])];
  if (outside.length === 0) return doc.words;
  return doc.words.filter((word) => !outside.some((part) => part.start <= word.start && word.end <= part.end));
}

/** The words that some content token covers. Tokens and words both stand in the order of the text. */
function contentWords(doc: Doc, body: readonly Word[]): Word[] {
  const found: Word[] = [];
  let at = 0;
  for (const word of body) {
    while (at < doc.tokens.length && doc.tokens[at]!.end <= word.start) at++;
    const token = doc.tokens[at];
    if (token !== undefined && token.start < word.end && CONTENT.has(token.pos)) found.push(word);
  }
  return found;
}

const SENTENCE_END = /[.!?\n"“:]/;

/** Words that stand with a capital within sentences more often than without one. */
function properOf(text: string, words: readonly Word[]): string[] {
  const balance = new Map<string, number>();
  let end = 0;
  for (const word of words) {
    const isFirst = end === 0 || SENTENCE_END.test(text.slice(end, word.start));
    end = word.end;
    const initial = text[word.start]!;
    const isCapital = initial !== initial.toLowerCase();
    if (isCapital && isFirst) continue;
    balance.set(word.norm, (balance.get(word.norm) ?? 0) + (isCapital ? 1 : -1));
  }
  return sorted([...balance].flatMap(([norm, count]) => (count > 0 ? [norm] : [])));
}

function countsOf(words: readonly Word[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { norm } of words) counts.set(norm, (counts.get(norm) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

const dayOf = (value: string): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];

/** Hashes of all runs of five words, ascending, without doubles. */
export function shinglesOf(words: readonly Word[]): number[] {
  const hashes = words.map((word) => hashWord(word.norm));
  const found = new Set<number>();
  for (let at = 0; at + RUN <= hashes.length; at++) {
    let hash = 17;
    for (let i = 0; i < RUN; i++) hash = Math.imul(hash, 0x01000193) ^ hashes[at + i]!;
    found.add(mix(hash));
  }
  return [...found].sort((a, b) => a - b);
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Spreads the bits, so that the smallest shingles of a report are a fair sample of it. */
function mix(hash: number): number {
  let x = hash;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
