/** A day in simulated time with faults: every item exactly once, and memory as flat as on the first morning. */
import { expect, test } from 'vitest';
import { watchADay } from '../../bench/watch/day.ts';

test('a day of 10 feeds and 300 items, one request in twenty going wrong', { timeout: 120_000 }, async () => {
  const { heaps, counts, ...result } = await watchADay({ feeds: 10, items: 300 });
  expect(result).toMatchObject({ stored: 300, waiting: 0, failed: 0, missing: 0, surplus: 0 });
  expect(result.reports).toBe(300 + result.versions);
  expect(result.versions).toBeGreaterThan(10);
  for (const key of ['fetch-unreachable', 'fetch-timeout', 'fetch-broken', 'fetch-status', 'fetch-throttled', '304'])
    expect(counts.get(key), key).toBeGreaterThan(0);
  expect(Math.max(...heaps) - Math.min(...heaps)).toBeLessThan(25);
});
