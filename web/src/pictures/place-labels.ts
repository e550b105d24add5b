/** Puts words beside marks so that no two lie on each other: those that find no room stay in the mark's own title. */

export interface Wanted {
  readonly id: string;
  readonly text: string;
  /** The mark that it names. */
  readonly x: number;
  readonly y: number;
  /** How far from the mark's middle the words keep away. */
  readonly gap: number;
  /** The same upwards, of a mark that reaches further there. */
  readonly above?: number;
}

export interface Placed {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Mean width of a letter at the size of the pictures' words, in units of the view box. */
const LETTER = 6.1;
const LINE = 14;

export const widthOf = (text: string): number => text.length * LETTER;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height;

/**
 * Words in the order given, each right of, left of, above or below its mark: the first place that is free and within
 * the frame. `taken` is what must not be covered, `lines` what is crossed where there is no other place. Words without
 * a free place are left out.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  frame: Box,
  taken: readonly Box[] = [],
  lines: readonly Box[] = [],
): Placed[] {
  const boxes = [...taken];
  const placed: Placed[] = [];
  for (const { id, text, x, y, gap, above = gap } of wanted) {
    const width = widthOf(text);
    const tries = [
      { at: { x: x + gap, y: y + 4 }, anchor: 'start' as const },
      { at: { x: x - gap, y: y + 4 }, anchor: 'end' as const },
      { at: { x, y: y - above }, anchor: 'middle' as const },
      { at: { x, y: y + gap + LINE - 4 }, anchor: 'middle' as const },
    ];
    const free = tries
      .map(({ at, anchor }) => {
        const left = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2;
        return { at, anchor, box: { x: left, y: at.y - LINE + 3, width, height: LINE } };
      })
      .filter(({ box }) => isWithin(box, frame) && !boxes.some((one) => overlap(one, box)));
    const best = free.find(({ box }) => !lines.some((one) => overlap(one, box))) ?? free[0];
    if (best === undefined) continue;
    boxes.push(best.box);
    placed.push({ id, text, ...best.at, anchor: best.anchor });
  }
  return placed;
}

/** Rows for labels that start at `x` on one line: each the first row on which it touches no other. */
export function rowsOf(labels: readonly { readonly x: number; readonly text: string }[], space = 10): number[] {
  const ends: number[] = [];
  return labels.map(({ x, text }) => {
    const free = ends.findIndex((end) => end + space <= x);
    const row = free === -1 ? ends.length : free;
    ends[row] = x + widthOf(text);
    return row;
  });
}
