/** Time as an argument: everything that waits or asks for the hour is given a clock, so that a day can pass in seconds. */
import { setTimeout as wait } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` is or becomes aborted; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock on the wall. */
export const wallClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    // Timers of Node hold 24 days at most.
    const options = signal === undefined ? {} : { signal };
    await wait(Math.min(Math.max(ms, 0), 2_000_000_000), undefined, options).catch(() => undefined);
  },
};

/** The instant of a clock as RFC 3339. */
export const instantAt = (ms: number): string => new Date(ms).toISOString();
