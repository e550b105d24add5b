import { describe, expect, test } from 'vitest';
import { mentionsIn, timesIn, WEDNESDAY } from './phrase-book.ts';

describe('dates with their year', () => {
  test.each([
    ['The accord of March 4, 2019 lapsed.', ['March 4, 2019 = 2019-03-04']],
    ['The accord of 4 March 2019 lapsed.', ['4 March 2019 = 2019-03-04']],
    ['The accord of the 4th of March 2019 lapsed.', ['4th of March 2019 = 2019-03-04']],
    ['It was dated March 4 , 2019 in the file.', ['March 4 , 2019 = 2019-03-04']],
    ['The accord of November 2019 lapsed.', ['November 2019 = 2019-11']],
    ['They shelled it on 04.03.2019 and 2019-03-05.', ['04.03.2019 = 2019-03-04', '2019-03-05 = 2019-03-05']],
    ['He left on 13/05/2019.', ['13/05/2019 = 2019-05-13']],
    ['The war of 1994-97 ended.', ['1994-97 = 1994/1997']],
    ['The truces of the 1990s failed.', ['1990s = 199X']],
    ['The worst raid of the 20th century came then.', ['20th century = 19XX']],
    ['The post-1991 order broke down.', ['post-1991 = 1991 AFTER']],
    ['Spending rose in fiscal year 2019.', ['fiscal year 2019 = FY2019']],
    ['In the third quarter of 2019 it was calm.', ['the third quarter of 2019 = 2019-Q3']],
    ['In the second half of 2019 it was calm.', ['the second half of 2019 = 2019-H2']],
    ['The winter of 2019 was calm.', ['The winter of 2019 = 2019-WI']],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual(expected);
  });
});

describe('years shared with a later date', () => {
  test.each([
    [
      'Under the accords of March 4, 2019, June 2 and August 9, 2020 both must halt.',
      ['March 4, 2019 = 2019-03-04', 'June 2 = 2020-06-02', 'August 9, 2020 = 2020-08-09'],
    ],
    ['It rests on the texts of June and August 2020.', ['June = 2020-06', 'August 2020 = 2020-08']],
    ['The lull ran from December 28 to January 3, 2020.', ['December 28 = 2019-12-28', 'January 3, 2020 = 2020-01-03']],
    ['They met on June 2 and 3, 2020.', ['June 2 = 2020-06-02', '3, 2020 = 2020-06-03']],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual(expected);
  });

  test('a year is not shared over other words', () => {
    expect(timesIn('He spoke on June 2 about the raid of August 9, 2020.')[0]).toBe('June 2 = 2022-06-02');
  });
});

describe('ranges are one mention', () => {
  test.each([
    ['The summit will be held in Tirana on June 15-16.', 'June 15-16 = 2023-06-15/2023-06-16'],
    ['The pause runs from 3 to 5 June.', '3 to 5 June = 2023-06-03/2023-06-05'],
    ['The pause ran on 3\u20135 May 2019.', '3\u20135 May 2019 = 2019-05-03/2019-05-05'],
    ['The pause ran from April 28 through 30.', 'April 28 through 30 = 2023-04-28/2023-04-30'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
  });

  test('days that are listed are several mentions', () => {
    expect(timesIn('Talks were held on May 3, 4 and 5.')).toEqual([
      'May 3 = 2023-05-03',
      '4 = 2023-05-04',
      '5 = 2023-05-05',
    ]);
  });

  test('a count behind a date is no day', () => {
    expect(timesIn('On May 3 and 12 soldiers died on the way.')).toEqual(['May 3 = 2023-05-03']);
  });
});

describe('dates without a year take the one that their verb asks for', () => {
  test.each([
    ['The truce expired on April 20.', 'April 20 = 2023-04-20'],
    ['The truce will expire on April 20.', 'April 20 = 2024-04-20'],
    ['They signed on Dec. 31.', 'Dec. 31 = 2022-12-31'],
    ['It has held since December.', 'December = 2022-12'],
    ['Elections are due in September.', 'September = 2023-09'],
    ['It began last October.', 'last October = 2022-10'],
    ['It ends next April.', 'next April = 2024-04'],
    ['It began in October last year.', 'October last year = 2022-10'],
    ['They will return by May 14.', 'May 14 = 2023-05-14'],
    ['the May 14 deadline', 'May 14 = 2023-05-14'],
    ['the Oct. 23 raid', 'Oct. 23 = 2022-10-23'],
    ['Saturday, 6 May', 'Saturday, 6 May = 2023-05-06'],
    ['Sat, May 6', 'Sat, May 6 = 2023-05-06'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
  });

  test('a dateline of the day before is where "today" is told', () => {
    const dateline = { start: 0, end: 0, place: 'Tirana', date: '2023-05-09' };
    expect(timesIn('The army withdrew today.', { article: { dateline } })).toEqual(['today = 2023-05-09']);
  });
});

describe('feasts', () => {
  test.each([
    ['An Easter truce held.', 'Easter = 2023-04-09'],
    ['They met on Good Friday 2019.', 'Good Friday 2019 = 2019-04-19'],
    ['It was quiet on Christmas Eve.', 'Christmas Eve = 2022-12-24'],
    ['The guns fell silent last Thanksgiving.', 'last Thanksgiving = 2022-11-24'],
    ['The Eid al-Fitr pause held.', 'Eid al-Fitr = 2023-04-21'],
    ['The Eid al-Adha pause will hold.', 'Eid al-Adha = 2023-06-28'],
    ['Orthodox Easter 2023 was quiet.', 'Orthodox Easter 2023 = 2023-04-16'],
    ['Shells fell this winter.', 'this winter = 2022-WI'],
    ['They began in Easter week.', 'Easter week = 2023-W14'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
  });

  test('a season of the report is the nearest one', () => {
    const november = { published: '2023-11-17' };
    expect(timesIn('Oil is short this winter.', november)).toEqual(['this winter = 2023-WI']);
  });

  test('Ramadan is a month', () => {
    expect(timesIn('A Ramadan ceasefire began.')).toEqual(['Ramadan = 2023-03-23/2023-04-20']);
  });
});

describe('an undated report', () => {
  test.each([
    ['They signed on September 4.', 'September 4 = XXXX-09-04'],
    ['They signed in September.', 'September = XXXX-09'],
    ['They signed on Friday.', 'Friday = XXXX-WXX-5'],
    ['They signed at 18:30 today.', '18:30 today = XXXX-XX-XXT18:30'],
    ['They signed last month.', 'last month = XXXX-XX'],
    ['They meet on June 15-16.', 'June 15-16 = XXXX-06-15/XXXX-06-16'],
    ['They signed on September 4, 2019.', 'September 4, 2019 = 2019-09-04'],
  ])('%s', (text, expected) => {
    expect(timesIn(text, { published: null })).toEqual([expected]);
  });

  test('gives no instants to what only its day could place', () => {
    const [mention] = mentionsIn('They signed at 18:30 Ankara time today.', { published: null });
    expect(mention).toMatchObject({ zone: 'Europe/Istanbul', zoneBasis: 'stated' });
    expect(mention?.earliest).toBeUndefined();
  });
});

test('words of the page are no times of the report', () => {
  const text = 'Updated May 9, 2023\n\nThey signed on May 8, 2023.';
  const chrome = [{ start: 0, end: 19, text: text.slice(0, 19) }];
  expect(timesIn(text, { published: WEDNESDAY, article: { chrome } })).toEqual(['May 8, 2023 = 2023-05-08']);
});
