/**
 * Parses the dateline that opens a wire report: place, day, agency, in whatever of these forms the agency has:
 * "MOSCOW, September 13. /Agency/.", "GAZA CITY, Dec 19 (Agency) -", "NAIROBI, Kenya (Agency) _", "(Agency) --".
 * It is read piece by piece; what does not end like a dateline is none, however it begins.
 */
import type { Dateline } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import { dateAt, weekdayAt } from './calendar.ts';
import { placeName, placesAt, type PlaceLine } from './place-line.ts';

export interface FoundDateline {
  readonly dateline: Dateline;
  /** Where the report's first words stand. */
  readonly bodyStart: number;
}

/** Longest dateline, and what is looked at behind it. */
const REACH = 240;

/** The dateline at the beginning of `block`, if there is one. `labels` are words in capitals that are no places: "analysis". */
export function datelineOf(text: string, block: Span, labels: ReadonlySet<string>): FoundDateline | undefined {
  // Parsed in a copy of the beginning, so that no pattern can run away in a long line.
  const head = text.slice(block.start, Math.min(block.end, block.start + REACH));
  const lineEnd = head.search(/[\r\n]/);
  const limit = Math.min(lineEnd < 0 ? head.length : lineEnd, REACH - 20);
  const start = placesAt(head, 0, limit);
  const places = start && labels.has(head.slice(start.first.start, start.first.end).toLowerCase()) ? undefined : start;
  const found = (places && parseFrom(head, limit, places)) ?? parseFrom(head, limit, undefined);
  return found && moved(found, block.start);
}

/** Places counted from the beginning of the block are brought to places in the text. */
function moved({ dateline, bodyStart }: FoundDateline, by: number): FoundDateline {
  const { placeSpan, otherPlaces } = dateline;
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    dateline: {
      ...dateline,
      ...move(dateline),
      ...(placeSpan !== undefined && { placeSpan: move(placeSpan) }),
      ...(otherPlaces !== undefined && { otherPlaces: otherPlaces.map((place) => ({ ...place, ...move(place) })) }),
    },
    bodyStart: bodyStart + by,
  };
}

interface Pieces {
  readonly places: PlaceLine | undefined;
  readonly date: string | undefined;
  readonly hasWeekday: boolean;
  readonly agency: Span | undefined;
}

function parseFrom(text: string, limit: number, places: PlaceLine | undefined): FoundDateline | undefined {
  let at = places?.end ?? 0;
  let day = dayAt(text, at, places !== undefined);
  at = day?.end ?? at;
  let agency = agencyAt(text, at, limit, day?.date !== undefined);
  at = agency?.end ?? at;
  // "LONDON (Agency), Sept 13 -" and "GUDERMES (Russia), Sept 13 (Agency) -"
  if (agency !== undefined && day === undefined) {
    day = dayAt(text, at, true);
    at = day?.end ?? at;
    const second = day && agencyAt(text, at, limit, true);
    if (second !== undefined) [agency, at] = [second, second.end];
  }
  const pieces: Pieces = {
    places,
    date: day?.date,
    hasWeekday: day !== undefined,
    agency: agency?.name,
  };
  const close = separatorAt(text, at, pieces);
  if (close === undefined || !isDateline(text, pieces, close)) return undefined;
  return { dateline: build(text, close.from, pieces), bodyStart: close.to };
}

interface Day {
  readonly date?: string;
  readonly end: number;
}

/** A comma or stop, a weekday, a date, a clock time; each may be missing, but not the weekday and the date both. */
function dayAt(text: string, at: number, isAfterPlace: boolean): Day | undefined {
  let from = isAfterPlace ? skip(/\s*[,.]?\s*(?:[-–—]\s*)?/y, text, at) : at;
  const weekday = weekdayAt(text, from);
  const found = dateAt(text, weekday > from ? skip(/\s*,?\s*/y, text, weekday) : from);
  if (found === undefined && weekday === from) return undefined;
  if (found === undefined) return { end: weekday };
  from = skip(/(?:\s*,\s*(?:19|20)\d{2}(?!\d))*/y, text, found.end);
  const clock = skip(/\s*,?\s*\d{1,2}[:.]\d{2}(?:\s*(?:GMT|UTC|[ap]\.?m\.?))?/iy, text, from);
  return { date: found.value, end: Math.max(from, clock) };
}

interface Agency {
  readonly name: Span;
  readonly end: number;
}

const MARKED =
  /\s*[,.]?\s*(?:[-–—]+\s*)?(?:\(\s*([^()\n]{2,60}?)\s*\)|\[\s*([^[\]\n]{2,60}?)\s*\]|\/\s*([^/\n]{2,60}?)\s*\/(?!\p{L}))/uy;
