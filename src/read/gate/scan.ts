/** Runs an automaton over bytes and counts points: each term once, however often it stands there. */
import { STRONG, type Automaton } from './automaton.ts';

export interface Scan {
  readonly points: number;
  /** Whether a term was met that weighs `STRONG`. */
  readonly isStrong: boolean;
  /** Ids of the terms, in the order in which they were met. */
  readonly terms: readonly string[];
}

/** Looks through `bytes` until a strong term or `enough` points are found. */
export function scan(automaton: Automaton, bytes: Uint8Array, enough: number): Scan {
  const { classes, next, firstEnd, width, ends, terms } = automaton;
  const met = new Set<number>();
  let points = 0;
  let isStrong = false;
  // A text begins after a gap and ends with one.
  let row = next[0]!;
  for (let at = 0; at <= bytes.length && !isStrong && points < enough; at++) {
    row = at === bytes.length ? next[row]! : next[row + classes[bytes[at]!]!]!;
    if (row < firstEnd) continue;
    for (const index of ends[(row - firstEnd) / width]!) {
      if (met.has(index)) continue;
      met.add(index);
      const { weight } = terms[index]!;
      points += weight;
      isStrong ||= weight >= STRONG;
    }
  }
  return { points, isStrong, terms: [...met].map((index) => terms[index]!.id) };
}
