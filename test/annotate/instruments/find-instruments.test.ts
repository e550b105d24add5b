/** Phrase book of instruments: one mention for each that the words name, and none for houses, drafts and kinds of deals. */
import { expect, test } from 'vitest';
import { docOf } from '../../support/doc.ts';

const named = (text: string): string[] =>
  docOf(text, { published: '2019-05-16' }).instruments.map((one) => [one.class, one.date].filter(Boolean).join(' '));

test.each([
  [
    'Both sides kept to the joint statement of the leaders of Chad and Sudan of 3 March 2018.',
    ['joint statement 2018-03-03'],
  ],
  [
    'They recalled the trilateral statements of the leaders of Chad, Sudan and Libya of 3 March 2018 and 9 May 2019.',
    ['joint statement 2018-03-03', 'joint statement 2019-05-09'],
  ],
  ['The Lusaka Protocol is still in force.', ['protocol']],
  ['Security Council Resolution 1701 demands it.', ['resolution']],
])('%s', (text, expected) => {
  expect(named(text)).toEqual(expected);
});

test.each([
  'They met at the Nairobi National Convention Center.',
  'The ministers spoke of regional trade agreements.',
  'A European draft resolution was handed round.',
  'They want an ambitious and balanced Doha agreement.',
  'He opened a World Farmers Convention on Water.',
])('no instrument: %s', (text) => {
  expect(named(text)).toEqual([]);
});
