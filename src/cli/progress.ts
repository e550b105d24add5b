/** A progress bar on standard error, only where a person is looking and the work is long enough to wonder. */
import { Presets, SingleBar } from 'cli-progress';

const WORTH_A_BAR = 30;

export interface Progress {
  update(done: number): void;
  stop(): void;
}

export function progressBar(what: string, total: number): Progress {
  if (!process.stderr.isTTY || total < WORTH_A_BAR) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      format: `${what} {bar} {value}/{total}  {eta_formatted} left`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.rect,
  );
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
