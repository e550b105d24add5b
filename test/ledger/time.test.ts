/** Windows of time from values as reports give them. */
import { describe, expect, test } from 'vitest';
import {
  dayNumber,
  instant,
  isoOf,
  narrowed,
  overlapOf,
  spoken,
  windowOf,
  windowOfLocal,
  windowOfValue,
} from '../../src/ledger/time.ts';

const span = (value: string) => {
  const window = windowOfValue(value);
  return window && [isoOf(window.lo), isoOf(window.hi)];
};

test.each([
  ['2019', '2019-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['2019-05', '2019-05-01T00:00:00Z', '2019-06-01T00:00:00Z'],
  ['2019-12', '2019-12-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['2019-05-07', '2019-05-07T00:00:00Z', '2019-05-08T00:00:00Z'],
  ['2019-05-07T09:30', '2019-05-07T09:30:00Z', '2019-05-07T09:31:00Z'],
  ['2019-05-07T09:30:15+03:00', '2019-05-07T06:30:15Z', '2019-05-07T06:30:16Z'],
  ['2019-05-07TNI', '2019-05-06T20:00:00Z', '2019-05-07T06:00:00Z'],
  ['2019-05-07/2019-05-09', '2019-05-07T00:00:00Z', '2019-05-10T00:00:00Z'],
])('%s is %s to %s', (value, lo, hi) => expect(span(value)).toEqual([lo, hi]));

test.each(['PRESENT_REF', 'P3D', 'XXXX-05', 'soon', '2019-05-09/2019-05-07'])(
  '%s is no place on the time line',
  (value) => expect(windowOfValue(value)).toBeUndefined(),
);

test('instants are read alike in the usual form and in any other', () => {
  expect(instant('2019-05-07T06:30:15Z')).toBe(instant('2019-05-07T09:30:15+03:00'));
  expect(instant('2019-13-40T99:99:99Z')).toBe(windowOfValue('2019-13-40T99:99:99Z')?.lo);
  expect(instant('never')).toBeUndefined();
});

test('a local time in a zone is an instant, summer time included', () => {
  expect(isoOf(windowOfLocal('2019-05-07T08:00', 'Europe/Oslo')!.lo)).toBe('2019-05-07T06:00:00Z');
  expect(isoOf(windowOfLocal('2019-01-07T08:00', 'Europe/Oslo')!.lo)).toBe('2019-01-07T07:00:00Z');
  expect(isoOf(windowOfLocal('2019-05-07T08:00', 'No/Where')!.lo)).toBe('2019-05-07T08:00:00Z');
});

test('stated instants go before the value', () => {
  const time = { value: '2019-05-07', earliest: '2019-05-06T20:00:00Z', latest: '2019-05-07T20:00:00Z' };
  expect(isoOf(windowOf(time)!.lo)).toBe('2019-05-06T20:00:00Z');
});

describe('windows', () => {
  test('overlap by their shared length, and a gap is negative', () => {
    expect(overlapOf({ lo: 0, hi: 10 }, { lo: 4, hi: 20 })).toBe(6);
    expect(overlapOf({ lo: 0, hi: 10 }, { lo: 15, hi: 20 })).toBe(-5);
  });

  test('narrow to what all leave open, or widen to all where they exclude each other', () => {
    expect(
      narrowed([
        { lo: 0, hi: 10 },
        { lo: 4, hi: 20 },
      ]),
    ).toEqual({ lo: 4, hi: 10 });
    expect(
      narrowed([
        { lo: 0, hi: 3 },
        { lo: 4, hi: 20 },
      ]),
    ).toEqual({ lo: 0, hi: 20 });
    expect(narrowed([])).toBeUndefined();
  });

  test('before 1970 count on', () => expect(dayNumber(Date.UTC(1953, 6, 27))).toBe(-6002));
});

test.each([
  [90_000, '2 minutes'],
  [60_000, '1 minute'],
  [9 * 3_600_000, '9 hours'],
  [50 * 3_600_000, '50 hours'],
  [100 * 3_600_000, '4 days'],
])('%d ms reads "%s"', (ms, words) => expect(spoken(ms)).toBe(words));
