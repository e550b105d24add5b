/**
 * Projections that lists are read from: entries with columns to sort and terms to filter by, truces, agenda, stories,
 * coverage, places and a log of changes. All of it but the log is made anew from reports and decisions at the next fold.
 */
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await sql`drop table entries`.execute(db);
  await sql`delete from ledger_parts`.execute(db);
  await createEntries(db, dialect);
  await createTerms(db, dialect);
  await createParts(db, dialect);
  await createChanges(db, dialect);
  await sql`alter table articles add column line text`.execute(db);
  await sql`alter table articles add column at ${key(dialect)} not null default ''`.execute(db);
  await sql`update articles set at = coalesce(published, '')`.execute(db);
  await sql`create index articles_at on articles (at, report)`.execute(db);
  await sql`create index articles_outlet on articles (outlet, at, report)`.execute(db);
  await sql`create index articles_language on articles (language, at, report)`.execute(db);
  await createEntryWords(db, dialect);
}

/** Keys sort by code unit in both databases, whatever locale PostgreSQL was set up with. */
const key = (dialect: Dialect) => sql.raw(dialect === 'postgres' ? 'text collate "C"' : 'text');

const serial = (db: Kysely<unknown>, dialect: Dialect, table: string) =>
  dialect === 'postgres'
    ? db.schema.createTable(table).addColumn('seq', 'bigserial', (c) => c.primaryKey())
    : db.schema.createTable(table).addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement());

async function createEntries(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await serial(db, dialect, 'entries')
    .addColumn('id', key(dialect), (c) => c.notNull().unique())
    .addColumn('kind', key(dialect), (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('at', key(dialect), (c) => c.notNull())
    .addColumn('reported', key(dialect), (c) => c.notNull())
    .addColumn('priority', 'integer', (c) => c.notNull())
    .addColumn('review', key(dialect), (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('terms', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .execute();
  for (const columns of ['at, id', 'reported, id', 'kind, at, id', 'kind, reported, id', 'kind, priority, id'])
    await sql.raw(`create index entries_${columns.replaceAll(', ', '_')} on entries (${columns})`).execute(db);
  await sql`create index entries_queue on entries (review, priority, id)`.execute(db);
  await sql`create index entries_kind_queue on entries (review, kind, priority, id)`.execute(db);
  await db.schema
    .createTable('entry_bodies')
    .addColumn('id', key(dialect), (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
}

/** A row for each thing that an entry can be filtered by, in the order of its time, so that a list is one stretch of the key. */
async function createTerms(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const table = db.schema
    .createTable('entry_terms')
    .addColumn('term', key(dialect), (c) => c.notNull())
    .addColumn('at', key(dialect), (c) => c.notNull())
    .addColumn('entry', key(dialect), (c) => c.notNull())
    .addColumn('kind', key(dialect), (c) => c.notNull())
    .addColumn('reported', key(dialect), (c) => c.notNull())
    .addColumn('priority', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_terms_key', ['term', 'at', 'entry']);
  await (dialect === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute();
}

async function createParts(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('truces')
    .addColumn('id', key(dialect), (c) => c.primaryKey())
    .addColumn('at', key(dialect), (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('standing', 'integer', (c) => c.notNull())
    .addColumn('parties', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await sql`create index truces_at on truces (at, id)`.execute(db);
  await db.schema
    .createTable('agenda')
    .addColumn('id', key(dialect), (c) => c.primaryKey())
    .addColumn('at', key(dialect), (c) => c.notNull())
    .addColumn('outcome', key(dialect), (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await sql`create index agenda_at on agenda (at, id)`.execute(db);
  await sql`create index agenda_outcome on agenda (outcome, at, id)`.execute(db);
  await db.schema
    .createTable('stories')
    .addColumn('id', key(dialect), (c) => c.primaryKey())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('story_reports')
    .addColumn('report', key(dialect), (c) => c.primaryKey())
    .addColumn('story', key(dialect), (c) => c.notNull())
    .execute();
  await sql`create index story_reports_story on story_reports (story, report)`.execute(db);
  await db.schema
    .createTable('coverage')
    .addColumn('day', key(dialect), (c) => c.notNull())
    .addColumn('side', key(dialect), (c) => c.notNull())
    .addColumn('reports', 'integer', (c) => c.notNull())
    .addColumn('origins', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('coverage_key', ['day', 'side'])
    .execute();
  await db.schema
    .createTable('places')
    .addColumn('key', key(dialect), (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('lat', 'double precision', (c) => c.notNull())
    .addColumn('lon', 'double precision', (c) => c.notNull())
    .execute();
}

async function createChanges(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await serial(db, dialect, 'changes')
    .addColumn('at', key(dialect), (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('id', key(dialect), (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await sql`create index changes_at on changes (at, seq)`.execute(db);
}

/** Full text over the titles of entries, kept in step as that over reports is. */
async function createEntryWords(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql`create index entries_words on entries using gin (to_tsvector('simple', title))`.execute(db);
    return;
  }
  const drop = `insert into entries_words(entries_words, rowid, title) values ('delete', old.seq, old.title);`;
  const add = `insert into entries_words(rowid, title) values (new.seq, new.title);`;
  const statements = [
    `create virtual table entries_words using fts5(title, content='entries', content_rowid='seq', tokenize='unicode61 remove_diacritics 2')`,
    `create trigger entries_words_add after insert on entries begin ${add} end`,
    `create trigger entries_words_drop after delete on entries begin ${drop} end`,
    `create trigger entries_words_change after update of title on entries when old.title != new.title begin ${drop} ${add} end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
