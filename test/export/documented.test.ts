/** docs/exports.md names every format, every column and every profile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../src/export/export-as.ts';
import { REDACTIONS } from '../../src/export/source.ts';
import { ENTRY_COLUMNS } from '../../src/export/tables/entry-columns.ts';
import { ETHPRIO_COLUMNS } from '../../src/export/tables/ethprio.ts';
import { HXL_COLUMNS } from '../../src/export/tables/hxl.ts';
import { GOLDEN } from '../support/export.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/exports.md'), 'utf8');
const columnsOf = (file: string): readonly string[] =>
  readFileSync(join(GOLDEN, file), 'utf8').split('\r\n')[0]!.split(',');

test.each(EXPORT_FORMATS.map(({ name }) => name))('format %s', (name) => expect(page).toContain(`\`${name}\``));
test.each(REDACTIONS)('profile %s', (name) => expect(page).toContain(`| \`${name}\` |`));

test.each([
  ['csv', ENTRY_COLUMNS],
  ['acled', columnsOf('acled.csv')],
  ['ethprio', [...ETHPRIO_COLUMNS, ...columnsOf('ethprio.csv')]],
])('columns of %s', (_, columns) => {
  for (const name of columns) expect(page).toContain(`\`${name}\``);
});

test('hashtags', () => {
  for (const [, tag] of HXL_COLUMNS) expect(page).toContain(tag);
});
