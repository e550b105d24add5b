/** `kill -9` at fifty moments, drawn by a seed: real processes, real servers, a real file; nothing twice, nothing lost. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/open.ts';
import { fractionOf } from '../../src/work/schedule.ts';
import { start, trucewatch, type Ran } from '../support/cli.ts';
import { testFolder } from '../support/stores.ts';
import { article, page, rss, testWeb, type TestWeb } from '../support/web-server.ts';

const KILLS = 25;
const ENV = {
  TRUCEWATCH_ALLOW_ADDRESSES: '127.0.0.1',
  TRUCEWATCH_HOST_PAUSE: '0s',
  TRUCEWATCH_CONTACT: 'x@example.org',
};

const folders = [testFolder(), testFolder()] as const;
afterAll(() => folders.forEach((folder) => folder.remove()));

const text = (n: number): string =>
  `Gunmen attacked village number ${n} in the north on Tuesday, the army said. ${n} people fled.`;

/** Starts the command, kills it when `moment` has come or lets it end; tells whether it was killed. */
async function killed(args: readonly string[], moment: (exit: Promise<unknown>) => Promise<unknown>): Promise<boolean> {
  const child = start(args, ENV);
  child.stdout?.resume();
  child.stderr?.resume();
  const exit = new Promise((resolve) => void child.on('close', (code, signal) => resolve(signal)));
  await Promise.race([exit, moment(exit)]);
  child.kill('SIGKILL');
  return (await exit) === 'SIGKILL';
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const jsonOf = ({ code, stdout, stderr }: Ran): { hash: string; added: number; waiting?: number } => {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as { hash: string; added: number };
};

async function cardsIn(data: string) {
  const store = await openSqliteStore(data);
  const found = { cards: await store.cards(), health: await store.feeds.health(), runs: await store.runs(100) };
  await store.close();
  return found;
}

describe.concurrent('killed at any moment', () => {
  test('watch takes every item once', { timeout: 600_000 }, async () => {
    const [folder] = folders;
    const webs: TestWeb[] = await Promise.all([testWeb(), testWeb()]);
    let published = 3;
    for (const [site, web] of webs.entries()) {
      web.on('127.0.0.1/rss', (_, response) => {
        const items = Array.from({ length: published }, (_item, n) => ({
          link: `/${n}`,
          title: `Village ${n}`,
          text: text(n),
        }));
        response.writeHead(200, { etag: `"${published}"` }).end(rss(items));
      });
      // Each third article cannot be had: the words of its feed have to do
      web.on('127.0.0.1/*', (request, response) => {
        const n = Number(request.url?.slice(1));
        if (n % 3 === 2) response.writeHead(410).end();
        else page(article(`Attack ${site}-${n}`, text(n), `Correspondent ${site} reports.`))(request, response);
      });
    }
    const sources = join(folder.path, 'sources.json');
    writeFileSync(sources, JSON.stringify(webs.map(({ port }) => `http://127.0.0.1:${port}/rss`)));
    const call = (name: string): string[] => [
      'watch',
      '--once',
      '--sources',
      sources,
      '--data',
      join(folder.path, name),
    ];

    let kills = 0;
    for (let round = 0; round < KILLS; round++, published++) {
      const before = webs.reduce((sum, { seen }) => sum + seen.length, 0);
      const requests = Math.floor(fractionOf(`requests ${round}`) * 10);
      const delay = fractionOf(`delay ${round}`) * 60;
      const isKilled = await killed(call('data'), async (exit) => {
        const over = new AbortController();
        void exit.then(() => over.abort());
        while (!over.signal.aborted && webs.reduce((sum, { seen }) => sum + seen.length, 0) < before + requests)
          await wait(2);
        await wait(delay);
      });
      if (isKilled) kills++;
    }
    expect(kills).toBeGreaterThan(KILLS / 2);
    const { hash, waiting } = jsonOf(await trucewatch([...call('data'), '--json'], { env: ENV }));
    expect(waiting).toBe(0);
    const { cards, health, runs } = await cardsIn(join(folder.path, 'data'));
    expect(cards).toHaveLength(2 * published);
    expect(new Set(cards.map(({ url }) => url)).size).toBe(2 * published);
    expect(health.map(({ stored, waiting: left, failed }) => [stored, left, failed])).toEqual([
      [published, 0, 0],
      [published, 0, 0],
    ]);
    expect(runs.reduce((sum, { added }) => sum + added, 0)).toBe(2 * published);
    // A store that was never killed holds the same ledger
    expect(jsonOf(await trucewatch([...call('clean'), '--json'], { env: ENV })).hash).toBe(hash);
    await Promise.all(webs.map((web) => web.close()));
  });

  test('ingest takes every report once', { timeout: 600_000 }, async () => {
    const [, folder] = folders;
    const input = join(folder.path, 'in');
    mkdirSync(input);
    let written = 0;
    const write = (count: number): void => {
      for (const end = written + count; written < end; written++)
        writeFileSync(
          join(input, `r${written}.txt`),
          `MAPUTO, May ${1 + (written % 28)}, 2019 (Sample Wire) - ${text(written)}\n`,
        );
    };
    const call = (name: string): string[] => ['ingest', input, '--data', join(folder.path, name), '--json'];
    write(130);
    const started = performance.now();
    await trucewatch(call('measure'));
    const whole = performance.now() - started;
    for (let round = 0; round < KILLS; round++) {
      write(10);
      await killed(call('data'), () => wait(whole * (0.2 + 0.8 * fractionOf(`ingest ${round}`))));
    }
    const { hash } = jsonOf(await trucewatch(call('data')));
    const { cards, runs } = await cardsIn(join(folder.path, 'data'));
    expect(cards).toHaveLength(written);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(written);
    expect(runs.reduce((sum, { added }) => sum + added, 0)).toBe(written);
    expect(jsonOf(await trucewatch(call('clean'))).hash).toBe(hash);
  });
});
