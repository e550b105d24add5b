/** DuckDB as an independent reader: a file in, rows out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

type Rows = readonly Record<string, unknown>[];

/** Runs `sql` with `$file` standing for a file of these bytes. */
export async function duckdb(bytes: Uint8Array, sql: string): Promise<Rows> {
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-duckdb-'));
  const file = join(folder, 'export');
  writeFileSync(file, bytes);
  try {
    return await runSql(sql.replaceAll('$file', `'${file}'`), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `sql` as in a shell that stands in `folder`. */
export async function runSql(sql: string, folder: string): Promise<Rows> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`set file_search_path = '${folder}'`);
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
