/** Gathers what arrives one by one, because many reports are coded in less time together than each alone. */
import { setTimeout } from 'node:timers/promises';
import { BATCH } from '../pipeline.ts';

/** Milliseconds that the first of a chunk waits for others: who feeds a pipe by hand sees each answer at once. */
const PATIENCE = 50;

const LATE = Symbol('late');

/** The items in their order, in chunks. What came before `items` threw is given out first. */
export async function* chunksOf<T>(items: AsyncIterable<T>): AsyncIterable<readonly T[]> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const first = await next;
      if (first.done) return;
      const chunk = [first.value];
      const patience = new AbortController();
      const late = setTimeout(PATIENCE, LATE, { signal: patience.signal }).catch(() => LATE);
      while (chunk.length < BATCH) {
        next = iterator.next();
        next.catch(() => {}); // heard of when the chunk is out
        const item = await Promise.race([next, late]).catch(() => LATE);
        if (typeof item === 'symbol' || item.done) break;
        chunk.push(item.value);
      }
      patience.abort();
      if (chunk.length === BATCH) next = iterator.next();
      next.catch(() => {});
      yield chunk;
    }
  } finally {
    // Not waited for: it may stand behind a read that never ends
    iterator.return?.().catch(() => {});
  }
}
