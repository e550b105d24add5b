/** What stories are compared by: content words, names, dates and word runs of a document. The last look of `annotate`. */
import type { Doc, Pos, Word } from '../model/doc.ts';
import type { StoryFeatures } from '../model/ledger.ts';
import type { Span } from '../model/span.ts';
import { indexAt } from '../model/span.ts';

/** Whether words of this part of speech carry content. */
const isContent = (pos: Pos): boolean =>
  pos === 'NOUN' || pos === 'PROPN' || pos === 'VERB' || pos === 'ADJ' || pos === 'NUM';
const RUN = 5;
/** Words at the head of a report: what it is about stands there. */
const LEAD = 60;

/** The features of a document: `featuresOf(doc).terms.shelling`. */
export function featuresOf(doc: Doc): StoryFeatures {
  const body = withoutChrome(doc);
  const names: string[] = [];
  for (const actor of doc.actors) names.push(actor.key);
  for (const place of doc.places) names.push(place.key);
  return {
    ...termsOf(doc, body),
    lead: [...new Set(body.slice(0, LEAD).map((word) => word.norm))],
    names: sorted(names),
    dates: sorted(doc.times.flatMap((time) => dayOf(time.value) ?? [])),
    shingles: shinglesOf(body),
  };
}

/** Longer statements are told apart by so many of their words. */
const GIST = 40;

/**
 * Hashes of the content words of each statement, by record: how the ledger tells two wordings of one statement from two
 * statements of one speaker.
 */
export function gistsOf(
  doc: Doc,
  statements: Iterable<{ readonly id: string; readonly content: readonly Span[] }>,
): Record<string, readonly number[]> {
  const gists = Object.create(null) as Record<string, readonly number[]>; // a table: no two reports share a key
  for (const { id, content } of statements) {
    const hashes: number[] = [];
    for (const span of content) addGist(doc, span, hashes);
    if (hashes.length > 3) gists[id] = hashes;
  }
  return gists;
}

function addGist(doc: Doc, { start, end }: Span, hashes: number[]): void {
  const { words } = doc;
  const isContentAt = contentIn(doc, start);
  for (let at = indexAt(words, start); at < words.length && words[at]!.end <= end && hashes.length < GIST; at++)
    if (words[at]!.start >= start && isContentAt(words[at]!)) insert(hashes, mix(words[at]!.hash));
}

/** Puts a number where it belongs in an ascending list that has each once; quicker than a set and a sort for so few. */
function insert(list: number[], value: number): void {
  let at = list.length;
  while (at > 0 && list[at - 1]! > value) at--;
  if (at > 0 && list[at - 1] === value) return;
  list.push(value);
  for (let to = list.length - 1; to > at; to--) list[to] = list[to - 1]!;
  list[at] = value;
}

/** Words of headline, deck and body: a share bar makes no two reports alike. */
function withoutChrome(doc: Doc): readonly Word[] {
  const { chrome, signOff, dateline } = doc.article;
  const outside = [...chrome, ...(signOff ? [signOff] : []), ...(dateline ? [dateline] : [])];
  if (outside.length === 0) return doc.words;
  const isOutside = new Uint8Array(doc.words.length);
  for (const { start, end } of outside)
    for (let at = indexAt(doc.words, start); at < doc.words.length && doc.words[at]!.end <= end; at++)
      if (doc.words[at]!.start >= start) isOutside[at] = 1;
  return doc.words.filter((_, at) => isOutside[at] === 0);
}

/** Tells of words from `start` on, asked in the order of the text, whether some content token covers them. */
function contentIn({ tokens }: Doc, start = 0): (word: Word) => boolean {
  let at = indexAt(tokens, start);
  return (word) => {
    while (at < tokens.length && tokens[at]!.end <= word.start) at++;
    const token = tokens[at];
    return token !== undefined && token.start < word.end && isContent(token.pos);
  };
}

/** Whether between the words `[from, to)` a sentence or quotation may begin. */
function isBroken(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32) continue;
    if (unit === 46 || unit === 33 || unit === 63 || unit === 10 || unit === 34 || unit === 0x201c || unit === 58)
      return true;
  }
  return false;
}

function isCapitalAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? unit >= 65 && unit <= 90 : text[at] !== text[at]!.toLowerCase();
}

/** How a word is used in a report. */
interface Use {
  readonly norm: string;
  /** Times that it carries content. */
  content: number;
  /** Times that it has a capital within a sentence, less those that it has none. */
  capital: number;
}

/** How often each content word stands in the report, and the words that more often have a capital within sentences than not. */
function termsOf(doc: Doc, body: readonly Word[]): Pick<StoryFeatures, 'terms' | 'proper'> {
  const uses = new Map<string, Use>();
  // Without tokens there is no telling what carries content
  const isContentAt = doc.tokens.length === 0 ? () => true : contentIn(doc);
  let before = 0;
  for (const word of body) {
    let use = uses.get(word.norm);
    if (use === undefined) uses.set(word.norm, (use = { norm: word.norm, content: 0, capital: 0 }));
    if (isContentAt(word)) use.content++;
    const isFirst = before === 0 || isBroken(doc.text, before, word.start);
    before = word.end;
    if (!isCapitalAt(doc.text, word.start)) use.capital--;
    else if (!isFirst) use.capital++;
  }
  // without a prototype, and so a table from the start: it has a key for every other word of a report
  const terms = Object.create(null) as Record<string, number>;
  const proper: string[] = [];
  for (const { norm, content, capital } of uses.values()) {
    if (content > 0) terms[norm] = content;
    if (capital > 0) proper.push(norm);
  }
  return { terms, proper };
}

/** In order, each once. */
function sorted(values: string[]): string[] {
  values.sort();
  return values.filter((value, at) => at === 0 || value !== values[at - 1]);
}

const dayOf = (value: string): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];

/** Hashes of all runs of five words, ascending, without doubles. */
export function shinglesOf(words: readonly Word[]): number[] {
  const found = new Uint32Array(Math.max(0, words.length - RUN + 1));
  for (let at = 0; at < found.length; at++) {
    let hash = 17;
    for (let i = 0; i < RUN; i++) hash = Math.imul(hash, 0x01000193) ^ words[at + i]!.hash;
    found[at] = mix(hash);
  }
  found.sort();
  const shingles: number[] = [];
  for (let at = 0; at < found.length; at++) if (at === 0 || found[at] !== found[at - 1]) shingles.push(found[at]!);
  return shingles;
}

/** Spreads the bits, so that the smallest shingles of a report are a fair sample of it. */
function mix(hash: number): number {
  let x = hash;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
