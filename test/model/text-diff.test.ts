/** Differences between two versions of a text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTexts } from '../../src/model/text-diff.ts';

const brief = (before: string, after: string): string[] =>
  diffTexts(before, after).map(({ type, text }) => `${type}: ${text.replaceAll('\n', ' / ')}`);

test('a sentence that was changed is gone and new; the rest is the same', () => {
  const before = 'Shells fell on Goma.\n\nFive people died. The army denied it.';
  const after = 'Shells fell on Goma.\n\nSeven people died. The army denied it. Talks go on.';
  expect(brief(before, after)).toEqual([
    'same: Shells fell on Goma.',
    'removed: Five people died.',
    'added: Seven people died.',
    'same: The army denied it.',
    'added: Talks go on.',
  ]);
});

test('white space and line ends are no difference', () => {
  expect(brief('One two.\nThree.', 'One  two.   Three.')).toEqual(['same: One  two.   Three.']);
  expect(brief('', '')).toEqual([]);
});

test('every stretch stands where it says, and the words of both texts are all there, in order', () => {
  const text = fc
    .array(fc.constantFrom('A b.', 'C d.', 'E f!', 'G', '\n'), { maxLength: 12 })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffTexts(before, after);
      for (const { type, start, end, text: words } of changes)
        expect((type === 'removed' ? before : after).slice(start, end)).toBe(words);
      const words = (not: string): string =>
        changes
          .filter(({ type }) => type !== not)
          .map((change) => change.text)
          .join(' ')
          .replaceAll(/\s+/g, ' ');
      expect(words('removed')).toBe(after.replaceAll(/\s+/g, ' ').trim());
      expect(words('added')).toBe(before.replaceAll(/\s+/g, ' ').trim());
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('long texts with nothing in common cost no quadratic table', () => {
  const many = (word: string): string => Array.from({ length: 5000 }, (_, n) => `${word} ${n}.`).join(' ');
  expect(diffTexts(many('Old'), many('New')).map(({ type }) => type)).toEqual(['removed', 'added']);
});
