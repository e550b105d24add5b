/** Tells lines that are no part of a report from those that are: page furniture, slugs, bylines, stamps, end marks. */
import { lineKey, startsWithAny, type WireWords } from '../../lexicon/wire-words.ts';
import type { Span } from '../../model/span.ts';
import { dateAt, weekdayAt } from './calendar.ts';

/** Longest line that is looked at as furniture: real paragraphs are longer, and are not searched for it. */
const SHORT = 160;
const LONG_SLUG = 320;

const MENU = /(?:^|\s)[|»›>•·→](?:\s|$)/g;
const COUNT = /^[\d.,\s]+k?\s*(?:views?|comments?|shares?|reads?|likes?|min(?:ute)?s?(?:\s+read)?|photos?)$/i;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^(?:[#@][\p{L}\p{N}_]+[\s,]*)+$|^\S+@\S+\.\S+$/iu;

/** A line of the page around the report: a menu, a share bar, a hint to other articles. */
export function isChrome(text: string, { start, end }: Span, words: WireWords): boolean {
  if (end - start > SHORT) return false;
  const line = text.slice(start, end);
  if (end - start <= 80 && words.chromeLines.has(lineKey(line))) return true;
  if (startsWithAny(line.toLowerCase(), words.chromeStarts)) return true;
  if (COUNT.test(line) || ADDRESS.test(line)) return true;
  return (line.match(MENU)?.length ?? 0) >= 2 && !/[.!?]["”']?$/.test(line);
}

const ATTENTION = /^ATTENTION\b/;
const BRACKETED = /^\(\s*(?:Eds?:\s*)?([\p{L}]+)/u;
/** Keyword slugs have no spaces: "Border-truce-talks", "bc-border-talks". */
const KEYWORDS =
  /^\p{L}[\p{L}\p{N}]*(?:-{1,2}[\p{L}\p{N}]+){2,}(?:,\s*(?:\d+\w{2}\s+)?(?:ld|lead|take|update)[-\w ]*)?$/iu;

/** A line that says what this take does to the last one, or by which keywords it is filed. */
export function isSlug(text: string, { start, end }: Span, words: WireWords): boolean {
  if (end - start > LONG_SLUG) return false;
  const line = text.slice(start, end);
  if (line.endsWith('///') || ATTENTION.test(line) || line.startsWith('Eds:')) return true;
  const verb = BRACKETED.exec(line)?.[1];
  if (verb !== undefined && line.endsWith(')')) return words.updates.has(verb.toLowerCase());
  if (end - start <= 40 && words.labels.has(lineKey(line))) return true;
  const colon = line.indexOf(':');
  const isLabelled = colon > 0 && words.labels.has(lineKey(line.slice(0, colon)));
  return KEYWORDS.test(isLabelled ? line.slice(colon + 1).trim() : line);
}

const LABEL =
  /^(?:\(([^()]{2,20})\)|\[([^[\]]{2,20})\]|([\p{L}\p{N}+&]+(?: [\p{L}\p{N}]+){0,2}?)(?:\s+\d{1,2})?\s*(?::|-+(?=\S)|[-–—|/]+\s))\s*/u;
const TRAILING_LABEL = /\s*(?:[-–—+|]\s*|\(|\[)(\p{Lu}{4,10})[)\]]?$/u;

/** A label before or behind a headline: "URGENT:", "UPDATE 2-", "(1st LD)", "(UPDATED)". */
export function labelsOf(
  text: string,
  headline: Span,
  words: WireWords,
): { readonly rest: Span; readonly labels: readonly Span[] } {
  const labels: Span[] = [];
  let { start, end } = headline;
  for (let rounds = 0; rounds < 3; rounds++) {
    const match = LABEL.exec(text.slice(start, Math.min(end, start + 60)));
    const name = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || name === undefined || start + match[0].length >= end || !words.labels.has(lineKey(name)))
      break;
    labels.push({ start, end: start + match[0].trimEnd().length });
    start += match[0].length;
  }
  const trailing = TRAILING_LABEL.exec(text.slice(Math.max(start, end - 20), end));
  if (trailing !== null && words.labels.has(lineKey(trailing[1] ?? '')) && end - trailing[0].length > start) {
    labels.push({ start: end - trailing[0].trimStart().length, end });
    end -= trailing[0].length;
  }
  return { rest: { start, end }, labels };
}

const BYLINE =
  /^(?:By|BY|by)\s+\p{Lu}[\p{L}'’.-]+(?:\s+(?:\p{Lu}[\p{L}'’.-]*|and|AND|in|IN|for|of|with|at|the|&|de|van|von|al)[,;]?)*(?:[,|/–—-].*)?$/u;

/** "By A. Writer and B. Writer, Sample Wire". */
export function isByline(text: string, { start, end }: Span): boolean {
  if (end - start > SHORT) return false;
  const line = text.slice(start, end);
  return BYLINE.test(line) && !/[.!?]$/.test(line.replace(/\b\p{Lu}\.$/u, ''));
}

const STAMP_WORD =
  /^(?:published|posted|updated|last|modified|created|issued|first|date|on|at|by|gmt|utc|est|edt|et|ist|bst|cet|cest|msk|local|time|hrs?|[ap]\.?m\.?|(?:moscow|yerevan|baku)\s+time)(?![\p{L}\p{N}])/iu;
const STAMP_NOISE = /[\s,.:;|/()–—-]+|\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{4}(?=\s*(?:gmt|utc|hrs))|[+-]\d{2}:?\d{2}/iy;

export interface Stamp {
  /** ISO date, or month and day without a year. */
  readonly date: string;
  /** "Updated …": the day of a change, not of publication. */
  readonly isUpdate: boolean;
}

/** A line that is nothing but a date, with a clock time and words like "Published on" at most. */
export function stampOf(text: string, { start, end }: Span): Stamp | undefined {
  if (end - start > 110 || end - start < 5) return undefined;
  const line = text.slice(start, end);
  let date: string | undefined;
  for (let at = 0; at < line.length;) {
    const found = dateAt(line, at);
    if (found !== undefined) {
      date ??= found.value;
      at = found.end;
      continue;
    }
    const after = Math.max(
      weekdayAt(line, at),
      at + (STAMP_WORD.exec(line.slice(at, at + 24))?.[0].length ?? 0),
      noiseEnd(line, at),
    );
    if (after === at) return undefined;
    at = after;
  }
  return date === undefined
    ? undefined
    : { date, isUpdate: /\b(?:updated|modified)\b/i.test(line) && !/\b(?:published|posted|issued)\b/i.test(line) };
}

function noiseEnd(line: string, at: number): number {
  STAMP_NOISE.lastIndex = at;
  return at + (STAMP_NOISE.exec(line)?.[0].length ?? 0);
}
