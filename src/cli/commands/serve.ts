/** `trucewatch serve`: the desk on a loopback address. */
import { once } from 'node:events';
import { join } from 'node:path';
import { TrucewatchError } from '../../model/errors.ts';
import { ensureWeb } from '../../serve/build-web.ts';
import { createApp, startServer } from '../../serve/server.ts';
import { deskSource } from '../desk-source.ts';
import { lexicons, openStore, print, remark, ROOT, settings, type StoreOptions } from '../context.ts';
import type { Store } from '../../store/store.ts';
import type { NamedSource } from '../../work/sources-file.ts';
import { inputsOf } from '../inputs.ts';
import { readSources, stopSignal, watchInto } from '../watching.ts';
import { ingestInto } from './ingest.ts';

interface ServeOptions extends StoreOptions {
  readonly host?: string;
  readonly port?: string;
  readonly samples?: boolean;
  readonly get?: string;
  readonly watch?: boolean;
}

export async function run(options: ServeOptions): Promise<void> {
  const store = await openStore(options);
  try {
    const { reports } = await store.counts('');
    if (options.samples && reports === 0) {
      remark('The store is empty: reading the bundled sample reports.');
      await ingestInto(store, inputsOf([join(ROOT, 'examples/reports')]), 'samples', await lexicons(options));
    }
    // Before anything is opened: a sources file that cannot be read is told at once.
    const sources = options.watch === true ? readSources(options) : [];
    const source = await deskSource(store);
    if (options.get !== undefined) return await answerOne(createApp({ source }), options.get);
    const webRoot = await ensureWeb(ROOT, remark);
    const server = await startServer({
      source,
      webRoot,
      host: options.host ?? settings().host,
      port: Number(options.port ?? settings().port),
      ...access(),
    });
    print(`The desk is open at ${server.url}   (Ctrl-C ends it)`);
    await untilStopped(store, sources, options);
    await server.close();
  } finally {
    await store.close();
  }
}

/** What a team sets: a token, and how much one client may ask. */
function access(): { token?: string; perMinute?: number } {
  const { token, rateLimit } = settings();
  const perMinute = Number(rateLimit);
  if (!Number.isInteger(perMinute) || perMinute < 0)
    throw new TrucewatchError(
      'bad-option',
      `"${rateLimit}" is no number of requests a minute. Write 1200, or 0 for any.`,
    );
  return { ...(token !== '' && { token }), ...(perMinute > 0 && { perMinute }) };
}

async function answerOne(app: ReturnType<typeof createApp>, path: string): Promise<void> {
  const response = await app.request(path);
  print(await response.text());
  if (!response.ok) process.exitCode = 1;
}

/** Waits for the end; watches the sources in the meantime, so that the desk shows what comes in. */
async function untilStopped(store: Store, sources: readonly NamedSource[], options: ServeOptions): Promise<void> {
  const signal = stopSignal();
  if (sources.length === 0) await once(signal, 'abort');
  else await watchInto(store, sources, await lexicons(options), { signal, command: 'serve --watch' });
}
