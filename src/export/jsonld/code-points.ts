/** From our offsets to those of the Web Annotation model: JavaScript counts UTF-16 units, the model code points. */
import type { Span } from '../../model/span.ts';

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** A function from an offset in UTF-16 units to the number of code points before it. */
export function codePointsIn(text: string): (offset: number) => number {
  /** Offsets of the second halves of surrogate pairs, ascending. */
  const halves: number[] = [];
  for (let i = 1; i < text.length; i++) if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) halves.push(i);
  return (offset) => {
    let [low, high] = [0, halves.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (halves[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

/** Words before and after a quotation, never half a character. */
export function around(text: string, { start, end }: Span, length = 32): { prefix: string; suffix: string } {
  let from = Math.max(0, start - length);
  if (isLow(text.charCodeAt(from))) from++;
  let to = Math.min(text.length, end + length);
  if (to > end && isHigh(text.charCodeAt(to - 1))) to--;
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) };
}
