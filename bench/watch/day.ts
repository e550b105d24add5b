/** A day of watching in simulated time: real watch, real coder, real SQLite, a made-up world, memory at the quarters. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { politeClient } from '../../src/fetch/polite-client.ts';
import { DEFAULT_FETCH_LIMITS } from '../../src/fetch/transport.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { openSqliteStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { idOfKey, keyOfUrl } from '../../src/work/found-items.ts';
import { idOfSource } from '../../src/work/sources-file.ts';
import { watch } from '../../src/work/watch.ts';
import { simClock } from './sim-clock.ts';
import { newsWorld } from './world.ts';

export interface DayResult {
  readonly items: number;
  readonly stored: number;
  readonly waiting: number;
  readonly failed: number;
  /** Items whose report is not there, and reports that are neither of an item nor a version. */
  readonly missing: number;
  readonly surplus: number;
  readonly reports: number;
  /** Versions beyond the first. */
  readonly versions: number;
  /** Megabytes of heap after collection, at the quarters of the day. */
  readonly heaps: readonly number[];
  readonly seconds: number;
  readonly counts: ReadonlyMap<string, number>;
}

const HOUR = 3_600_000;
const START = '2022-09-13T00:00:00Z';
/** After the last item is out: time for what was delayed, and for the last look at changed articles. */
const REST_HOURS = 16;

export async function watchADay({ feeds, items }: { feeds: number; items: number }): Promise<DayResult> {
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-day-'));
  const store = await openSqliteStore(folder);
  const started = performance.now();
  const clock = simClock(START);
  const world = newsWorld({ feeds, items, start: clock.now(), hours: 24, now: () => clock.now() });
  const stop = new AbortController();
  try {
    await store.startRun({ id: 'day', started: START, coder: 'bench', command: 'watch' });
    const watched = watch({
      store,
      client: politeClient({
        transport: clock.counted(world.transport),
        clock,
        userAgent: 'trucewatch/bench',
        limits: DEFAULT_FETCH_LIMITS,
      }),
      clock,
      lexicons: loadLexicons(),
      run: 'day',
      rechecks: [HOUR, 6 * HOUR],
      sources: world.sources.map((url) => ({ id: idOfSource(url), url, kind: 'feed', every: 15, articles: true })),
      signal: stop.signal,
    });
    const heaps: number[] = [];
    for (let quarter = 0; quarter < 4; quarter++) {
      await Promise.race([clock.sleep(6 * HOUR), watched]);
      heaps.push(heapNow());
    }
    await Promise.race([clock.sleep(REST_HOURS * HOUR), watched]);
    stop.abort();
    await watched;
    const seconds = (performance.now() - started) / 1000;
    return {
      items,
      heaps,
      seconds,
      counts: world.counts,
      ...(await checkStore(store, items, (item) => world.addressOf(item))),
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkStore(store: Store, items: number, addressOf: (item: number) => string) {
  const wanted = new Set(Array.from({ length: items }, (_, item) => idOfKey(keyOfUrl(addressOf(item)))));
  let [versions, surplus, after] = [0, 0, ''];
  for (;;) {
    const cards = await store.cards({ after, limit: 500 });
    for (const { id } of cards) {
      // A second version stands under the id of the first, with a piece of its hash.
      const [base = id, suffix] = id.split('~');
      if (suffix !== undefined) versions++;
      else if (!wanted.delete(base)) surplus++;
    }
    if (cards.length === 0) break;
    after = cards.at(-1)!.id;
  }
  const health = await store.feeds.health();
  const sum = (pick: (one: (typeof health)[number]) => number): number =>
    health.reduce((total, one) => total + pick(one), 0);
  return {
    stored: sum(({ stored }) => stored),
    waiting: sum(({ waiting }) => waiting),
    failed: sum(({ failed }) => failed),
    missing: wanted.size,
    surplus,
    versions,
    reports: (await store.counts('')).reports,
  };
}

/** Megabytes in use when all that nobody holds has been collected. */
function heapNow(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return Math.round(process.memoryUsage().heapUsed / 1e5) / 10;
}

/** `npm run bench -- --watch`: 200 feeds, 20,000 items. */
export async function runWatch(feeds: number, items: number): Promise<void> {
  const result = await watchADay({ feeds, items });
  const { heaps, seconds, counts, ...numbers } = result;
  const { user, system } = process.cpuUsage();
  const cpu = (user + system) / 1e6;
  console.log(
    `A day of ${feeds} feeds and ${items} items in ${seconds.toFixed(0)} s (${(items / seconds).toFixed(0)} items/s; ${(items / cpu).toFixed(0)} a second of processor time)`,
  );
  for (const [name, value] of Object.entries(numbers)) console.log(`  ${name.padEnd(10)} ${value}`);
  console.log(`  heap after collection at 6, 12, 18, 24 h: ${heaps.join(', ')} MB`);
  for (const [name, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`  ${name.padEnd(20)} ${count}`);
}
