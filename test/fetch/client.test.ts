/** The client against a real server that behaves well, badly or with intent. */
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressGuard } from '../../src/fetch/address-guard.ts';
import { wallClock } from '../../src/fetch/clock.ts';
import { httpTransport, type HttpTransport } from '../../src/fetch/http-transport.ts';
import { politeClient, type PoliteClient } from '../../src/fetch/polite-client.ts';
import { page, testWeb, type TestWeb } from '../support/web-server.ts';

/** Time enough for a busy machine: a robots.txt that comes too late counts as one that cannot be had. */
const LIMITS = { headMs: 10_000, totalMs: 20_000, maxBytes: 100_000 };
/** For sites that are to run out of time. */
const HASTY = { ...LIMITS, headMs: 1000, totalMs: 1500 };

let web: TestWeb;
let transport: HttpTransport;
let client: PoliteClient;

beforeEach(async () => {
  web = await testWeb();
  transport = httpTransport({ guard: addressGuard(['127.0.0.1']), lookup: web.lookup });
  client = clientWith(LIMITS);
});
afterEach(async () => {
  transport.close();
  await web.close();
});

const clientWith = (limits: typeof LIMITS): PoliteClient =>
  politeClient({
    transport: transport.send,
    clock: wallClock,
    userAgent: 'trucewatch/test (+ops@example.org)',
    from: 'ops@example.org',
    pause: 0,
    limits,
  });

const textOf = async (address: string): Promise<string> =>
  new TextDecoder().decode((await client.get(web.url(address))).body);

describe('a well-behaved site', () => {
  test('is told who calls, and asked for robots.txt first and once', async () => {
    web.on('good.test/a', page('A'));
    web.on('good.test/b', page('B'));
    expect([await textOf('good.test/a'), await textOf('good.test/b')]).toEqual(['A', 'B']);
    expect(web.seen).toEqual(['good.test/robots.txt', 'good.test/a', 'good.test/b']);
    expect(web.requests[1]?.headers).toMatchObject({
      'user-agent': 'trucewatch/test (+ops@example.org)',
      from: 'ops@example.org',
      'accept-encoding': 'gzip, br, zstd, deflate',
    });
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ] as const)('may pack its pages with %s', async (coding, pack) => {
    web.on('good.test/a', page(pack(Buffer.from('words '.repeat(100))), 'text/html', { 'content-encoding': coding }));
    expect(await textOf('good.test/a')).toBe('words '.repeat(100));
  });

  test('answers a conditional request with 304', async () => {
    web.on('good.test/a', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 13 Sep 2022 10:00:00 GMT' }).end('A');
    });
    const first = await client.get(web.url('good.test/a'));
    expect(first.validators).toEqual({ etag: '"v1"', modified: 'Tue, 13 Sep 2022 10:00:00 GMT' });
    const second = await client.get(web.url('good.test/a'), { validators: first.validators });
    expect(second).toMatchObject({ isChanged: false, validators: first.validators });
  });

  test('is visited by one connection, one request after the other', async () => {
    let [open, most] = [0, 0];
    const sockets = new Set<unknown>();
    web.on('good.test/*', (request, response) => {
      most = Math.max(most, ++open);
      sockets.add(request.socket);
      setTimeout(() => {
        open--;
        response.end('x');
      }, 10);
    });
    await Promise.all([1, 2, 3, 4].map((n) => client.get(web.url(`good.test/${n}`))));
    expect([most, sockets.size]).toEqual([1, 1]);
  });

  test('that has moved is followed, and the new address is told', async () => {
    web.on('old.test/feed', (_, r) => void r.writeHead(301, { location: web.url('new.test/feed#top') }).end());
    web.on('new.test/feed', page('here'));
    expect(await client.get(web.url('old.test/feed'))).toMatchObject({ movedTo: web.url('new.test/feed') });
    web.on('old.test/now', (_, r) => void r.writeHead(302, { location: web.url('new.test/feed') }).end());
    expect(await client.get(web.url('old.test/now'))).not.toHaveProperty('movedTo');
  });
});

const slowly =
  (bytes: number) =>
  (_: unknown, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => void response.write('x'.repeat(bytes)), 20);
    response.on('close', () => clearInterval(timer));
  };

