/** How much heap a command asks for, by the size of its store and of the machine, and that it leaves a closed store behind. */
import { afterEach, expect, test, vi } from 'vitest';
import { giveRoom, heapFor } from '../../src/cli/room.ts';

const GB = 2 ** 30;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

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

/** Runs `giveRoom` for a store of so many records on a machine of 64 GB, without leaving the process; what was done, in order. */
async function stepsFor(records: number): Promise<string[]> {
  const steps: string[] = [];
  vi.stubEnv('NODE_OPTIONS', '');
  vi.spyOn(process, 'execArgv', 'get').mockReturnValue([]);
  vi.spyOn(process, 'constrainedMemory').mockReturnValue(64 * GB);
  vi.spyOn(process, 'execve').mockImplementation((() => steps.push('start anew')) as never);
  await giveRoom({
    records,
    close: async () => {
      await Promise.resolve();
      steps.push('close the store');
    },
    say: (text) => steps.push(text),
  });
  return steps;
}

test.skipIf(process.platform === 'win32')('the store is closed before the command starts anew', async () => {
  expect(await stepsFor(4_000_000)).toEqual(['close the store', 'start anew']);
});

test('a store that fits stays open', async () => {
  expect(await stepsFor(1_000)).toEqual([]);
});
