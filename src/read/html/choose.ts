/** Chooses from a page's blocks what was published: headline, deck and body, and the date shown beside them. */
import type { PageMeta } from './meta.ts';
import type { Page, PageBlock } from './page.ts';
import { textOf } from './render.ts';
import { isDateLine, shownDate, type ShownDate } from './shown-date.ts';
import { SIGN } from './signs.ts';
import { reportNode, weigh, type Weighed } from './weigh.ts';

export interface Chosen {
  readonly headline?: PageBlock;
  readonly deck?: PageBlock;
  readonly body: readonly PageBlock[];
  /** A date with its year that stands beside the headline. */
  readonly shown?: ShownDate;
}

/** Longest text that can be a headline or a deck. */
const MAX_TITLE = 400;
/** Blocks from the top of a page in which an unmarked headline is looked for. */
const EARLY = 200;
/** Blocks below the headline in which its deck is looked for. */
const NEIGHBOURS = 8;

/** Finds the report in the page. */
export function choose(html: string, page: Page, meta: PageMeta): Chosen {
  const weighed = weigh(page);
  const { node, isBody } = reportNode(page, weighed);
  const inside = insideOf(page, node);
  const headline = findHeadline(html, page, meta, weighed, inside);
  const deck = findDeck(html, page, meta, weighed, { headline, inside });
  const from = headline >= 0 && !isBody ? headline + 1 : 0;
  const kept: number[] = [];
  for (let index = from; index < page.blocks.length; index++)
    if (inside(index) && index !== headline && index !== deck && belongs(page, weighed, index)) kept.push(index);
  const body = trimEnds(html, page, weighed, kept);
  const shown = meta.published === undefined ? shownDate(html, page, weighed, { headline, body }) : undefined;
  return {
    ...(headline >= 0 && { headline: page.blocks[headline] as PageBlock }),
    ...(deck >= 0 && { deck: page.blocks[deck] as PageBlock }),
    body: body.map((index) => page.blocks[index] as PageBlock),
    ...(shown !== undefined && { shown }),
  };
}

function insideOf(page: Page, node: number): (block: number) => boolean {
  if (node < 0) return () => true;
  const within: boolean[] = [];
  for (const [index, { parent }] of page.nodes.entries()) within.push(index === node || (within[parent] ?? false));
  return (block) => within[(page.blocks[block] as PageBlock).node] ?? false;
}

const NOT_BODY = SIGN.chrome | SIGN.caption | SIGN.byline | SIGN.date;

function belongs(page: Page, weighed: Weighed, index: number): boolean {
  const block = page.blocks[index] as PageBlock;
  return ((weighed.signs[index] as number) & NOT_BODY) === 0 && block.linked <= block.length * 0.5;
}

