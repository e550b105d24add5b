/** The HTTP layer: one envelope, one error shape, no foreign host, the next free port. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldLedger } from '../../src/pipeline.ts';
import type { DeskSource } from '../../src/serve/desk-source.ts';
import { createApp, startServer } from '../../src/serve/server.ts';
import { TrucewatchError } from '../../src/model/errors.ts';

const ledger = foldLedger({ reports: [] });
const source: DeskSource = {
  ledger: async (asOf) => {
    if (asOf === 'soon') throw new TrucewatchError('bad-option', '"soon" is no moment.');
    return ledger;
  },
  revision: async () => ledger.hash,
  report: async () => undefined,
  cards: async () => [],
  texts: async () => ({}),
  places: async () => [],
  search: async () => [],
  status: async () => ({ reports: 0, records: 0, quarantine: [] }),
  decisions: async () => [],
  decide: async () => {
    throw new Error('a secret path: /var/lib/x');
  },
};
const app = createApp({ source });
const ROUTES = ['/ledger', '/reports', '/texts?ids=a', '/places', '/search?q=x', '/status', '/decisions'];

test.each(ROUTES)('%s answers with the envelope, an ETag, and 304 for it', async (route) => {
  const response = await app.request(`/api/v1${route}`);
  expect(response.status).toBe(200);
  expect(Object.keys((await response.json()) as object).sort()).toEqual(['data', 'revision']);
  const etag = response.headers.get('etag')!;
  expect((await app.request(`/api/v1${route}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test.each([
  ['/reports/nowhere', 404, 'unknown-id'],
  ['/ledger?asof=soon', 400, 'bad-option'],
  ['/nothing-here', 404, 'unknown-route'],
])('%s is a problem with status %i', async (route, status, key) => {
  const response = await app.request(`/api/v1${route}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ type: `urn:trucewatch:${key}`, status, detail: expect.any(String) });
});

test('a decision is checked, and an unforeseen error shows nothing of its insides', async () => {
  const post = (body: unknown) =>
    app.request('/api/v1/decisions', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  expect((await post({ type: 'confirm' })).status).toBe(400);
  expect((await post('not an object')).status).toBe(400);
  const failed = await post({ type: 'confirm', target: 'x', why: 'y' });
  expect(failed.status).toBe(500);
  expect(await failed.text()).not.toContain('/var/lib');
});

test('a too large decision is refused', async () => {
  const response = await app.request('/api/v1/decisions', {
    method: 'POST',
    body: 'x'.repeat(50_000),
  });
  expect(response.status).toBe(413);
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

test('a port that is taken leads to the next free one', async () => {
  const server = await startServer({ source, host: '127.0.0.1', port: taken });
  expect(server.port).toBeGreaterThan(taken);
  expect((await fetch(`${server.url}/api/v1/status`)).status).toBe(200);
  await server.close();
});
