/** Codes reports on several threads. Output keeps the order of the input, whatever thread is done first. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Report } from '../model/article.ts';

/** Reports that one thread gets at a time: enough to make the message cheap. */
const CHUNK = 16;
/** Chunks that may wait for their turn to be printed, so that memory stays flat behind a slow one. */
const AHEAD = 4;

/** Calls `write` with one JSON line a report, in the order of `reports`. Throws what a thread threw. */
export async function codeInThreads(
  reports: readonly Report[],
  threads: number,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(reports.length / CHUNK) }, (_, index) =>
    reports.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  const done: Promise<readonly string[]>[] = [];
  const idle = Array.from(
    { length: Math.min(threads, chunks.length) },
    () => new Worker(new URL('./code-worker.ts', import.meta.url)),
  );
  const waiting: ((worker: Worker) => void)[] = [];
  const free = (worker: Worker): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };
  const acquire = async (): Promise<Worker> =>
    idle.pop() ?? (await new Promise<Worker>((resolve) => void waiting.push(resolve)));
  const workers = [...idle];
  try {
    for (const [index, chunk] of chunks.entries()) {
      const worker = await acquire();
      done[index] = codeChunk(worker, chunk).finally(() => free(worker));
      if (index >= threads * AHEAD) await printed(done, index - threads * AHEAD, write);
    }
    for (let index = Math.max(0, chunks.length - threads * AHEAD); index < chunks.length; index++)
      await printed(done, index, write);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function printed(
  done: Promise<readonly string[]>[],
  index: number,
  write: (line: string) => Promise<void>,
): Promise<void> {
  for (const line of await done[index]!) await write(line);
  done[index] = Promise.resolve([]);
}

async function codeChunk(worker: Worker, chunk: readonly Report[]): Promise<readonly string[]> {
  worker.postMessage(chunk);
  const [lines] = (await once(worker, 'message')) as [readonly string[]];
  return lines;
}
