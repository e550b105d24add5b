import { describe, expect, test } from 'vitest';
import { intervalIn, mentionsIn, timesIn } from './phrase-book.ts';

describe('lengths', () => {
  test.each([
    ['A two-year lull ended.', 'two-year = P2Y'],
    ['A 72-hour pause began.', '72-hour = PT72H'],
    ['He flew for five and a half hours.', 'five and a half hours = PT5H30M'],
    ['He flew for 5 1/2 hours.', '5 1/2 hours = PT5H30M'],
    ['He flew for two hours and a half.', 'two hours and a half = PT2H30M'],
    ['He waited half an hour.', 'half an hour = PT30M'],
    ['He waited for a week.', 'a week = P1W'],
    ['He waited twenty-one days.', 'twenty-one days = P21D'],
    ['He waited 1,000 days.', '1,000 days = P1000D'],
    ['He waited two more weeks.', 'two more weeks = P2W'],
    ['He waited more than three months.', 'more than three months = P3M MORE_THAN'],
    ['He waited at least two weeks.', 'at least two weeks = P2W EQUAL_OR_MORE'],
    ['He waited up to 48 hours.', 'up to 48 hours = PT48H EQUAL_OR_LESS'],
    ['He waited almost a decade.', 'almost a decade = P10Y LESS_THAN'],
    ['He waited a couple of days.', 'a couple of days = P2D APPROX'],
    ['He waited several hours.', 'several hours = PTXH'],
    ['He waited for years.', 'years = PXY'],
    ['A week-long lull ended.', 'week-long = P1W'],
    ['He waited a fortnight.', 'a fortnight = P2W'],
    ['Losses in the past 24 hours were low.', 'the past 24 hours = PT24H'],
    ['Losses over the last year were low.', 'the last year = P1Y'],
    ['The next three days will tell.', 'The next three days = P3D'],
    ['Losses in recent weeks were low.', 'recent weeks = PXW'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
    expect(mentionsIn(text)[0]!.type).toBe('DURATION');
  });

  test('up to the report they have an interval; its whole day counts in', () => {
    const accra = { dateline: 'Accra' };
    expect(intervalIn('Losses in the past 24 hours were low.', accra)).toBe(
      '2023-05-09T00:00:00Z to 2023-05-11T00:00:00Z',
    );
    expect(intervalIn('The next three days will tell.', accra)).toBe('2023-05-10T00:00:00Z to 2023-05-14T00:00:00Z');
  });

  test('alone they have none', () => {
    expect(mentionsIn('He waited for a week.')[0]?.earliest).toBeUndefined();
  });
});

describe('sets', () => {
  test.each([
    ['They meet every day.', 'every day = P1D'],
    ['They meet every two weeks.', 'every two weeks = P2W'],
    ['They meet every other day.', 'every other day = P2D'],
    ['They meet daily.', 'daily = P1D'],
    ['Their annual talks began.', 'annual = P1Y'],
    ['They meet every Friday.', 'every Friday = XXXX-WXX-5'],
    ['They meet on Fridays.', 'Fridays = XXXX-WXX-5'],
    ['They meet twice a week.', 'a week = P1W'],
    ['They fly 20 sorties a day.', 'a day = P1D'],
    ['They met in each of the last three years.', 'each of the last three years = P1Y'],
    ['Drones come every night.', 'every night = XXXX-XX-XXTNI'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
    expect(mentionsIn(text)[0]!.type).toBe('SET');
  });
});
