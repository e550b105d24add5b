/** Finds a date of publication that is printed above a report on a line of its own: "Updated 10:15 GMT, September 13, 2022". */
import type { TimeLexicon } from '../../lexicon/times.ts';
import { wordsOf } from '../../lexicon/words.ts';
import { isoDay } from '../../model/calendar.ts';
import type { Span } from '../../model/span.ts';
import { findEvidence } from './dated-words.ts';

/** Longest line that can be no more than a date. */
const LONGEST = 80;

/** The date on the first such line before offset `end`. A headline with a date in it has other words and is none. */
export function printedDate(text: string, end: number, times: TimeLexicon): { value: string; span: Span } | undefined {
  for (let start = 0; start < end;) {
    const stop = text.indexOf('\n', start);
    const line = { start, end: stop < 0 || stop > end ? end : stop };
    const found = line.end - line.start > LONGEST ? undefined : dateOfLine(text, line, times);
    if (found !== undefined) return found;
    start = line.end + 1;
  }
  return undefined;
}

function dateOfLine(text: string, line: Span, times: TimeLexicon): { value: string; span: Span } | undefined {
  const [date, ...more] = findEvidence(text, line, times).dates;
  if (date === undefined || more.length > 0 || date.first !== date.last) return undefined;
  const others = wordsOf(text.slice(line.start, date.start) + text.slice(date.end, line.end));
  if (!others.every(({ norm }) => /^\d/.test(norm) || isStamp(norm, times))) return undefined;
  return { value: isoDay(date.first), span: { start: date.start, end: date.end } };
}

function isStamp(norm: string, times: TimeLexicon): boolean {
  const word = times.words.get(norm);
  return word?.stamp !== undefined || word?.weekday !== undefined;
}
