/** How much heap a command asks for, by the size of its store and of the machine. */
import { expect, test } from 'vitest';
import { heapFor } from '../../src/cli/room.ts';

const GB = 2 ** 30;

test('an archive of a hundred thousand records folds with what every process has', () => {
  expect(heapFor(100_000, 4 * GB, 24 * GB)).toBeUndefined();
});

test('a million records ask for more, by their number', () => {
  const [one, two] = [heapFor(1_000_000, 4 * GB, 64 * GB)!, heapFor(2_000_000, 4 * GB, 64 * GB)!];
  expect(one).toBeGreaterThan(4 * 1024);
  expect(two - one).toBeGreaterThan(one * 0.9);
});

test('never for more than the machine can spare', () => {
  expect(heapFor(10_000_000, 4 * GB, 16 * GB)).toBeLessThan(16 * 1024);
  expect(heapFor(1_000_000, 4 * GB, 4 * GB)).toBeUndefined();
});
