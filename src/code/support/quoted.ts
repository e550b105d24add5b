/** How much of a stretch of text stands in quotation marks. */
import type { Span } from '../../model/span.ts';

/** What a unit does to a quotation: `"` opens or closes, “ « „ open, ” » close. */
function markOf(unit: number): 'none' | 'either' | 'open' | 'close' {
  if (unit === 34) return 'either';
  if (unit < 0xab) return 'none';
  if (unit === 0x201c || unit === 0xab || unit === 0x201e) return 'open';
  return unit === 0x201d || unit === 0xbb ? 'close' : 'none';
}

const LETTER = /^\p{L}/u;

function isLetterAt(text: string, at: number, unit: number): boolean {
  const small = unit | 32;
  if (unit < 128) return small >= 97 && small <= 122;
  // the second half of a pair has been counted with the first
  return (unit < 0xdc00 || unit > 0xdfff) && LETTER.test(String.fromCodePoint(text.codePointAt(at)!));
}

/** Share of the letters of `spans` inside double quotation marks, 0 to 1. A mark that is open at the start counts from there. */
export function quotedShare(text: string, spans: readonly Span[]): number {
  let [inside, letters] = [0, 0];
  for (const { start, end } of spans) {
    // An odd mark out: the quotation began before the span
    let isOpen = isOpenBefore(text, start);
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      const mark = markOf(unit);
      if (mark !== 'none') isOpen = mark === 'open' || (mark === 'either' && !isOpen);
      else if (isLetterAt(text, at, unit)) {
        letters++;
        if (isOpen) inside++;
      }
    }
  }
  return letters === 0 ? 0 : inside / letters;
}

/** Whether a quotation of the same paragraph is still open at `at`. */
function isOpenBefore(text: string, at: number): boolean {
  const from = Math.max(0, at - REACH);
  // Looked for within reach only: a text may be one long paragraph
  const paragraph = from + text.slice(from, at).lastIndexOf('\n') + 1;
  let isOpen = false;
  for (let index = paragraph; index < at; index++) {
    const mark = markOf(text.charCodeAt(index));
    if (mark !== 'none') isOpen = mark === 'open' || (mark === 'either' && !isOpen);
  }
  return isOpen;
}

/** Longest look back, in code units. */
const REACH = 2000;
