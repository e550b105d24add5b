/** Real stores for tests: SQLite in a folder of its own, PostgreSQL in a schema of its own where a server is named. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Dialect } from '../../src/store/dialect.ts';
import { openPostgresStore, openSqliteStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

export const POSTGRES = process.env['TRUCEWATCH_TEST_POSTGRES'];
if (POSTGRES === undefined)
  process.stderr.write('PostgreSQL tests: skipped, TRUCEWATCH_TEST_POSTGRES names no server\n');

export const DIALECTS: readonly Dialect[] = POSTGRES === undefined ? ['sqlite'] : ['sqlite', 'postgres'];

export interface TestStore {
  readonly store: Store;
  /** Opens the same data a second time. */
  reopen(): Promise<Store>;
  remove(): Promise<void>;
}

let schemas = 0;

export async function testStore(dialect: Dialect): Promise<TestStore> {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'trucewatch-'));
    const store = await openSqliteStore(folder);
    return {
      store,
      reopen: () => openSqliteStore(folder),
      remove: async () => {
        await store.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  const schema = `test_${process.pid}_${schemas++}`;
  const store = await openPostgresStore(POSTGRES!, schema);
  return {
    store,
    reopen: () => openPostgresStore(POSTGRES!, schema),
    remove: async () => {
      await store.close();
      const client = new pg.Client({ connectionString: POSTGRES });
      await client.connect();
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}

/** A store in which run `r` has begun, for tests that take reports in. */
export async function testRun(dialect: Dialect): Promise<TestStore> {
  const opened = await testStore(dialect);
  await opened.store.startRun({ id: 'r', started: '2024-01-01T00:00:00Z', coder: 'test', command: 'test' });
  return opened;
}

/** What `ingest` needs beside the store and the lexicons to take reports into that run. */
export const TEST_RUN = { captured: '2024-01-01T00:00:00Z', run: 'r' } as const;

/** A folder that is removed after the test. */
export function testFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'trucewatch-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
