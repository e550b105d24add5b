/** Gathering: nothing lost, nothing out of order, nobody kept waiting. */
import { expect, test } from 'vitest';
import { BATCH } from '../../src/pipeline.ts';
import { chunksOf } from '../../src/work/chunks.ts';

async function gathered<T>(chunks: AsyncIterable<readonly T[]>): Promise<(readonly T[])[]> {
  const found: (readonly T[])[] = [];
  for await (const chunk of chunks) found.push(chunk);
  return found;
}

async function* upTo(count: number): AsyncIterable<number> {
  for (let at = 0; at < count; at++) yield at;
}

test.each([0, 1, BATCH - 1, BATCH, BATCH + 1, 3 * BATCH + 5])(
  '%i items come in their order, each once',
  async (count) => {
    const chunks = await gathered(chunksOf(upTo(count)));
    expect(chunks.flat()).toEqual(Array.from({ length: count }, (_, at) => at));
    expect(chunks).toHaveLength(Math.ceil(count / BATCH));
  },
);

test('what is there is given out while the next is still to come', async () => {
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  async function* slow(): AsyncIterable<string> {
    yield 'first';
    await gate;
    yield 'second';
  }
  const seen: string[] = [];
  // The second item comes only after the first was given out: chunks that waited for it would wait for ever
  for await (const chunk of chunksOf(slow())) {
    seen.push(...chunk);
    release();
  }
  expect(seen).toEqual(['first', 'second']);
});

test('what came before a failure is given out first', async () => {
  async function* failing(): AsyncIterable<string> {
    yield 'kept';
    throw new Error('the disk is gone');
  }
  const chunks = chunksOf(failing())[Symbol.asyncIterator]();
  expect(await chunks.next()).toEqual({ done: false, value: ['kept'] });
  await expect(chunks.next()).rejects.toThrow('the disk is gone');
});

test('the source is closed when the reader stops early', async () => {
  let closed = false;
  async function* closing(): AsyncIterable<number> {
    try {
      yield* upTo(1000);
    } finally {
      closed = true;
    }
  }
  for await (const chunk of chunksOf(closing())) if (chunk.length > 0) break;
  await expect.poll(() => closed).toBe(true);
});
