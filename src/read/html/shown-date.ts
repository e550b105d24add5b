/** The date that a page shows beside its headline, for pages whose metadata state none. */
import { loadStampWords } from '../../lexicon/stamp-words.ts';
import { fold } from '../../lexicon/words.ts';
import { stampOf } from '../stamp.ts';
import type { Page, PageBlock, PageTime } from './page.ts';
import { textOf } from './render.ts';
import { SIGN } from './signs.ts';
import type { Weighed } from './weigh.ts';

export interface ShownDate {
  /** ISO form. */
  readonly value: string;
  /** What states it: an element's attribute, or the words that can be read. */
  readonly from: string;
}

/** Blocks above the headline and below it in which its date is looked for. */
const NEIGHBOURS = 8;
/** Longest line that is a date with words around it, and not a sentence. */
const MAX_LINE = 100;

interface Around {
  readonly headline: number;
  readonly body: readonly number[];
}

/** First what machines are meant to read, then a whole date in words. The day of a change is none. */
export function shownDate(html: string, page: Page, weighed: Weighed, at: Around): ShownDate | undefined {
  const first = at.headline >= 0 ? at.headline : (at.body[0] ?? 0);
  const last = Math.max(first, at.body[0] ?? first);
  const isInside = within(page, commonNode(page, first, at.body[0] ?? first));
  const near = { first, last, body: new Set(at.body), isInside };
  return machineDate(page, weighed, near) ?? wordsDate(html, page, weighed, near);
}

/** The innermost element around both blocks: what stands outside it is the site's, its clock for instance. */
function commonNode(page: Page, one: number, other: number): number {
  const above = new Set(chain(page, one));
  return chain(page, other).find((node) => above.has(node)) ?? -1;
}

function chain(page: Page, block: number): number[] {
  const nodes: number[] = [];
  // A heading's own element is no place for its date.
  let node = page.nodes[page.blocks[block]?.node ?? -1]?.parent ?? -1;
  for (; node >= 0; node = page.nodes[node]?.parent ?? -1) nodes.push(node);
  return nodes;
}

function within(page: Page, ancestor: number): (node: number) => boolean {
  return (inner) => {
    for (let node = inner; node >= 0; node = page.nodes[node]?.parent ?? -1) if (node === ancestor) return true;
    return ancestor < 0;
  };
}

interface Near {
  readonly isInside: (node: number) => boolean;
  readonly first: number;
  readonly last: number;
  readonly body: ReadonlySet<number>;
}

function machineDate(page: Page, weighed: Weighed, { first, last, body, isInside }: Near): ShownDate | undefined {
  const isNear = ({ block, node, isWithin, signs, property }: PageTime): boolean =>
    property !== 'modified' &&
    isInside(node) &&
    block >= first - NEIGHBOURS &&
    block <= last + 2 &&
    (signs & (SIGN.chrome | SIGN.hidden)) === 0 &&
    // A time within a sentence of the report is one that it speaks of.
    !(isWithin && body.has(block) && (weighed.prose[block] ?? 0) > 0);
  const near = page.times.filter(isNear);
  for (const time of [...near.filter(({ property }) => property !== ''), ...near]) {
    const value = stampOf(time.value);
    if (value !== undefined) return { value, from: time.property === '' ? 'time element' : `element ${time.property}` };
  }
  return undefined;
}

/** First lines that are marked as dates, then any short line next to the headline. */
function wordsDate(
  html: string,
  page: Page,
  weighed: Weighed,
  { first, last, body, isInside }: Near,
): ShownDate | undefined {
  const near: number[] = [];
  for (let index = Math.max(0, first - NEIGHBOURS); index <= Math.min(page.blocks.length - 1, last + 2); index++) {
    const { length, node } = page.blocks[index] as PageBlock;
    const isChrome = ((weighed.signs[index] as number) & SIGN.chrome) !== 0;
    if (length <= MAX_LINE * 2 && !isChrome && isInside(node)) near.push(index);
  }
  const isMarked = (index: number): boolean => ((weighed.signs[index] as number) & SIGN.date) !== 0;
  for (const index of [...near.filter(isMarked), ...near.filter((one) => !isMarked(one) && !body.has(one))]) {
    const text = textOf(html, page.blocks[index] as PageBlock);
    const value = text.length > MAX_LINE ? undefined : datePublished(text);
    if (value !== undefined) return { value, from: 'page text' };
  }
  return undefined;
}

interface Label {
  readonly at: number;
  readonly end: number;
  readonly isPublished: boolean;
}

/**
 * The date of publication in a line: what follows a label for it, or what stands before the first label of a change.
 * @example datePublished('Updated 9 May 2019 · Published 6 May 2019') // '2019-05-06'
 */
export function datePublished(line: string): string | undefined {
  const labels = labelsIn(line);
  const published = labels.find(({ isPublished }) => isPublished);
  if (published !== undefined) return stampOf(line.slice(published.at, endOf(labels, published, line)));
  return stampOf(line.slice(0, labels[0]?.at ?? line.length));
}

const endOf = (labels: readonly Label[], label: Label, line: string): number =>
  labels.find(({ at }) => at > label.at)?.at ?? line.length;

/** Words beside date and labels that a line of the page can have: a weekday, a name. */
const OTHER_WORDS = 3;

/** Whether a line is hardly more than a date with its labels: a thing of the page, not of the report. */
export function isDateLine(line: string): boolean {
  if (line.length > MAX_LINE || stampOf(line) === undefined) return false;
  const { months } = loadStampWords();
  let rest = line;
  for (const { at, end } of labelsIn(line)) rest = rest.slice(0, at) + ' '.repeat(end - at) + rest.slice(end);
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  return words.filter((word) => !months.has(fold(word))).length <= OTHER_WORDS;
}

/** Labels as whole words, in order; one within a longer one ("first published") is none. */
function labelsIn(line: string): Label[] {
  const folded = fold(line);
  // Folding can shorten a line; then the places would be others.
  const text = folded.length === line.length ? folded : line.toLowerCase();
  const { published, updated } = loadStampWords();
  const found: Label[] = [];
  for (const [list, isPublished] of [
    [updated, false],
    [published, true],
  ] as const)
    for (const label of list) {
      const at = wordAt(text, label);
      if (at >= 0) found.push({ at, end: at + label.length, isPublished });
    }
  const isCovered = (label: Label): boolean =>
    found.some(
      (other) =>
        other !== label &&
        other.at <= label.at &&
        other.end >= label.end &&
        other.end - other.at > label.end - label.at,
    );
  return found.filter((label) => !isCovered(label)).toSorted((a, b) => a.at - b.at);
}

function wordAt(text: string, label: string): number {
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + label.length))) return at;
  return -1;
}
