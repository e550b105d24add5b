/** When to look again: pure functions of what happened, so that a day of polls can be told beforehand. */
import { sha256 } from '../pipeline.ts';

const MINUTE = 60_000;
/** However often a source fails, it is tried once in this time. */
const LONGEST_BACK_OFF = 24 * 60 * MINUTE;
const SHORTEST_INTERVAL = MINUTE;
/** An interval is stretched or shrunk by up to this part, so that sources do not all come due at once. */
const JITTER = 0.1;

/** A number from 0 to 1 that is always the same for a seed: chance that can be repeated. */
export const fractionOf = (seed: string): number => Number.parseInt(sha256(seed).slice(0, 8), 16) / 0x1_0000_0000;

export interface PollSchedule {
  readonly feed: string;
  readonly now: number;
  /** Minutes between two polls of a source that is well. */
  readonly every: number;
  /** Failures in a row, this one included. */
  readonly failures: number;
  /** What the server asked for. */
  readonly retryAt?: number | undefined;
}

/** The moment of the next poll: the interval, doubled with each failure in a row, and never before the server wants it. */
export function nextPoll({ feed, now, every, failures, retryAt = 0 }: PollSchedule): number {
  const interval = Math.max(every * MINUTE, SHORTEST_INTERVAL);
  const backOff = Math.min(interval * 2 ** Math.min(failures, 20), Math.max(LONGEST_BACK_OFF, interval));
  const jitter = 1 + JITTER * (2 * fractionOf(`${feed} ${Math.floor(now / interval)}`) - 1);
  return Math.max(now + Math.round(backOff * jitter), retryAt);
}

/** Tries of an article's page before the feed's own words are taken instead. */
export const MOST_TRIES = 4;

/** How long an item waits for a host that asks for patience, before the feed's own words are taken instead. */
export const MOST_PATIENCE = 3 * 24 * 60 * MINUTE;

/** The moment of the next try of a page that could not be had: 5, 20, 80 minutes later. */
export function nextTry(key: string, now: number, tries: number, retryAt = 0): number {
  const wait = 5 * MINUTE * 4 ** Math.min(tries, 5) * (1 + JITTER * fractionOf(key));
  return Math.max(now + Math.round(wait), retryAt);
}

/** The moment of the next look at a stored article; undefined when it has been looked at often enough. */
export function nextCheck(now: number, checks: number, rechecks: readonly number[]): number | undefined {
  const next = rechecks[checks];
  return next === undefined ? undefined : now + Math.max(next - (rechecks[checks - 1] ?? 0), MINUTE);
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE };

/** Milliseconds of "90s", "15m", "6h", "2d"; undefined for what is no such time. */
export function durationOf(text: string): number | undefined {
  const [, count, unit] = /^(\d+(?:\.\d+)?)\s*([smhd])$/.exec(text.trim()) ?? [];
  return count === undefined || unit === undefined ? undefined : Number(count) * (UNITS[unit] ?? 0);
}
