/** A process that is killed in the middle of its work, and run again: nothing twice, nothing missing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/open.ts';
import { start, trucewatch } from '../support/cli.ts';
import { testFolder } from '../support/stores.ts';

let folder: ReturnType<typeof testFolder>;
beforeEach(() => void (folder = testFolder()));
afterEach(() => folder.remove());

const REPORTS = 1200;

test('ingest survives kill -9 at any moment', { timeout: 120_000 }, async () => {
  const input = join(folder.path, 'in');
  mkdirSync(input);
  for (let n = 0; n < REPORTS; n++)
    writeFileSync(
      join(input, `r${n}.txt`),
      `MAPUTO, Mozambique, May ${1 + (n % 28)}, 2019 (Sample Wire) - Gunmen attacked village number ${n} in the north, the army said. ${n} people fled.\n`,
    );
  const data = join(folder.path, 'data');
  // Different moments: before the store exists, while lexicons load, between batches, while the ledger is folded
  for (const delay of [150, 450, 700, 1000, 1400]) await killedAfter(delay, ['ingest', input, '--data', data]);
  const ran = await trucewatch(['ingest', input, '--data', data, '--json']);
  expect(ran.code, ran.stderr).toBe(0);
  const { hash } = JSON.parse(ran.stdout) as { hash: string };
  const store = await openSqliteStore(data);
  const cards = await store.cards();
  await store.close();
  expect(new Set(cards.map(({ id }) => id)).size).toBe(REPORTS);
  expect(cards).toHaveLength(REPORTS);
  const clean = await trucewatch(['ingest', input, '--data', join(folder.path, 'clean'), '--json']);
  expect((JSON.parse(clean.stdout) as { hash: string }).hash).toBe(hash);
});

async function killedAfter(delay: number, args: readonly string[]): Promise<void> {
  const child = start(args);
  const closed = new Promise((resolve) => void child.on('close', resolve));
  await new Promise((resolve) => void setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await closed;
}
