/** Time that jumps: when nothing is under way and all sleep, the clock shows the hour of the first sleeper. */
import type { Clock } from '../../src/fetch/clock.ts';
import type { Transport } from '../../src/fetch/transport.ts';

export interface SimClock extends Clock {
  /** The same transport; time stands still while it is at work. */
  counted(transport: Transport): Transport;
}

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

export function simClock(start: string): SimClock {
  let now = Date.parse(start);
  let underWay = 0;
  let order = 0;
  let isTicking = false;
  let sleepers: Sleeper[] = [];

  /** Two turns of the event loop let everything run that can run without a sleeper. */
  const tick = (): void => {
    if (isTicking) return;
    isTicking = true;
    setImmediate(() =>
      setImmediate(() => {
        isTicking = false;
        if (underWay > 0 || sleepers.length === 0) return;
        const first = sleepers.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.order < a.order) ? b : a));
        sleepers = sleepers.filter((one) => one !== first);
        now = Math.max(now, first.at);
        first.wake();
        tick();
      }),
    );
  };

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const sleeper = { at: now + Math.max(ms, 0), order: order++, wake: () => end() };
        const end = (): void => {
          signal?.removeEventListener('abort', end);
          sleepers = sleepers.filter((one) => one !== sleeper);
          resolve();
        };
        signal?.addEventListener('abort', end, { once: true });
        sleepers.push(sleeper);
        tick();
      }),
    counted: (transport) => async (ask) => {
      underWay++;
      try {
        return await transport(ask);
      } finally {
        underWay--;
        tick();
      }
    },
  };
}
