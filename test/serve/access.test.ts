/** Who is let in, and how often: token by header and by cookie, requests a minute by address. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Hono } from 'hono';
import { deskSource } from '../../src/cli/desk-source.ts';
import { rateLimit } from '../../src/serve/rate-limit.ts';
import { createApp } from '../../src/serve/server.ts';
import { testStore, type TestStore } from '../support/stores.ts';

describe('a token', () => {
  let opened: TestStore;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    opened = await testStore('sqlite');
    app = createApp({ source: await deskSource(opened.store), token: 'olive branch' });
  });
  afterAll(() => opened.remove());
  const status = (headers: Record<string, string> = {}) => app.request('/api/v1/status', { headers });

  test('is asked for, and its problem says how to send it', async () => {
    const response = await status();
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await response.json()).toMatchObject({ type: 'urn:trucewatch:token-needed' });
    expect((await status({ authorization: 'Bearer olive' })).status).toBe(401);
    expect((await status({ authorization: 'Bearer olive branch' })).status).toBe(200);
  });

  test('gives a browser a page to type it, and a cookie that no script reads', async () => {
    const page = await app.request('/', { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([401, expect.stringContaining('name="token"')]);
    const begin = (token: string) =>
      app.request('/session', {
        method: 'POST',
        body: new URLSearchParams({ token }),
        headers: { host: '127.0.0.1:4180' },
      });
    expect((await begin('palm branch')).status).toBe(401);
    const begun = await begin('olive branch');
    expect(begun.status).toBe(303);
    const cookie = begun.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain('olive');
    expect((await status({ cookie: cookie.split(';')[0]! })).status).toBe(200);
  });

  test('a page elsewhere cannot write in the name of who is let in', async () => {
    const write = await app.request('/api/v1/decisions', {
      method: 'POST',
      body: '{}',
      headers: {
        authorization: 'Bearer olive branch',
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/json',
      },
    });
    expect(write.status).toBe(403);
  });
});

test('a client that asks too much waits, others do not, and this machine is not counted', async () => {
  let now = 0;
  const app = new Hono();
  app.use(rateLimit({ perMinute: 3, now: () => now, addressOf: (context) => context.req.header('x-test') ?? '' }));
  app.get('/', (context) => context.text('here'));
  const ask = (address: string) => app.request('/', { headers: { 'x-test': address } });
  const statuses = [];
  for (let n = 0; n < 4; n++) statuses.push((await ask('192.0.2.1')).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await ask('192.0.2.2')).headers.get('ratelimit-remaining')).toBe('2');
  const refused = await ask('192.0.2.1');
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  now += Number(refused.headers.get('retry-after')) * 1000;
  expect((await ask('192.0.2.1')).status).toBe(200);
  for (let n = 0; n < 10; n++) expect((await ask('127.0.0.1')).status).toBe(200);
});
