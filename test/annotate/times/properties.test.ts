import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInside } from '../../../src/model/span.ts';
import { mentionsIn } from './phrase-book.ts';

const DATE = String.raw`(?:\d{4}|XXXX)(?:-(?:(?:\d\d|XX)(?:-(?:\d\d|XX))?|W(?:\d\d|XX)(?:-(?:WE|[1-7]))?|SP|SU|FA|WI|Q[1-4]|H[12]))?|\d{3}X|\d{2}XX`;
const TIME = String.raw`T(?:MO|AF|EV|NI|DT|\d\d:\d\d(?::\d\d)?)`;
const LENGTH = String.raw`P(?:(?:\d+(?:\.\d+)?|X)(?:WE|[YMWD]))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?`;
const VALUE = new RegExp(
  `^(?:(?:${DATE})(?:${TIME})?(?:/(?:${DATE})(?:${TIME})?)?|FY\\d{4}|${LENGTH}|(?:PRESENT|PAST|FUTURE)_REF)$`,
);

/** Pieces that times are made of, so that odd neighbours meet often. */
const piece = fc.constantFrom(
  ...`May|Sept.|September|13|3|31|99|2021|1999|, |-|–| to | and |the |of |night|last|next|past|this|every|each|week|weeks|days|hour|and a half
half |Friday|Fridays|Sat|today|tonight|overnight|midnight|noon|9:00|24:00|18.30|p.m.|am|o'clock|GMT|local time|Baku time|UTC+4|(|) |ago|later|old
before |after |two|twenty|hundred|a |few|several|couple of|about |at least |the end of |mid-|early |year|quarter|third|1990s|century|Easter|Ramadan
daily|now|soon|future|in the |on |at |until |will meet |said |had withdrawn |.|\n\n|’s |spring|fall|2022-09-13|13/09/2022|0735|2400|5 1/2|1,000|T|%`
    .split(/[|\n]/)
    .map((part) => (part === '\\n\\n' ? '\n\n' : part)),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 24 }).map((parts) => parts.join('')),
  fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const published = fc.oneof(
  fc.constant(null),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constant('2024-02-29T23:59:00Z'),
);
const dateline = fc.constantFrom(undefined, 'Moscow', 'NEW YORK', 'Nowhere');

test('any text gives spans inside it, in order, without overlap, with TIMEX3 values and forward intervals', () => {
  fc.assert(
    fc.property(text, published, dateline, (words, day, place) => {
      const mentions = mentionsIn(words, { published: day, ...(place === undefined ? {} : { dateline: place }) });
      let end = 0;
      for (const mention of mentions) {
        expect(isInside(words, mention)).toBe(true);
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.value).toMatch(VALUE);
        if (mention.earliest !== undefined) expect(mention.earliest < mention.latest!).toBe(true);
        end = mention.end;
      }
    }),
    { numRuns: 1500 },
  );
});

test('the same text gives the same times, whatever was read before it', () => {
  const words = 'Shells fell at 9:00 Kabul time on Friday and again the next day.';
  const first = mentionsIn(words, { published: '2023-05-10' });
  mentionsIn('Other words on Monday at 1430 GMT.', { published: '1999-01-01' });
  expect(mentionsIn(words, { published: '2023-05-10' })).toEqual(first);
});

/** Milliseconds for each run: with time that grows with the square of its length none of them would end in it. */
const LIMIT = 10_000;

test.each(['last ', 'the ', 'May 3, ', 'two ', 'day before ', '9:00 (', 'of May and ', '1 '])(
  'a long run of "%s" is read to its end',
  (word) => {
    const run = word.repeat(20_000);
    const [few, all] = [mentionsIn(word.repeat(200)), mentionsIn(run)];
    expect(all.length).toBeGreaterThanOrEqual(few.length);
    // As near to the end as in a short run
    const left = word.repeat(200).length - (few.at(-1)?.end ?? 0);
    if (few.length > 0) expect(run.length - all.at(-1)!.end).toBe(left);
  },
  LIMIT,
);
