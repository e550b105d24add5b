/** Watched sources in both databases: what a poll tells of is kept whole, and what becomes of it is counted once. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { Source } from '../../src/model/feed.ts';
import { codeReport, readReports } from '../../src/pipeline.ts';
import type { FoundItem, Poll } from '../../src/store/feed-store.ts';
import { SCHEMA_VERSION } from '../../src/store/migrate.ts';
import * as first from '../../src/store/migrations/0001-first.ts';
import { openNodeSqlite } from '../../src/store/node-sqlite.ts';
import { openSqliteStore, STORE_FILE } from '../../src/store/open.ts';
import type { NewReport } from '../../src/store/store.ts';
import { newReport } from '../../src/work/ingest.ts';
import { DIALECTS, testFolder, testStore, type TestStore } from '../support/stores.ts';

const at = (minute: number): string => new Date(Date.UTC(2022, 8, 20, 10, minute)).toISOString();
const RUN = { id: 'run-1', started: at(0), coder: 'test', command: 'test' };
const SOURCE: Source & { id: string } = {
  id: 'f1',
  url: 'http://wire.test/rss',
  kind: 'feed',
  every: 15,
  articles: true,
};

function reportOf(id: string, text: string): NewReport {
  const bytes = new TextEncoder().encode(JSON.stringify({ id, text }));
  const { reports } = readReports({ name: 'x.jsonl', bytes });
  const lexicons = loadLexicons();
  return newReport(codeReport(reports[0]!, lexicons), bytes, 'x', { captured: at(1), lexicons });
}

const item = (key: string, mark = 'm1'): FoundItem => ({ key, host: 'wire.test', url: `http://${key}`, mark });
const poll = (minute: number, items: readonly FoundItem[], more: Partial<Poll> = {}): Poll => ({
  at: at(minute),
  due: at(minute + 15),
  ms: 5,
  bytes: 100,
  unmodified: 0,
  items,
  recheckAfterMs: 60_000,
  ...more,
});
const taken = (report: NewReport, minute: number) => ({ run: RUN.id, report, content: report.hash, at: at(minute) });

describe.each(DIALECTS)('watched sources on %s', (dialect) => {
  let it: TestStore;
  beforeEach(async () => {
    it = await testStore(dialect);
    await it.store.startRun(RUN);
    await it.store.feeds.sync([SOURCE], at(0));
  });
  afterEach(() => it.remove());

  test('a poll brings its items and its validators together, and each item once', async () => {
    const { feeds } = it.store;
    expect(await feeds.dueFeeds(at(0), 10)).toMatchObject([{ id: 'f1', failures: 0 }]);
    expect(await feeds.recordPoll('f1', poll(1, [item('a'), item('b')], { etag: '"1"', bodyHash: 'h' }))).toBe(2);
    expect(await feeds.recordPoll('f1', poll(2, [item('a'), item('c')], { etag: '"2"' }))).toBe(1);
    expect(await feeds.dueFeeds(at(16), 10)).toEqual([]);
    expect(await feeds.dueFeeds(at(17), 10)).toMatchObject([{ etag: '"2"' }]);
    expect((await feeds.dueItems(at(2), { limit: 10, notHosts: [] })).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(await feeds.dueItems(at(2), { limit: 10, notHosts: ['wire.test'] })).toEqual([]);
    expect(await feeds.health()).toMatchObject([{ waiting: 3, stored: 0, failures: 0, lastNew: at(2) }]);
    expect(await feeds.nextDue()).toBe(at(1));
  });

  test('failures are counted in a row, and the next request asks for all', async () => {
    const { feeds } = it.store;
    const error = { key: 'fetch-timeout', message: 'slow' };
    await feeds.recordPoll('f1', poll(1, [], { etag: '"1"' }));
    await feeds.recordPoll('f1', poll(2, [], { error }));
    await feeds.recordPoll('f1', poll(3, [], { error }));
    const [health] = await feeds.health();
    expect(health).toMatchObject({ failures: 2, error, lastSuccess: at(1), lastAttempt: at(3) });
    const [due] = await feeds.dueFeeds(at(30), 10);
    expect(due).not.toHaveProperty('etag');
    await feeds.recordPoll('f1', poll(4, []));
    expect((await feeds.fetches('f1', 2)).map(({ outcome }) => outcome)).toEqual(['same', 'fetch-timeout']);
    expect((await feeds.health())[0]).toMatchObject({ failures: 0 });
  });

  test('a changed text is the next version of its report; the same text is none', async () => {
    const { feeds } = it.store;
    await feeds.recordPoll('f1', poll(1, [item('a')]));
    const [one, two] = [reportOf('a', 'Shells fell on Goma.'), reportOf('a', 'Shells fell on Goma and Sake.')];
    const id1 = await feeds.takeItem('a', taken(one, 2));
    await feeds.takeItem('a', taken(one, 3));
    const id2 = await feeds.takeItem('a', taken(two, 4));
    await feeds.takeItem('a', taken(one, 5));
    expect([id1, id2]).toEqual(['a', `a~${two.hash.slice(0, 8)}`]);
    const versions = [
      { version: 1, report: id1, at: at(2) },
      { version: 2, report: id2, at: at(4) },
      { version: 3, report: id1, at: at(5) },
    ];
    expect(await feeds.versions(id1)).toEqual(versions);
    expect(await feeds.versions(id2)).toEqual(versions);
    expect(await it.store.runs()).toMatchObject([{ added: 2, known: 2 }]);
    expect(await feeds.health()).toMatchObject([{ waiting: 0, stored: 1 }]);
  });

  test('what the source says anew of a stored item makes it due again, not at once', async () => {
    const { feeds } = it.store;
    await feeds.recordPoll('f1', poll(1, [item('a')]));
    await feeds.takeItem('a', taken(reportOf('a', 'Shells fell.'), 2));
    expect(await feeds.dueItems(at(59), { limit: 10, notHosts: [] })).toEqual([]);
    await feeds.recordPoll('f1', poll(2, [item('a', 'm2')]));
    expect(await feeds.dueItems(at(2), { limit: 10, notHosts: [] })).toEqual([]);
    expect(await feeds.dueItems(at(3), { limit: 10, notHosts: [] })).toMatchObject([{ key: 'a', state: 'stored' }]);
  });

  test('what cannot be had is named, and its bytes are in quarantine', async () => {
    const { feeds } = it.store;
    await feeds.recordPoll('f1', poll(1, [item('a'), item('b')]));
    const error = { key: 'binary-input', message: 'not text' };
    const rejected = { hash: 'f'.repeat(64), origin: 'http://a', ...error, raw: new Uint8Array([1, 0, 2]) };
    await feeds.failItem('a', { at: at(2), error }, rejected);
    await feeds.delayItem('b', { at: at(2), due: at(9), error });
    expect(await feeds.failedItems(10)).toMatchObject([{ key: 'a', state: 'failed', error }]);
    expect(await feeds.dueItems(at(9), { limit: 10, notHosts: [] })).toMatchObject([{ key: 'b', tries: 1 }]);
    expect(await it.store.quarantine()).toMatchObject([{ origin: 'http://a', at: at(2) }]);
    expect(await feeds.retryFailed(at(10))).toBe(1);
    expect((await feeds.dueItems(at(10), { limit: 10, notHosts: [] })).map(({ key }) => key)).toEqual(['b', 'a']);
  });

  test('a source that is not named any more rests with all that it brought', async () => {
    const { feeds } = it.store;
    await feeds.recordPoll('f1', poll(1, [item('a')]));
    await feeds.sync([{ ...SOURCE, id: 'f2', url: 'http://other.test/rss' }], at(2));
    expect(await feeds.dueFeeds(at(50), 10)).toMatchObject([{ id: 'f2' }]);
    expect(await feeds.dueItems(at(50), { limit: 10, notHosts: [] })).toEqual([]);
    expect(await feeds.nextDue()).toBe(at(2));
    expect((await feeds.health()).map(({ id, isActive, waiting }) => [id, isActive, waiting])).toEqual([
      ['f2', true, 0],
      ['f1', false, 1],
    ]);
  });
});

test('a file of the first version gets the new tables and keeps what it has', async () => {
  const folder = testFolder();
  const sqlite = openNodeSqlite(join(folder.path, STORE_FILE));
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) });
  await first.up(db, 'sqlite');
  sqlite.prepare('pragma user_version = 1').all([]);
  sqlite.prepare(`insert into runs values ('r', '2022', null, 'c', 'ingest x', 3, 0, 0)`).run([]);
  await db.destroy();
  const store = await openSqliteStore(folder.path);
  expect(await store.runs()).toMatchObject([{ id: 'r', added: 3 }]);
  expect(await store.feeds.health()).toEqual([]);
  await store.close();
  const after = new DatabaseSync(join(folder.path, STORE_FILE));
  expect(after.prepare('pragma user_version').get()).toEqual({ user_version: SCHEMA_VERSION });
  after.close();
  folder.remove();
});
