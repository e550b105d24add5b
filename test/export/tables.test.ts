/** Tables with the columns of ACLED, ETH/PRIO and HXL, and our own, read by csv-parse, DuckDB and hyparquet. */
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportAs } from '../../src/export/export-as.ts';
import type { ExportOptions, ExportSource } from '../../src/export/source.ts';
import { ACLED_COLUMNS } from '../../src/export/tables/acled.ts';
import { ACLED_TYPES, interactionOf, interOf } from '../../src/export/tables/acled-codes.ts';
import { ETHPRIO_COLUMNS } from '../../src/export/tables/ethprio.ts';
import { HXL_COLUMNS } from '../../src/export/tables/hxl.ts';
import { duckdb } from '../support/duckdb.ts';
import { bytesOf, frozenSource, textOf } from '../support/export.ts';

type Cells = Record<string, string>;

let source: ExportSource;
beforeAll(async () => void (source = await frozenSource()));

const rowsOf = async (format: string, options: ExportOptions = {}): Promise<Cells[]> =>
  parse(await textOf(exportAs(format, source, options)), { columns: true }) as Cells[];

describe('acled', () => {
  test('has ACLED’s columns first, in its order, and only its words in them', async () => {
    const text = await textOf(exportAs('acled', source));
    expect(text.split('\r\n')[0]!.split(',').slice(0, ACLED_COLUMNS.length)).toEqual([...ACLED_COLUMNS]);
    const rows = await rowsOf('acled');
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row['event_date']).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/);
      expect(['', '1', '2', '3']).toContain(row['time_precision']);
      expect(['', '1', '2', '3']).toContain(row['geo_precision']);
      if (row['sub_event_type'] !== '')
        expect([row['disorder_type'], row['event_type']]).toEqual(ACLED_TYPES[row['sub_event_type']!]);
    }
    // One killing is told as an act with its number; all other tolls are of days and sides, and nobody says nought
    const counted = rows.filter((row) => row['fatalities'] !== '');
    expect(counted.map((row) => [row['fatalities'], row['actor2']])).toEqual([['50', 'Azerbaijani servicemen']]);
  });

  test('keeps who fired at whom, and who says so, beside columns that have no direction', async () => {
    const row = (await rowsOf('acled')).find(
      ({ location, tw_place_relation }) => location === 'Goris' && tw_place_relation !== 'at',
    )!;
    expect(row).toMatchObject({
      event_date: '2022-09-13',
      time_precision: '1',
      event_type: 'Explosions/Remote violence',
      sub_event_type: 'Shelling/artillery/missile attack',
      country: 'Armenia',
      admin1: 'Syunik',
      iso: '51',
      geo_precision: '2',
      inter1: '8',
      tw_from_code: expect.stringMatching(/^AZE/),
      tw_accuser_code: expect.stringContaining('ARM MIL'),
      tw_standing: 'denied',
    });
  });

  test('has no row for an act that is only denied', async () => {
    const only = source.ledger.entries.filter(
      ({ kind, factuality }) => kind === 'incident' && factuality.join() === 'denied',
    );
    expect(only.length).toBeGreaterThan(0);
    const rows = new Set((await rowsOf('acled')).map(({ tw_entry }) => tw_entry));
    for (const { id } of only) expect(rows).not.toContain(id);
  });

  test.each([
    ['ARM MIL', 'ARM', 1],
    ['AZE MIL', 'ARM', 8],
    ['SDN UAF', 'SDN', 3],
    ['MMR REB', 'MMR', 2],
    ['UNK CVL', 'ARM', 7],
    ['UNK MIL', 'ARM', undefined],
    ['IGO|OSCE', 'UKR', 8],
  ])('%s in %s is of kind %s', (code, country, inter) => expect(interOf(code, country)).toBe(inter));

  test('interaction has the smaller kind first', () => {
    expect(interactionOf(8, 1)).toBe(18);
    expect(interactionOf(undefined, 3)).toBe(30);
    expect(interactionOf(undefined, undefined)).toBeUndefined();
  });

  test('has a row a place, and DuckDB agrees on their number', async () => {
    const exported = await bytesOf(await exportAs('acled', source));
    const [told] = await duckdb(
      exported,
      `select count(*)::int as n, count(distinct event_id_cnty)::int as ids, min(latitude) > 30 as north
       from read_csv($file, header = true)`,
    );
    expect(told).toMatchObject({ n: (await rowsOf('acled')).length, north: true });
    expect(told!['ids']).toBe(told!['n']);
  });
});

describe('ethprio', () => {
  test('has a row for each party of each ceasefire, mediators aside', async () => {
    const rows = await rowsOf('ethprio');
    expect(Object.keys(rows[0]!).slice(0, ETHPRIO_COLUMNS.length)).toEqual([...ETHPRIO_COLUMNS]);
    const first = rows.filter(({ tw_effective_from }) => tw_effective_from === '2022-09-13T06:00:00Z');
    expect(new Set(first.map(({ location }) => location))).toEqual(new Set(['Armenia', 'Azerbaijan']));
    expect(first).toHaveLength(2);
    expect(first[0]).toMatchObject({
      cf_effect_yr: '2022',
      cf_effect_month: '9',
      cf_effect_day: '13',
      ended: '1',
      end_day: '14',
      mediator_nego: '1',
      ceasefire_class: '1',
      tw_status: 'superseded',
    });
  });

  test('fills no unknown day with the middle of a month', async () => {
    for (const row of await rowsOf('ethprio'))
      for (const name of ['cf_dec_day', 'cf_dec_month', 'cf_effect_day', 'end_day', 'end_month'])
        expect(row[name]).toMatch(/^(?:-1|[1-9]|[12]\d|3[01])$/);
  });
});

