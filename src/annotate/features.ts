/** What stories are compared by: content words, names, dates and word runs of a document. The last look of `annotate`. */
import type { Doc, Word } from '../model/doc.ts';
import type { StoryFeatures } from '../model/ledger.ts';

/** Parts of speech that carry content. */
const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);
const RUN = 5;

/** The features of a document: `featuresOf(doc).terms.shelling`. */
export function featuresOf(doc: Doc): StoryFeatures {
  const body = withoutChrome(doc);
  return {
    terms: countsOf(doc.tokens.length > 0 ? contentLemmas(doc) : body.map((word) => word.norm)),
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

function contentLemmas(doc: Doc): string[] {
  const found: string[] = [];
  for (const token of doc.tokens)
    if (CONTENT.has(token.pos) && token.text.length > 1) found.push(token.lemma.toLowerCase());
  return found;
}

function countsOf(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
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
