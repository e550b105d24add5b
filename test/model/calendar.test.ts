import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  civilOf,
  dayNumber,
  easterSunday,
  isoDay,
  isoWeek,
  isoWeekOf,
  mondayOfWeek,
  nthWeekday,
  orthodoxEaster,
  parseDay,
  weekdayOf,
} from '../../src/model/calendar.ts';

const anyDay = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(3000, 12, 31) });

describe('day numbers', () => {
  test('agree with Temporal and come back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
        expect(civilOf(day)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(dayNumber(date.year, date.month, date.day)).toBe(day);
        expect(weekdayOf(day)).toBe(date.dayOfWeek);
        expect(isoWeekOf(day)).toEqual({ year: date.yearOfWeek, week: date.weekOfYear });
        expect(mondayOfWeek(date.yearOfWeek!, date.weekOfYear!)).toBe(day - date.dayOfWeek + 1);
        expect(parseDay(isoDay(day))).toBe(day);
      }),
    );
  });

  test('months are added as Temporal adds them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day }).add({ months });
        expect(addMonths(day, months)).toBe(dayNumber(date.year, date.month, date.day));
      }),
    );
  });

  test('weeks have two digits and the year of their Thursday', () => {
    expect(isoWeek(dayNumber(2021, 1, 3))).toBe('2020-W53');
    expect(isoWeek(dayNumber(2021, 1, 4))).toBe('2021-W01');
  });
});

test.each(['', '2021-02-29', '2021-13-01', '2021-1-1', '2021-01-011', '--01-01'])('"%s" holds no day', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test('an instant holds the day that it is written on', () => {
  expect(isoDay(parseDay('2021-05-20T23:59:00-08:00')!)).toBe('2021-05-20');
});

test('Easter of both churches', () => {
  expect([2021, 2024, 2025].map((year) => isoDay(easterSunday(year)))).toEqual([
    '2021-04-04',
    '2024-03-31',
    '2025-04-20',
  ]);
  expect([2021, 2024, 2025].map((year) => isoDay(orthodoxEaster(year)))).toEqual([
    '2021-05-02',
    '2024-05-05',
    '2025-04-20',
  ]);
});

test('weekdays are counted from either end of a month', () => {
  expect(isoDay(nthWeekday(2023, 11, 4, 4))).toBe('2023-11-23');
  expect(isoDay(nthWeekday(2023, 5, 1, -1))).toBe('2023-05-29');
});