/** Short words before the first and headings after the last paragraph are the page's: a section, a count of views. */
function trimEnds(html: string, page: Page, { prose }: Weighed, kept: readonly number[]): number[] {
  const isReport = (index: number): boolean =>
    (prose[index] as number) > 0 && !isDateLine(textOf(html, page.blocks[index] as PageBlock));
  const first = kept.findIndex(isReport);
  if (first < 0) return [...kept];
  const last = kept.findLastIndex((index) => (prose[index] as number) > 0);
  return kept.filter((index, i) => {
    const block = page.blocks[index] as PageBlock;
    const isHeading = /^h[1-6]$/.test(page.nodes[block.node]?.tag ?? '');
    if (i < first)
      return !isHeading && !isDateLine(textOf(html, block)) && /^\p{Lu}{3}|[.!?:"”]$/u.test(textOf(html, block));
    return i <= last || !isHeading;
  });
}

/** How a block begins: its first word; empty where only rendering tells, as with a first letter in a tag of its own. */
function firstWord(html: string, { runs }: PageBlock): string {
  const [from, to] = [runs[0] as number, runs[1] as number];
  const match = /[\p{L}\p{N}]+/u.exec(html.slice(from, Math.min(to, from + 60)));
  if (match === null || from + match.index + match[0].length >= to) return '';
  return /&\w*$/.test(html.slice(from, from + match.index)) ? '' : titleKey(match[0]);
}

/** Letters and digits only, in lower case: how titles are compared across tags, quotes and suffixes. */
export const titleKey = (text: string): string =>
  ASCII.test(text)
    ? text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim()
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
const ASCII = /^[\0-\x7f]*$/;

/**
 * The block with the page's title in it; else a heading inside the report, else any. Pages from before there were
 * style sheets set their headline as a line in large type: it is known by the title alone.
 */
function findHeadline(
  html: string,
  page: Page,
  meta: PageMeta,
  weighed: Weighed,
  inside: (block: number) => boolean,
): number {
  const keys = meta.titles.map(titleKey);
  const titleWords = new Set(keys.flatMap((key) => key.split(' ')));
  const canBegin = (word: string): boolean => word === '' || titleWords.has(word);
  // A line that is longer than any title cannot stand in one.
  const longest = Math.max(0, ...meta.titles.map(({ length }) => length)) * 2;
  let [marked, nested, plain] = [-1, -1, -1];
  for (const [index, block] of page.blocks.entries()) {
    if (block.length > MAX_TITLE * 2) continue;
    const isHeading = /^h[1-3]$/.test(page.nodes[block.node]?.tag ?? '');
    const isMarked = ((weighed.signs[index] as number) & SIGN.headline) !== 0;
    if (!isHeading && !isMarked && (plain >= 0 || index > EARLY || block.linked > 0 || block.length > longest))
      continue;
    if (!isHeading && !isMarked && !canBegin(firstWord(html, block))) continue;
    const key = titleKey(textOf(html, block));
    if (key === '' || key.length > MAX_TITLE) continue;
    if (isHeading || isMarked) {
      if (keys.some((title) => title === key || (key.includes(' ') && title.startsWith(`${key} `)))) return index;
    } else if (
      key.split(' ').length >= 4 &&
      keys.some((title) => title === key || title.endsWith(` ${key}`) || title.startsWith(`${key} `))
    )
      plain = index;
    if (!isMarked || !key.includes(' ') || ((weighed.signs[index] as number) & SIGN.chrome) !== 0) continue;
    if (marked < 0) marked = index;
    if (nested < 0 && inside(index)) nested = index;
  }
  return nested >= 0 ? nested : marked >= 0 ? marked : plain;
}

interface Around {
  readonly headline: number;
  readonly inside: (block: number) => boolean;
}

function findDeck(html: string, page: Page, meta: PageMeta, weighed: Weighed, { headline, inside }: Around): number {
  const keys = new Set(meta.decks.map(titleKey));
  const longest = Math.max(0, ...meta.decks.map(({ length }) => length)) * 2;
  const from = Math.max(headline + 1, 0);
  for (let index = from; index < Math.min(page.blocks.length, from + NEIGHBOURS); index++) {
    const block = page.blocks[index] as PageBlock;
    const signs = weighed.signs[index] as number;
    if (block.length > MAX_TITLE * 2 || (signs & (SIGN.chrome | SIGN.caption)) !== 0) continue;
    if ((signs & SIGN.deck) !== 0 && ((signs & SIGN.body) === 0 || !inside(index))) return index;
    if (
      (signs & NOT_BODY) === 0 &&
      headline >= 0 &&
      block.length <= longest &&
      keys.has(titleKey(textOf(html, block))) &&
      isBeforeBody(weighed, index)
    )
      return index;
  }
  return -1;
}

/** The description of a page is often its first paragraph, cut or whole: that stays in the body when nothing else follows. */
const isBeforeBody = ({ prose, total }: Weighed, index: number): boolean =>
  total - (prose[index] as number) > total * 0.3;
