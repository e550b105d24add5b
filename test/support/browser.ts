/** A real Chromium against the real server on a real store of the bundled samples. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { deskSource } from '../../src/cli/desk-source.ts';
import { ingestInto } from '../../src/cli/commands/ingest.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { inputsOf } from '../../src/cli/inputs.ts';
import { ensureWeb } from '../../src/serve/build-web.ts';
import { startServer, type RunningServer } from '../../src/serve/server.ts';
import { openSqliteStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { testFolder } from './stores.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

export const HAS_BROWSER = CHROMIUM !== undefined;
if (!HAS_BROWSER) process.stderr.write('browser tests: skipped, there is no Chromium\n');

export interface PageOptions {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Leaves out the content security policy, so that nothing but the page itself keeps markup from running. */
  readonly bypassCSP?: boolean;
}

export interface Desk {
  readonly url: string;
  readonly store: Store;
  readonly browser: Browser;
  /** A fresh page; `errors` fills with everything that the console calls an error. */
  page(options?: PageOptions): Promise<{ page: Page; errors: string[] }>;
  close(): Promise<void>;
}

/** Opens a desk on the bundled samples, or on the files of another folder. */
export async function openDesk(reports = join(ROOT, 'examples/reports')): Promise<Desk> {
  const folder = testFolder();
  const store = await openSqliteStore(folder.path);
  await ingestInto(store, inputsOf([reports]), 'test', loadLexicons());
  const webRoot = await ensureWeb(ROOT, () => {});
  const server: RunningServer = await startServer({
    source: await deskSource(store),
    webRoot,
    host: '127.0.0.1',
    port: 4700,
  });
  const browser = await chromium.launch({
    executablePath: CHROMIUM!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    url: server.url,
    store,
    browser,
    page: async ({ width = 1280, scheme = 'light', bypassCSP = false } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: 'reduce',
        bypassCSP,
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
      page.on('pageerror', (error) => void errors.push(error.message));
      return { page, errors };
    },
    close: async () => {
      await browser.close();
      await server.close();
      await store.close();
      folder.remove();
    },
  };
}
