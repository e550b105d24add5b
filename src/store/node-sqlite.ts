/** Lets Kysely's SQLite dialect drive the SQLite that is built into Node. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const CACHED_STATEMENTS = 200;

/**
 * Every transaction of ours writes, so it asks for the right to write at once and waits for it. One that begins by
 * reading gets "database is locked" without a wait when another process has written in between.
 */
const BEGIN = 'begin immediate';

/** Opens `file` (or `:memory:`) in WAL mode with foreign keys on. Throws what SQLite throws. */
export function openNodeSqlite(file: string): SqliteDatabase {
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 10_000 });
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;',
  );
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => db.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = sql === 'rollback' ? rollback(db) : adapt(db.prepare(sql === 'begin' ? BEGIN : sql));
      if (statements.size >= CACHED_STATEMENTS) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}

/** After some errors (a full disk) SQLite has rolled back by itself, and would call a second time an error. */
function rollback(db: DatabaseSync): SqliteStatement {
  const run = (): { changes: number; lastInsertRowid: number } => {
    if (db.isTransaction) db.exec('rollback');
    return { changes: 0, lastInsertRowid: 0 };
  };
  return {
    reader: false,
    all: () => [],
    run,
    iterate: () => [][Symbol.iterator](),
  };
}

function adapt(statement: StatementSync): SqliteStatement {
  const reader = statement.columns().length > 0;
  return {
    reader,
    all: (parameters) => statement.all(...parameters.map(bindable)),
    run(parameters) {
      const { changes, lastInsertRowid } = statement.run(...parameters.map(bindable));
      return { changes, lastInsertRowid };
    },
    iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
  };
}

/** SQLite has no booleans, and `undefined` means that the column is left empty. */
function bindable(value: unknown): SQLInputValue {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value as SQLInputValue;
}
