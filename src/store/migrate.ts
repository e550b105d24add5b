/** Brings a store up to date, one forward-only step after another, each in a transaction of its own. */
import { type Kysely, sql } from 'kysely';
import { TrucewatchError } from '../model/errors.ts';
import type { Dialect } from './dialect.ts';
import * as first from './migrations/0001-first.ts';
import * as projections from './migrations/0002-projections.ts';
import * as feeds from './migrations/0003-feeds.ts';
import * as placeNames from './migrations/0004-place-names.ts';
import * as storedWords from './migrations/0005-stored-words.ts';
import * as entryCounts from './migrations/0006-entry-counts.ts';
import * as ledgerHash from './migrations/0007-ledger-hash.ts';

interface Migration {
  up(db: Kysely<unknown>, dialect: Dialect): Promise<void>;
}

/** Append only. The schema's version is the number of migrations that have run. */
const MIGRATIONS: readonly Migration[] = [first, projections, feeds, placeNames, storedWords, entryCounts, ledgerHash];

export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Runs what is missing and returns the version found before. Two processes may open a store at once: each step
 * looks at the version again inside its transaction. Throws `store-newer` when the store has steps that we do not know.
 */
export async function migrate(db: Kysely<unknown>, dialect: Dialect, name: string): Promise<number> {
  const found = await versionOf(db, dialect);
  if (found > SCHEMA_VERSION) throw new TrucewatchError('store-newer', name);
  for (let version = found; version < SCHEMA_VERSION; version++) {
    await db.connection().execute((connection) => runStep(connection, dialect, version));
  }
  return found;
}

/** 0 for an empty database. */
export async function versionOf(db: Kysely<unknown>, dialect: Dialect): Promise<number> {
  if (dialect === 'sqlite') {
    const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
    return rows[0]?.user_version ?? 0;
  }
  await sql`create table if not exists schema_version (version integer not null)`.execute(db);
  const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db);
  return rows[0]?.version ?? 0;
}

async function runStep(db: Kysely<unknown>, dialect: Dialect, version: number): Promise<void> {
  await sql.raw(dialect === 'sqlite' ? 'begin immediate' : 'begin').execute(db);
  try {
    if (dialect === 'postgres') await sql`lock table schema_version in exclusive mode`.execute(db);
    if ((await versionOf(db, dialect)) === version) {
      await MIGRATIONS[version]!.up(db, dialect);
      await setVersion(db, dialect, version + 1);
    }
    await sql.raw('commit').execute(db);
  } catch (error) {
    await sql.raw('rollback').execute(db);
    throw error;
  }
}

async function setVersion(db: Kysely<unknown>, dialect: Dialect, version: number): Promise<void> {
  if (dialect === 'sqlite') {
    await sql.raw(`pragma user_version = ${version}`).execute(db);
    return;
  }
  await sql`delete from schema_version`.execute(db);
  await sql`insert into schema_version values (${version})`.execute(db);
}
