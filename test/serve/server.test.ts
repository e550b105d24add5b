/** The HTTP layer: no foreign host or page, no insides shown, the next free port, the stream of changes. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskSource } from '../../src/cli/desk-source.ts';
import type { DeskSource } from '../../src/serve/desk-source.ts';
import { createApp, startServer } from '../../src/serve/server.ts';
import { sampleReports, storeReports } from '../support/samples.ts';
import { testStore, type TestStore } from '../support/stores.ts';

let opened: TestStore;
let source: DeskSource;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  opened = await testStore('sqlite');
  source = await deskSource(opened.store);
  app = createApp({ source });
});
afterAll(() => opened.remove());

test('an unforeseen error shows nothing of its insides', async () => {
  const broken: DeskSource = {
    ...source,
    decide: async () => {
      throw new Error('a secret path: /var/lib/x');
    },
  };
  const failed = await createApp({ source: broken }).request('/api/v1/decisions', {
    method: 'POST',
    body: JSON.stringify({ type: 'confirm', target: 'x', why: 'y' }),
    headers: { 'content-type': 'application/json' },
  });
  expect(failed.status).toBe(500);
  expect(await failed.text()).not.toContain('/var/lib');
});

test.each([
  ['/reports/nowhere', 404, 'unknown-id'],
  ['/overview?as_of=soon', 400, 'bad-request'],
  ['/ledger?as_of=soon', 400, 'bad-option'],
  ['/entries?after=nonsense', 400, 'bad-option'],
  ['/nothing-here', 404, 'unknown-route'],
])('%s is a problem with status %i', async (route, status, key) => {
  const response = await app.request(`/api/v1${route}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ type: `urn:trucewatch:${key}`, status, detail: expect.any(String) });
});

test('a foreign host name and a foreign page are refused', async () => {
  expect((await app.request('/api/v1/status', { headers: { host: 'evil.example' } })).status).toBe(421);
  expect((await app.request('/api/v1/status', { headers: { host: '127.0.0.1:4180' } })).status).toBe(200);
  const write = await app.request('/api/v1/decisions', {
    method: 'POST',
    headers: { host: '127.0.0.1:4180', origin: 'https://evil.example' },
    body: '{}',
  });
  expect(write.status).toBe(403);
});

test('every answer forbids markup of others', async () => {
  const { headers } = await app.request('/api/v1/status');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

const blocker = createServer();
let taken = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => void blocker.listen(0, '127.0.0.1', resolve));
  taken = (blocker.address() as { port: number }).port;
});
afterAll(() => void blocker.close());

test('the stream tells what changed, numbered, and goes on where a browser left', async () => {
  const server = await startServer({ source, host: '127.0.0.1', port: 0 });
  const begun = await fetch(`${server.url}/api/v1/events`);
  expect(begun.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const [report] = await sampleReports();
  await storeReports(opened.store, [report!]);
  const seen = await readUntil(begun, 'event: revision');
  expect(seen).toMatch(/event: change\ndata: \{.*"type":"report".*\}\nid: \d+/);
  const again = await fetch(`${server.url}/api/v1/events`, { headers: { 'last-event-id': '0' } });
  expect(await readUntil(again, 'event: revision')).toContain(report!.id);
  await server.close();
}, 20_000);

async function readUntil(response: Response, words: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body!) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.includes(words)) return text;
  }
  return text;
}

test('a port that is taken leads to the next free one', async () => {
  const server = await startServer({ source, host: '127.0.0.1', port: taken });
  expect(server.port).toBeGreaterThan(taken);
  expect((await fetch(`${server.url}/api/v1/status`)).status).toBe(200);
  await server.close();
});
