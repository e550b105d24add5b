/** A watch over test sites: real server, real sockets, real SQLite, time that jumps. */
import { addressGuard } from '../../src/fetch/address-guard.ts';
import { httpTransport } from '../../src/fetch/http-transport.ts';
import { politeClient } from '../../src/fetch/polite-client.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { Source } from '../../src/model/feed.ts';
import type { Store } from '../../src/store/store.ts';
import { watch } from '../../src/work/watch.ts';
import type { WatchEvent } from '../../src/work/watch-deps.ts';
import { simClock, type SimClock } from '../../bench/watch/sim-clock.ts';
import { testStore } from './stores.ts';
import { testWeb, type TestWeb } from './web-server.ts';

const HOUR = 3_600_000;

export interface Watching {
  readonly web: TestWeb;
  readonly store: Store;
  readonly clock: SimClock;
  readonly events: WatchEvent[];
  /** Watches `sources` for so many hours of simulated time. */
  run(sources: readonly TestSource[], hours?: number): Promise<void>;
  /** All reports with their texts, by headline. */
  reports(): Promise<readonly { id: string; headline: string; text: string; published?: string; outlet?: string }[]>;
  close(): Promise<void>;
}

export type TestSource = Partial<Omit<Source, 'url'>> & { readonly url: string };

export async function watching(start = '2022-09-20T10:00:00Z'): Promise<Watching> {
  const web = await testWeb();
  const data = await testStore('sqlite');
  const { store } = data;
  const clock = simClock(start);
  const transport = httpTransport({ guard: addressGuard(['127.0.0.1']), lookup: web.lookup });
  const client = politeClient({
    transport: clock.counted(transport.send),
    clock,
    userAgent: 'trucewatch/test',
    pause: 1000,
    limits: { headMs: 300, totalMs: 600, maxBytes: 200_000 },
  });
  const run = { id: 'run-1', started: start, coder: 'test', command: 'test' };
  await store.startRun(run);
  const events: WatchEvent[] = [];
  return {
    web,
    store,
    clock,
    events,
    run: async (sources, hours = 1) => {
      const stop = new AbortController();
      const whole = sources.map((source, index) => ({
        id: `f${index}`,
        kind: 'feed' as const,
        every: 15,
        articles: true,
        ...source,
        url: web.url(source.url),
      }));
      const watched = watch({
        store,
        client,
        clock,
        lexicons: loadLexicons(),
        run: run.id,
        rechecks: [HOUR, 6 * HOUR, 24 * HOUR],
        sources: whole,
        signal: stop.signal,
        onEvent: (event) => void events.push(event),
      });
      await Promise.race([watched, clock.sleep(hours * HOUR)]);
      stop.abort();
      await watched;
    },
    reports: async () => {
      const cards = await store.cards();
      const found = await Promise.all(
        cards.map(async ({ id, headline, published, outlet }) => ({
          id,
          headline,
          text: (await store.report(id))?.text ?? '',
          ...(published.value !== undefined && { published: published.value }),
          ...(outlet !== undefined && { outlet }),
        })),
      );
      return found.sort((a, b) => (a.headline < b.headline ? -1 : a.headline > b.headline ? 1 : a.id < b.id ? -1 : 1));
    },
    close: async () => {
      transport.close();
      await data.remove();
      await web.close();
    },
  };
}
