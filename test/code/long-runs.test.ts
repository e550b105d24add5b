/** The rules look at the neighbourhood of what they judge, never at the whole report again: time grows with the length. */
import { expect, test } from 'vitest';
import { codeDoc } from '../../src/code/code-doc.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { docOf } from '../support/doc.ts';
import { ofKind } from './phrase-book.ts';

/** Milliseconds to code the same words over and over, up to so many characters; the annotation is left out. */
function time(words: string, size: number): number {
  const doc = docOf(words.repeat(size / words.length), { published: '2019-05-16' });
  const start = performance.now();
  codeDoc(doc, loadLexicons());
  return performance.now() - start;
}

test.each([
  'ceasefire agreement ',
  'the army said ',
  'The Kenyan army said that a ceasefire agreement between Kenya and Chad was signed. ',
  'Kenya and Chad agreed on a ceasefire under the Lamu Protocol. ',
])('a long run of "%s" is coded in proportion to its length', (words) => {
  time(words, 20_000);
  const short = Math.min(time(words, 40_000), time(words, 40_000));
  expect(time(words, 640_000)).toBeLessThan(short * 48 + 300);
});

test('a truce that every sentence names anew rests on a bounded number of mentions', () => {
  const truces = ofKind('agreement', 'Kenya and Chad agreed on a ceasefire under the Lamu Protocol. '.repeat(200));
  const grounds = truces.map(({ restsOn }) => restsOn.length);
  expect(Math.max(...grounds)).toBeGreaterThan(0);
  expect(Math.max(...grounds)).toBeLessThan(100);
});
