/** The places that open a dateline: "GAZA CITY", "BAKU, Azerbaijan", "MOSCOW/YEREVAN", "Port-au-Prince". */
import type { Span } from '../../model/span.ts';
import { isCalendarWord } from './calendar.ts';

export interface PlaceLine {
  readonly first: Span;
  readonly others: readonly Span[];
  readonly region?: Span;
  /** Whether the first place stands in capitals, as agencies set it. */
  readonly isCapital: boolean;
  readonly end: number;
}

const WORD = /\p{Lu}[\p{L}\p{M}'’.–-]*/uy;
const PARTICLE = /(?:de|da|do|del|di|la|le|al|el|of|the|on|upon|and|an|am|ad|i|y|sur|den)(?=[ \u00a0])/iy;
const LOWER_WORD = /(?:border|area|region|province|frontier|coast)\b/y;
const MOST_WORDS = 5;

/** Reads the places at `at`, no further than `limit`; undefined when no capitalised word stands there. */
export function placesAt(text: string, at: number, limit: number): PlaceLine | undefined {
  const first = placeAt(text, at, limit, false);
  if (first === undefined) return undefined;
  const others: Span[] = [];
  let region: Span | undefined;
  let end = first.end;
  for (let parts = 0; parts < 4; parts++) {
    const joint = jointAt(text, end);
    const next = joint && placeAt(text, joint.end, limit, joint.isRegion);
    if (joint === undefined || next === undefined) break;
    if (!joint.isRegion) others.push(next);
    else region = { start: region?.start ?? next.start, end: next.end };
    end = next.end;
  }
  return { first, others, ...(region !== undefined && { region }), isCapital: isCapital(text, first), end };
}

/** What may stand between two places: a comma before a region, a slash, hyphen or "and" before another place. */
function jointAt(text: string, at: number): { readonly end: number; readonly isRegion: boolean } | undefined {
  const comma = skip(/ ?, ?/y, text, at);
  if (comma > at) return { end: comma, isRegion: true };
  const slash = skip(/\/| \/ (?=[^/\n]{1,40}[,(:])(?![^/\n]{1,60}\/)| (?:and|AND|&) (?=\p{Lu}{3})/uy, text, at);
  return slash > at ? { end: slash, isRegion: false } : undefined;
}

/** A run of capitalised words, all of them in capitals when the first one is. */
function placeAt(text: string, at: number, limit: number, isRegion: boolean): Span | undefined {
  let end = wordEnd(text, at, limit);
  if (end === at || isCalendarWord(text, at)) return undefined;
  const mustShout = !isRegion && isCapital(text, { start: at, end });
  for (let words = 1; words < MOST_WORDS; words++) {
    const next = nextWord(text, end, limit, isRegion);
    if (next === undefined || isCalendarWord(text, next.start)) break;
    if (mustShout && !isCapital(text, next)) break;
    end = next.end;
  }
  return { start: at, end: withoutStop(text, at, end) };
}

function nextWord(text: string, at: number, limit: number, isRegion: boolean): Span | undefined {
  if (text[at] !== ' ' && text[at] !== '\u00a0') return undefined;
  const start = at + 1;
  const particle = skip(PARTICLE, text, start);
  if (particle > start && particle + 1 < limit) {
    const end = wordEnd(text, particle + 1, limit);
    if (end > particle + 1) return { start, end };
  }
  const end = isRegion
    ? Math.max(skip(LOWER_WORD, text, start), wordEnd(text, start, limit))
    : wordEnd(text, start, limit);
  return end > start ? { start, end } : undefined;
}

function wordEnd(text: string, at: number, limit: number): number {
  const end = skip(WORD, text, at);
  if (end > limit) return at;
  // A hyphen at the end of a word is a dash that follows it without a space.
  return end > at && /[-–]$/.test(text.slice(at, end)) ? end - 1 : end;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** "SEOUL." is a place and a stop, "ST." or "D.C." or "Mo." is not. */
function withoutStop(text: string, start: number, end: number): number {
  if (text[end - 1] !== '.') return end;
  const word = text.slice(start, end).split(/[\s,]/).at(-1) ?? '';
  return /^(?:\p{L}\.)+$/u.test(word) || (/\p{Ll}/u.test(word) && word.length <= 6) ? end : end - 1;
}

/** At least two capitals and no small letter, particles aside: "RIO DE JANEIRO", "XI'AN", "St. PETERSBURG" is not. */
function isCapital(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).replaceAll(/(?<= )(?:de|da|do|del|di|la|le|al|el|of|the|on|and)(?= )/g, '');
  return /\p{Lu}.*\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words);
}

const SMALL = new Set('de da do del di la le of the on upon and an am ad au aux sur den der en es al el'.split(' '));

/** A place set in capitals as it is written elsewhere: "PORT-AU-PRINCE" is "Port-au-Prince". Others stay as they are. */
export function placeName(text: string, span: Span): string {
  const words = text.slice(span.start, span.end);
  if (!isCapital(text, span) || /^(?:\p{Lu}\.)+$/u.test(words)) return words;
  let isFirst = true;
  return words.toLowerCase().replaceAll(/[\p{L}\p{M}]+['’]?/gu, (word, at: number, whole: string) => {
    const isLast = at + word.length === whole.length;
    const isInner = !isFirst && ((SMALL.has(word) && !isLast) || /\p{L}{2}['’]$/u.test(whole.slice(0, at)));
    isFirst = false;
    return isInner ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}
