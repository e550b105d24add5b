/** Opens a store: a SQLite file in a folder, or a PostgreSQL database by its address. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { TrucewatchError } from '../model/errors.ts';
import { migrate } from './migrate.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import type { Tables } from './schema.ts';
import { createSqlStore } from './sql-store.ts';
import type { Store } from './store.ts';
import { translated } from './translate.ts';

/** Name of the database file inside the data folder. */
export const STORE_FILE = 'trucewatch.sqlite';

/** Opens or makes the store in `folder`. Throws `store-newer`, `store-unusable`, `disk-full`. */
export async function openSqliteStore(folder: string): Promise<Store> {
  const file = join(folder, STORE_FILE);
  return translated(file, async () => {
    mkdirSync(folder, { recursive: true });
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openNodeSqlite(file) }) });
    return ready(db, 'sqlite', file);
  });
}

/** Opens the store in a PostgreSQL database; `schema` keeps several stores in one database apart. */
export async function openPostgresStore(url: string, schema = 'public'): Promise<Store> {
  const name = url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*/, '');
  if (!/^[a-z_][a-z0-9_]*$/.test(schema))
    throw new TrucewatchError('bad-option', `"${schema}" is no schema name. Use letters, digits and _.`);
  return translated(name, async () => {
    const pool = new pg.Pool({ connectionString: url, max: 8, options: `-c search_path=${schema}` });
    await pool.query(`create schema if not exists ${schema}`);
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    return ready(db, 'postgres', name);
  });
}

async function ready(db: Kysely<Tables>, dialect: 'sqlite' | 'postgres', name: string): Promise<Store> {
  try {
    await migrate(db as unknown as Kysely<unknown>, dialect, name);
    return createSqlStore(db, dialect, name);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
