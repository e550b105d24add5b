/** A page as a flat list of text blocks, each with the element that it stands in: what the report is chosen from. */
import { attributesOf, type Attributes } from './attributes.ts';
import { timeProperty, timeValue } from './times.ts';
import { scanHtml } from './scan.ts';
import { SIGN, signsOf } from './signs.ts';

/** A block-level element; `parent` is always a smaller index, -1 for the page itself. */
interface PageNode {
  readonly tag: string;
  readonly parent: number;
  /** By its own tag and attributes; `signs` has those of its ancestors too. */
  readonly own: number;
  readonly signs: number;
}

/** A stretch of text between two block boundaries: a paragraph, a heading, a list item, a cell. */
export interface PageBlock {
  readonly node: number;
  /** Signs of the node, and of the inline element that all of the text stands in. */
  signs: number;
  /** Pairs of places in the page, half-open; a pair of equal places is a line break there. */
  readonly runs: number[];
  /** Characters, about: white space counts. */
  length: number;
  /** Of these, within links. */
  linked: number;
}

interface MetaTag {
  /** `name`, `property`, `itemprop` or `http-equiv`, in lower case. */
  readonly key: string;
  readonly content: string;
}

/** A machine-readable time: `<time datetime>`, or any element with a date property. */
export interface PageTime {
  readonly value: string;
  /** `datePublished`, `pubdate`, `published`, `modified`, or empty. */
  readonly property: string;
  readonly signs: number;
  /** Index of the block that it stands in or before. */
  readonly block: number;
  /** Innermost block element around it. */
  readonly node: number;
  /** Whether words of the block stand before it. */
  readonly isWithin: boolean;
}

export interface Page {
  readonly nodes: readonly PageNode[];
  readonly blocks: readonly PageBlock[];
  readonly metas: readonly MetaTag[];
  readonly times: readonly PageTime[];
  /** Places of JSON-LD scripts. */
  readonly data: readonly { readonly from: number; readonly to: number }[];
  readonly title?: { readonly from: number; readonly to: number };
  readonly canonical?: string;
  /** By microdata. */
  readonly address?: string;
  readonly language?: string;
}

const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Inline elements that are read for what they say of their text. */
const SIGN_TAGS = new Set(
  'a abbr audio button canvas label noscript object option picture relative-time select small span svg template time time-ago video'.split(
    ' ',
  ),
);
const VOID_TAGS = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Signs that an inline element gives to a block only when all of the block stands in it. */
const INLINE_SIGNS = SIGN.date | SIGN.byline | SIGN.caption | SIGN.headline | SIGN.deck | SIGN.chrome;
/** Opening one of these closes an open one of the same kind, as far as the nearest list or table. */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  option: ['option'],
};
const PARAGRAPH = ['p'];
const FENCES = new Set(['ul', 'ol', 'dl', 'table', 'menu']);
/** Deeper nesting than any real page has is flattened. */
const MAX_DEPTH = 400;
/** More elements than a real page has: what comes after them is left out. */
const MAX_NODES = 300_000;
/** Longest attribute text of a tag that is looked at. */
const MAX_ATTRIBUTES = 20_000;

