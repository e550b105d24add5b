import { describe, expect, test } from 'vitest';
import { intervalIn, mentionsIn, timesIn } from './phrase-book.ts';

describe('a clock and its day are one mention', () => {
  test.each([
    ['Fire stops at 7:00 a.m. Baku time today.', '7:00 a.m. Baku time today = 2023-05-10T07:00'],
    ['Fire stops from 7:00 Baku time on May 11.', '7:00 Baku time on May 11 = 2023-05-11T07:00'],
    ['They will speak at approximately 16:45 tomorrow.', 'approximately 16:45 tomorrow = 2023-05-11T16:45 APPROX'],
    ['Shots fell immediately after midnight on May 9.', 'immediately after midnight on May 9 = 2023-05-09T00:00 AFTER'],
    ['Shots fell shortly before noon on Monday.', 'shortly before noon on Monday = 2023-05-08T12:00 BEFORE'],
    ['He landed at 1430 GMT on Tuesday.', '1430 GMT on Tuesday = 2023-05-09T14:30'],
    ['He landed at 10 p.m. Monday night.', '10 p.m. Monday night = 2023-05-08T22:00'],
    ['He landed on Monday at 9:30 p.m.', 'Monday at 9:30 p.m. = 2023-05-08T21:30'],
    ['He landed at nine o\u2019clock.', 'nine o\u2019clock = 2023-05-10T09:00'],
    ['He landed at 5 in the morning.', '5 in the morning = 2023-05-10T05:00'],
    ['He landed at 11:00 UTC+4 on Sunday.', '11:00 UTC+4 on Sunday = 2023-05-07T11:00'],
    ['It closed at 6 p.m. of last Sunday.', '6 p.m. of last Sunday = 2023-05-07T18:00'],
    ['It was read at Tuesday\u2019s 5 p.m. briefing.', 'Tuesday\u2019s 5 p.m. = 2023-05-09T17:00'],
    ['It began at 04:30 (Kabul time) on Monday.', '04:30 (Kabul time) on Monday = 2023-05-08T04:30'],
    ['It began at 09h30 on Monday.', '09h30 on Monday = 2023-05-08T09:30'],
    [
      'Troops must leave no later than 6 p.m. on Friday.',
      'no later than 6 p.m. on Friday = 2023-05-12T18:00 ON_OR_BEFORE',
    ],
    ['Buses leave between 9-11 a.m.', '9-11 a.m. = 2023-05-10T09:00/2023-05-10T11:00'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
  });

  test('a clock alone takes the day told before it, else the day of the report', () => {
    expect(timesIn('The raid came on May 3. It began at 4:15 a.m.').at(-1)).toBe('4:15 a.m. = 2023-05-03T04:15');
    expect(timesIn('It began at 4:15 a.m.')).toEqual(['4:15 a.m. = 2023-05-10T04:15']);
  });

  test('midnight to come ends the day of the report', () => {
    expect(timesIn('The truce takes effect at midnight.')).toEqual(['midnight = 2023-05-11T00:00']);
    expect(timesIn('The truce took effect at midnight.')).toEqual(['midnight = 2023-05-10T00:00']);
  });
});

describe('zones', () => {
  const zoneIn = (text: string, dateline?: string) => {
    const { zone, zoneBasis } = mentionsIn(text, dateline === undefined ? {} : { dateline })[0]!;
    return zone === undefined ? undefined : `${zone} ${zoneBasis}`;
  };

  test.each([
    ['It began at 9:00 Ankara time.', 'Europe/Istanbul stated'],
    ['It began at 9:00 GMT.', 'UTC stated'],
    ['It began at 9:00 a.m. EST.', '-05:00 stated'],
    ['It began at 9:00 UTC+5:30.', '+05:30 stated'],
    ['It began at 9:00 local time in Khartoum.', 'Africa/Khartoum stated'],
    ['It began at 9:00 Yemeni time.', 'Asia/Aden stated'],
    ['It began at 9:00 on May 3 Tbilisi time.', 'Asia/Tbilisi stated'],
  ])('%s', (text, expected) => {
    expect(zoneIn(text, 'Paris')).toBe(expected);
  });

  test('a dateline gives what the words do not', () => {
    expect(zoneIn('It began at 9:00.', 'TBILISI')).toBe('Asia/Tbilisi inferred');
    expect(zoneIn('It began at 9:00 local time.', 'TBILISI')).toBe('Asia/Tbilisi inferred');
    expect(zoneIn('It began at 9:00.')).toBeUndefined();
    const region = { start: 0, end: 0, place: 'Smalltown', region: 'Kenya' };
    expect(mentionsIn('It began at 9:00.', { article: { dateline: region } })[0]!.zone).toBe('Africa/Nairobi');
  });

  test('an unknown zone widens the interval', () => {
    expect(intervalIn('It began at 9:00 today.')).toBe('2023-05-09T19:00:00Z to 2023-05-10T21:01:00Z');
    expect(intervalIn('It began at 9:00 Tbilisi time today.')).toBe('2023-05-10T05:00:00Z to 2023-05-10T05:01:00Z');
    expect(intervalIn('It began today.', { dateline: 'Tbilisi' })).toBe('2023-05-09T20:00:00Z to 2023-05-10T20:00:00Z');
  });

  test('a clock given twice tells the zone of the one without', () => {
    const pair = mentionsIn('It fell at about 2:15 a.m. (2315 GMT Tuesday).');
    expect(pair.map(({ value, zone, earliest }) => [value, zone, earliest])).toEqual([
      ['2023-05-10T02:15', '+03:00', '2023-05-09T23:15:00Z'],
      ['2023-05-09T23:15', 'UTC', '2023-05-09T23:15:00Z'],
    ]);
  });

  test('the day of a clock given twice may stand behind both', () => {
    const values = mentionsIn('The pause starts at 6 p.m. local time (1500 GMT) on Friday.').map(({ value, zone }) => [
      value,
      zone,
    ]);
    expect(values).toEqual([
      ['2023-05-12T18:00', '+03:00'],
      ['2023-05-12T15:00', 'UTC'],
      ['2023-05-12', undefined],
    ]);
  });

  test('a clock that was changed that night has the hour that it then had', () => {
    const spring = { published: '2023-03-26', dateline: 'Paris' };
    expect(intervalIn('It began at 01:30 today.', spring)).toMatch(/^2023-03-26T00:30:00Z/);
    expect(intervalIn('It began at 03:30 today.', spring)).toMatch(/^2023-03-26T01:30:00Z/);
  });
});

describe('parts of the day', () => {
  test.each([
    ['Shells fell this morning.', 'this morning = 2023-05-10TMO'],
    ['Shells fell last night.', 'last night = 2023-05-09TNI'],
    ['Shells fell overnight.', 'overnight = 2023-05-09TNI'],
    ['Talks will go on overnight.', 'overnight = 2023-05-10TNI'],
    ['Talks resume tonight.', 'tonight = 2023-05-10TNI'],
    ['Talks resume tomorrow evening.', 'tomorrow evening = 2023-05-11TEV'],
    ['Shells fell on Sunday night.', 'Sunday night = 2023-05-07TNI'],
    ['Shells fell on the evening of Tuesday, May 2.', 'the evening of Tuesday, May 2 = 2023-05-02TEV'],
    ['Shells fell on the night of May 8.', 'the night of May 8 = 2023-05-08TNI'],
    ['Shells fell on the night of May 8-9.', 'the night of May 8-9 = 2023-05-08TNI'],
    ['Shells fell on the night of May 9-10.', 'the night of May 9-10 = 2023-05-09TNI'],
    ['Shells fell at dawn Sunday.', 'dawn Sunday = 2023-05-07TMO'],
    ['They call each other at night.', 'at night = XXXX-XX-XXTNI'],
    ['They called each other at night.', 'at night = 2023-05-10TNI'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
  });

  const accra = { dateline: 'Accra' };
  test('the night of the report, told as past, is the one that ended on its morning', () => {
    expect(intervalIn('Shells fell on the night of May 10.', accra)).toBe(
      '2023-05-09T18:00:00Z to 2023-05-10T06:00:00Z',
    );
    expect(intervalIn('Shells fell on the night of May 9-10.', accra)).toBe(
      '2023-05-09T18:00:00Z to 2023-05-10T06:00:00Z',
    );
    expect(intervalIn('They called each other at night.', accra)).toBe('2023-05-09T18:00:00Z to 2023-05-10T06:00:00Z');
  });

  test('a report of that evening tells of the night that has begun', () => {
    const late = { ...accra, published: '2023-05-10T22:40:00Z' };
    expect(intervalIn('Shells fell on the night of May 10.', late)).toBe(
      '2023-05-10T18:00:00Z to 2023-05-11T06:00:00Z',
    );
  });

  test('told as coming, or of an earlier day, it is the one that begins on that evening', () => {
    expect(intervalIn('Talks will begin on the night of May 10.', accra)).toBe(
      '2023-05-10T18:00:00Z to 2023-05-11T06:00:00Z',
    );
    expect(intervalIn('Shells fell on the night of May 8.', accra)).toBe(
      '2023-05-08T18:00:00Z to 2023-05-09T06:00:00Z',
    );
  });

  test('the night before, the morning and the clock of one night have one line of time', () => {
    const last = intervalIn('Shells fell last night.', accra);
    expect(last).toBe('2023-05-09T18:00:00Z to 2023-05-10T06:00:00Z');
    expect(intervalIn('Shells fell this morning.', accra)).toBe('2023-05-10T04:00:00Z to 2023-05-10T12:00:00Z');
  });
});
