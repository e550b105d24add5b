import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Published } from '../../../src/model/article.ts';
import { dateArticle } from '../../../src/read/dating/date-article.ts';
import type { DatingParts } from '../../../src/read/dating/date-article.ts';

/** A report with a dateline: the text before " -- " is its dateline, of that month and day. */
function dated(text: string, date: string | undefined, rest: Partial<DatingParts> = {}): Published {
  const end = text.includes(' -- ') ? text.indexOf(' -- ') + 4 : 0;
  return dateArticle({
    text,
    bodySpan: { start: end, end: text.length },
    dateline: { start: 0, end: Math.max(end - 4, 0), ...(date === undefined ? {} : { date }) },
    ...rest,
  });
}

const rules = ({ basis }: Published): string[] => basis.map(({ rule }) => rule);
const words = (text: string, { basis }: Published, rule: string): string | undefined => {
  const found = basis.find((one) => one.rule === rule);
  return found?.start === undefined ? undefined : text.slice(found.start, found.end);
};

describe('what states the date', () => {
  test.each([
    ['2023-05-10', 'day'],
    ['2023-05', 'month'],
    ['2023', 'year'],
    ['2023-05-10T09:30', 'minute'],
    ['2023-05-10T09:30:15+03:00', 'second'],
    ['2023-05-10T09:30:15.250Z', 'second'],
  ])('metadata: %s is exact to the %s', (published, precision) => {
    const found = dated('TIRANA -- It is quiet.', '--01-31', { published });
    expect(found).toEqual({
      value: published,
      precision,
      basis: [{ rule: 'metadata-date' }],
      candidates: [published],
    });
  });

  test('the basis names where metadata say it', () => {
    const found = dated('It is quiet.', undefined, { published: '2023-05-10', publishedFrom: 'json-ld datePublished' });
    expect(found.basis).toEqual([{ rule: 'metadata-date', note: 'json-ld datePublished' }]);
  });

  test.each(['yesterday', '2023-02-30', '10 May'])('what is no date, "%s", is passed over', (published) => {
    expect(dated('It is quiet.', undefined, { published })).toEqual({ basis: [], candidates: [] });
  });

  test('a dateline with its year', () => {
    expect(dated('TIRANA, May 10, 2023 -- It is quiet.', '2023-05-10')).toMatchObject({
      value: '2023-05-10',
      basis: [{ rule: 'dateline-date', start: 0, end: 20 }],
    });
  });

  test('a date on a line of its own above the report', () => {
    const text = 'Guns fall silent\nUpdated 10:15 GMT, May 10, 2023\nTIRANA -- It is quiet.';
    const found = dateArticle({ text, bodySpan: { start: text.indexOf('It is'), end: text.length } });
    expect(found.value).toBe('2023-05-10');
    expect(words(text, found, 'printed-date')).toBe('May 10, 2023');
  });

  test('a headline with a date in it states none', () => {
    const text = 'What the text of May 10, 2023 says\nIt is quiet.';
    expect(dateArticle({ text, bodySpan: { start: text.indexOf('It is'), end: text.length } }).value).toBeUndefined();
  });
});

