/** Days and months of the agenda: in the reader's zone, over month's ends and turns of the clock. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaLine } from '../../src/model/lines.ts';
import { addMonths, dayIn, itemsByDay, lastDayOf, weeksOf } from '../../web/src/data/calendar.ts';

const item = (entry: string, earliest?: string, latest?: string): AgendaLine => ({
  entry,
  title: entry,
  outcome: 'due',
  reasons: [],
  kind: 'meeting',
  ...(earliest !== undefined && { earliest }),
  ...(latest !== undefined && { latest }),
});

test('an instant falls on the day of the reader’s zone, a date stays as it is', () => {
  expect(dayIn('2022-09-13T21:30:00Z', 'UTC')).toBe('2022-09-13');
  expect(dayIn('2022-09-13T21:30:00Z', 'Asia/Yerevan')).toBe('2022-09-14');
  expect(dayIn('2022-09-13T02:30:00Z', 'America/New_York')).toBe('2022-09-12');
  expect(dayIn('2022-09-13', 'Asia/Yerevan')).toBe('2022-09-13');
});

test('months go on over the year’s end, and know their last day', () => {
  expect(addMonths('2022-12', 1)).toBe('2023-01');
  expect(addMonths('2022-01', -1)).toBe('2021-12');
  expect(lastDayOf('2024-02')).toBe('2024-02-29');
  expect(lastDayOf('2023-02')).toBe('2023-02-28');
});

test('weeks begin on Monday and hold every day of their month once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
      const month = `${year}-${String(number).padStart(2, '0')}`;
      const weeks = weeksOf(month);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      const days = weeks.flat().filter((day) => day !== undefined);
      expect(days[0]).toBe(`${month}-01`);
      expect(days.at(-1)).toBe(lastDayOf(month));
      expect(new Set(days).size).toBe(days.length);
      for (const week of weeks)
        for (const [index, day] of week.entries())
          if (day !== undefined) expect((new Date(day).getUTCDay() + 6) % 7).toBe(index);
    }),
  );
});

describe('items of a month', () => {
  test('stand on each day that they touch, in the reader’s zone, the end excluded', () => {
    const two = item('summit', '2022-09-14T20:00:00Z', '2022-09-16T20:00:00Z');
    expect([...itemsByDay([two], '2022-09', 'Asia/Yerevan').byDay.keys()]).toEqual(['2022-09-15', '2022-09-16']);
    expect([...itemsByDay([two], '2022-09', 'UTC').byDay.keys()]).toEqual(['2022-09-14', '2022-09-15', '2022-09-16']);
  });

  test('a day of a turn of the clock is one day', () => {
    const day = item('talks', '2022-10-29T22:00:00Z', '2022-10-30T23:00:00Z');
    expect([...itemsByDay([day], '2022-10', 'Europe/Berlin').byDay.keys()]).toEqual(['2022-10-30']);
  });

  test('keep to their month; what is longer than a few days stands apart, what has no time nowhere', () => {
    const over = item('over the end', '2022-09-30T10:00:00Z', '2022-10-01T10:00:00Z');
    const season = item('autumn', '2022-09-01T00:00:00Z', '2022-12-01T00:00:00Z');
    const { byDay, wide } = itemsByDay([over, season, item('some day')], '2022-09', 'UTC');
    expect([...byDay]).toEqual([['2022-09-30', [over]]]);
    expect(wide).toEqual([season]);
  });
});
