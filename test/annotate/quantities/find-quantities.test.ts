/** Counts with their bounds and what they count. */
import { expect, test } from 'vitest';
import { docOf } from '../../support/doc.ts';

const counts = (text: string): string[] =>
  docOf(text, { published: '2019-05-16' }).quantities.map(
    ({ low, best, high, unit }) => `${low ?? ''}|${best ?? ''}|${high ?? ''} ${unit ?? ''}`,
  );

test.each([
  ['At least 40 soldiers were killed.', '40|| soldiers'],
  ['Forty-nine soldiers were killed.', '|49| soldiers'],
  ['Between 40 and 50 civilians fled.', '40||50 civilians'],
  ['Two hundred and six people were hurt.', '|206| people'],
])('%s', (text, expected) => {
  expect(counts(text)).toContain(expected);
});

test.each(['No one was hurt.', 'The blast hurt no one.', 'Not one guard was hurt.'])(
  'nobody is counted: %s',
  (text) => {
    expect(counts(text)).toEqual([]);
  },
);

test('what stands for the other number counts', () => {
  expect(counts('Not one but three guards were hurt.')).toEqual(['|3| guards']);
  expect(counts('No fewer than three guards were hurt.')).toEqual(['3|| guards']);
});

test('the number of a date counts nothing', () => {
  expect(counts('They met on 13 May.')).toEqual([]);
});
