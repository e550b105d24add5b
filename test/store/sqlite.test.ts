/** What only the embedded store can meet: a newer file, a file that is no store, a full disk. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSituations } from '../../src/lexicon/situations.ts';
import { migrate, SCHEMA_VERSION } from '../../src/store/migrate.ts';
import { openNodeSqlite } from '../../src/store/node-sqlite.ts';
import { openSqliteStore, STORE_FILE } from '../../src/store/open.ts';
import { createSqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/schema.ts';
import { createKeeper } from '../../src/work/keeper.ts';
import { rebuildLedger } from '../../src/work/refold.ts';
import { sampleReports, storeReports } from '../support/samples.ts';
import { testFolder } from '../support/stores.ts';

const situations = loadSituations();

let folder: ReturnType<typeof testFolder>;
beforeEach(() => void (folder = testFolder()));
afterEach(() => folder.remove());

test('a store of a newer trucewatch is left alone', async () => {
  const file = join(folder.path, STORE_FILE);
  const db = new DatabaseSync(file);
  db.exec(`pragma user_version = ${SCHEMA_VERSION + 1}; create table future (x)`);
  db.close();
  await expect(openSqliteStore(folder.path)).rejects.toMatchObject({
    key: 'store-newer',
    message: expect.stringContaining('--data'),
  });
  const after = new DatabaseSync(file);
  expect(after.prepare("select count(*) n from sqlite_master where name = 'future'").get()).toEqual({ n: 1 });
  after.close();
});

test('a file that is no database is named', async () => {
  writeFileSync(join(folder.path, STORE_FILE), 'this is a letter, not a database '.repeat(100));
  await expect(openSqliteStore(folder.path)).rejects.toMatchObject({ key: 'store-unusable' });
});

test('a full disk loses nothing that was stored', async () => {
  const sqlite = openNodeSqlite(join(folder.path, STORE_FILE));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  await migrate(db as unknown as Kysely<unknown>, 'sqlite', 'test');
  const store = createSqlStore(db, 'sqlite', 'test');
  await store.startRun({ id: 'r', started: '2022-01-01T00:00:00Z', coder: 'c', command: 'c' });
  // SQLite's own limit of pages makes it answer SQLITE_FULL, as a full disk does
  sqlite.prepare('pragma max_page_count = 60').all([]);
  const big = {
    hash: 'a'.repeat(64),
    origin: 'big',
    key: 'binary-input',
    message: 'm',
    raw: crypto.getRandomValues(new Uint8Array(60_000)),
    at: '2022-01-01T00:00:00Z',
  };
  const rejects = Array.from({ length: 20 }, (_, n) => ({ ...big, hash: String(n).padStart(64, '0') }));
  await expect(store.addReports('r', [], rejects)).rejects.toMatchObject({
    key: 'disk-full',
    message: expect.stringContaining('nothing was lost'),
  });
  expect(await store.quarantine()).toEqual([]);
  sqlite.prepare('pragma max_page_count = 100000').all([]);
  await store.addReports('r', [], rejects);
  expect(await store.quarantine()).toHaveLength(20);
  await store.close();
});

test('two processes may open an empty folder at once', async () => {
  const script = `
    const { openSqliteStore } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/store/open.ts'))});
    const store = await openSqliteStore(process.argv[1]);
    console.log((await store.counts('')).reports);
    await store.close();`;
  const run = promisify(execFile);
  const runs = await Promise.all(
    Array.from({ length: 3 }, () => run(process.execPath, ['--input-type=module', '-e', script, folder.path])),
  );
  expect(runs.map(({ stdout }) => stdout.trim())).toEqual(['0', '0', '0']);
});

test('a ledger whose hash was made in the old way is folded anew, and nothing else is written', async () => {
  const store = await openSqliteStore(folder.path);
  await storeReports(store, await sampleReports());
  const { hash } = await rebuildLedger(store, situations);
  const { changes } = await store.marks();
  await store.close();
  const sqlite = openNodeSqlite(join(folder.path, STORE_FILE));
  sqlite.prepare(`update ledger_parts set body = 'an older hash' where name = 'hash'`).all([]);
  sqlite.prepare('pragma user_version = 6').all([]);
  sqlite.close();

  const reopened = await openSqliteStore(folder.path);
  expect(await reopened.marks()).not.toHaveProperty('kept');
  const keeper = createKeeper(reopened, situations, () => '2022-09-24T00:00:00Z');
  expect((await keeper.refresh()).hash).toBe(hash);
  expect((await reopened.marks()).changes).toBe(changes);
  await reopened.close();
});
