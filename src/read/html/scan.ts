/**
 * Walks over a page tag by tag, once, without building a tree: what the page model is fed from.
 * A small part of the WHATWG tokenizer (html.spec.whatwg.org, 13.2.5), enough to tell text, tags, comments and raw text apart
 * in whatever bytes come; every step goes forward, so a hostile page costs no more than a long one.
 */

export interface TagEvents {
  /** Character data `html.slice(from, to)`, entities not yet decoded. */
  text(from: number, to: number): void;
  /** A start tag; its attributes stand in `html.slice(from, to)`. */
  open(name: string, from: number, to: number): void;
  close(name: string): void;
  /** What stands in a script, style, title, textarea or the like; the element is opened and closed by it. */
  raw(name: string, attributes: { readonly from: number; readonly to: number }, from: number, to: number): void;
}

/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

const [TAB, NEWLINE, FORM_FEED, RETURN, SPACE] = [9, 10, 12, 13, 32];
const [QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER] = [34, 39, 47, 61, 62];
const [BANG, QUESTION] = [33, 63];

const isSpace = (code: number): boolean =>
  code === SPACE || code === NEWLINE || code === TAB || code === RETURN || code === FORM_FEED;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Calls `events` for all of `html`, in order. */
export function scanHtml(html: string, events: TagEvents): void {
  let textFrom = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const next = html.charCodeAt(at + 1);
    const isClose = next === SLASH;
    const isTag = isLetter(isClose ? html.charCodeAt(at + 2) : next);
    if (!isTag && next !== BANG && next !== QUESTION && !isClose) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > textFrom) events.text(textFrom, at);
    textFrom = isTag ? tag(html, isClose ? at + 2 : at + 1, isClose, events) : skipMarkup(html, at);
    at = html.indexOf('<', textFrom);
  }
  if (textFrom < html.length) events.text(textFrom, html.length);
}

/** Handles the tag whose name begins at `from`; gives the place after it (and after its raw text). */
function tag(html: string, from: number, isClose: boolean, events: TagEvents): number {
  let nameEnd = from;
  for (let code = html.charCodeAt(nameEnd); nameEnd < html.length; code = html.charCodeAt(++nameEnd))
    if (isSpace(code) || code === SLASH || code === GREATER) break;
  const name = nameOf(html, from, nameEnd);
  const end = tagEnd(html, nameEnd);
  const after = Math.min(end + 1, html.length);
  if (isClose) events.close(name);
  else if (RAW.has(name)) return rawText(html, name, nameEnd, end, events);
  else events.open(name, nameEnd, end);
  return after;
}

const names = new Map<number, string>();
/** Names remembered; a page that makes up more of them than this costs a little more. */
const MEMORY = 1000;

/** The name in lower case. The same few come thousands of times: a string made once knows its hash. */
function nameOf(html: string, from: number, to: number): string {
  if (to - from > LONGEST_NAME) return html.slice(from, to).toLowerCase();
  let key = 1;
  for (let at = from; at < to; at++) {
    const code = html.charCodeAt(at) | 32;
    if (code < 97 || code > 122) return html.slice(from, to).toLowerCase();
    key = key * 27 + code - 96;
  }
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = html.slice(from, to).toLowerCase();
  if (names.size < MEMORY) names.set(key, name);
  return name;
}

/** As many letters as a number holds exactly. */
const LONGEST_NAME = 10;

/** Index of the `>` that ends a tag, quoted attribute values passed over; the length of the page where none does. */
function tagEnd(html: string, from: number): number {
  for (let i = from; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (code === GREATER) return i;
    if (code !== EQUALS) continue;
    let value = i + 1;
    while (isSpace(html.charCodeAt(value))) value++;
    const quote = html.charCodeAt(value);
    if (quote !== QUOTE && quote !== APOSTROPHE) continue;
    const closing = html.indexOf(quote === QUOTE ? '"' : "'", value + 1);
    if (closing < 0) return html.length;
    i = closing;
  }
  return html.length;
}

function rawText(html: string, name: string, attributesFrom: number, tagAt: number, events: TagEvents): number {
  const from = Math.min(tagAt + 1, html.length);
  let to = name === 'plaintext' ? -1 : html.indexOf('</', from);
  while (to >= 0 && !closes(html, to, name)) to = html.indexOf('</', to + 2);
  if (to < 0) to = html.length;
  events.raw(name, { from: attributesFrom, to: tagAt }, from, to);
  return to === html.length ? to : Math.min(tagEnd(html, to + 2) + 1, html.length);
}

function closes(html: string, at: number, name: string): boolean {
  const end = at + 2 + name.length;
  if (html.slice(at + 2, end).toLowerCase() !== name) return false;
  const code = html.charCodeAt(end);
  return Number.isNaN(code) || code === GREATER || code === SLASH || isSpace(code);
}

/** Place after a comment, doctype, CDATA section or processing instruction that begins at `at`. */
function skipMarkup(html: string, at: number): number {
  const isComment = html.startsWith('<!--', at);
  if (isComment && (html.startsWith('>', at + 4) || html.startsWith('->', at + 4))) return html.indexOf('>', at) + 1;
  const [closing, from] = isComment
    ? ['-->', at + 4]
    : html.startsWith('<![CDATA[', at)
      ? [']]>', at + 9]
      : ['>', at + 2];
  const end = html.indexOf(closing, from);
  return end < 0 ? html.length : end + closing.length;
}
