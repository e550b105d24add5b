/** Times at the desk: the reader's hour, what was stated beside it, days as they were told, no raw codes. */
import { afterEach, expect, test } from 'vitest';
import { span, speakIn, spoken, zoned } from '../../web/src/data/format.ts';
import { dueWhen, happened, inOneLine, publishedWhen, readingText, toldWhen } from '../../web/src/data/times.ts';

afterEach(() => speakIn('en'));

const at = { earliest: '2022-09-12T20:00:00Z', latest: '2022-09-12T20:01:00Z' };
const midnight = { ...at, facts: { time: '2022-09-13T00:00 Asia/Yerevan', startZone: 'Asia/Yerevan' } };

test.each([
  ['UTC', '12 Sept 2022, 20:00 UTC (13 Sept 2022, 00:00 Yerevan)'],
  ['Europe/Moscow', '12 Sept 2022, 23:00 UTC+3 (13 Sept 2022, 00:00 Yerevan)'],
  // Baku's hour is Yerevan's: nothing to say beside it
  ['Asia/Baku', '13 Sept 2022, 00:00 UTC+4'],
])('an hour in %s reads %s', (zone, text) => {
  expect(inOneLine(happened(midnight, zone)!)).toBe(text);
});

test('an hour without a statement behind it names its zone too, a day none', () => {
  expect(happened({ ...at, facts: {} }, 'Asia/Baku')!.shown).toBe('13 Sept 2022, 00:00 UTC+4');
  expect(span(at.earliest, undefined, 'UTC')).toBe('12 Sept 2022, 20:00 UTC');
  expect(zoned('2022-09-12', 'Asia/Baku')).toBe('12 Sept 2022');
  expect(zoned(undefined, 'UTC')).toBe('');
});

test('the stated hour of the same day stands without its date', () => {
  const truce = { earliest: '2022-09-13T06:00:00Z', facts: { effective: '2022-09-13T09:00 Europe/Moscow' } };
  expect(happened(truce, 'UTC')).toEqual({ shown: '13 Sept 2022, 06:00 UTC', stated: '09:00 Moscow' });
});

test('a day is told as it was stated, with whose day it is', () => {
  const day = { earliest: '2022-09-20T20:00:00Z', latest: '2022-09-21T20:00:00Z' };
  const facts = { time: '2022-09-21', startZone: 'Asia/Baku' };
  expect(happened({ ...day, facts }, 'UTC')).toEqual({ shown: '21 Sept 2022', stated: 'Baku time' });
  expect(happened({ ...day, facts }, 'Asia/Baku')).toEqual({ shown: '21 Sept 2022' });
  expect(happened({ ...day, facts: { time: '2022-09-21, night' } }, 'UTC')).toEqual({ shown: '21 Sept 2022, night' });
  expect(happened({ ...day, facts: {} }, 'UTC')!.shown).toMatch(/^20\s–\s21 Sept 2022$/u);
});

test('days in a row are one stretch', () => {
  const facts = { time: '2022-09-15 to 2022-09-16' };
  expect(happened({ earliest: '2022-09-14T20:00:00Z', facts }, 'UTC')!.shown).toMatch(/^15\s–\s16 Sept 2022$/u);
});

test('what is only about keeps that word', () => {
  const facts = { time: 'about 2022-09-22T02:00 Asia/Baku' };
  expect(happened({ earliest: '2022-09-21T22:00:00Z', facts }, 'Asia/Baku')!.shown).toBe(
    'about 22 Sept 2022, 02:00 UTC+4',
  );
});

test('without a time of its own an entry tells when it was reported, and nothing else', () => {
  expect(happened({ facts: {} }, 'UTC')).toBeUndefined();
  expect(toldWhen({ facts: {}, firstReported: '2022-09-15T12:30:00+04:00' }, 'UTC')).toBe(
    '15 Sept 2022, 08:30 UTC (12:30 UTC+4)',
  );
  expect(toldWhen({ facts: {} }, 'UTC')).toBe('');
});

test.each([
  ['2022-09-15T12:30:00+04:00', 'UTC', { shown: '15 Sept 2022, 08:30 UTC', stated: '12:30 UTC+4' }],
  ['2022-09-15T12:30:00+04:00', 'Asia/Yerevan', { shown: '15 Sept 2022, 12:30 UTC+4' }],
  ['2022-09-15T12:30:00+05:30', 'UTC', { shown: '15 Sept 2022, 07:00 UTC', stated: '12:30 UTC+5:30' }],
  ['2022-09-15T12:30:00Z', 'UTC', { shown: '15 Sept 2022, 12:30 UTC' }],
  ['2022-09-15', 'UTC', { shown: '15 Sept 2022' }],
])('published %s, read in %s', (value, zone, when) => {
  expect(publishedWhen(value, zone)).toEqual(when);
});

test('what is due has its hour and the stated one, or its days', () => {
  const due = { value: '2022-09-13T18:30', mod: 'APPROX', zone: 'Europe/Moscow' };
  expect(dueWhen({ earliest: '2022-09-13T15:30:00Z', due }, 'UTC', 'about')).toEqual({
    shown: 'about 13 Sept 2022, 15:30 UTC',
    stated: '18:30 Moscow',
  });
  expect(dueWhen({}, 'UTC', 'about')).toBeUndefined();
});

test('a reading of a moment has both hours; one of words stays as it is', () => {
  const value = { value: '2022-09-14T20:00', zone: 'Asia/Yerevan', earliest: '2022-09-14T16:00:00Z' };
  expect(readingText({ value, label: '2022-09-14T20:00 Asia/Yerevan' }, 'UTC')).toBe(
    '14 Sept 2022, 16:00 UTC (20:00 Yerevan)',
  );
  expect(readingText({ value: 'near Goris', label: 'near Goris' }, 'UTC')).toBe('near Goris');
});

test.each([
  ['Joint statement of 2020-11-09, Armenia', 'Joint statement of 9 Nov 2020, Armenia'],
  ['Joint statement of 2021-11', 'Joint statement of Nov 2021'],
  ['the act is put at 2022-09-12T20:00:00Z', 'the act is put at 12 Sept 2022, 20:00 UTC'],
  ['2022-09-13T09:00 Europe/Moscow', '13 Sept 2022, 09:00 Moscow'],
  ['2022-09-13TNI', '13 Sept 2022, night'],
  // No dates: a number of a resolution, a name of a file, a score
  ['Resolution 2334-16 of 0914-press-jermuk', 'Resolution 2334-16 of 0914-press-jermuk'],
  ['report 2022-09-13-north', 'report 2022-09-13-north'],
  ['2022-23', '2022-23'],
])('%s is read as %s', (text, read) => {
  expect(spoken(text, 'UTC')).toBe(read);
});

test('in Russian: months, cities, parts of a day', () => {
  speakIn('ru');
  expect(inOneLine(happened(midnight, 'UTC')!)).toBe('12 сент. 2022, 20:00 UTC (13 сент. 2022, 00:00 Ереван)');
  expect(happened({ ...at, facts: { time: '2022-09-13, night', startZone: 'Asia/Baku' } }, 'UTC')).toEqual({
    shown: '13 сент. 2022, ночь',
    stated: 'время: Баку',
  });
});
