/** Puts the pieces of text on the pages of a PDF together to lines and paragraphs, without what every page repeats. */

/** One run of letters where the file places it. */
export interface Piece {
  readonly str: string;
  readonly y: number;
  readonly fontSize: number;
  readonly hasEOL: boolean;
}

interface Line {
  text: string;
  readonly y: number;
  readonly size: number;
}

/** The text of all pages, paragraphs parted by blank lines. */
export function textOfPages(pages: readonly (readonly Piece[])[]): string {
  const lined = withoutRepeats(pages.map(linesOf));
  const paragraphs: string[] = [];
  for (const lines of lined) {
    const found = paragraphsOf(lines);
    const last = paragraphs.at(-1);
    const next = found[0];
    // A sentence that runs over to the next page.
    if (last !== undefined && next !== undefined && /[\p{L},;]$/u.test(last) && /^\p{Ll}/u.test(next)) {
      paragraphs[paragraphs.length - 1] = joinLines(last, next);
      found.shift();
    }
    for (const paragraph of found) paragraphs.push(paragraph);
  }
  return paragraphs.join('\n\n');
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const { str, y, fontSize, hasEOL } of pieces) {
    const isNew = line === undefined || Math.abs(line.y - y) > Math.max(line.size, fontSize) * 0.5;
    if (isNew && str.trim() !== '') {
      line = { text: str, y, size: fontSize };
      lines.push(line);
    } else if (line !== undefined && !isNew) line.text += str;
    if (hasEOL) line = undefined;
  }
  for (const each of lines) each.text = each.text.replaceAll(/\s+/g, ' ').trim();
  return lines.filter(({ text }) => text !== '');
}

/** Running titles and page numbers: the first and last lines of pages, alike on most of them but for digits. */
function withoutRepeats(pages: readonly Line[][]): Line[][] {
  const counts = new Map<string, number>();
  const edges = (lines: readonly Line[]): Line[] => [...lines.slice(0, 2), ...lines.slice(-2)];
  for (const lines of pages)
    for (const key of new Set(edges(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((lines) => {
    const drop = new Set(edges(lines).filter((line) => isRepeat(keyOf(line), counts, pages.length)));
    return lines.filter((line) => !drop.has(line));
  });
}

const keyOf = ({ text }: Line): string => text.replaceAll(/\d+/g, '#');
const isRepeat = (key: string, counts: ReadonlyMap<string, number>, pages: number): boolean =>
  /^(?:page\s*)?[-–—\s]*#(?:\s*(?:of|\/)\s*#)?[-–—\s]*$/i.test(key) ||
  (pages >= 3 && (counts.get(key) ?? 0) > pages / 2);

function paragraphsOf(lines: readonly Line[]): string[] {
  const gap = usualGap(lines);
  const paragraphs: string[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const step = before === undefined ? 0 : before.y - line.y;
    const isNew = before === undefined || step > gap * 1.3 || step < 0 || Math.abs(before.size - line.size) > 1;
    if (isNew) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joinLines(paragraphs.at(-1) ?? '', line.text);
    before = line;
  }
  return paragraphs;
}

/** The distance between lines that is met most often, at least the height of a line. */
function usualGap(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const step = Math.round((lines[index - 1]?.y ?? line.y) - line.y);
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let [best, most] = [lines[0]?.size ?? 12, 0];
  for (const [step, count] of counts) if (count > most || (count === most && step < best)) [best, most] = [step, count];
  return best;
}

/** A word parted at the end of a line is one word again. */
const joinLines = (first: string, second: string): string =>
  /\p{Ll}-$/u.test(first) && /^\p{Ll}/u.test(second) ? first.slice(0, -1) + second : `${first} ${second}`;
