/** Watching sites that behave well and badly: every item once, nothing lost, every trouble named with what to do. */
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldStore } from '../../src/work/refold.ts';
import { watching, type Watching } from '../support/watching.ts';
import { article, page, rss, type Handler } from '../support/web-server.ts';

const GOMA = 'Mortar shells fell on the town of Goma on Tuesday, the Congolese army said. Twelve soldiers were killed.';
const SAKE = 'Rebels held the road to Sake on Tuesday, residents said. The army denied it.';
const item = (name: string, more: object = {}) => ({
  link: `/${name}`,
  title: `News of ${name}`,
  text: `Short: ${name}.`,
  ...more,
});

const CYRILLIC = 'Во вторник город Гома был обстрелян из минометов. Двенадцать солдат погибли, сообщили военные.';

/** Latin and Russian letters as windows-1251 has them. */
const in1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => (sign.charCodeAt(0) < 128 ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x410 + 0xc0));

let w: Watching;
beforeEach(async () => {
  w = await watching();
});
afterEach(() => w.close());

const titles = async (): Promise<string[]> => (await w.reports()).map(({ headline }) => headline);
const health = async () => (await w.store.feeds.health())[0]!;

/** Answers in turn; the last one for ever. */
const inTurn = (...handlers: readonly Handler[]): Handler => {
  let count = 0;
  return (request, response) => handlers[Math.min(count++, handlers.length - 1)]!(request, response);
};
const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, r) =>
    void r.writeHead(code, headers).end();

describe('a well-behaved site', () => {
  test('gives each article once, as its page has it, with the copy kept', async () => {
    w.web.on(
      'wire.test/rss',
      page(rss([item('goma', { date: 'Tue, 20 Sep 2022 09:00:00 GMT' }), item('sake')]), 'application/rss+xml'),
    );
    w.web.on('wire.test/goma', page(article('Goma shelled', GOMA)));
    w.web.on('wire.test/sake', page(article('Road to Sake held', SAKE)));
    await w.run([{ url: 'wire.test/rss' }], 3);
    expect(await w.reports()).toMatchObject([
      {
        headline: 'Goma shelled',
        text: expect.stringContaining(GOMA),
        published: '2022-09-20T09:00:00Z',
        outlet: 'Sample Wire',
      },
      { headline: 'Road to Sake held' },
    ]);
    const [first] = await w.reports();
    expect(new TextDecoder().decode(await w.store.raw(first!.id))).toBe(article('Goma shelled', GOMA));
    expect((await w.store.records({ report: first!.id })).length).toBeGreaterThan(0);
    expect(await health()).toMatchObject({ stored: 2, waiting: 0, failed: 0, failures: 0 });
  });

  test('is polled at its interval, with what it gave to recognise the version by', async () => {
    w.web.on('wire.test/rss', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(rss([]));
    });
    await w.run([{ url: 'wire.test/rss', every: 60 }], 24);
    const polls = w.web.requests.filter(({ url }) => url === '/rss');
    expect(polls.length).toBeGreaterThanOrEqual(22);
    expect(polls.length).toBeLessThanOrEqual(27);
    expect(polls.slice(1).every(({ headers }) => headers['if-none-match'] === '"1"')).toBe(true);
  });

  test('whose article changes gets a new version of the report, linked to the first', async () => {
    w.web.on('wire.test/rss', page(rss([item('goma', { date: 'Tue, 20 Sep 2022 09:00:00 GMT' })])));
    w.web.on('wire.test/goma', inTurn(page(article('Goma shelled', GOMA)), page(article('Goma shelled', GOMA, SAKE))));
    await w.run([{ url: 'wire.test/rss' }], 30);
    const reports = await w.reports();
    expect(reports.map(({ published }) => published)).toEqual(['2022-09-20T09:00:00Z', '2022-09-20T09:00:00Z']);
    const versions = await w.store.feeds.versions(reports[0]!.id);
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    expect((await w.store.report(versions[1]!.report))?.text).toContain(SAKE);
    const ledger = await foldStore(w.store, [], {});
    expect(ledger.stories.flatMap(({ chains }) => chains)).toEqual([
      {
        from: versions[0]!.report,
        to: versions[1]!.report,
        type: 'update',
        reason: expect.stringContaining('same address'),
      },
    ]);
    expect(w.web.seen.filter((path) => path === 'wire.test/goma')).toHaveLength(4);
  });

  test('may be a listing or a sitemap', async () => {
    w.web.on(
      'list.test/',
      page(
        `<nav><a href="/about">About us</a></nav><a href="goma?utm_source=front">Goma shelled on Tuesday night</a><a href="/goma#comments">Five comments on this report</a><a href="http://else.test/x">Something on another site altogether</a>`,
      ),
    );
    w.web.on('list.test/goma?utm_source=front', page(article('Goma shelled', GOMA)));
    const entry = `<url><loc>${w.web.url('map.test/2022/sake')}</loc><lastmod>2022-09-20</lastmod></url><url><loc>${w.web.url('map.test/about')}</loc></url>`;
    w.web.on(
      'map.test/index.xml',
      page(`<sitemapindex><sitemap><loc>${w.web.url('map.test/news.xml')}</loc></sitemap></sitemapindex>`),
    );
    w.web.on('map.test/news.xml', page(gzipSync(`<urlset>${entry}</urlset>`), 'application/gzip'));
    w.web.on('map.test/2022/sake', page(article('Road to Sake held', SAKE)));
    await w.run([
      { url: 'list.test/', kind: 'listing' },
      { url: 'map.test/index.xml', kind: 'sitemap', match: '/2022/' },
    ]);
    expect(await titles()).toEqual(['Goma shelled', 'Road to Sake held']);
    expect(w.web.seen.filter((path) => /about|else/.test(path))).toEqual([]);
  });

  test('whose pages are not wanted gives the words of its feed', async () => {
    w.web.on(
      'wire.test/rss',
      page(rss([item('goma', { text: GOMA }), { guid: '7', title: 'No link', text: 'The truce holds, Qatar says.' }])),
    );
    await w.run([{ url: 'wire.test/rss', articles: false }]);
    expect(await titles()).toEqual(['News of goma', 'No link']);
    expect((await w.reports())[1]?.text).toContain('The truce holds, Qatar says.');
    expect(w.web.seen).toEqual(['wire.test/robots.txt', ...w.web.seen.filter((path) => path === 'wire.test/rss')]);
  });
});