describe('a hostile or broken site', () => {
  test.each<[what: string, path: string, play: (web: TestWeb) => void, key: string]>([
    ['drips bytes without end', 'bad.test/drip', (w) => w.on('bad.test/drip', slowly(1)), 'fetch-timeout'],
    ['never answers', 'bad.test/mute', (w) => w.on('bad.test/mute', () => undefined), 'fetch-timeout'],
    ['sends an endless body', 'bad.test/flood', (w) => w.on('bad.test/flood', slowly(50_000)), 'fetch-too-large'],
    [
      'announces a body too large',
      'bad.test/big',
      (w) => w.on('bad.test/big', page(Buffer.alloc(200_000, 'x'), 'text/html', { 'content-length': '200000' })),
      'fetch-too-large',
    ],
    [
      'sends a gzip bomb',
      'bad.test/bomb',
      (w) =>
        w.on(
          'bad.test/bomb',
          page(gzipSync(Buffer.alloc(50_000_000)).subarray(0, 60_000), 'text/html', { 'content-encoding': 'gzip' }),
        ),
      'fetch-too-large',
    ],
    [
      'packs a bomb twice',
      'bad.test/nested',
      (w) =>
        w.on(
          'bad.test/nested',
          page(gzipSync(gzipSync(Buffer.alloc(50_000_000))), 'text/html', { 'content-encoding': 'gzip, gzip' }),
        ),
      'fetch-too-large',
    ],
    [
      'breaks off in the middle of gzip',
      'bad.test/cut',
      (w) => {
        const packed = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, n) => `word ${n} `).join('')));
        w.on('bad.test/cut', page(packed.subarray(0, 500), 'text/html', { 'content-encoding': 'gzip' }));
      },
      'fetch-broken',
    ],
    [
      'announces more than it sends',
      'bad.test/short',
      (w) =>
        w.on('bad.test/short', (_, r) => {
          r.writeHead(200, { 'content-length': '5000' });
          r.write('only this');
          setTimeout(() => r.destroy(), 20);
        }),
      'fetch-broken',
    ],
    [
      'sends a coding that nobody knows',
      'bad.test/odd',
      (w) => w.on('bad.test/odd', page('abc', 'text/html', { 'content-encoding': 'snappy' })),
      'fetch-broken',
    ],
    [
      'hangs up',
      'bad.test/hang',
      (w) => w.on('bad.test/hang', (request) => void request.socket.destroy()),
      'fetch-unreachable',
    ],
    [
      'leads in a circle',
      'bad.test/loop',
      (w) => {
        w.on('bad.test/loop', (_, r) => void r.writeHead(302, { location: '/pool' }).end());
        w.on('bad.test/pool', (_, r) => void r.writeHead(302, { location: '/loop#again' }).end());
      },
      'fetch-redirects',
    ],
    [
      'leads on without end',
      'bad.test/on?1',
      (w) =>
        w.on(
          'bad.test/*',
          (request, r) => void r.writeHead(302, { location: `/on?${Number(request.url?.split('?')[1]) + 1}` }).end(),
        ),
      'fetch-redirects',
    ],
    [
      'leads to a file',
      'bad.test/file',
      (w) => w.on('bad.test/file', (_, r) => void r.writeHead(302, { location: 'file:///etc/hostname' }).end()),
      'fetch-scheme',
    ],
    [
      'answers 304 to what was not conditional',
      'bad.test/304',
      (w) => w.on('bad.test/304', (_, r) => void r.writeHead(304).end()),
      'fetch-stale',
    ],
    ['is gone', 'bad.test/gone', (w) => w.on('bad.test/gone', (_, r) => void r.writeHead(410).end()), 'fetch-missing'],
    [
      'wants a password',
      'bad.test/login',
      (w) => w.on('bad.test/login', (_, r) => void r.writeHead(401).end()),
      'fetch-forbidden',
    ],
  ])('%s', async (_, path, play, key) => {
    play(web);
    const asking = key === 'fetch-timeout' ? clientWith(HASTY) : client;
    await expect(asking.get(web.url(path))).rejects.toMatchObject({ name: 'TrucewatchError', key });
  });

  test('is left alone as long as it asks for, by its own clock', async () => {
    const skewed = new Date(Date.now() + 7 * 86_400_000);
    web.on('busy.test/a', (_, response) => {
      const later = new Date(skewed.getTime() + 600_000);
      response.writeHead(429, { date: skewed.toUTCString(), 'retry-after': later.toUTCString() }).end();
    });
    const before = Date.now();
    const error = await client.get(web.url('busy.test/a')).catch((e: unknown) => e as { key: string; retryAt: number });
    expect(error).toMatchObject({ key: 'fetch-throttled' });
    expect((error as { retryAt: number }).retryAt - before).toBeGreaterThan(590_000);
    expect((error as { retryAt: number }).retryAt - before).toBeLessThan(610_000);
    const count = web.seen.length;
    await expect(client.get(web.url('busy.test/b'))).rejects.toMatchObject({ key: 'fetch-throttled' });
    expect(web.seen).toHaveLength(count);
  });
});

