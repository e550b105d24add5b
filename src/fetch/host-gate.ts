/** Politeness towards one host: one request at a time, a pause between two, and none before the moment it asked for. */
import type { Clock } from './clock.ts';

interface HostState {
  /** The request that was let in last, or has been waiting longest behind it. */
  tail: Promise<void>;
  /** No request before this moment. */
  notBefore: number;
  pause: number;
  waiting: number;
}

export interface HostGate {
  /** Runs `work` when it is this host's turn. */
  run<T>(host: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** No request to `host` before `until`. */
  hold(host: string, until: number): void;
  /** Moment until which a host is held; 0 for one that is not. */
  heldUntil(host: string): number;
  /** The pause that the host asks for; ours when it is longer. */
  setPause(host: string, ms: number): void;
}

/** Hosts that are remembered; the idle ones of a long run are forgotten. */
const MOST_HOSTS = 2000;
/** However long a pause a site asks for, this is the longest that is kept. */
const LONGEST_PAUSE = 60_000;

/** A gate with `pause` milliseconds between the end of one request and the beginning of the next. */
export function hostGate(clock: Clock, pause: number): HostGate {
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    if (hosts.size >= MOST_HOSTS) forgetIdle(hosts, clock.now());
    const fresh = { tail: Promise.resolve(), notBefore: 0, pause, waiting: 0 };
    hosts.set(host, fresh);
    return fresh;
  };
  return {
    run: async (host, work, signal) => {
      const state = stateOf(host);
      const before = state.tail;
      const { promise, resolve } = Promise.withResolvers<void>();
      state.tail = promise;
      state.waiting++;
      try {
        await before;
        const wait = state.notBefore - clock.now();
        if (wait > 0) await clock.sleep(wait, signal);
        return await work();
      } finally {
        state.waiting--;
        state.notBefore = Math.max(state.notBefore, clock.now() + state.pause);
        resolve();
      }
    },
    hold: (host, until) => {
      const state = stateOf(host);
      state.notBefore = Math.max(state.notBefore, until);
    },
    heldUntil: (host) => hosts.get(host)?.notBefore ?? 0,
    setPause: (host, ms) => void (stateOf(host).pause = Math.min(Math.max(pause, ms), LONGEST_PAUSE)),
  };
}

function forgetIdle(hosts: Map<string, HostState>, now: number): void {
  for (const [host, { waiting, notBefore }] of hosts) if (waiting === 0 && notBefore <= now) hosts.delete(host);
}