interface Open {
  readonly tag: string;
  readonly node: number;
  readonly signs: number;
  readonly isLink: boolean;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The page as far as it has been read. */
interface Reading {
  readonly html: string;
  readonly nodes: PageNode[];
  readonly blocks: PageBlock[];
  readonly metas: MetaTag[];
  readonly times: PageTime[];
  readonly data: Range[];
  readonly found: { title?: Range; canonical?: string; address?: string; language?: string };
  /** Open elements; the first stands for the page. */
  readonly stack: Open[];
  /** How many paragraphs are open: most elements close them, few find one. */
  paragraphs: number;
  block: PageBlock | undefined;
  /** Elements open beyond MAX_DEPTH. */
  overflow: number;
}

/** Reads the page. */
export function readPage(html: string): Page {
  const page: Reading = {
    html,
    nodes: [],
    blocks: [],
    metas: [],
    times: [],
    data: [],
    found: {},
    stack: [{ tag: '', node: -1, signs: 0, isLink: false }],
    paragraphs: 0,
    block: undefined,
    overflow: 0,
  };
  scanHtml(html, {
    text: (from, to) => addText(page, from, to),
    open: (tag, from, to) => openTag(page, tag, from, to),
    close: (tag) => closeTag(page, tag),
    raw: (tag, attributes, from, to) => addRaw(page, tag, attributes, { from, to }),
  });
  const { nodes, blocks, metas, times, data, found } = page;
  return { nodes, blocks, metas, times, data, ...found };
}

const topOf = (page: Reading): Open => page.stack[page.stack.length - 1] as Open;

function addText(page: Reading, from: number, to: number): void {
  const open = topOf(page);
  if ((open.signs & SIGN.hidden) !== 0 || page.nodes.length >= MAX_NODES) return;
  let { block } = page;
  if (block === undefined) {
    if (isBlank(page.html, from, to)) return;
    block = { node: open.node, signs: open.signs, runs: [], length: 0, linked: 0 };
    page.block = block;
    page.blocks.push(block);
  } else block.signs &= open.signs | ~INLINE_SIGNS;
  block.runs.push(from, to);
  block.length += to - from;
  if (open.isLink) block.linked += to - from;
}

function addRaw(page: Reading, tag: string, attributes: Range, content: Range): void {
  if (tag === 'title') page.found.title ??= content;
  else if (
    tag === 'script' &&
    JSON_LD.test(page.html.slice(attributes.from, Math.min(attributes.to, attributes.from + 500)))
  )
    page.data.push(content);
}

const JSON_LD = /\btype\s*=\s*["']?\s*application\/ld\+json/i;

function openTag(page: Reading, tag: string, from: number, to: number): void {
  if (tag === 'br') {
    page.block?.runs.push(from, from);
    return;
  }
  const isBlock = BLOCK_TAGS.has(tag);
  if (page.nodes.length >= MAX_NODES) return;
  if (tag === 'meta' || tag === 'link')
    return headTag(page, tag, attributesOf(page.html, from, Math.min(to, from + MAX_ATTRIBUTES)));
  if (!isBlock && !SIGN_TAGS.has(tag)) return;
  if (page.stack.length > MAX_DEPTH) {
    if (!VOID_TAGS.has(tag)) page.overflow++;
    if (isBlock) page.block = undefined;
    return;
  }
  // Links are told by their number, not by their names, and there are more of them than of anything else.
  const attributes = tag === 'a' ? {} : attributesOf(page.html, from, Math.min(to, from + MAX_ATTRIBUTES));
  const signs = tag === 'a' ? 0 : signsOf(tag, attributes);
  noteAttributes(page, tag, attributes, signs);
  if (isBlock) openBlock(page, tag, signs);
  else if (page.html.charCodeAt(to - 1) !== SLASH || tag !== 'svg') openInline(page, tag, signs);
}

const SLASH = 47;

function openBlock(page: Reading, tag: string, signs: number): void {
  page.block = undefined;
  if (page.paragraphs > 0) closeTo(page, PARAGRAPH, FENCES);
  const closes = CLOSES[tag];
  if (closes !== undefined) closeTo(page, closes, FENCES);
  if (VOID_TAGS.has(tag)) return;
  const parent = topOf(page);
  page.nodes.push({ tag, parent: parent.node, own: signs, signs: parent.signs | signs });
  push(page, { tag, node: page.nodes.length - 1, signs: parent.signs | signs, isLink: parent.isLink });
}

function openInline(page: Reading, tag: string, signs: number): void {
  if (tag === 'a') closeTo(page, ['a'], BLOCK_TAGS);
  const parent = topOf(page);
  push(page, { tag, node: parent.node, signs: parent.signs | signs, isLink: parent.isLink || tag === 'a' });
}

function closeTag(page: Reading, tag: string): void {
  const isBlock = BLOCK_TAGS.has(tag);
  if (!isBlock && !SIGN_TAGS.has(tag)) return;
  if (isBlock) page.block = undefined;
  if (page.overflow > 0) page.overflow--;
  else closeTo(page, [tag], isBlock ? (tag === 'li' || tag === 'p' ? FENCES : undefined) : BLOCK_TAGS);
}

function push(page: Reading, open: Open): void {
  page.stack.push(open);
  if (open.tag === 'p') page.paragraphs++;
}

/** Closes the innermost open element of `tags` with all that is open in it; not across an element of `fences`. */
function closeTo(page: Reading, tags: readonly string[], fences?: ReadonlySet<string>): void {
  const { stack } = page;
  for (let i = stack.length - 1; i > 0; i--) {
    const { tag } = stack[i] as Open;
    if (tags.includes(tag)) {
      for (let above = i; above < stack.length; above++) if ((stack[above] as Open).tag === 'p') page.paragraphs--;
      stack.length = i;
      return;
    }
    if (fences?.has(tag) === true) return;
  }
}

function noteAttributes(page: Reading, tag: string, attributes: Attributes, signs: number): void {
  if (tag === 'html' && attributes.lang !== undefined) page.found.language ??= attributes.lang;
  const value = timeValue(attributes);
  if (value === undefined || (!TIME_TAGS.has(tag) && (signs & SIGN.date) === 0)) return;
  const isWithin = page.block !== undefined;
  page.times.push({
    value,
    property: timeProperty(attributes),
    signs: topOf(page).signs | signs,
    node: topOf(page).node,
    block: page.blocks.length - (isWithin ? 1 : 0),
    isWithin,
  });
}

const TIME_TAGS = new Set(['time', 'relative-time', 'time-ago']);

function headTag(page: Reading, tag: string, attributes: Attributes): void {
  if (tag === 'link') {
    const isOwn = /(?:^|\s)(?:mainEntityOfPage|url)(?:\s|$)/.test(attributes.itemprop ?? '') && !isAside(page);
    if (/(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? '')) page.found.canonical ??= attributes.href ?? '';
    else if (isOwn) page.found.address ??= attributes.href ?? '';
    return;
  }
  // A teaser's own data: microdata stand where they belong.
  if (attributes.itemprop !== undefined && isAside(page)) return;
  const isPublisher = attributes.itemprop === 'name' && (topOf(page).signs & SIGN.publisher) !== 0;
  const named = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'];
  const key = isPublisher ? 'publisher' : named;
  if (key !== undefined && attributes.content !== undefined)
    page.metas.push({ key: key.trim().toLowerCase(), content: attributes.content });
}

const isAside = (page: Reading): boolean => (topOf(page).signs & (SIGN.chrome | SIGN.hidden)) !== 0;

function isBlank(html: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = html.charCodeAt(i);
    if (code > 32 && code !== 0xa0) return false;
  }
  return true;
}
