/** How much of a stretch of text stands in quotation marks. */
import type { Span } from '../../model/span.ts';

const OPENING = new Set(['“', '«', '„']);
const CLOSING = new Set(['”', '»']);

/** Share of the letters of `spans` inside double quotation marks, 0 to 1. A mark that is open at the start counts from there. */
export function quotedShare(text: string, spans: readonly Span[]): number {
  let [inside, letters] = [0, 0];
  for (const { start, end } of spans) {
    const words = text.slice(start, end);
    // An odd mark out: the quotation began before the span
    let isOpen = isOpenBefore(text, start);
    for (const char of words) {
      if (char === '"') isOpen = !isOpen;
      else if (OPENING.has(char)) isOpen = true;
      else if (CLOSING.has(char)) isOpen = false;
      else if (/\p{L}/u.test(char)) {
        letters++;
        if (isOpen) inside++;
      }
    }
  }
  return letters === 0 ? 0 : inside / letters;
}

/** Whether a quotation of the same paragraph is still open at `at`. */
function isOpenBefore(text: string, at: number): boolean {
  const paragraph = text.lastIndexOf('\n', at - 1) + 1;
  let isOpen = false;
  for (let index = Math.max(paragraph, at - REACH); index < at; index++) {
    const char = text[index]!;
    if (char === '"') isOpen = !isOpen;
    else if (OPENING.has(char)) isOpen = true;
    else if (CLOSING.has(char)) isOpen = false;
  }
  return isOpen;
}

/** Longest look back, in code units. */
const REACH = 2000;
