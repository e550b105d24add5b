import { describe, expect, test } from 'vitest';
import { boundsOf, narrowed } from '../../src/model/timex.ts';
import { instantOf, rfc3339 } from '../../src/model/zoned.ts';

const bounds = (value: string): string => {
  const found = boundsOf(value);
  return found === undefined ? 'none' : `${rfc3339(found.start).slice(0, 16)} ${rfc3339(found.end).slice(0, 16)}`;
};

describe('bounds of values', () => {
  test.each([
    ['2023', '2023-01-01T00:00 2024-01-01T00:00'],
    ['2023-05', '2023-05-01T00:00 2023-06-01T00:00'],
    ['2023-12', '2023-12-01T00:00 2024-01-01T00:00'],
    ['2023-05-10', '2023-05-10T00:00 2023-05-11T00:00'],
    ['2023-W19', '2023-05-08T00:00 2023-05-15T00:00'],
    ['2023-W19-WE', '2023-05-13T00:00 2023-05-15T00:00'],
    ['2023-W19-3', '2023-05-10T00:00 2023-05-11T00:00'],
    ['2023-SP', '2023-03-01T00:00 2023-06-01T00:00'],
    ['2023-WI', '2023-12-01T00:00 2024-03-01T00:00'],
    ['2023-Q4', '2023-10-01T00:00 2024-01-01T00:00'],
    ['2023-H1', '2023-01-01T00:00 2023-07-01T00:00'],
    ['199X', '1990-01-01T00:00 2000-01-01T00:00'],
    ['19XX', '1900-01-01T00:00 2000-01-01T00:00'],
    ['2023-05-10T09:30', '2023-05-10T09:30 2023-05-10T09:31'],
    ['2023-05-10T24:00', '2023-05-11T00:00 2023-05-11T00:01'],
    ['2023-05-10TNI', '2023-05-10T18:00 2023-05-11T06:00'],
    ['2023-05-10/2023-05-12', '2023-05-10T00:00 2023-05-13T00:00'],
    ['2023-05-10T09:00/2023-05-10T11:00', '2023-05-10T09:00 2023-05-10T11:01'],
  ])('%s', (value, expected) => {
    expect(bounds(value)).toBe(expected);
  });

  test.each([
    '',
    'PRESENT_REF',
    'P3D',
    'XXXX-05-10',
    '2023-13',
    '2023-02-30',
    '2023-05TNI',
    '2023-05-10T9',
    '2024/2023',
    'FY2023',
  ])('"%s" has none', (value) => {
    expect(boundsOf(value)).toBeUndefined();
  });

  test('start, middle and end take a third each', () => {
    const month = boundsOf('2023-06')!;
    expect(rfc3339(narrowed(month, 'START').end)).toBe('2023-06-11T00:00:00Z');
    expect(rfc3339(narrowed(month, 'MID').start)).toBe('2023-06-11T00:00:00Z');
    expect(rfc3339(narrowed(month, 'END').start)).toBe('2023-06-21T00:00:00Z');
    expect(narrowed(month, 'APPROX')).toEqual(month);
  });
});

describe('instants', () => {
  const at = (local: string, zone: string): string => rfc3339(instantOf(Date.parse(`${local}Z`), zone));

  test.each([
    ['2023-05-10T09:00', 'UTC', '2023-05-10T09:00:00Z'],
    ['2023-05-10T09:00', '+05:30', '2023-05-10T03:30:00Z'],
    ['2023-05-10T09:00', '-03:00', '2023-05-10T12:00:00Z'],
    ['2023-05-10T09:00', 'Asia/Yerevan', '2023-05-10T05:00:00Z'],
    ['2010-05-10T09:00', 'Asia/Yerevan', '2010-05-10T04:00:00Z'],
    ['2023-03-26T00:30', 'Europe/Paris', '2023-03-25T23:30:00Z'],
    ['2023-03-26T03:30', 'Europe/Paris', '2023-03-26T01:30:00Z'],
  ])('%s in %s', (local, zone, expected) => {
    expect(at(local, zone)).toBe(expected);
    expect(at(local, zone)).toBe(expected);
  });
});