describe('a dateline without its year', () => {
  const text =
    'TIRANA -- Both sides must keep to the accords of March 4, 2019, June 2 and August 9, 2020, the envoy said on Thursday.';

  test('has the one year between a past date and the day of capture', () => {
    const found = dated(text, '--05-20', { notAfter: '2024-11-21' });
    expect(found).toMatchObject({ value: '2021-05-20', precision: 'day', candidates: ['2021-05-20'] });
    expect(rules(found)).toEqual(['dateline-day', 'weekday-of-telling', 'past-date', 'not-after', 'only-year']);
    expect(words(text, found, 'weekday-of-telling')).toBe('Thursday');
    expect(words(text, found, 'past-date')).toBe('August 9, 2020');
  });

  test('has the first year behind the past date where nothing bounds it from above', () => {
    const found = dated(text, '--05-20');
    expect(found.value).toBe('2021-05-20');
    expect(found.candidates).toEqual(['2021-05-20', '2027-05-20', '2032-05-20']);
    expect(rules(found).at(-1)).toBe('first-year-after-past-date');
  });

  test('takes months for bounds too', () => {
    const months = 'TIRANA -- "Keep to the accords of March 2019 and August 2020," she told reporters on Thursday.';
    expect(dated(months, '--05-20').value).toBe('2021-05-20');
  });

  test('a weekday beside the day counts before others', () => {
    const paired = 'TIRANA -- On Monday they met. The pause of August 9, 2020 ended on Thursday, May 20, they said.';
    const found = dated(paired, '--05-20');
    expect(found.value).toBe('2021-05-20');
    expect(rules(found)).toContain('weekday-with-date');
  });

  test('stays open without a weekday, with every year named', () => {
    const found = dated('TIRANA -- They keep to the accord of August 9, 2020.', '--05-20', { notAfter: '2023-11-21' });
    expect(found.value).toBeUndefined();
    expect(found.candidates).toEqual(['2021-05-20', '2022-05-20', '2023-05-20']);
  });

  test('is settled without a weekday where one year is left', () => {
    const found = dated('TIRANA -- They keep to the accord of August 9, 2020.', '--05-20', { notAfter: '2021-11-21' });
    expect(found.value).toBe('2021-05-20');
  });

  test('stays open without a past date: the day of capture is no date', () => {
    const found = dated('TIRANA -- The envoy left on Thursday.', '--05-20', { notAfter: '2021-05-20' });
    expect(found.value).toBeUndefined();
    expect(found.candidates).toEqual([]);
  });

  test('is bounded by what is to come', () => {
    const found = dated(
      'TIRANA -- The accord of August 9, 2020 was read on Thursday. A summit will be held on March 1, 2022.',
      '--05-20',
    );
    expect(found.value).toBe('2021-05-20');
    expect(
      words(
        'TIRANA -- The accord of August 9, 2020 was read on Thursday. A summit will be held on March 1, 2022.',
        found,
        'coming-date',
      ),
    ).toBe('March 1, 2022');
    expect(rules(found).at(-1)).toBe('only-year');
  });

  test.each([
    ['far behind the past date', 'The accord of August 9, 1994 was read on Thursday.'],
    ['before a year told as past', 'The accord of August 9, 2020 was read on Thursday. It failed in 2025.'],
    ['an anniversary', 'Envoys met on Thursday. On May 19, 2020, shells fell.'],
  ])('stays open where the first year is doubtful: %s', (_, body) => {
    const found = dated(`TIRANA -- ${body}`, '--05-20');
    expect(found.value).toBeUndefined();
    expect(found.candidates.length).toBeGreaterThan(0);
  });

  test.each([
    ['to come', 'The envoy will speak on Thursday about the accord of August 9, 2020.'],
    ['pointed at', 'The envoy left last Thursday over the accord of August 9, 2020.'],
    ['owned', 'After Thursday\u2019s raid the accord of August 9, 2020 is dead.'],
    ['further down', 'The accord of August 9, 2020 is dead.\n\nShells fell on Thursday.'],
  ])('a weekday that is %s is not the weekday of telling', (_, body) => {
    expect(rules(dated(`TIRANA -- ${body}`, '--05-20'))).not.toContain('weekday-of-telling');
  });

  test('February 29 has leap years only', () => {
    const found = dated('TIRANA -- They keep to the accord of August 9, 2019.', '--02-29', { notAfter: '2025-01-01' });
    expect(found.candidates).toEqual(['2020-02-29', '2024-02-29']);
  });
});

test('any text gives spans inside it, candidates in order, and the value among them', () => {
  const piece = fc.constantFrom(
    'May 5, 2020',
    'in 2031',
    'on Thursday',
    'Thursday, May 20',
    'will be held',
    'of',
    'until',
    '. ',
    '\n\n',
    'said',
    'August 2020',
    '31 June 2021',
    ', ',
    '’s',
  );
  const body = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary' }),
  );
  const date = fc.constantFrom(undefined, '--05-20', '--02-29', '--99-99', '2021-05-20', 'May');
  const notAfter = fc.constantFrom(undefined, '2024-01-01', '2019-01-01', 'never');
  fc.assert(
    fc.property(body, date, notAfter, (said, day, limit) => {
      const text = `TIRANA -- ${said}`;
      const found = dated(text, day, limit === undefined ? {} : { notAfter: limit });
      for (const { start, end } of found.basis) {
        expect(start === undefined || (start >= 0 && start < end! && end! <= text.length)).toBe(true);
      }
      expect([...found.candidates].sort()).toEqual(found.candidates);
      if (found.value !== undefined) expect(found.candidates).toContain(found.value);
    }),
    { numRuns: 1000 },
  );
});
