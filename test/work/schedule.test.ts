/** When a source is polled again, and a page tried again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationOf, nextCheck, nextPoll, nextTry } from '../../src/work/schedule.ts';

const NOW = Date.parse('2022-09-20T10:00:00Z');
const MINUTE = 60_000;
const minutes = (moment: number): number => (moment - NOW) / MINUTE;

describe('the next poll', () => {
  test('comes at the interval, give or take a tenth, and not for all sources at once', () => {
    const all = Array.from({ length: 200 }, (_, n) =>
      minutes(nextPoll({ feed: `f${n}`, now: NOW, every: 15, failures: 0 })),
    );
    expect(Math.min(...all)).toBeGreaterThanOrEqual(13.5);
    expect(Math.max(...all)).toBeLessThanOrEqual(16.5);
    expect(new Set(all).size).toBeGreaterThan(190);
  });

  test('is the same whenever it is worked out', () => {
    const poll = { feed: 'f', now: NOW, every: 15, failures: 2 };
    expect(nextPoll(poll)).toBe(nextPoll(poll));
  });

  test('is put off twice as long with each failure, and never longer than a day', () => {
    const after = (failures: number): number =>
      Math.round(minutes(nextPoll({ feed: 'f', now: NOW, every: 15, failures })) / 15);
    expect([1, 2, 3].map(after).every((times, n) => Math.abs(times - 2 ** (n + 1)) <= 1)).toBe(true);
    expect(minutes(nextPoll({ feed: 'f', now: NOW, every: 15, failures: 50 }))).toBeLessThanOrEqual(24 * 60 * 1.1);
  });

  test('is never before the server wants it, nor in the past', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 10_000, noNaN: true }),
        fc.nat(60),
        fc.nat(10_000_000),
        (every, failures, retry) => {
          const next = nextPoll({ feed: 'f', now: NOW, every, failures, retryAt: NOW + retry });
          expect(next).toBeGreaterThanOrEqual(NOW + retry);
          expect(minutes(next)).toBeGreaterThan(0.8);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});

test('a page is tried again after longer and longer', () => {
  const waits = [0, 1, 2].map((tries) => minutes(nextTry('k', NOW, tries)));
  expect(waits.map((wait, n) => wait >= 5 * 4 ** n && wait <= 5.5 * 4 ** n)).toEqual([true, true, true]);
});

test('a stored article is looked at again at the ages that are set, and then no more', () => {
  const ages = [60, 360, 1440].map((age) => age * MINUTE);
  expect([0, 1, 2].map((checks) => minutes(nextCheck(NOW, checks, ages)!))).toEqual([60, 300, 1080]);
  expect(nextCheck(NOW, 3, ages)).toBeUndefined();
  expect(nextCheck(NOW, 0, [])).toBeUndefined();
});

test.each([
  ['90s', 90_000],
  ['15m', 900_000],
  ['1.5h', 5_400_000],
  ['2d', 172_800_000],
  ['15', undefined],
  ['m', undefined],
  ['-5m', undefined],
])('%s is %s ms', (text, ms) => expect(durationOf(text)).toBe(ms));
