/** Which stretch of time the timeline shows, and where an instant stands in it. */
import type { AgendaItem, Entry, Ledger } from '../../../src/model/ledger.ts';

export const WIDTH = 1140;
export const MARGIN = 18;
/** Left of the first day: room for the words on the axis. */
const LEFT = 150;
const DAY = 86_400_000;
/** Days that still read well; of a longer stretch the last ones are shown. */
const MOST_DAYS = 21;
/** Weight of a day: days on which nothing happened are narrow. */
const EMPTY_DAY = 0.35;

export interface Layout {
  readonly from: number;
  readonly to: number;
  readonly days: readonly { readonly at: number; readonly x: number }[];
  x(instant: number): number;
}

/** "In the autumn" has no place on a picture of days. */
const isNarrow = ({ earliest, latest }: AgendaItem): boolean =>
  earliest !== undefined && latest !== undefined && Date.parse(latest) - Date.parse(earliest) <= 3 * DAY;

/** Undefined when nothing has a time. Quiet days take less room than busy ones, so that busy ones can be read. */
export function layout(ledger: Ledger, incidents: readonly Entry[]): Layout | undefined {
  const times = [
    ...incidents.map(({ earliest }) => earliest),
    ...ledger.truces.map(({ effectiveFrom }) => effectiveFrom),
    ...ledger.agenda.filter(isNarrow).map(({ earliest }) => earliest),
  ]
    .filter((time) => time !== undefined)
    .map((time) => Date.parse(time))
    .filter((time) => !Number.isNaN(time))
    .toSorted((a, b) => a - b);
  const last = times.at(-1);
  if (last === undefined) return undefined;
  const to = Math.floor(last / DAY) * DAY + DAY;
  const recent = times.filter((time) => time > to - MOST_DAYS * DAY);
  const from = Math.floor(recent[0]! / DAY) * DAY;
  const busy = new Set(recent.map((time) => Math.floor(time / DAY)));
  const count = Math.round((to - from) / DAY);
  const weights = Array.from({ length: count }, (_, index) => (busy.has(from / DAY + index) ? 1 : EMPTY_DAY));
  const unit = (WIDTH - MARGIN - LEFT) / weights.reduce((sum, weight) => sum + weight, 0);
  const starts = [LEFT];
  for (const weight of weights) starts.push(starts.at(-1)! + weight * unit);
  const x = (instant: number): number => {
    const at = Math.min(Math.max((instant - from) / DAY, 0), count);
    const index = Math.min(Math.floor(at), count - 1);
    return starts[index]! + (at - index) * (starts[index + 1]! - starts[index]!);
  };
  const days = weights
    .map((weight, index) => ({ at: from + index * DAY, x: starts[index]!, weight }))
    .filter(({ weight }) => weight * unit > 44 || weight === 1);
  return { from, to, days, x };
}
