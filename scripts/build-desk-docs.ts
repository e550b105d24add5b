/**
 * Makes the pictures of docs/desk.md and the README anew: the real server on the bundled samples, driven in a real
 * Chromium, one picture for each of the questions that the desk answers. Run with `node scripts/build-desk-docs.ts`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { ingestInto } from '../src/cli/commands/ingest.ts';
import { deskSource } from '../src/cli/desk-source.ts';
import { inputsOf } from '../src/cli/inputs.ts';
import { loadLexicons } from '../src/lexicon/lexicons.ts';
import type { EntryLine, TruceLine } from '../src/model/lines.ts';
import type { Envelope } from '../src/serve/api/types.ts';
import { ensureWeb } from '../src/serve/build-web.ts';
import { startServer } from '../src/serve/server.ts';
import { openSqliteStore } from '../src/store/open.ts';

const ROOT = join(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs/images');
const SIZE = { width: 1280, height: 860 };

interface Picture {
  readonly name: string;
  readonly path: string;
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** What the picture shows; the whole window when absent. */
  readonly part?: string;
}

mkdirSync(IMAGES, { recursive: true });
process.chdir(ROOT); // reports are named as they stand in the repository
const folder = mkdtempSync(join(tmpdir(), 'trucewatch-pictures-'));
const store = await openSqliteStore(folder);
await ingestInto(store, inputsOf(['examples/reports']), 'pictures', loadLexicons());
const server = await startServer({
  source: await deskSource(store),
  webRoot: await ensureWeb(ROOT, () => {}),
  host: '127.0.0.1',
  port: 4790,
});
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const picture of await pictures()) await take(picture);
} finally {
  await browser.close();
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

async function ask<T>(path: string): Promise<T> {
  return ((await (await fetch(`${server.url}/api/v1${path}`)).json()) as Envelope<T>).data;
}

async function pictures(): Promise<Picture[]> {
  const truces = await ask<readonly TruceLine[]>('/truces');
  const truce = truces.find(({ status, standing }) => status === 'contested' && !standing) ?? truces[0]!;
  const [incident] = await ask<[EntryLine]>('/review?kind=incident&limit=1');
  return [
    { name: 'desk', path: `/truces/${truce.id}` },
    { name: 'desk-1', path: '/' },
    { name: 'desk-2', path: `/truces/${truce.id}`, part: '.facts' },
    { name: 'desk-3', path: `/incidents/${incident.id}` },
    { name: 'desk-4', path: '/requests' },
    { name: 'desk-5', path: '/agenda' },
    { name: 'desk-6', path: '/compare?reports=0913-north-csto,0913-wire-recasts,0914-press-jermuk' },
    { name: 'desk-7', path: `/reports/${incident.report}?record=${incident.record}` },
    { name: 'desk-8', path: '/changes' },
    { name: 'desk-review', path: '/review', act: (page) => page.keyboard.press('a') },
  ];
}

async function take({ name, path, act, part }: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(`${server.url}${path}`);
  await page.waitForSelector('main h1, main .paper');
  await page.locator('main .empty[role=status]').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(600); // maps and lists draw in steps
  await act?.(page);
  const file = join(IMAGES, `${name}.png`);
  await (part === undefined ? page.screenshot({ path: file }) : page.locator(part).first().screenshot({ path: file }));
  await context.close();
}
