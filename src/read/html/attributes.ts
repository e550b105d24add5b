/** Attributes of one start tag, those that readers ask for; the others are stepped over without a copy. */
import { decodeHTMLAttribute } from 'entities';

const WANTED = [
  'aria-hidden',
  'class',
  'content',
  'data-date',
  'data-datetime',
  'data-epoch',
  'data-published',
  'data-time',
  'data-timestamp',
  'data-ts',
  'data-utc',
  'datetime',
  'hidden',
  'href',
  'http-equiv',
  'id',
  'itemprop',
  'lang',
  'name',
  'property',
  'pubdate',
  'rel',
  'role',
  'style',
  'title',
] as const;

export type Attributes = { readonly [name in (typeof WANTED)[number]]?: string };

const [QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER] = [34, 39, 47, 61, 62];
const BY_LENGTH = new Map<number, readonly string[]>();
for (const name of WANTED) BY_LENGTH.set(name.length, [...(BY_LENGTH.get(name.length) ?? []), name]);

/** The wanted attributes in `html.slice(from, to)`, entities decoded; the first of two of one name holds, as in browsers. */
export function attributesOf(html: string, from: number, to: number): Attributes {
  const found: Record<string, string> = {};
  for (let at = from; at < to;) {
    const code = html.charCodeAt(at);
    if (code <= 32 || code === SLASH || code === EQUALS) {
      at++;
      continue;
    }
    const nameFrom = at;
    while (at < to && !endsName(html.charCodeAt(at))) at++;
    const name = wanted(html, nameFrom, at);
    at = skipSpace(html, at, to);
    let [valueFrom, valueTo] = [at, at];
    if (html.charCodeAt(at) === EQUALS && at < to) {
      [valueFrom, valueTo, at] = valueAt(html, skipSpace(html, at + 1, to), to);
    }
    if (name !== undefined && found[name] === undefined) found[name] = valueOf(html, valueFrom, valueTo);
    if (at === nameFrom) at++;
  }
  return found;
}

const endsName = (code: number): boolean => code <= 32 || code === EQUALS || code === SLASH || code === GREATER;

function skipSpace(html: string, at: number, to: number): number {
  let next = at;
  while (next < to && html.charCodeAt(next) <= 32) next++;
  return next;
}

/** Where the value begins and ends, and where what follows it begins. */
function valueAt(html: string, at: number, to: number): [number, number, number] {
  const quote = html.charCodeAt(at);
  if (quote === QUOTE || quote === APOSTROPHE) {
    const closing = html.indexOf(quote === QUOTE ? '"' : "'", at + 1);
    return closing < 0 || closing >= to ? [at + 1, to, to] : [at + 1, closing, closing + 1];
  }
  let end = at;
  while (end < to && html.charCodeAt(end) > 32 && html.charCodeAt(end) !== GREATER) end++;
  return [at, end, end];
}

function wanted(html: string, from: number, to: number): string | undefined {
  const names = BY_LENGTH.get(to - from);
  if (names === undefined) return undefined;
  for (const name of names) if (html.startsWith(name, from)) return name;
  const lower = html.slice(from, to).toLowerCase();
  return names.includes(lower) ? lower : undefined;
}

function valueOf(html: string, from: number, to: number): string {
  const value = html.slice(from, to);
  return value.includes('&') ? decodeHTMLAttribute(value) : value;
}
