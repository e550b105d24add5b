/** What every route owes, over the whole table and both databases: one envelope, one error shape, its schema, 304, HEAD, 405. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/serve/api/routes.ts';
import { DIALECTS } from '../support/stores.ts';
import { testApi, type TestApi } from '../support/api.ts';

const EXAMPLES = ROUTES.flatMap((route) => route.examples.map((example) => ({ route, ...example })));
const READS = EXAMPLES.filter(({ route }) => route.method === 'get');

describe.each(DIALECTS)('every route on %s', (dialect) => {
  let api: TestApi;
  beforeAll(async () => void (api = await testApi(dialect)), 60_000);
  afterAll(() => api.remove());

  test.each(READS.map((one) => [one.path, one] as const))('GET %s: the envelope, by its schema', async (path) => {
    const { status, body, headers } = await api.get(api.filled(path));
    expect(body.detail).toBeUndefined();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(Object.keys(body).filter((key) => !['data', 'revision', 'asOf', 'next', 'total'].includes(key))).toEqual([]);
    expect(body.revision).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(READS.filter(({ route }) => !route.isLive).map(({ path }) => [path] as const))(
    'GET %s: an ETag, and 304 for it',
    async (path) => {
      const first = await api.get(api.filled(path));
      const again = await api.get(api.filled(path), { 'if-none-match': first.headers.get('etag')! });
      expect(again.status).toBe(304);
      const head = await api.app.request(`/api/v1${api.filled(path)}`, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
    },
  );

  test.each(READS.map(({ path }) => [path] as const))('GET %s: an unknown parameter is a problem', async (path) => {
    const sign = path.includes('?') ? '&' : '?';
    const { status, body, headers } = await api.get(`${api.filled(path)}${sign}nonsense=1`);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:trucewatch:bad-request',
      status: 400,
      detail: expect.stringMatching(/nonsense/),
    });
  });

  test.each([...new Set(ROUTES.map(({ path }) => path))])('DELETE %s: 405 with what is allowed', async (path) => {
    const address = `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`;
    const response = await api.app.request(address, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toMatch(/GET|POST/);
    expect((await api.app.request(address, { method: 'OPTIONS' })).status).toBe(204);
  });

  test.each(ROUTES.filter(({ path, method }) => path.includes('{id}') && method === 'get').map(({ path }) => path))(
    'GET %s: 404 for what is not there',
    async (path) => {
      const { status, body } = await api.get(path.replace('{id}', 'nowhere'));
      expect(status).toBe(404);
      expect(body.type).toBe('urn:trucewatch:unknown-id');
    },
  );

  test.each(EXAMPLES.filter(({ route }) => route.method === 'post').map((one) => [one.path, one] as const))(
    'POST %s: its example is taken, and what is no decision is not',
    async (path, { route, body }) => {
      const answer = await api.post(path, api.filled(body));
      expect(answer.body.detail).toBeUndefined();
      expect(answer.status).toBe(route.status);
      expect((await api.post(path, { type: 'confirm' })).status).toBe(400);
      const text = await api.app.request(`/api/v1${path}`, { method: 'POST', body: '{}' });
      expect(text.status).toBe(415);
      const broken = await api.app.request(`/api/v1${path}`, {
        method: 'POST',
        body: '{',
        headers: { 'content-type': 'application/json' },
      });
      expect(broken.status).toBe(400);
      const huge = await api.app.request(`/api/v1${path}`, {
        method: 'POST',
        body: JSON.stringify('x'.repeat(700_000)),
        headers: { 'content-type': 'application/json' },
      });
      expect(huge.status).toBe(413);
    },
  );
});
