/** Reads what stands above a report's first paragraph: furniture, slugs, headline, deck, byline, stamp, dateline. */
import type { WireWords } from '../../lexicon/wire-words.ts';
import type { Dateline, Report } from '../../model/article.ts';
import { contains, type Span } from '../../model/span.ts';
import { datelineOf, type FoundDateline } from './dateline.ts';
import { isByline, isChrome, isSlug, labelsOf, stampOf, type Stamp } from './furniture.ts';

export interface Head {
  readonly headline?: Span;
  readonly deck?: Span;
  readonly byline?: Span;
  readonly dateline?: Dateline;
  readonly slugs: readonly Span[];
  readonly chrome: readonly Span[];
  /** Index of the block in which the report begins, and where in it. */
  readonly first: number;
  readonly bodyStart: number;
}

/** Blocks among which a dateline is looked for, and the most that title and deck may take. */
const REACH = 14;
const MOST_PROSE = 5;
const LONGEST_TITLE = 260;
const FLAT_REACH = 400;
const LONGEST_DECK = 500;
/** Below a headline stands running text, not another item of a list. */
const SHORTEST_TEXT = 40;

type Kind = 'chrome' | 'slug' | 'byline' | 'stamp' | 'prose';
interface Line extends Span {
  readonly kind: Kind;
  readonly stamp?: Stamp;
}

/** The head of a text with these blocks. */
export function headOf(report: Report, blocks: readonly Span[], words: WireWords): Head {
  const { text } = report;
  const lines: Line[] = [];
  let found: FoundDateline | undefined;
  for (let i = 0; i < Math.min(blocks.length, REACH) && found === undefined; i++) {
    const block = blocks[i] as Span;
    const isFixed = isPart(report, block);
    const line: Line = isFixed ? { ...block, kind: 'prose' } : classify(text, block, words);
    // "ATTENTION - ADDS …" has the form of a dateline, so lines that are known for something else come first.
    found =
      isFixed || line.kind === 'slug' || line.kind === 'chrome' ? undefined : datelineOf(text, block, words.labels);
    if (found === undefined) lines.push(line);
  }
  if (found === undefined && blocks.length === 1) {
    const flat = flatHead(text, blocks[0] as Span, words);
    if (flat !== undefined) return flat;
  }
  // A dateline far down belongs to one of several items, not to the report.
  if (found !== undefined && isAbove(lines)) return headAbove(report, lines, found, words);
  return headAlone(report, lines, blocks, words);
}

