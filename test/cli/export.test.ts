/** `trucewatch export` and `restore` as people run them. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/context.ts';
import { trucewatch } from '../support/cli.ts';
import { testFolder } from '../support/stores.ts';

const folder = testFolder();
const data = join(folder.path, 'data');
afterAll(() => folder.remove());
beforeAll(async () => {
  const samples = ['0913-north-ceasefire.txt', '0913-north-ushakov.txt'].map((name) =>
    join(ROOT, 'examples/reports', name),
  );
  await trucewatch(['ingest', ...samples, '--data', data]);
}, 60_000);

const run = (...args: readonly string[]) => trucewatch(['export', ...args, '--data', data]);

describe('export', () => {
  test('writes to standard output, and nothing else there', async () => {
    const { code, stdout, stderr } = await run('ics');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  });

  test('writes a file whole, and leaves no half of one', async () => {
    const file = join(folder.path, 'acled.csv');
    const { code, stdout, stderr } = await run('acled', '--bom', '--out', file);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('acled.csv');
    expect(readFileSync(file, 'utf8')).toMatch(/^\u{FEFF}event_id_cnty,/u);
    expect(existsSync(`${file}.part`)).toBe(false);
    rmSync(file);
  });

  test.each([
    [['csv', '--redact', 'everything'], /"everything" cannot be withheld/],
    [['csv', '--out', '/nowhere/at/all.csv'], /cannot be written/],
  ])('%j ends with one line and an exit code', async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a bundle is restored into another folder with the same ledger', async () => {
    const bundle = join(folder.path, 'all.tar.gz');
    expect((await run('bundle', '--out', bundle)).code).toBe(0);
    const copy = join(folder.path, 'copy');
    const { code, stdout } = await trucewatch(['restore', bundle, '--data', copy]);
    expect(code).toBe(0);
    const { stdout: hash } = await trucewatch(['ledger', '--hash', '--data', data]);
    expect(stdout).toContain(`The ledger is the same: ${hash.trim()}`);
    const read = await trucewatch(['ingest', bundle, '--data', copy]);
    expect([read.code === 0, read.stderr]).toEqual([false, expect.stringContaining(`trucewatch restore ${bundle}`)]);
  });
});
