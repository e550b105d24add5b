/** Tables on the terminal. */
import { expect, test } from 'vitest';
import { table } from '../../src/cli/text.ts';

test('columns are as wide as their widest cell', () => {
  expect(
    table([
      ['a', 'b'],
      ['long', 'c'],
    ])
      .split('\n')
      .map((line) => line.trimEnd()),
  ).toEqual(['a     b', 'long  c']);
});

test('a table may have as many rows as an archive has entries', () => {
  const rows = Array.from({ length: 300_000 }, () => ['x', 'y']);
  expect(table(rows).split('\n')).toHaveLength(rows.length);
});
