/** CSV that spreadsheets, R and DuckDB read alike, and that no spreadsheet runs. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellOf, csvLine, csvTable } from '../../src/export/tables/csv.ts';

async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

describe('CSV cells', () => {
  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1 killed', "'+1 killed"],
    ['-5 degrees', "'-5 degrees"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tcmd', "'\tcmd"],
    ['\rcmd', `"'\rcmd"`],
    ['＝1+1', "'＝1+1"],
    ['49 killed', '49 killed'],
    ['“We,” he said', '"“We,” he said"'],
  ])('%j becomes %s', (text, cell) => expect(cellOf(text)).toBe(cell));

  test('a negative longitude is a number, no formula', () => {
    expect(csvLine([-98.5, undefined, true])).toBe('-98.5,,true\r\n');
  });

  test('a reader gets back what went in, but for the guard', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = parse(csvLine(cells), { relax_column_count: true });
        expect(row!.map((cell, i) => (cells[i] === cell ? cell : cell.replace(/^'/, '')))).toEqual(cells);
        for (const cell of row!) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  test('the byte order mark comes first, and only when asked for', async () => {
    const rows = async function* () {
      yield { a: 'é' };
    };
    expect(await whole(csvTable(['a'], rows(), { bom: true }))).toBe('\u{FEFF}a\r\né\r\n');
    expect(await whole(csvTable(['a'], rows()))).toBe('a\r\né\r\n');
  });
});