describe('a feed that is not what it should be', () => {
  test('with ids, session addresses and an order made anew at every call: each item once', async () => {
    let call = 0;
    w.web.on('odd.test/rss', (_, response) => {
      call++;
      const items = ['goma', 'sake'].map((name) =>
        item(name, { guid: `${name}-${call}`, link: `/${name}?utm_campaign=${call}` }),
      );
      items.push({ guid: `free-${call}`, title: 'Without a link', text: GOMA } as never);
      response.end(rss(call % 2 ? items : items.toReversed()));
    });
    w.web.on(
      'odd.test/*',
      (request, response) =>
        void response.end(
          article(`Page ${request.url?.split('?')[0]}`, request.url!.startsWith('/goma') ? GOMA : SAKE),
        ),
    );
    await w.run([{ url: 'odd.test/rss' }], 5);
    expect(call).toBeGreaterThan(10);
    expect(await titles()).toEqual(['Page /goma', 'Page /sake', 'Without a link']);
  });

  test('in the wrong charset and of a lying type: its letters are right', async () => {
    const bytes = in1251(rss([{ title: 'Гома', text: CYRILLIC }]).replace('UTF-8', 'windows-1251'));
    w.web.on('odd.test/rss', page(bytes, 'image/png; charset=utf-8'));
    await w.run([{ url: 'odd.test/rss' }]);
    expect((await w.reports())[0]?.text).toContain(CYRILLIC);
  });

  test('with an article in a charset that its header denies: its letters are right', async () => {
    w.web.on('odd.test/rss', page(rss([item('goma')])));
    const html = article('Headline', CYRILLIC).replace('<head>', '<head><meta charset="windows-1251">');
    w.web.on('odd.test/goma', page(in1251(html), 'text/html; charset=UTF-8'));
    await w.run([{ url: 'odd.test/rss' }]);
    expect((await w.reports())[0]?.text).toContain(CYRILLIC);
  });

  test('that breaks off: what came is kept, and all of it is asked for again', async () => {
    const whole = rss([item('goma'), item('sake')]);
    w.web.on(
      'odd.test/rss',
      inTurn(
        page(whole.slice(0, whole.lastIndexOf('<item>') + 20), 'text/xml', { etag: '"1"' }),
        page(whole, 'text/xml', { etag: '"2"' }),
      ),
    );
    w.web.on('odd.test/goma', page(article('Goma shelled', GOMA)));
    w.web.on('odd.test/sake', page(article('Road to Sake held', SAKE)));
    await w.run([{ url: 'odd.test/rss' }]);
    expect(await titles()).toEqual(['Goma shelled', 'Road to Sake held']);
    const second = w.web.requests.filter(({ url }) => url === '/rss')[1];
    expect(second?.headers['if-none-match']).toBeUndefined();
  });

  test('that answers 304 for ever is asked for all of it, and found out', async () => {
    w.web.on(
      'odd.test/rss',
      inTurn(page(rss([item('goma', { text: GOMA })]), 'text/xml', { etag: '"1"' }), status(304)),
    );
    await w.run([{ url: 'odd.test/rss', articles: false }], 14);
    expect(await health()).toMatchObject({
      stored: 1,
      error: { key: 'fetch-stale', message: expect.stringContaining('tell the site') },
    });
  });

  test('whose clock runs ahead dates nothing', async () => {
    w.web.on('odd.test/rss', page(rss([item('goma', { text: GOMA, date: 'Tue, 20 Sep 2032 09:00:00 GMT' })])));
    await w.run([{ url: 'odd.test/rss', articles: false }]);
    const [report] = await w.reports();
    expect(report?.published ?? '').not.toMatch(/^2032/);
    expect((await w.store.report(report!.id))?.diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'published-ahead' }),
    );
  });

  test.each<[string, Handler, string, RegExp]>([
    [
      'a page',
      page('<html><link rel="alternate" type="application/rss+xml" href="/real.xml"><p>Hello</p></html>'),
      'not-a-feed',
      /real\.xml.*listing/,
    ],
    ['an empty answer', page(''), 'not-a-feed', /listing/],
    [
      'cut gzip',
      page(gzipSync(rss([item('goma')])).subarray(0, 60), 'text/xml', { 'content-encoding': 'gzip' }),
      'fetch-broken',
      /by itself/,
    ],
    [
      'a redirect to a private address',
      status(302, { location: 'http://10.0.0.1/' }),
      'fetch-address',
      /allowAddresses/,
    ],
    ['a redirect to itself', status(302, { location: '/rss' }), 'fetch-redirects', /browser/],
    ['an error', status(500), 'fetch-status', /by itself/],
    ['nothing there', status(404), 'fetch-missing', /sources file/],
  ])('%s: named in its health, with the next step', async (_, handler, key, step) => {
    w.web.on('odd.test/rss', handler);
    await w.run([{ url: 'odd.test/rss' }]);
    const { error, failures } = await health();
    expect(error?.key).toBe(key);
    expect(error?.message).toMatch(step);
    expect(failures).toBeGreaterThan(0);
  });

  test('that fails is asked less and less, and recovers', async () => {
    let isIll = true;
    w.web.on('odd.test/rss', (request, response) =>
      (isIll ? status(500) : page(rss([item('goma', { text: GOMA })])))(request, response),
    );
    await w.run([{ url: 'odd.test/rss', articles: false }], 12);
    expect(w.web.seen.filter((path) => path === 'odd.test/rss').length).toBeLessThanOrEqual(7);
    isIll = false;
    await w.run([{ url: 'odd.test/rss', articles: false }], 24);
    expect(await health()).toMatchObject({ failures: 0, stored: 1 });
    expect(await health()).not.toHaveProperty('error');
  });

  test('that asks for a pause gets it', async () => {
    w.web.on('odd.test/rss', inTurn(status(429, { 'retry-after': '7200' }), page(rss([]))));
    await w.run([{ url: 'odd.test/rss', every: 5 }], 1.9);
    expect(w.web.seen.filter((path) => path === 'odd.test/rss')).toHaveLength(1);
    expect((await health()).error?.key).toBe('fetch-throttled');
    await w.run([{ url: 'odd.test/rss', every: 5 }], 1);
    expect(await health()).toMatchObject({ failures: 0 });
  });
});