/** Title and text run together in one line: the dateline within it is taken only with place, agency and capitals. */
function flatHead(text: string, block: Span, words: WireWords): Head | undefined {
  const head = text.slice(block.start, Math.min(block.end, block.start + FLAT_REACH));
  for (const { index } of head.matchAll(/(?<=[\p{Ll}\p{N}.?!"”’)] )\p{Lu}[\p{Lu}'’.-]{2,}/gu)) {
    const at = block.start + index;
    const found = datelineOf(text, { start: at, end: block.end }, words.labels);
    if (found?.dateline.place === undefined || found.dateline.agency === undefined) continue;
    const end = block.start + text.slice(block.start, at).trimEnd().length;
    const line: Line = { start: block.start, end, kind: 'prose' };
    return {
      ...titleParts(text, end - block.start <= LONGEST_TITLE ? line : undefined, [line], words),
      dateline: found.dateline,
      first: 0,
      bodyStart: found.bodyStart,
    };
  }
  return undefined;
}

const isPart = ({ parts }: Report, block: Span): boolean =>
  (parts?.headline !== undefined && contains(parts.headline, block)) ||
  (parts?.deck !== undefined && contains(parts.deck, block));

function isAbove(lines: readonly Line[]): boolean {
  const prose = lines.filter(({ kind }) => kind === 'prose');
  return prose.length <= MOST_PROSE && prose.every(({ start, end }) => end - start <= LONGEST_DECK);
}

function classify(text: string, block: Span, words: WireWords): Line {
  const stamp = stampOf(text, block);
  if (stamp !== undefined) return { ...block, kind: 'stamp', stamp };
  const kind: Kind = isChrome(text, block, words)
    ? 'chrome'
    : isSlug(text, block, words)
      ? 'slug'
      : isByline(text, block)
        ? 'byline'
        : 'prose';
  return { ...block, kind };
}

/** The dateline stands at `lines.length`: what is above it is headline and deck. */
function headAbove(report: Report, lines: readonly Line[], found: FoundDateline, words: WireWords): Head {
  const prose = lines.filter(({ kind }) => kind === 'prose');
  const title = prose[0];
  const isTitle = title !== undefined && (isPart(report, title) || couldBeTitle(report, title, prose.length > 1));
  const deck = adjacent(lines, isTitle ? prose.slice(1) : prose);
  return {
    ...titleParts(report.text, isTitle ? title : undefined, lines, words),
    ...(deck.length > 0 && { deck: { start: deck[0]!.start, end: deck.at(-1)!.end } }),
    dateline: withStamp(found.dateline, lines),
    first: lines.length,
    bodyStart: found.bodyStart,
  };
}

/** The first of `prose` with those that follow it without a line of another kind between. */
function adjacent(lines: readonly Line[], prose: readonly Line[]): readonly Line[] {
  const from = prose[0] === undefined ? -1 : lines.indexOf(prose[0]);
  return prose.filter((line, i) => lines.indexOf(line) === from + i);
}

/** With a title of its own the report may begin with the deck, which ends like a sentence. */
function couldBeTitle(report: Report, line: Line, hasDeck: boolean): boolean {
  if (line.end - line.start > LONGEST_TITLE) return false;
  const words = report.text.slice(line.start, line.end);
  if (report.title === undefined || sameWords(report.title, words)) return true;
  return hasDeck || !/[.!?]["”']?$/.test(words);
}

/** No dateline: the headline is a line without a full stop above running text, or the title that the sender gives. */
function headAlone(report: Report, lines: readonly Line[], blocks: readonly Span[], words: WireWords): Head {
  const { text, parts } = report;
  const at = lines.findIndex(({ kind }) => kind === 'prose');
  const title = lines[at];
  const body = blocks[at + 1];
  const isTitle =
    title !== undefined &&
    (parts?.headline !== undefined
      ? contains(parts.headline, title)
      : body !== undefined && looksLikeTitle(report, title, nextProse(lines, at) ?? body));
  let first = isTitle ? at + 1 : Math.max(at, 0);
  while (first < lines.length && lines[first]!.kind !== 'prose') first++;
  const deckLine = parts?.deck;
  if (deckLine !== undefined) while (first < blocks.length && contains(deckLine, blocks[first]!)) first++;
  const head = lines.slice(0, first);
  const stamp = withStamp(undefined, head);
  return {
    ...titleParts(text, isTitle ? title : undefined, head, words),
    ...(deckLine !== undefined && { deck: deckLine }),
    ...(stamp !== undefined && { dateline: stamp }),
    first,
    bodyStart: blocks[first]?.start ?? text.length,
  };
}

const nextProse = (lines: readonly Line[], at: number): Line | undefined =>
  lines.find(({ kind }, i) => i > at && kind === 'prose');

function looksLikeTitle({ text, title }: Report, line: Line, next: Span): boolean {
  const length = line.end - line.start;
  if (length > LONGEST_TITLE) return false;
  const words = text.slice(line.start, line.end);
  if (title !== undefined) return sameWords(title, words);
  const isSentence = /[.:;,]["”']?$/.test(words) && !/\b(?:\p{Lu}\.){2,}$/u.test(words);
  const isList = /^(?:[-–—•*]|\d+[.)])\s/.test(words);
  return (
    !isSentence && !isList && !words.includes('\n') && next.end - next.start > Math.max(length * 0.8, SHORTEST_TEXT)
  );
}

const sameWords = (a: string, b: string): boolean => wordKey(a) === wordKey(b);
const wordKey = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function titleParts(text: string, title: Line | undefined, lines: readonly Line[], words: WireWords) {
  const { rest, labels } = title === undefined ? { rest: undefined, labels: [] } : labelsOf(text, title, words);
  const of = (kind: Kind): Span[] =>
    lines.filter((line) => line.kind === kind).map(({ start, end }) => ({ start, end }));
  const byline = of('byline')[0];
  return {
    ...(rest !== undefined && { headline: rest }),
    ...(byline !== undefined && { byline }),
    slugs: [...of('slug'), ...labels].sort((a, b) => a.start - b.start),
    chrome: [...of('chrome'), ...of('byline').slice(1)],
  };
}

/** A stamp above the text gives the day to a dateline that has none, and stands for one that is missing. */
function withStamp(dateline: Dateline, lines: readonly Line[]): Dateline;
function withStamp(dateline: Dateline | undefined, lines: readonly Line[]): Dateline | undefined;
function withStamp(dateline: Dateline | undefined, lines: readonly Line[]): Dateline | undefined {
  if (dateline?.date !== undefined && !dateline.date.startsWith('--')) return dateline;
  const line = lines.find(({ stamp }) => stamp !== undefined && !stamp.isUpdate && !stamp.date.startsWith('--'));
  if (line?.stamp === undefined) return dateline;
  if (dateline === undefined) return { start: line.start, end: line.end, date: line.stamp.date };
  const agrees = dateline.date === undefined || line.stamp.date.endsWith(dateline.date.slice(1));
  return agrees ? { ...dateline, date: line.stamp.date } : dateline;
}
