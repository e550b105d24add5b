/** Any ledger, any words in it: every format is read by its reader, and the order of arrival changes no byte. */
import { check } from '@placemarkio/check-geojson';
import { parseFeed } from '@rowanmanning/feed-parser';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, exportAs } from '../../src/export/export-as.ts';
import { mapStrings } from '../../src/export/redact/private-words.ts';
import type { ExportSource } from '../../src/export/source.ts';
import { someReports } from '../support/arbitrary-ledger.ts';
import { bytesOf, foldedSource, textOf } from '../support/export.ts';

const lines = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

/** What each reader makes of a file; throws when it cannot read it. */
const READERS: Readonly<Record<string, (bytes: Uint8Array, text: string) => unknown>> = {
  csv: (_, text) => parse(text, { columns: true }),
  acled: (_, text) => parse(text, { columns: true }),
  ethprio: (_, text) => parse(text, { columns: true }),
  hxl: (_, text) => parse(text, { columns: true }),
  jsonl: (_, text) => lines(text),
  plover: (_, text) => lines(text),
  geojson: (_, text) => check(text),
  jsonld: (_, text) => jsonld.toRDF(JSON.parse(text)),
  parquet: (bytes) => parquetReadObjects({ file: new Uint8Array(bytes).buffer }),
  ics: (_, text) => new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents(),
  atom: (_, text) => parseFeed(text),
  'atom-changes': (_, text) => parseFeed(text),
  'atom-due': (_, text) => parseFeed(text),
};

/** Words that some format could stumble over. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    '"',
    "'",
    ',\r\n',
    '</title>',
    '&amp;',
    ']]>',
    '\u{0}',
    '\u{1F534}',
    'END:VEVENT',
    '-',
    '\u{2028}',
  ),
);

const withWords = (source: ExportSource, words: string): ExportSource => {
  const change = (text: string): string => text.replaceAll(/Ministry|Mission|Reef/g, words);
  return { ...source, ledger: mapStrings(source.ledger, change) };
};

describe.each(Object.keys(READERS))('%s', (format) => {
  test('is read whatever the ledger holds', async () => {
    await fc.assert(
      fc.asyncProperty(someReports(10), nasty, async (reports, words) => {
        const source = withWords(foldedSource(reports), words);
        const bytes = await bytesOf(await exportAs(format, source, { url: 'https://desk.example.org' }));
        const read = await READERS[format]!(bytes, new TextDecoder().decode(bytes));
        expect(read).toBeDefined();
      }),
      { numRuns: 30 },
    );
  });

  test('is the same for the same reports in another order', async () => {
    const reportsAndOrder = someReports(8).chain((reports) =>
      fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
    );
    await fc.assert(
      fc.asyncProperty(reportsAndOrder, async ([reports, shuffled]) => {
        const [one, other] = [foldedSource(reports), foldedSource(shuffled)];
        expect(await textOf(exportAs(format, one))).toBe(await textOf(exportAs(format, other)));
      }),
      { numRuns: 10 },
    );
  });
});

test('every format of data has its reader', () => {
  const data = EXPORT_FORMATS.map(({ name }) => name).filter(
    (name) => !name.startsWith('sitrep-') && name !== 'bundle',
  );
  expect(data.toSorted()).toEqual(Object.keys(READERS).toSorted());
});
