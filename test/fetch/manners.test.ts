/** Pauses, holds and the life of a robots.txt, in simulated time over a transport that notes when it was called. */
import { describe, expect, test } from 'vitest';
import { simClock } from '../../bench/watch/sim-clock.ts';
import { politeClient } from '../../src/fetch/polite-client.ts';
import { retryAt } from '../../src/fetch/retry-after.ts';
import type { Answer } from '../../src/fetch/transport.ts';

const START = '2022-09-20T10:00:00Z';
const HOUR = 3600;

function site(answers: (path: string, call: number) => Partial<Answer> & { readonly text?: string }) {
  const clock = simClock(START);
  const calls: { readonly path: string; readonly at: number }[] = [];
  const client = politeClient({
    clock,
    userAgent: 'x',
    pause: 2000,
    transport: clock.counted(({ url }) => {
      const path = `${url.host}${url.pathname}`;
      calls.push({ path, at: (clock.now() - Date.parse(START)) / 1000 });
      const { text = '', ...answer } = answers(path, calls.filter((call) => call.path === path).length);
      return Promise.resolve({ status: 200, headers: {}, body: new TextEncoder().encode(text), ...answer });
    }),
  });
  const times = (path: string): number[] => calls.filter((call) => call.path === path).map(({ at }) => at);
  return { client, clock, calls, times };
}

const NO_ROBOTS = { status: 404 };
const robots = (rules: string) => (path: string) => (path.endsWith('/robots.txt') ? { text: rules } : {});

describe('between two requests', () => {
  test('to one host there is a pause; other hosts do not wait for it', async () => {
    const { client, times } = site((path) => (path.endsWith('robots.txt') ? NO_ROBOTS : {}));
    await Promise.all(['http://a.test/1', 'http://a.test/2', 'http://b.test/1'].map((url) => client.get(url)));
    expect([times('a.test/robots.txt'), times('a.test/1'), times('a.test/2'), times('b.test/1')]).toEqual([
      [0],
      [2],
      [4],
      [2],
    ]);
  });

  test('the pause that robots.txt asks for is kept, up to a minute', async () => {
    const { client, times } = site(robots('User-agent: *\nCrawl-delay: 7'));
    await client.get('http://a.test/1');
    await client.get('http://a.test/2');
    expect(times('a.test/2')[0]! - times('a.test/1')[0]!).toBe(7);
    const slow = site(robots('User-agent: *\nCrawl-delay: 86400'));
    await slow.client.get('http://a.test/1');
    await slow.client.get('http://a.test/2');
    expect(slow.times('a.test/2')[0]! - slow.times('a.test/1')[0]!).toBe(60);
  });

  test('a host that asks for a moment is waited for; one that asks for hours is not called', async () => {
    const { client, times } = site((path, call) =>
      path.endsWith('robots.txt')
        ? NO_ROBOTS
        : call === 1 && path.endsWith('/1')
          ? { status: 503, headers: { 'retry-after': '30' } }
          : {},
    );
    await expect(client.get('http://a.test/1')).rejects.toMatchObject({ key: 'fetch-throttled' });
    await client.get('http://a.test/2');
    expect(times('a.test/2')[0]! - times('a.test/1')[0]!).toBe(30);
    const long = site((path) =>
      path.endsWith('robots.txt') ? NO_ROBOTS : { status: 429, headers: { 'retry-after': '7200' } },
    );
    await expect(long.client.get('http://a.test/1')).rejects.toMatchObject({ key: 'fetch-throttled' });
    await expect(long.client.get('http://a.test/2')).rejects.toMatchObject({ retryAt: Date.parse(START) + 7_202_000 });
    expect(long.times('a.test/2')).toEqual([]);
  });
});

describe('robots.txt', () => {
  test('is fetched again after a day', async () => {
    const { client, clock, times } = site((path) => (path.endsWith('robots.txt') ? NO_ROBOTS : {}));
    for (const hours of [0, 12, 13]) {
      await clock.sleep(hours * HOUR * 1000);
      await client.get('http://a.test/1');
    }
    expect(times('a.test/robots.txt')).toHaveLength(2);
  });

  test('that could not be had is asked for again after a quarter of an hour', async () => {
    const { client, clock, times } = site((path, call) =>
      path.endsWith('robots.txt') && call === 1 ? { status: 500 } : {},
    );
    await expect(client.get('http://a.test/1')).rejects.toMatchObject({ key: 'fetch-unreachable' });
    await expect(client.get('http://a.test/1')).rejects.toMatchObject({ key: 'fetch-unreachable' });
    await clock.sleep(901_000);
    await client.get('http://a.test/1');
    expect(times('a.test/robots.txt')).toHaveLength(2);
  });

  test('is fetched once though many ask at the same time', async () => {
    const { client, times } = site(robots('User-agent: *\nDisallow: /no'));
    const asked = await Promise.allSettled(['/yes', '/no', '/no/2'].map((path) => client.get(`http://a.test${path}`)));
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(times('a.test/robots.txt')).toHaveLength(1);
  });
});

test.each([
  ['120', undefined, 120],
  ['0', undefined, 1],
  ['Tue, 20 Sep 2022 10:05:00 GMT', undefined, 300],
  ['Tue, 20 Sep 2022 09:00:00 GMT', undefined, 1],
  // The server's clock is a year ahead: ten minutes by it are ten minutes
  ['Wed, 20 Sep 2023 10:10:00 GMT', 'Wed, 20 Sep 2023 10:00:00 GMT', 600],
  ['99999999', undefined, 24 * HOUR],
  ['soon', undefined, undefined],
  [undefined, undefined, undefined],
])('Retry-After %s at server time %s: %s s', (header, date, seconds) => {
  const now = Date.parse(START);
  expect(retryAt(header, date, now)).toBe(seconds === undefined ? undefined : now + seconds * 1000);
});
