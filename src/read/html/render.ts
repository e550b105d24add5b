/** Writes chosen blocks of a page as text, and notes for each piece where on the page it came from. */
import { decodeHTML } from 'entities';
import type { OffsetRun } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { PageBlock } from './page.ts';

const ENTITY = /&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});?/iy;
const AMPERSAND = 38;

/** Text under construction. Runs are extended while text and page go on in step. */
export interface Rendering {
  text: string;
  readonly offsets: OffsetRun[];
}

export const emptyRendering = (): Rendering => ({ text: '', offsets: [] });

/** Appends a block as one paragraph, after a blank line; gives its span, or undefined when nothing of it can be seen. */
export function renderBlock(html: string, block: PageBlock, to: Rendering): Span | undefined {
  const gap = to.text === '' ? '' : '\n\n';
  const writer = new Writer(to.text.length + gap.length);
  const { runs } = block;
  for (let i = 0; i < runs.length; i += 2) {
    const [from, end] = [runs[i] as number, runs[i + 1] as number];
    if (from === end) writer.lineBreak(from);
    else writeRun(html, from, end, writer);
  }
  if (writer.text === '') return undefined;
  const start = to.text.length + gap.length;
  to.text += gap + writer.text;
  for (const run of writer.offsets) to.offsets.push(run);
  return { start, end: to.text.length };
}

/** The words of a block, for comparing. */
export function textOf(html: string, block: PageBlock): string {
  const rendering = emptyRendering();
  renderBlock(html, block, rendering);
  return rendering.text;
}

function writeRun(html: string, from: number, end: number, writer: Writer): void {
  for (let i = from; i < end;) {
    const code = html.charCodeAt(i);
    if (isPlain(code)) {
      const begin = i;
      while (i < end && isPlain(html.charCodeAt(i))) i++;
      writer.word(html.slice(begin, i), begin, i);
    } else if (code === AMPERSAND) i = writeEntity(html, i, end, writer);
    else {
      writer.unit(code, html[i] as string, i, i + 1);
      i++;
    }
  }
}

/** Visible characters of ASCII that stand for themselves: nearly all of a page, so they are written a word at a time. */
const isPlain = (code: number): boolean => code > 32 && code < 0x7f && code !== AMPERSAND;

function writeEntity(html: string, at: number, end: number, writer: Writer): number {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(html)?.[0];
  const decoded = match === undefined || at + match.length > end ? undefined : decodeHTML(match);
  if (match === undefined || decoded === undefined || decoded === match) {
    writer.unit(AMPERSAND, '&', at, at + 1);
    return at + 1;
  }
  // Without a semicolon only the beginning may be an entity: "&copy2022".
  const kept = match.endsWith(';') ? 0 : commonTail(match, decoded);
  const after = at + match.length - kept;
  writer.unit(decoded.charCodeAt(0), decoded.slice(0, decoded.length - kept), at, after);
  return after;
}

function commonTail(match: string, decoded: string): number {
  let length = 0;
  while (length < decoded.length - 1 && match.at(-1 - length) === decoded.at(-1 - length)) length++;
  return length;
}

/** Zero-width marks that page makers put into words; they would hide the words from every look-up. */
const isInvisible = (code: number): boolean => code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff;
const isSpace = (code: number): boolean =>
  code === 0xa0 || code === 0x202f || code === 0x205f || (code >= 0x2000 && code <= 0x200a);

class Writer {
  text = '';
  readonly offsets: { start: number; end: number; from: number; to: number }[] = [];
  readonly #base: number;
  /** White space that is owed before the next word: where it stands, and how many line breaks are in it. */
  #owed: { from: number; to: number; breaks: number } | undefined;

  constructor(base: number) {
    this.#base = base;
  }

  lineBreak(at: number): void {
    this.#owed ??= { from: at, to: at, breaks: 0 };
    this.#owed.breaks++;
  }

  /** One character of the page, or what one entity stands for. */
  unit(code: number, piece: string, from: number, to: number): void {
    if (code <= 32 || isSpace(code)) {
      this.#owed ??= { from, to, breaks: 0 };
      return;
    }
    if (code === 0x7f || isInvisible(code)) return;
    this.word(piece, from, to);
  }

  /** Characters that can be seen. */
  word(piece: string, from: number, to: number): void {
    if (this.#owed !== undefined && this.text !== '') this.#paySpace(this.#owed.from, this.#owed.to, this.#owed.breaks);
    this.#owed = undefined;
    this.#append(piece, from, to);
  }

  /** Two line breaks are how some pages part paragraphs. What stands for breaks has no place on the page. */
  #paySpace(from: number, to: number, breaks: number): void {
    if (breaks === 0) this.#append(' ', from, to);
    else this.text += breaks === 1 ? '\n' : '\n\n';
  }

  #append(piece: string, from: number, to: number): void {
    const start = this.#base + this.text.length;
    const last = this.offsets.at(-1);
    this.text += piece;
    if (
      last !== undefined &&
      last.to === from &&
      piece.length === to - from &&
      last.end - last.start === last.to - last.from
    ) {
      last.end = start + piece.length;
      last.to = to;
    } else this.offsets.push({ start, end: start + piece.length, from, to });
  }
}