/** " - Name - " and " - Name. ", only after a date. */
const DASHED =
  /\s*[-–—]+\s*(?:(\p{Lu}[\p{L}\p{N}'&.-]*(?: \p{Lu}[\p{L}\p{N}'&-]*){0,3})(?=\s+[-–—]+\s)|(\p{Lu}[\p{L}\p{N}'&-]*(?: \p{Lu}[\p{L}\p{N}'&-]*)?)(?=\.\s))/uy;
/** ", NAME." and ", Sample Agency -", only after a date. */
const BARE = /\s*,\s*(\p{Lu}[\p{L}\p{N}'&-]*(?: \p{Lu}[\p{L}\p{N}'&-]*){0,3})(?=\.\s|\s*[-–—:]\s|\s*--)/uy;
const NAME = /^(?!(?:GMT|UTC|BST|CES?T|E[DS]T|IST|MSK|P[DS]T|local time)$)(?:\p{Lu}|\p{Ll}{2,9}$)/u;

function agencyAt(text: string, at: number, limit: number, isAfterDate: boolean): Agency | undefined {
  for (const pattern of isAfterDate ? [MARKED, BARE, DASHED] : [MARKED]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const words = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || words === undefined || pattern.lastIndex > limit) continue;
    if (!NAME.test(words) || dateAt(words, 0) !== undefined || words.split(/\s+/).length > 7) continue;
    const start = match.index + match[0].indexOf(words);
    return { name: { start, end: start + words.length }, end: at + match[0].length };
  }
  return undefined;
}

interface Close {
  readonly kind: 'dash' | 'stop' | 'colon' | 'line' | 'none';
  readonly hasDash: boolean;
  /** End of the dateline with its separator, and beginning of the body. */
  readonly from: number;
  readonly to: number;
}

function separatorAt(text: string, at: number, pieces: Pieces): Close | undefined {
  const end = text.length;
  const stop = skip(/\.?/y, text, at);
  const dash = skip(/\s*\.?\s*(?:-{1,3}|[–—―_]+)(?:\s*(?:-{1,3}|[–—―_]+))*/y, text, at);
  const mark = dash > stop ? dash : stop > at ? stop : skip(/\s*:/y, text, at);
  const to = Math.min(skip(/\s*/y, text, mark), end);
  const close = { hasDash: dash > stop, from: Math.min(mark, end), to };
  if (to >= end || /[\r\n]/.test(text.slice(mark, to))) return { kind: 'line', ...close };
  const isTight = to === mark;
  if (close.hasDash) return isTight && pieces.agency === undefined ? undefined : { kind: 'dash', ...close };
  if (mark > at) return isTight ? undefined : { kind: stop > at ? 'stop' : 'colon', ...close };
  return to > at ? { kind: 'none', ...close } : undefined;
}

/** Which pieces make a dateline, and how they must close. */
function isDateline(text: string, pieces: Pieces, close: Close): boolean {
  const { places, date, agency, hasWeekday } = pieces;
  const opensSentence = close.kind === 'line' || /^[\p{Lu}\p{N}"'“‘«([$€£]/u.test(text.slice(close.to, close.to + 2));
  if (places === undefined) {
    if (agency === undefined) return false;
    return opensSentence && (close.kind !== 'none' || date !== undefined);
  }
  if (date !== undefined && agency !== undefined) return close.kind !== 'none' || opensSentence;
  if (!opensSentence) return close.kind === 'dash' && places.isCapital && agency !== undefined;
  if (date !== undefined)
    return (
      close.kind !== 'none' && (places.isCapital || /[,.]/.test(text.slice(places.first.end, places.first.end + 2)))
    );
  if (agency !== undefined) return close.kind !== 'none' && (places.isCapital || close.kind === 'dash' || hasWeekday);
  return isPlaceAlone(text, places, close);
}

/** "RANGOON, Burma -", "WASHINGTON —", "NEW DELHI / MUMBAI:": capitals, and a dash or colon that stands apart. */
function isPlaceAlone(text: string, places: PlaceLine, close: Close): boolean {
  if (!places.isCapital || (!close.hasDash && close.kind !== 'colon')) return false;
  const length = places.first.end - places.first.start;
  const isLong = length >= 4 || places.region !== undefined;
  if (close.kind === 'colon') return isLong && (places.others.length > 0 || places.region !== undefined);
  return isLong && /\s/.test(text.charAt(places.end)) && places.end - places.first.start <= 60;
}

function build(text: string, end: number, { places, date, agency }: Pieces): Dateline {
  return {
    start: 0,
    end,
    ...(places !== undefined && { place: placeName(text, places.first), placeSpan: places.first }),
    ...(places?.region !== undefined && { region: placeName(text, places.region) }),
    ...(places !== undefined &&
      places.others.length > 0 && {
        otherPlaces: places.others.map((span) => ({ ...span, text: placeName(text, span) })),
      }),
    ...(date !== undefined && { date }),
    ...(agency !== undefined && { agency: text.slice(agency.start, agency.end) }),
  };
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
