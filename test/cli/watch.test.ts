/** Watching from the command line: sources in and out, one round, the desk beside it, two processes at one store. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/open.ts';
import { start, trucewatch, type Ran } from '../support/cli.ts';
import { testFolder } from '../support/stores.ts';
import { article, page, rss, testWeb, type TestWeb } from '../support/web-server.ts';

const ENV = {
  TRUCEWATCH_ALLOW_ADDRESSES: '127.0.0.1',
  TRUCEWATCH_HOST_PAUSE: '0s',
  TRUCEWATCH_CONTACT: 'x@example.org',
};
const GOMA = 'Mortar shells fell on the town of Goma on Tuesday, the Congolese army said.';

let folder: ReturnType<typeof testFolder>;
let web: TestWeb;
beforeEach(async () => {
  folder = testFolder();
  web = await testWeb();
});
afterEach(async () => {
  await web.close();
  folder.remove();
});

const data = (): string => join(folder.path, 'data');
const run = (...args: string[]): Promise<Ran> => trucewatch([...args, '--data', data()], { env: ENV });
const feed = (): string => web.url('127.0.0.1/rss');

test('sources are added, watched, shown with their health, exported and removed', { timeout: 60_000 }, async () => {
  web.on('127.0.0.1/rss', page(rss([{ link: '/goma', title: 'Goma', text: GOMA }])));
  let text = article('Goma shelled', GOMA);
  web.on('127.0.0.1/goma', (_, response) => void response.end(text));
  expect((await run('watch', '--once')).stderr).toContain('trucewatch sources add');
  await run('sources', 'add', feed(), '--every', '30m');
  await run('sources', 'add', web.url('127.0.0.1/gone'));
  expect((await run('watch', '--once', '--json')).stdout).toContain('"added": 1');

  const listed = await run('sources');
  expect(listed.stdout).toMatch(/ok .*\/rss/);
  expect(listed.stdout).toMatch(/fetch-missing ×1 .*\/gone/);
  expect(listed.stdout).toContain('mend the sources file');
  expect((await run('doctor')).stdout).toMatch(/WARNING +source .*\/gone/);
  expect((await run('outlets')).stdout).toMatch(/Sample Wire/);

  const opml = join(folder.path, 'feeds.opml');
  await run('sources', 'export', opml);
  expect(readFileSync(opml, 'utf8')).toContain(`xmlUrl="${feed()}"`);
  expect((await run('sources', 'remove', web.url('127.0.0.1/gone'))).stdout).toContain('1 source');
  expect((await run('sources', 'import', opml)).stdout).toContain('2 sources');
  expect((await run('sources', 'add', 'ftp://x')).stderr).toMatch(/source 1 at "url"/);

  // The article changes, and its feed says so
  text = article('Goma shelled', GOMA, 'Twelve soldiers were killed, a doctor said.');
  const store = await openSqliteStore(data());
  const [item] = await store.feeds.dueItems('9', { limit: 1, notHosts: [] });
  await store.feeds.keepItem(item!.key, { at: '2000-01-01T00:00:00.000Z', due: '2000-01-01T00:00:00.000Z' });
  await store.close();
  await run('watch', '--once');
  const shown = await run('show', item!.report!, '--json');
  const { history } = JSON.parse(shown.stdout) as { history: { versions: { report: string }[] } };
  expect(history.versions).toHaveLength(2);
  const second = await run('show', history.versions[1]!.report);
  expect(second.stdout).toContain('+ Twelve soldiers were killed, a doctor said.');
  expect(second.stdout).toContain('version 2 of 2');
});

test('watch and ingest may write to one store at the same time', { timeout: 60_000 }, async () => {
  const names = Array.from({ length: 40 }, (_, n) => `village-${n}`);
  web.on('127.0.0.1/rss', page(rss(names.map((name) => ({ link: `/${name}`, title: `News of ${name}`, text: GOMA })))));
  web.on(
    '127.0.0.1/*',
    (request, response) => void response.end(article(`At ${request.url}`, `${GOMA} It was ${request.url}.`)),
  );
  const input = join(folder.path, 'in');
  mkdirSync(input);
  for (let n = 0; n < 400; n++)
    writeFileSync(
      join(input, `r${n}.txt`),
      `LONDON, May 1, 2019 (Sample Wire) - Village ${n} was shelled, the army said.\n`,
    );
  await run('sources', 'add', feed());
  const both = await Promise.all([run('watch', '--once'), run('ingest', input)]);
  expect(both.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0]);
  const store = await openSqliteStore(data());
  expect((await store.counts('')).reports).toBe(440);
  await store.close();
});

test('serve --watch takes in what comes while the desk is open, and ends politely', { timeout: 60_000 }, async () => {
  web.on('127.0.0.1/rss', page(rss([{ link: '/goma', title: 'Goma', text: GOMA }])));
  web.on('127.0.0.1/goma', page(article('Goma shelled', GOMA)));
  await run('sources', 'add', feed());
  const child = start(['serve', '--watch', '--port', '0', '--data', data()], ENV);
  let out = '';
  child.stdout!.on('data', (chunk: Buffer) => void (out += chunk.toString()));
  child.stderr!.resume();
  const ended = new Promise<number | null>((resolve) => void child.on('close', resolve));
  const store = await openSqliteStore(data());
  const isIn = async (): Promise<boolean> => (await store.cards()).length === 1 && out.includes('open at');
  await expect.poll(isIn, { timeout: 50_000, interval: 200 }).toBe(true);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect((await store.runs())[0]?.finished).toBeDefined();
  await store.close();
});
