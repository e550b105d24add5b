/**
 * `node bench/desk.ts FOLDER`: the desk in a real Chromium over a store of any size. Each list is opened, scrolled for some
 * seconds at a steady pace, and told how long its answers took and how even its frames came.
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { deskSource } from '../src/cli/desk-source.ts';
import { ensureWeb } from '../src/serve/build-web.ts';
import { startServer } from '../src/serve/server.ts';
import { openSqliteStore } from '../src/store/open.ts';

const LISTS = [
  '/incidents',
  '/incidents?sort=priority',
  '/incidents?review=unreviewed&from=2005-01-01',
  '/statements',
  '/statements?act=accuse',
  '/reports',
  '/agenda',
  '/changes',
  '/search?q=ceasefire',
  '/sources',
];
/** Pixels a frame, about eighty rows a second, and for how long. */
const PACE = 60;
const SECONDS = 5;

/** Scrolls at a steady pace and measures every frame; runs in the page. */
const SCROLL = `new Promise((done) => {
  const frames = [];
  let drawn = 0, before = performance.now();
  const end = before + ${SECONDS * 1000};
  const step = (now) => {
    frames.push(now - before);
    before = now;
    drawn = Math.max(drawn, document.querySelectorAll('[role=listitem]').length);
    window.scrollBy(0, ${PACE});
    if (now < end) requestAnimationFrame(step);
    else done({ frames: frames.slice(1), drawn, passed: Number(document.querySelector('[role=listitem]:last-of-type')?.ariaPosInSet ?? 0) });
  };
  requestAnimationFrame(step);
})`;
const ROWS = 'main .row, main .statement, main .due, main .changes li, main .result, main .outlets';
/** Notes in the page itself when its first row stood there. */
const WATCH = `new MutationObserver((_, observer) => {
  if (document.querySelector('${ROWS}') === null) return;
  window.shownAt = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })`;
const ANSWERS = `performance.getEntriesByType('resource').filter((one) => one.name.includes('/api/v1/') && !one.name.includes('/events')).map((one) => [new URL(one.name).pathname.slice(7), one.duration])`;

interface Scrolled {
  readonly frames: readonly number[];
  /** Rows in the document at most, and the place of the last one at the end. */
  readonly drawn: number;
  readonly passed: number;
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const ms = (value: number): string => value.toFixed(0).padStart(6);

async function measure(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.waitForSelector(ROWS);
  const shown = await page.evaluate<number>('window.shownAt');
  await page.waitForTimeout(500);
  const { frames, drawn, passed } = await page.evaluate<Scrolled>(SCROLL);
  const answers = await page.evaluate<[string, number][]>(ANSWERS);
  const own = answers.filter(([name]) => !/^\/(?:overview|facets|status|sources)$/.test(name) || path === '/sources');
  const slow = frames.filter((one) => one > 50).length;
  console.log(
    `${path.padEnd(44)}${ms(shown)}${ms(
      at(
        own.map(([, time]) => time),
        0.5,
      ),
    )}${ms(
      at(
        own.map(([, time]) => time),
        0.95,
      ),
    )}${String(own.length).padStart(5)}` +
      `${ms(at(frames, 0.5))}${ms(at(frames, 0.95))}${ms(at(frames, 0.99))}${String(slow).padStart(5)}${String(drawn).padStart(6)}${String(passed).padStart(7)}`,
  );
  for (const [name, time] of answers) if (time > 100) console.log(`    ${name} ${time.toFixed(0)} ms`);
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of a store: node bench/desk.ts FOLDER');
const store = await openSqliteStore(folder);
const webRoot = process.argv[3] ?? (await ensureWeb(join(import.meta.dirname, '..'), console.log));
const server = await startServer({ source: await deskSource(store), webRoot, host: '127.0.0.1', port: 4795 });
const { reports, records, entries } = await store.counts('');
console.log(`Desk over ${reports} reports, ${records} records, ${entries} entries; load ${loadavg()[0]!.toFixed(1)}`);
console.log('list, ms: shown, answers p50 p95 n, frames p50 p95 p99, over 50 ms, rows drawn, last row');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.addInitScript(WATCH);
// The first page would tell of the browser's own start
await page.goto(server.url);
await page.waitForSelector('main h1');
for (const path of LISTS) await measure(page, server.url, path);
await browser.close();
await server.close();
await store.close();
