import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordTable } from '../../src/lexicon/word-table.ts';
import { fold, wordsOf } from '../../src/lexicon/words.ts';

test('gives what was made of the word, wherever it stands', () => {
  const lengthOf = wordTable((text) => ({ text, length: text.length }));
  const text = 'talks, talk, talks and Talks';
  expect(lengthOf(text, 0, 5)).toEqual({ text: 'talks', length: 5 });
  expect(lengthOf(text, 13, 18)).toBe(lengthOf(text, 0, 5));
  expect(lengthOf(text, 7, 11)).toEqual({ text: 'talk', length: 4 });
  expect(lengthOf(text, 23, 28).text).toBe('Talks');
});

test('stays right when more words come than it keeps', () => {
  const same = wordTable((text) => ({ text }));
  for (let round = 0; round < 2; round++)
    for (let number = 0; number < 90_000; number++) {
      const word = `w${(number * 7919) % 90_001}`;
      if (same(word, 0, word.length).text !== word) expect(same(word, 0, word.length).text).toBe(word);
    }
  expect(same('-__proto__-', 1, 10).text).toBe('__proto__');
});

test('words are the runs of letters, digits and marks of any script, folded', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      "don't",
      'Öcalan',
      'U.N.',
      'İzmir',
      'Баку',
      '20-й',
      'naïve',
      'a\u0301b',
      '５０',
      '\u{1D400}x',
      '—',
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const runs = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
      expect(wordsOf(text).map(({ start, end, norm }) => ({ start, end, norm }))).toEqual(
        runs.map(({ 0: run, index }) => ({ start: index, end: index + run.length, norm: fold(run) })),
      );
    }),
    { numRuns: 300 },
  );
});
