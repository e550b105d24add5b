/** Codes reports on several threads. Output keeps the order of the input, whatever thread is done first. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Report } from '../model/article.ts';
import { chunksOf } from './chunks.ts';

/** Chunks that a thread has before it, so that it never waits for the next; those of all threads bound what memory holds. */
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
  const coders = Array.from({ length: threads }, () => new Coder(gazetteer));
  const waiting: Promise<readonly string[]>[] = [];
  try {
    for await (const chunk of chunksOf(reports)) {
      const idlest = coders.reduce((a, b) => (b.before < a.before ? b : a));
      waiting.push(idlest.code(chunk));
      if (waiting.length >= threads * AHEAD) await print(await waiting.shift()!, write);
    }
    for (const lines of waiting) await print(await lines, write);
  } finally {
    await Promise.all(coders.map((coder) => coder.end()));
  }
}

async function print(lines: readonly string[], write: (line: string) => Promise<void>): Promise<void> {
  for (const line of lines) await write(line);
}

/** A thread that answers its chunks one after the other. */
class Coder {
  readonly #worker: Worker;
  readonly #asked: PromiseWithResolvers<readonly string[]>[] = [];

  constructor(gazetteer: string | undefined) {
    this.#worker = new Worker(WORKER, { workerData: gazetteer });
    this.#worker.on('message', (lines: readonly string[]) => this.#asked.shift()?.resolve(lines));
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#asked.splice(0)) reject(error);
    });
  }

  /** Chunks that it has not answered yet. */
  get before(): number {
    return this.#asked.length;
  }

  code(chunk: readonly Report[]): Promise<readonly string[]> {
    const answer = Promise.withResolvers<readonly string[]>();
    answer.promise.catch(() => {}); // heard of when its turn to be printed comes
    this.#asked.push(answer);
    this.#worker.postMessage(chunk);
    return answer.promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
