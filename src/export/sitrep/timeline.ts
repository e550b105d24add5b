/** The period on one axis: what one side alleges above it, the other below, and from when truces hold. */
import type { Entry, Truce } from '../../model/ledger.ts';
import { codesOf } from '../words.ts';
import { COLOURS, markOf, round, widthOf, type Drawing, type PathShape, type TextShape } from './drawing.ts';
import type { Teller } from './said.ts';
import type { SitrepScope } from './scope.ts';

const WIDTH = 760;
const LEFT = 10;
const AXIS = 120;
const HALF = 84;
const HOUR = 3_600_000;
const STEPS = [1, 3, 6, 12, 24, 48, 168, 336, 730, 2190, 8760].map((hours) => hours * HOUR);
const TICK = 74;
/** Marks of one stretch; what is more is a number. */
const MOST = 4;

interface Mark {
  readonly at: number;
  readonly side: 'a' | 'b' | 'third';
  readonly isDenied: boolean;
}

/** Undefined when nothing within the period has a time of its own. */
export function timelineOf(scope: SitrepScope, tell: Teller): Drawing | undefined {
  const parties = partiesOf(scope);
  const [from, to] = [Date.parse(scope.from), Date.parse(scope.to)];
  const marks = scope.entries.flatMap((entry) => markFor(entry, parties)).filter(({ at }) => at >= from && at < to);
  const starts = scope.truces.filter(
    ({ effectiveFrom }) =>
      effectiveFrom !== undefined && Date.parse(effectiveFrom) >= from && Date.parse(effectiveFrom) < to,
  );
  if (marks.length === 0 && starts.length === 0) return undefined;
  const x = (at: number): number => round(LEFT + ((at - from) / (to - from)) * (WIDTH - 2 * LEFT));
  const { picture } = tell.speech;
  const [a, b] = parties.map((code) => (code === undefined ? tell.speech.nobody : tell.nameOf(code)));
  return {
    width: WIDTH,
    height: AXIS + HALF + 22,
    title: picture.timeline,
    shapes: [
      ...starts.flatMap((truce, row) => truceShapes(truce, x, row, tell)),
      { type: 'text', x: LEFT, y: 12, text: `${a} ${picture.says}`, colour: COLOURS.dim },
      { type: 'text', x: LEFT, y: AXIS + HALF + 14, text: `${b} ${picture.says}`, colour: COLOURS.dim },
      { type: 'path', d: `M${LEFT} ${AXIS}H${WIDTH - LEFT}`, stroke: COLOURS.line },
      ...ticks(from, to, x, tell),
      ...stacks(marks, x),
    ],
  };
}

/** The two sides that are drawn above and below. */
const partiesOf = ({ truce, truces }: SitrepScope): readonly [string | undefined, string | undefined] => {
  const [a, b] = (truce ?? truces.at(-1))?.parties.map((code) => code.slice(0, 3)).toSorted() ?? [];
  return [a, b];
};

/** Acts whose time is known to a day or better. */
function markFor(entry: Entry, [a, b]: readonly (string | undefined)[]): Mark[] {
  if (entry.kind !== 'incident' || entry.earliest === undefined || entry.latest === undefined) return [];
  if (Date.parse(entry.latest) - Date.parse(entry.earliest) > 36 * HOUR) return [];
  const accuser = (codesOf(entry, 'accuser')[0] ?? entry.corroboration.origins[0]?.side ?? '').slice(0, 3);
  const side = accuser !== '' && accuser === a ? 'a' : accuser !== '' && accuser === b ? 'b' : 'third';
  return [{ at: Date.parse(entry.earliest), side, isDenied: entry.corroboration.deniedBy.length > 0 }];
}

function truceShapes(truce: Truce, x: (at: number) => number, row: number, tell: Teller): (PathShape | TextShape)[] {
  const at = x(Date.parse(truce.effectiveFrom!));
  const text = tell.moment(truce.effectiveFrom!);
  const isRight = at + 8 + widthOf(text) > WIDTH;
  const y = 28 + (row % 3) * 13;
  return [
    { type: 'path', d: `M${at} ${y - 8}H${WIDTH - LEFT}V${AXIS + HALF}H${at}z`, fill: COLOURS.ok, opacity: 0.08 },
    { type: 'path', d: `M${at} ${y - 8}V${AXIS + HALF}`, stroke: COLOURS.ok, width: 1.6 },
    { type: 'text', x: isRight ? at - 5 : at + 5, y, text, bold: true, anchor: isRight ? 'end' : 'start' },
  ];
}

function ticks(from: number, to: number, x: (at: number) => number, tell: Teller): (PathShape | TextShape)[] {
  const step = STEPS.find((length) => x(from + length) - x(from) >= TICK) ?? STEPS.at(-1)!;
  const shapes: (PathShape | TextShape)[] = [];
  for (let at = Math.ceil(from / step) * step; at < to; at += step) {
    const time = new Date(at).toISOString();
    const hour = time.slice(11, 16);
    shapes.push({ type: 'path', d: `M${x(at)} ${AXIS - 4}v8`, stroke: COLOURS.line });
    if (x(at) > WIDTH - TICK) continue;
    const date = tell.shortDay(time.slice(0, 10));
    shapes.push({
      type: 'text',
      x: x(at) + 3,
      y: AXIS + 14,
      text: hour === '00:00' ? date : hour,
      colour: COLOURS.dim,
    });
  }
  return shapes;
}

function stacks(marks: readonly Mark[], x: (at: number) => number): (PathShape | TextShape)[] {
  const taken = new Map<string, number>();
  const shapes: (PathShape | TextShape)[] = [];
  for (const mark of marks.toSorted((one, other) => one.at - other.at)) {
    const slot = Math.round(x(mark.at) / 14) * 14;
    const place = `${mark.side === 'b' ? 'b' : 'a'} ${slot}`;
    const row = taken.get(place) ?? 0;
    taken.set(place, row + 1);
    if (row < MOST)
      shapes.push(
        markOf(mark.side, slot, mark.side === 'b' ? AXIS + 20 + row * 14 : AXIS - 10 - row * 14, mark.isDenied),
      );
  }
  for (const [place, count] of taken) {
    const [side, slot] = place.split(' ');
    if (count > MOST)
      shapes.push({
        type: 'text',
        x: Number(slot),
        y: side === 'b' ? AXIS + 30 + MOST * 14 : AXIS - 12 - MOST * 14,
        text: `+${count - MOST}`,
        anchor: 'middle',
        bold: true,
      });
  }
  return shapes;
}
