/** The typed client against the real server, over the network. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskSource } from '../../src/cli/desk-source.ts';
import { type Client, createClient } from '../../src/client.ts';
import { type RunningServer, startServer } from '../../src/serve/server.ts';
import { ROUTES } from '../../src/serve/api/routes.ts';
import { sampleReports, storeReports } from '../support/samples.ts';
import { testStore, type TestStore } from '../support/stores.ts';

let opened: TestStore;
let server: RunningServer;
let client: Client;
beforeAll(async () => {
  opened = await testStore('sqlite');
  await storeReports(opened.store, await sampleReports());
  server = await startServer({
    source: await deskSource(opened.store),
    host: '127.0.0.1',
    port: 0,
    token: 'olive',
    isChecked: true,
  });
  client = createClient({ url: server.url, token: 'olive' });
}, 60_000);
afterAll(async () => {
  await server.close();
  await opened.remove();
});

test('reads a list, one of it, and the words behind it', async () => {
  const { data, total } = await client.get('/entries', { kind: 'incident', accuser: 'ARM', limit: 3 });
  expect(data.length).toBeGreaterThan(0);
  expect(total ?? 0).toBeGreaterThanOrEqual(0);
  const detail = await client.get('/entries/{id}', { id: data[0]!.id });
  expect(detail.data.line).toEqual(data[0]);
  const text = (await client.get('/reports/{id}', { id: detail.data.line.report })).data.text;
  for (const { report, pieces } of detail.data.quotes)
    if (report === detail.data.line.report)
      for (const { start, text: words } of pieces) expect(text.slice(start, start + words.length)).toBe(words);
});

test('goes through a list to its end, each item once', async () => {
  const ids: string[] = [];
  for await (const { id } of client.all('/entries', { sort: '-reported', limit: 17 })) ids.push(id);
  const { counts } = (await client.get('/overview')).data;
  expect(ids).toHaveLength(Object.values(counts.entries).reduce((sum, n) => sum + n, 0));
  expect(new Set(ids).size).toBe(ids.length);
  const changes = [];
  for await (const change of client.all('/changes', { since: 0, limit: 5 })) changes.push(change.seq);
  expect(changes).toEqual(changes.toSorted((a, b) => a - b));
  expect(changes.length).toBeGreaterThan(5);
});

test('decides, and what it decided is there at once', async () => {
  const [line] = (await client.get('/review', { limit: 1 })).data;
  const preview = await client.preview([{ type: 'confirm', target: line!.id, why: 'seen' }]);
  expect(preview.data.changes.map(({ id }) => id)).toContain(line!.id);
  expect((await client.get('/entries/{id}', { id: line!.id })).data.entry.review).toBe('unreviewed');
  const { data, revision } = await client.decide({ type: 'confirm', target: line!.id, why: 'seen' });
  const after = await client.get('/entries/{id}', { id: line!.id });
  expect(after.revision).toBe(revision);
  expect(after.data.entry.review).toBe('confirmed');
  expect(after.data.decisions.map(({ id }) => id)).toEqual([data.id]);
  await client.decideAll([{ type: 'undo', target: data.id, why: 'a test' }]);
  expect((await client.get('/entries/{id}', { id: line!.id })).data.entry.review).toBe('unreviewed');
});

test('throws what the server said', async () => {
  await expect(client.get('/entries/{id}', { id: 'nowhere' })).rejects.toMatchObject({
    name: 'ApiError',
    status: 404,
    type: 'urn:trucewatch:unknown-id',
  });
  await expect(createClient({ url: server.url }).get('/status')).rejects.toMatchObject({ status: 401 });
});

test('a moment of the past is another ledger, read by the same lists', async () => {
  const now = await client.get('/entries', { kind: 'incident', limit: 500 });
  const then = await client.get('/entries', { kind: 'incident', limit: 500, as_of: '2022-09-13' });
  expect(then.asOf).toBe('2022-09-14T00:00:00Z');
  expect(then.data.length).toBeLessThan(now.data.length);
  expect(then.data.every(({ firstReported }) => firstReported! < '2022-09-14')).toBe(true);
  const last = await client.get('/entries', { kind: 'incident', limit: 500, as_of: now.asOf });
  expect(last.data).toEqual(now.data);
});

test('exports come as they are', async () => {
  const response = await client.export('geojson');
  expect(response.headers.get('content-type')).toBe('application/geo+json');
  expect(((await response.json()) as { type: string }).type).toBe('FeatureCollection');
});

test('knows every route that is read', () => {
  const source = readFileSync(new URL('../../src/client.ts', import.meta.url), 'utf8');
  const missing = ROUTES.filter(({ path, method }) => method === 'get' && !source.includes(`'${path}'`));
  expect(missing.map(({ path }) => path)).toEqual([]);
});
