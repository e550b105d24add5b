/** A stretch of a text: where the words stand that a value rests on. */

/** Half-open `[start, end)` in UTF-16 code units, so that `text.slice(start, end)` gives the words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with its words, for output that leaves the text behind. */
export interface Quote extends Span {
  readonly text: string;
}

export const spanOf = (start: number, end: number): Span => ({ start, end });

/** `span` with the words it covers. Throws when the span does not lie inside the text. */
export function quote(text: string, span: Span): Quote {
  if (!isInside(text, span))
    throw new RangeError(`span ${span.start}-${span.end} is outside a text of ${text.length} units`);
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

export const isInside = (text: string, span: Span): boolean =>
  Number.isInteger(span.start) &&
  Number.isInteger(span.end) &&
  span.start >= 0 &&
  span.end > span.start &&
  span.end <= text.length;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The smallest span that covers all of `spans`, which must not be empty. */
export function cover(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new RangeError('cover of no span');
  let { start, end } = spans[0]!;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/** Order by start, longer first where two start together. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Index of the first of `spans` (ordered, none overlapping another) that ends after `offset`; their number when none does. */
export function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
