/** Cuts a text into its paragraphs as typed: by blank lines, by indents, or line by line where lines are not wrapped. */
import type { Span } from '../../model/span.ts';

interface Line extends Span {
  /** White space before its first character. */
  readonly indent: number;
}

/** Widest line of copy that was broken to a fixed measure. */
const WRAP_WIDTH = 110;

/** Paragraphs, titles and single lines in order, without the white space around them. */
export function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  let group: Line[] = [];
  const flush = (): void => {
    if (group.length === 1) blocks.push({ start: group[0]!.start, end: group[0]!.end });
    else if (group.length > 1) for (const part of paragraphsOf(text, group)) blocks.push(part);
    group = [];
  };
  for (const line of linesOf(text)) {
    if (line.end === line.start) flush();
    else group.push(line);
  }
  flush();
  return blocks;
}

function* linesOf(text: string): Generator<Line> {
  const mark = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf(mark, from);
    const to = found < 0 ? text.length : found;
    let [start, end] = [from, to];
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    yield { start, end, indent: start - from };
    from = to + 1;
  }
}

const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x2028 || code === 0x2029;

/** Lines that follow each other without a blank one: wrapped copy, or one paragraph each. */
function paragraphsOf(text: string, lines: readonly Line[]): Span[] {
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, line.end - line.start + line.indent);
  if (longest > WRAP_WIDTH || longest < 40) return lines.map(({ start, end }) => ({ start, end }));
  const parts = byIndent(lines);
  if (parts.length > 1 && parts.length < lines.length) return parts.map(cover);
  return isWrapped(text, lines, longest) ? [cover(lines)] : lines.map(({ start, end }) => ({ start, end }));
}

const cover = (lines: readonly Line[]): Span => ({ start: lines[0]!.start, end: lines.at(-1)!.end });

/** First lines of paragraphs are indented in old wire copy; a text that is indented throughout is not. */
function byIndent(lines: readonly Line[]): Line[][] {
  const base = lines.reduce((least, line) => Math.min(least, line.indent), Infinity);
  const parts: Line[][] = [];
  for (const line of lines) {
    const isFirst = line.indent >= base + 2;
    const current = parts.at(-1);
    if (current === undefined || isFirst) parts.push([line]);
    else current.push(line);
  }
  return parts;
}

/** Full lines that break off in the middle of a sentence were wrapped; lists and single sentences were not. */
function isWrapped(text: string, lines: readonly Line[], longest: number): boolean {
  let full = 0;
  let closed = 0;
  for (const line of lines.slice(0, -1)) {
    if (line.end - line.start > longest * 0.6) full++;
    if (/[.!?:;]["'”’)]*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end))) closed++;
  }
  return full >= (lines.length - 1) * 0.8 && closed <= (lines.length - 1) * 0.5;
}
