/** Codings of an answer under any bytes: an error or an end, never more than was allowed. */
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unpack } from '../../src/fetch/unpack.ts';

const MAX = 4096;
const PACKERS = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync, deflate: deflateSync } as const;
type Coding = keyof typeof PACKERS;

async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const coding = fc.constantFrom<Coding>('gzip', 'br', 'zstd', 'deflate');
const options = { seed: 5, numRuns: 150 };

test('what was packed comes out, however it is cut into pieces', async () => {
  const property = fc.asyncProperty(
    coding,
    fc.uint8Array({ maxLength: 2000 }),
    fc.integer({ min: 1, max: 50 }),
    async (name, bytes, size) => {
      expect([...(await unpack(pieces(PACKERS[name](bytes), size), name, MAX, false))]).toEqual([...bytes]);
    },
  );
  await fc.assert(property, options);
});

test('damaged or arbitrary bytes end in an error or within bounds', async () => {
  const damaged = fc
    .tuple(coding, fc.uint8Array({ minLength: 1, maxLength: 3000 }), fc.nat(), fc.nat(255))
    .map(([name, bytes, at, value]): { names: string; bytes: Uint8Array } => {
      const packed = Uint8Array.from(PACKERS[name](bytes));
      packed[at % packed.length] = value;
      return { names: name, bytes: packed };
    });
  const arbitrary = fc.record({
    names: fc.constantFrom('gzip', 'br', 'zstd', 'deflate', 'gzip, br', 'x', ''),
    bytes: fc.uint8Array({ maxLength: 500 }),
  });
  const property = fc.asyncProperty(fc.oneof(damaged, arbitrary), fc.boolean(), async ({ names, bytes }, isCut) => {
    const result = await unpack(pieces(bytes, 100), names, MAX, isCut).catch((error: unknown) => error);
    if (result instanceof Uint8Array) expect(result.length).toBeLessThanOrEqual(MAX);
    else expect(result).toBeInstanceOf(Error);
  });
  await fc.assert(property, options);
});

test.each(['gzip', 'br', 'zstd', 'deflate'] as const)(
  'a bomb of %s is stopped, or cut where a part is enough',
  async (name) => {
    const bomb = PACKERS[name](new Uint8Array(30_000_000));
    const before = process.memoryUsage().arrayBuffers;
    await expect(unpack(pieces(bomb, 1000), name, 100_000, false)).rejects.toMatchObject({ name: 'TooMuchError' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    expect(await unpack(pieces(bomb, 1000), name, 100_000, true)).toHaveLength(100_000);
  },
);
