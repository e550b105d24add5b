/** The first tables. Forward only: a later change is a later file. */
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const blob = dialect === 'postgres' ? 'bytea' : 'blob';
  const serial = (table: string) =>
    dialect === 'postgres'
      ? db.schema.createTable(table).addColumn('seq', 'bigserial', (c) => c.primaryKey())
      : db.schema.createTable(table).addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement());

  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('runs')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('started', 'text', (c) => c.notNull())
    .addColumn('finished', 'text')
    .addColumn('coder', 'text', (c) => c.notNull())
    .addColumn('command', 'text', (c) => c.notNull())
    .addColumn('added', 'integer', (c) => c.notNull())
    .addColumn('known', 'integer', (c) => c.notNull())
    .addColumn('rejected', 'integer', (c) => c.notNull())
    .execute();
  await serial('reports')
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('raw', sql.raw(blob), (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('captured', 'text', (c) => c.notNull())
    .addColumn('run', 'text', (c) => c.notNull().references('runs.id'))
    .addColumn('meta', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('articles')
    .addColumn('report', 'text', (c) => c.primaryKey().references('reports.id').onDelete('cascade'))
    .addColumn('coder', 'text', (c) => c.notNull())
    .addColumn('headline', 'text', (c) => c.notNull())
    .addColumn('outlet', 'text')
    .addColumn('published', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('story', 'text')
    .addColumn('card', 'text', (c) => c.notNull())
    .addColumn('article', 'text', (c) => c.notNull())
    .addColumn('diagnostics', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('articles_published').on('articles').columns(['published', 'report']).execute();
  await db.schema
    .createTable('records')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('report', 'text', (c) => c.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('factuality', 'text', (c) => c.notNull())
    .addColumn('earliest', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('records_report').on('records').column('report').execute();
  await db.schema.createIndex('records_kind').on('records').columns(['kind', 'id']).execute();
  await serial('decisions')
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('entries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('earliest', 'text')
    .addColumn('last_reported', 'text')
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('entries_kind').on('entries').columns(['kind', 'earliest', 'id']).execute();
  await db.schema
    .createTable('ledger_parts')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await serial('quarantine')
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('raw', sql.raw(blob), (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await createFullText(db, dialect);
}

/** SQLite keeps its full-text index in step by triggers; PostgreSQL has it as a generated column. */
async function createFullText(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql`create index reports_words on reports using gin (to_tsvector('simple', text))`.execute(db);
    return;
  }
  const statements = [
    `create virtual table reports_words using fts5(text, content='reports', content_rowid='seq', tokenize='unicode61 remove_diacritics 2')`,
    `create trigger reports_words_add after insert on reports begin
       insert into reports_words(rowid, text) values (new.seq, new.text); end`,
    `create trigger reports_words_drop after delete on reports begin
       insert into reports_words(reports_words, rowid, text) values ('delete', old.seq, old.text); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