describe('robots.txt', () => {
  test('closes what it closes, for redirects too', async () => {
    web.on('shut.test/robots.txt', page('User-agent: *\nDisallow: /private', 'text/plain'));
    web.on('shut.test/*', page('words'));
    web.on('door.test/in', (_, r) => void r.writeHead(302, { location: web.url('shut.test/private/x') }).end());
    expect(await textOf('shut.test/open')).toBe('words');
    await expect(client.get(web.url('shut.test/private/x'))).rejects.toMatchObject({ key: 'fetch-robots' });
    await expect(client.get(web.url('door.test/in'))).rejects.toMatchObject({ key: 'fetch-robots' });
    expect(web.seen).not.toContain('shut.test/private/x');
  });

  test('that cannot be had closes all, for now', async () => {
    web.on('ill.test/robots.txt', (_, r) => void r.writeHead(500).end());
    web.on('ill.test/*', page('words'));
    await expect(client.get(web.url('ill.test/a'))).rejects.toMatchObject({ key: 'fetch-unreachable' });
    expect(web.seen).toEqual(['ill.test/robots.txt']);
  });

  test('of any length costs no more than its first half megabyte', async () => {
    const long = `User-agent: *\nDisallow: /private\n${'# nothing here\n'.repeat(60_000)}Disallow: /\n`;
    web.on('long.test/robots.txt', page(long, 'text/plain'));
    web.on('long.test/*', page('words'));
    expect(await textOf('long.test/open')).toBe('words');
    await expect(client.get(web.url('long.test/private'))).rejects.toMatchObject({ key: 'fetch-robots' });
  });
});

describe('addresses of one’s own network', () => {
  const strict = (lookup = web.lookup): PoliteClient => {
    transport = httpTransport({ guard: addressGuard([]), lookup });
    return politeClient({ transport: transport.send, clock: wallClock, userAgent: 'x', pause: 0, limits: LIMITS });
  };

  test.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '[64:ff9b::7f00:1]'])(
    'are refused as %s',
    async (host) => {
      const client2 = strict();
      await expect(client2.get(`http://${host}:${web.port}/a`)).rejects.toMatchObject({
        key: 'fetch-address',
        message: expect.stringContaining('allowAddresses'),
      });
      expect(web.seen).toEqual([]);
    },
  );

  test('are refused by what a name resolves to, when all its addresses are private', async () => {
    const client2 = strict();
    web.resolves('inside.test', '10.0.0.7', 'fe80::1', '127.0.0.1');
    await expect(client2.get(web.url('inside.test/a'))).rejects.toMatchObject({ key: 'fetch-address' });
    expect(web.seen).toEqual([]);
  });

  test('are refused at a redirect', async () => {
    web.on('good.test/in', (_, r) => void r.writeHead(302, { location: 'http://10.1.2.3/admin' }).end());
    web.resolves('inside.test', '192.168.1.1');
    web.on('good.test/by-name', (_, r) => void r.writeHead(302, { location: 'http://inside.test/admin' }).end());
    await expect(client.get(web.url('good.test/in'))).rejects.toMatchObject({ key: 'fetch-address' });
    await expect(client.get(web.url('good.test/by-name'))).rejects.toMatchObject({ key: 'fetch-address' });
  });

  test('are refused though the name changes between two look-ups', async () => {
    // The first answer is public and leads nowhere; every later one is loopback
    let asked = 0;
    const client2 = strict((_, _options, callback) =>
      callback(null, [{ address: asked++ === 0 ? '192.0.2.1' : '127.0.0.1', family: 4 }]),
    );
    await expect(client2.get(web.url('rebind.test/a'))).rejects.toMatchObject({ key: 'fetch-address' });
    await expect(client2.get(web.url('rebind.test/a'))).rejects.toMatchObject({ key: 'fetch-address' });
    expect(web.seen).toEqual([]);
  });

  test('are refused at the other end of the connection, whatever was said when the name was resolved', async () => {
    let asked = 0;
    const doubting = httpTransport({ guard: () => asked++ === 0, lookup: web.lookup });
    const url = new URL(web.url('turncoat.test/a'));
    await expect(doubting.send({ url, headers: {}, limits: LIMITS })).rejects.toMatchObject({ key: 'fetch-address' });
    expect([asked, web.seen]).toEqual([2, []]);
    doubting.close();
  });
});
