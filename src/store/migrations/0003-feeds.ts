/** Watched sources: their health, a log of fetches, their items, and the versions of reports. */
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = sql.raw(dialect === 'postgres' ? 'text collate "C"' : 'text');
  await db.schema
    .createTable('feeds')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('first_seen', text, (c) => c.notNull())
    .addColumn('due', text, (c) => c.notNull())
    .addColumn('last_attempt', text)
    .addColumn('last_success', text)
    .addColumn('last_new', text)
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('error_key', 'text')
    .addColumn('error_message', 'text')
    .addColumn('etag', 'text')
    .addColumn('modified', 'text')
    .addColumn('body_hash', 'text')
    .addColumn('unmodified', 'integer', (c) => c.notNull())
    .addColumn('moved_to', 'text')
    .execute();
  await sql`create index feeds_due on feeds (active, due, id)`.execute(db);
  await createFetches(db, dialect, text);
  await createItems(db, text);
  await db.schema
    .createTable('report_versions')
    .addColumn('item', text, (c) => c.notNull().references('feed_items.key'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('report', 'text', (c) => c.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('report_versions_key', ['item', 'version'])
    .execute();
  await sql`create index report_versions_report on report_versions (report)`.execute(db);
}

async function createFetches(db: Kysely<unknown>, dialect: Dialect, text: ReturnType<typeof sql.raw>): Promise<void> {
  const table = db.schema.createTable('fetches');
  const numbered =
    dialect === 'postgres'
      ? table.addColumn('seq', 'bigserial', (c) => c.primaryKey())
      : table.addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement());
  await numbered
    .addColumn('feed', text, (c) => c.notNull().references('feeds.id'))
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('ms', 'integer', (c) => c.notNull())
    .addColumn('items', 'integer', (c) => c.notNull())
    .addColumn('added', 'integer', (c) => c.notNull())
    .execute();
  await sql`create index fetches_feed on fetches (feed, seq)`.execute(db);
}

async function createItems(db: Kysely<unknown>, text: ReturnType<typeof sql.raw>): Promise<void> {
  await db.schema
    .createTable('feed_items')
    .addColumn('key', text, (c) => c.primaryKey())
    .addColumn('feed', text, (c) => c.notNull().references('feeds.id'))
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('url', 'text')
    .addColumn('title', 'text')
    .addColumn('own', 'text')
    .addColumn('mark', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('report', 'text', (c) => c.references('reports.id').onDelete('set null'))
    .addColumn('content', 'text')
    .addColumn('first_seen', text, (c) => c.notNull())
    .addColumn('checked', text)
    .addColumn('due', text)
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('checks', 'integer', (c) => c.notNull())
    .addColumn('etag', 'text')
    .addColumn('modified', 'text')
    .addColumn('error_key', 'text')
    .addColumn('error_message', 'text')
    .execute();
  await sql`create index feed_items_due on feed_items (due, key) where due is not null`.execute(db);
  await sql`create index feed_items_text on feed_items (feed, content)`.execute(db);
  await sql`create index feed_items_state on feed_items (feed, state)`.execute(db);
  await sql`create index feed_items_report on feed_items (report)`.execute(db);
}
