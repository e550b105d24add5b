/** Marks of the timeline gathered into stacks a mark's width apart, and the words beside them. */
import { placeLabels, type Box, type Placed } from './place-labels.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimelineMark } from './timeline.tsx';

/** Room of one mark along the axis, and from one to the next away from it. */
const BIN = 16;
export const MARK_STEP = 17;
/** More marks of one stretch are a number. */
export const MOST_IN_A_BIN = 4;

export interface Stack {
  readonly row: 'above' | 'below' | 'axis';
  readonly x: number;
  readonly marks: readonly TimelineMark[];
}

const rowOf = ({ kind, sign }: TimelineMark): Stack['row'] =>
  sign === 'meeting' || sign === 'statement' ? 'axis' : kind === 'b' ? 'below' : 'above';

/** Stacks from left to right; within one, the earliest mark is nearest to the axis. */
export function bins(marks: readonly TimelineMark[], scale: TimeScale): Stack[] {
  const stacks = new Map<string, { row: Stack['row']; x: number; marks: TimelineMark[] }>();
  const inOrder = marks
    .filter(({ at }) => at >= scale.from && at < scale.to)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const mark of inOrder) {
    const row = rowOf(mark);
    const slot = Math.round(scale.x(mark.at) / BIN);
    const stack = stacks.get(`${row} ${slot}`);
    if (stack === undefined) stacks.set(`${row} ${slot}`, { row, x: slot * BIN, marks: [mark] });
    else stack.marks.push(mark);
  }
  return [...stacks.values()].toSorted((a, b) => a.x - b.x);
}

/** Words beside the outermost mark of a stack. */
export function labelsOf(stacks: readonly Stack[], axis: number, frame: Box): Placed[] {
  const marksAway = stacks.filter(({ row }) => row !== 'axis');
  const taken = marksAway.map(({ row, x, marks }): Box => {
    const count = Math.min(marks.length, MOST_IN_A_BIN + (marks.length > MOST_IN_A_BIN ? 1 : 0));
    const height = 14 + (count - 1) * MARK_STEP;
    return { x: x - 8, y: row === 'above' ? axis - 12 - height : axis + 12, width: 16, height };
  });
  const wanted = marksAway.flatMap(({ row, x, marks }) => {
    const label = [
      ...new Set(marks.map((mark) => mark.label).filter((text) => text !== undefined && text !== '')),
    ].join(', ');
    const short = label.length > 34 ? `${label.slice(0, 32).trimEnd()}…` : label;
    const middle = axis + (row === 'above' ? -19 : 19);
    return short === '' ? [] : [{ id: `${row}${x}`, text: short, x, y: middle, gap: 11 }];
  });
  return placeLabels(wanted, frame, taken);
}
