/** Which stretch of time a picture shows, where an instant stands in it, and where the axis has its words. */

const DAY = 86_400_000;
/** Up to so many days, days on which nothing happened are drawn narrow, so that busy ones can be read. */
const MOST_SINGLE_DAYS = 45;
/** Weight of a day on which nothing happened. */
const QUIET_DAY = 0.35;
/** Room that a date on the axis needs. */
const TICK = 58;
const STEPS = [1, 2, 7, 14, 30, 61, 91, 182, 365, 730];

export interface TimeScale {
  /** Instants, half-open, whole days in UTC. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly x: number }[];
  /** Days on which nothing happened are drawn narrower than the others. */
  readonly isUneven: boolean;
  x(instant: number): number;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
}

/** A scale over all `instants`, in milliseconds; undefined when there is none. */
export function timeScale(instants: readonly number[], frame: Frame): TimeScale | undefined {
  const known = instants.filter((at) => Number.isFinite(at));
  if (known.length === 0) return undefined;
  const [first, last] = known.reduce(
    ([low, high], at) => [Math.min(low, at), Math.max(high, at)],
    [Infinity, -Infinity],
  );
  const from = Math.floor(first / DAY) * DAY;
  const to = Math.floor(last / DAY) * DAY + DAY;
  const count = Math.round((to - from) / DAY);
  const busy = new Set(known.map((at) => Math.floor(at / DAY)));
  const isSingle = count <= MOST_SINGLE_DAYS;
  const weights = Array.from({ length: count }, (_, day) => (!isSingle || busy.has(from / DAY + day) ? 1 : QUIET_DAY));
  const unit = (frame.right - frame.left) / weights.reduce((sum, weight) => sum + weight, 0);
  const starts = [frame.left];
  for (const weight of weights) starts.push(starts.at(-1)! + weight * unit);
  const x = (instant: number): number => {
    const at = Math.min(Math.max((instant - from) / DAY, 0), count);
    const day = Math.min(Math.floor(at), count - 1);
    return starts[day]! + (at - day) * (starts[day + 1]! - starts[day]!);
  };
  return { from, to, x, isUneven: weights.includes(QUIET_DAY), ticks: ticksOf(from, count, starts, unit) };
}

/** Dates on the axis, never nearer to each other than their words are wide. */
function ticksOf(from: number, count: number, starts: readonly number[], unit: number): { at: number; x: number }[] {
  const step = STEPS.find((days) => days * unit >= TICK) ?? STEPS.at(-1)!;
  const isNarrow = step > 1;
  const ticks: { at: number; x: number }[] = [];
  for (let day = 0; day < count; day++) {
    if (isNarrow && day % step !== 0) continue;
    const x = starts[day]!;
    const before = ticks.at(-1);
    if (before !== undefined && x - before.x < TICK) continue;
    ticks.push({ at: from + day * DAY, x });
  }
  return ticks;
}