describe('an article that cannot be had', () => {
  const run = async (handler: Handler, hours = 4): Promise<void> => {
    w.web.on('wire.test/rss', page(rss([item('goma', { text: GOMA })])));
    w.web.on('wire.test/goma', handler);
    await w.run([{ url: 'wire.test/rss' }], hours);
  };

  test('at first is tried again', async () => {
    await run(inTurn(status(500), status(503), page(article('Goma shelled', GOMA))));
    expect(await titles()).toEqual(['Goma shelled']);
  });

  test('because the host asks for patience is waited for', async () => {
    const busy = status(429, { 'retry-after': '3600' });
    await run(inTurn(busy, busy, busy, busy, busy, page(article('Goma shelled', GOMA))), 9);
    expect(await titles()).toEqual(['Goma shelled']);
  });

  test.each<[string, Handler, string]>([
    ['is gone', status(410), 'fetch-missing'],
    ['is broken for good', status(500), 'fetch-status'],
    ['is a picture', page(new Uint8Array([0x89, 0x50, 0, 0, 1]), 'text/html'), 'binary-input'],
    ['drips', (_, r) => void r.writeHead(200).write('<'), 'fetch-timeout'],
  ])('and %s: the words of the feed are kept, and say so', async (_, handler, key) => {
    await run(handler);
    const [report, ...more] = await w.reports();
    expect(more).toEqual([]);
    expect(report?.text).toContain(GOMA);
    expect((await w.store.report(report!.id))?.diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'page-not-fetched' }),
    );
    expect(w.events.filter((event) => event.type === 'trouble')[0]).toMatchObject({ error: { key } });
  });

  test('for half a day is a new version when it can be had', async () => {
    const ill = Array.from({ length: 4 }, () => status(500));
    await run(inTurn(...ill, page(article('Goma shelled', SAKE))), 12);
    expect(await titles()).toEqual(['Goma shelled', 'News of goma']);
    const [later] = await w.reports();
    expect(await w.store.feeds.versions(later!.id)).toHaveLength(2);
  });

  test('nor its words is not tried for ever', async () => {
    w.web.on('list.test/', page('<a href="/goma">Goma shelled on Tuesday night</a>'));
    w.web.on('list.test/goma', status(500));
    await w.run([{ url: 'list.test/', kind: 'listing' }], 48);
    expect(w.web.seen.filter((path) => path === 'list.test/goma')).toHaveLength(4);
    expect(await w.store.feeds.failedItems(1)).toMatchObject([{ error: { key: 'fetch-status' } }]);
  });

  test('because of robots.txt is not asked for', async () => {
    w.web.on('wire.test/robots.txt', page('User-agent: *\nDisallow: /goma', 'text/plain'));
    await run(page(article('Goma shelled', GOMA)));
    expect(await titles()).toEqual(['News of goma']);
    expect(w.web.seen).not.toContain('wire.test/goma');
  });

  test('and of which the source has no words stays on the list of what failed', async () => {
    w.web.on('list.test/', page('<a href="/goma">Goma shelled on Tuesday night</a>'));
    w.web.on('list.test/goma', page(new Uint8Array([0x89, 0x50, 0, 0, 1]), 'text/html'));
    await w.run([{ url: 'list.test/', kind: 'listing' }]);
    expect(await w.store.feeds.failedItems(10)).toMatchObject([
      { url: w.web.url('list.test/goma'), error: { key: 'binary-input' } },
    ]);
    expect(await w.store.quarantine()).toMatchObject([{ key: 'binary-input' }]);
  });

  test('because every page shows the same wall: the words of the feed are taken', async () => {
    w.web.on('wire.test/rss', page(rss([item('goma', { text: GOMA }), item('sake', { text: SAKE })])));
    w.web.on(
      'wire.test/*',
      page(article('Please accept', 'We and our partners would like to have your agreement before you read on.')),
    );
    await w.run([{ url: 'wire.test/rss' }]);
    const texts = (await w.reports()).map(({ text }) => text).join('\n');
    expect(texts).toContain(SAKE);
  });
});

