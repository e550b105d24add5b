/** Codes reports on several threads. Output keeps the order of the input, whatever thread is done first. */
import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Report } from '../model/article.ts';
import { chunksOf } from './chunks.ts';

/** Chunks for each thread that may be under way or wait for their turn to be printed, so that memory stays flat. */
const AHEAD = 3;
/** TypeScript in a clone, in the package what was compiled of it. */
const WORKER = new URL(`./code-worker${extname(import.meta.url)}`, import.meta.url);

/** Calls `write` with one JSON line a report, in the order of `reports`; `gazetteer` is an imported one. Throws what a thread threw. */
export async function codeInThreads(
  reports: AsyncIterable<Report>,
  threads: number,
  write: (line: string) => Promise<void>,
  gazetteer?: string,
): Promise<void> {
  const workers = Array.from({ length: threads }, () => new Worker(WORKER, { workerData: gazetteer }));
  /** The last chunk of each thread: a thread takes its chunks one after the other. */
  const last: Promise<unknown>[] = workers.map(() => Promise.resolve());
  const waiting: Promise<readonly string[]>[] = [];
  let turn = 0;
  try {
    for await (const chunk of chunksOf(reports)) {
      const index = turn++ % threads;
      const lines = last[index]!.then(() => codeChunk(workers[index]!, chunk));
      last[index] = lines;
      waiting.push(lines);
      if (waiting.length >= threads * AHEAD) await print(await waiting.shift()!, write);
    }
    for (const lines of waiting) await print(await lines, write);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function print(lines: readonly string[], write: (line: string) => Promise<void>): Promise<void> {
  for (const line of lines) await write(line);
}

async function codeChunk(worker: Worker, chunk: readonly Report[]): Promise<readonly string[]> {
  worker.postMessage(chunk);
  const [lines] = (await once(worker, 'message')) as [readonly string[]];
  return lines;
}