describe('hxl', () => {
  test('has hashtags below the names, each of HXL’s form', async () => {
    const [names, tags, ...rows] = parse(await textOf(exportAs('hxl', source)));
    expect(names).toEqual(HXL_COLUMNS.map(([name]) => name));
    for (const tag of tags!) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*$/);
    expect(rows.length).toBeGreaterThan(30);
    const at = (tag: string): number => tags!.indexOf(tag);
    for (const row of rows) {
      expect(row[at('#date+start')]).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/);
      expect(Math.abs(Number(row[at('#geo+lat')]))).toBeLessThanOrEqual(90);
    }
    const killed = rows.filter((row) => row[at('#affected+killed')] !== '').map((row) => row[at('#affected+killed')]);
    expect(killed).toContain('105');
  });
});

describe('csv', () => {
  test('with a kind has a row an entry, with basis and words of each slot', async () => {
    const rows = await rowsOf('csv', { kind: 'incident' });
    expect(rows).toHaveLength(source.ledger.entries.filter(({ kind }) => kind === 'incident').length);
    const bases = new Set(rows.flatMap((row) => (row['acled_basis'] === '' ? [] : [row['acled_basis']])));
    expect(bases).toEqual(new Set(['inferred: acled-sub-event']));
    for (const row of rows) if (row['type'] !== '') expect(row['type_words']).not.toBe('');
  });

  test('without a kind quotes, for every value that is said, words that stand in the report', async () => {
    const rows = await rowsOf('csv');
    const reports = new Map(
      (await source.reports([...new Set(rows.map(({ report }) => report!))])).map((r) => [r.id, r.text]),
    );
    const said = rows.filter(({ basis }) => basis === 'said');
    expect(said.length).toBeGreaterThan(300);
    for (const { report, start, end, words } of said) {
      const first = reports.get(report!)!.slice(Number(start), Number(end)).replaceAll(/\s+/g, ' ').trim();
      expect(words!.replace(/^'/, '').startsWith(first)).toBe(true);
    }
  });

  test('a truce, a stretch of time and a kind narrow it', async () => {
    const truce = source.ledger.truces[1]!;
    const all = await rowsOf('csv', { kind: 'incident', truce: truce.id });
    const ids = new Set([...truce.breaches, ...truce.before, ...truce.uncertain]);
    for (const id of ids) expect(all.map((row) => row['id'])).toContain(id);
    const titles = async (options: ExportOptions) =>
      (await rowsOf('csv', { kind: 'incident', ...options })).map(({ title }) => title);
    const [denied, kalbajar] = ['Fire, denied by Azerbaijan', 'Fire at Kalbajar, alleged by Azerbaijan of Armenia'];
    expect(await titles({ from: '2022-09-21' })).toEqual([denied, kalbajar]);
    // That one begins on the 21st, the other in the evening of the 20th
    expect(await titles({ to: '2022-09-20' })).toEqual((await titles({})).filter((title) => title !== kalbajar));
    expect(await titles({ from: '2022-09-20T20:00Z', to: '2022-09-21T00:00Z' })).toEqual([denied]);
  });

  test('refuses an unknown truce and what is no time, before the first byte', async () => {
    await expect(exportAs('csv', source, { truce: 'agreement-none' })).rejects.toThrow(/agreement-none/);
    await expect(exportAs('csv', source, { from: 'yesterday' })).rejects.toThrow(/no date/);
    await expect(exportAs('xls', source)).rejects.toThrow(/"xls" is no format. Formats: csv, jsonl/);
  });
});

describe('parquet', () => {
  test('is read by DuckDB, with instants as timestamps and slots as JSON', async () => {
    const bytes = await bytesOf(await exportAs('parquet', source));
    const rows = await duckdb(
      bytes,
      `select kind, count(*)::int as n, min(earliest)::varchar as first, max(json_array_length(slots))::int as slots
       from read_parquet($file) group by kind order by kind`,
    );
    const incidents = source.ledger.entries.filter(({ kind }) => kind === 'incident');
    expect(rows.find(({ kind }) => kind === 'incident')).toMatchObject({ n: incidents.length });
    expect(rows.find(({ kind }) => kind === 'toll')!['first']).toBe('2022-09-12 20:00:00');
  });

  test('is read by hyparquet, with a column for each slot of a kind', async () => {
    const bytes = await bytesOf(await exportAs('parquet', source, { kind: 'toll' }));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows.map((row) => row['killed'])).toContain('105');
    expect(rows[0]).toHaveProperty('killed_basis');
  });

  test('an empty ledger is an empty table', async () => {
    const bytes = await bytesOf(await exportAs('parquet', source, { from: '1900-01-01', to: '1900-01-02' }));
    expect(await duckdb(bytes, 'select count(*)::int as n from read_parquet($file)')).toEqual([{ n: 0 }]);
  });
});