test('a new version of an article that the coder stumbles over goes to quarantine, and the watch goes on', async () => {
  const { watch } = await import('../../src/work/watch.ts');
  w.web.on('wire.test/rss', page(rss([item('goma', { text: GOMA }), item('sake', { text: SAKE })])));
  const { loadLexicons } = await import('../../src/lexicon/lexicons.ts');
  const { codeReport } = await import('../../src/pipeline.ts');
  const { addressGuard } = await import('../../src/fetch/address-guard.ts');
  const { httpTransport } = await import('../../src/fetch/http-transport.ts');
  const { politeClient } = await import('../../src/fetch/polite-client.ts');
  const transport = httpTransport({ guard: addressGuard(['127.0.0.1']), lookup: w.web.lookup });
  await watch({
    store: w.store,
    client: politeClient({ transport: w.clock.counted(transport.send), clock: w.clock, userAgent: 'x' }),
    clock: w.clock,
    lexicons: loadLexicons(),
    run: 'run-1',
    rechecks: [],
    isOnce: true,
    sources: [{ id: 'f', url: w.web.url('wire.test/rss'), kind: 'feed', every: 15, articles: false }],
    code: (report, lexicons) => {
      if (report.text.includes('Goma')) throw new RangeError('stumbled');
      return codeReport(report, lexicons);
    },
  });
  transport.close();
  expect(await titles()).toEqual(['News of sake']);
  expect(await w.store.quarantine()).toMatchObject([{ key: 'coder-failed' }]);
});

test('a store that fails ends the watch with its error', async () => {
  w.web.on('wire.test/rss', (_, response) => {
    void w.store.close();
    response.end(rss([item('goma', { text: GOMA })]));
  });
  await expect(w.run([{ url: 'wire.test/rss', articles: false }])).rejects.toThrow();
});
