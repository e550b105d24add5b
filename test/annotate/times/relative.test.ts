import { describe, expect, test } from 'vitest';
import { timesIn } from './phrase-book.ts';

describe('weekdays follow the verb that governs them', () => {
  test.each([
    ['The envoy arrived on Thursday.', 'Thursday = 2023-05-04'],
    ['The envoy has been in Tirana since Thursday.', 'Thursday = 2023-05-04'],
    ['The envoy will arrive on Thursday.', 'Thursday = 2023-05-11'],
    ['The envoy is arriving on Thursday.', 'Thursday = 2023-05-11'],
    ['The envoy is to arrive on Thursday.', 'Thursday = 2023-05-11'],
    ['The envoy planned to arrive on Thursday.', 'Thursday = 2023-05-11'],
    ['The envoy was sent to mourn on Thursday.', 'Thursday = 2023-05-04'],
    ['The truce expires on Thursday.', 'Thursday = 2023-05-11'],
    ['The two sides agreed to meet on Thursday.', 'Thursday = 2023-05-11'],
    ['Talks are scheduled for Thursday.', 'Thursday = 2023-05-11'],
    ['Both sides postponed the talks until Thursday.', 'Thursday = 2023-05-11'],
    ['Thursday, the army said it had withdrawn.', 'Thursday = 2023-05-04'],
    ['On Thursday, the army will withdraw.', 'Thursday = 2023-05-11'],
    ['The army will answer to Thursday\u2019s raid.', 'Thursday = 2023-05-04'],
    ['The army will attend Thursday\u2019s talks.', 'Thursday = 2023-05-11'],
    ['On Thursday, the envoy plans to hold talks.', 'Thursday = 2023-05-11'],
    ['Neither envoy could be reached on Thursday.', 'Thursday = 2023-05-04'],
    ['The vote planned for Tuesday was called off.', 'Tuesday = 2023-05-09'],
    ['The vote planned for Friday was called off.', 'Friday = 2023-05-12'],
    ['The envoy could arrive as early as Thursday.', 'Thursday = 2023-05-11'],
    ['The envoy arrived on Wednesday.', 'Wednesday = 2023-05-10'],
    ['The envoy will speak on Wednesday.', 'Wednesday = 2023-05-10'],
    ['The envoy arrived last Wednesday.', 'last Wednesday = 2023-05-03'],
    ['The envoy will return next Wednesday.', 'next Wednesday = 2023-05-17'],
    ['The envoy arrived this past Monday.', 'this past Monday = 2023-05-08'],
    ['The envoy arrived on Monday last week.', 'Monday last week = 2023-05-01'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
  });
});

describe('days, weeks, months and years around the report', () => {
  test.each([
    ['They withdrew yesterday.', 'yesterday = 2023-05-09'],
    ['They withdrew the day before yesterday.', 'the day before yesterday = 2023-05-08'],
    ['They withdraw tomorrow.', 'tomorrow = 2023-05-11'],
    ['They withdrew last week.', 'last week = 2023-W18'],
    ['They withdraw next week.', 'next week = 2023-W20'],
    ['They withdrew earlier this month.', 'this month = 2023-05'],
    ['They withdrew last month.', 'last month = 2023-04'],
    ['They withdrew last year.', 'last year = 2022'],
    ['They withdrew over the weekend.', 'the weekend = 2023-W18-WE'],
    ['They will withdraw over the weekend.', 'the weekend = 2023-W19-WE'],
    ['They withdrew last summer.', 'last summer = 2022-SU'],
    ['They withdrew three days ago.', 'three days ago = 2023-05-07'],
    ['They withdrew six weeks ago.', 'six weeks ago = 2023-W13'],
    ['They withdrew two months ago.', 'two months ago = 2023-03'],
    ['They withdrew nearly four decades ago.', 'nearly four decades ago = 1983 LESS_THAN'],
    ['They withdrew a year and a half ago.', 'a year and a half ago = 2021-11'],
    ['They will withdraw ten days from now.', 'ten days from now = 2023-05-20'],
    ['They must withdraw by the end of the month.', 'the end of the month = 2023-05 END'],
    ['They withdrew in early April.', 'early April = 2023-04 START'],
    ['They withdrew late on Friday.', 'late on Friday = 2023-05-05 END'],
    ['They withdrew in mid-April.', 'mid-April = 2023-04 MID'],
    ['Talks resume in the week of May 15.', 'the week of May 15 = 2023-W20'],
    ['They withdrew years ago.', 'years ago = PAST_REF'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
  });

  test('hours ago are exact where the report is dated to the minute', () => {
    const text = 'They withdrew two hours ago.';
    expect(timesIn(text, { published: '2023-05-10T01:15:00Z' })).toEqual(['two hours ago = 2023-05-09T23:15']);
    expect(timesIn(text)).toEqual(['two hours ago = 2023-05-10']);
  });
});

describe('times that count from the date before them', () => {
  test.each([
    ['They signed on May 3. The next day they fought.', 'The next day = 2023-05-04'],
    ['They signed on May 3. Two days later they fought.', 'Two days later = 2023-05-05'],
    ['They signed on May 3. They fought that evening.', 'that evening = 2023-05-03TEV'],
    ['They signed on May 3. They fought the same day.', 'the same day = 2023-05-03'],
    ['They signed in June 2019. They fought later that year.', 'that year = 2019'],
    ['They signed at 22:30 on May 3. They fought two hours later.', 'two hours later = 2023-05-04T00:30'],
    ['They fought two days after May 3.', 'two days after May 3 = 2023-05-05'],
    ['They fought the day before last Tuesday.', 'the day before last Tuesday = 2023-05-08'],
  ])('%s', (text, expected) => {
    expect(timesIn(text).at(-1)).toBe(expected);
  });
});

describe('present, past and future at large', () => {
  test.each([
    ['It is quiet now.', 'now = PRESENT_REF'],
    ['The time is being agreed at the moment.', 'at the moment = PRESENT_REF'],
    ['The current line is quiet.', 'current = PRESENT_REF'],
    ['They recently met.', 'recently = PAST_REF'],
    ['They will meet soon.', 'soon = FUTURE_REF'],
    ['They will meet in the near future.', 'the near future = FUTURE_REF'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual([expected]);
  });
});

describe('what is counted from the report where no date was told', () => {
  test.each([
    ['Exports were worth 5 million dollars a year earlier.', 'a year earlier = 2022'],
    ['The quota expires by year-end.', 'year-end = 2023 END'],
    ['The quota expires at year\u2019s end.', 'year\u2019s end = 2023 END'],
    ['They summoned him to speak on June 10.', 'June 10 = 2023-06-10'],
  ])('%s', (text, time) => {
    expect(timesIn(text)).toContain(time);
  });
});
