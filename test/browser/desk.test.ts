/** The desk as a person meets it: every page, both looks, three widths, both languages, from a number to its words. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestInto } from '../../src/cli/commands/ingest.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { EntryLine, TruceLine } from '../../src/model/lines.ts';
import type { Envelope } from '../../src/serve/api/types.ts';
import { HAS_BROWSER, openDesk, type Desk } from '../support/browser.ts';

describe.skipIf(!HAS_BROWSER)('desk', () => {
  let desk: Desk;
  let incident: EntryLine;
  let truce: TruceLine;
  let paths: readonly (readonly [name: string, path: string])[];

  const ask = async <T>(path: string): Promise<T> =>
    ((await (await fetch(`${desk.url}/api/v1${path}`)).json()) as Envelope<T>).data;

  beforeAll(async () => {
    desk = await openDesk();
    [incident] = await ask<[EntryLine]>('/review?kind=incident&limit=1');
    [truce] = await ask<[TruceLine]>('/truces?limit=1');
    paths = [
      ['overview', '/'],
      ['truces', '/truces'],
      ['truce', `/truces/${truce.id}`],
      ['incident', `/incidents/${incident.id}`],
      ['reader', `/reports/${incident.report}?record=${incident.record}`],
      ['compare', '/compare?reports=0913-north-csto,0913-wire-recasts'],
      ['review', '/review'],
      ['situation report', '/sitrep?from=2022-09-14&to=2022-09-14'],
      ['no such page', '/nowhere'],
    ];
  });
  afterAll(() => desk?.close());

  const open = async (path: string, options?: Parameters<Desk['page']>[0]) => {
    const { page, errors } = await desk.page(options);
    await page.goto(`${desk.url}${path}`);
    await settled(page);
    return { page, errors };
  };

  /** The page has its answers: nothing says that it is being read. */
  const settled = async (page: Page): Promise<void> => {
    await page.waitForSelector('main h1, main .paper');
    await page.locator('main .empty[role=status]').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(150);
  };

  test.each(['light', 'dark'] as const)(
    'every page passes axe in the %s look, without an error on the console',
    { timeout: 240_000 },
    async (scheme) => {
      for (const [name, path] of paths) {
        const { page, errors } = await open(path, { scheme });
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          name,
        ).toEqual([]);
        expect(errors, name).toEqual([]);
        await page.context().close();
      }
    },
  );

  const windows = [
    [360, 'en'],
    [1280, 'en'],
    [1920, 'en'],
    [360, 'ru'],
  ] as const;
  test.each(windows)(
    'no page is wider than a window of %i pixels (%s)',
    { timeout: 180_000 },
    async (width, language) => {
      for (const [name, path] of paths) {
        const { page } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`, { width });
        const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect(over, name).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    },
  );

  test('from any number on the overview to the words behind it in two clicks', { timeout: 120_000 }, async () => {
    const { page } = await open('/');
    const count = await page.locator('.truce-card td.number a').count();
    expect(count).toBeGreaterThan(0);
    for (let index = 0; index < count; index++) {
      await page.goto(desk.url);
      await page.locator('.truce-card td.number a').nth(index).click();
      await page.locator('main .row a').first().click();
      await page.waitForSelector('blockquote mark');
      expect((await page.locator('blockquote mark').first().innerText()).length).toBeGreaterThan(0);
    }
    await page.context().close();
  });

  test('a value leads to the reader, with its words marked', async () => {
    const { page } = await open(`/truces/${truce.id}`);
    await page.locator('.facts a.words').first().click();
    await page.waitForSelector('.paper .is-chosen');
    expect(await page.locator('.record.is-chosen').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('record')).not.toBeNull();
    await page.context().close();
  });

  test('the slider moves the whole desk to a day; the address keeps it', async () => {
    const { page } = await open('/');
    await page.locator('.as-button').click();
    const slider = page.locator('.popover input[type=range]');
    await slider.focus();
    for (let day = 0; day < 8; day++) await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('.asof-note');
    await page.keyboard.press('Escape');
    await page.locator('.nav a', { hasText: 'Truces' }).click();
    await page.waitForURL(/\/truces\?asof=2022-09-1/);
    await page.locator('.asof-note button').click();
    await page.waitForSelector('.asof-note', { state: 'detached' });
    expect(new URL(page.url()).searchParams.has('asof')).toBe(false);
    await page.context().close();
  });

  test('the keyboard alone searches, goes to a page, walks a list and helps', async () => {
    const { page } = await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('ceasefire');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main mark');
    await page.locator('main h1').click();
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.waitForURL(/\/incidents/);
    await page.waitForSelector('main .row a');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate("document.activeElement.closest('.row') !== null")).toBe(true);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.context().close();
  });

  test('the desk speaks Russian, and the address can ask for it', async () => {
    const { page } = await open('/?lang=ru');
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await page.locator('.nav').innerText()).toContain('Перемирия');
    await page.locator('select.language').selectOption('en');
    await page.locator('.nav a', { hasText: 'Truces' }).waitFor();
    await page.context().close();
  });

  test('a picture is saved as SVG that stands alone, and as PNG', async () => {
    const { page } = await open(`/truces/${truce.id}`);
    const figure = page.locator('figure').first();
    for (const [format, head] of [
      ['SVG', '<svg xmlns'],
      ['PNG', '\u0089PNG'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: format }).click(),
      ]);
      const bytes = readFileSync(await download.path());
      expect(bytes.toString('latin1').startsWith(head), format).toBe(true);
      if (format === 'SVG') expect(bytes.toString()).not.toMatch(/class=|var\(--|<a /);
    }
    await page.context().close();
  });

  test('reports that come in appear without a reload', { timeout: 90_000 }, async () => {
    const { page } = await open('/');
    const before = await page.locator('.nav a', { hasText: 'Reports' }).innerText();
    const text =
      'YEREVAN, September 23. The Armenian Defence Ministry said that Azerbaijani units opened fire near the village of Verin Shorzha on September 23.';
    const line = JSON.stringify({ id: 'late-report', text, published: '2022-09-23', outlet: 'Sample Press' });
    await ingestInto(
      desk.store,
      [
        {
          name: 'late.jsonl',
          open: async function* () {
            yield new TextEncoder().encode(`${line}\n`);
          },
        },
      ],
      'test',
      loadLexicons(),
    );
    await page.locator('.nav a', { hasText: 'Reports' }).filter({ hasText: '18' }).waitFor({ timeout: 60_000 });
    expect(await page.locator('.nav a', { hasText: 'Reports' }).innerText()).not.toBe(before);
    await page.waitForSelector('.live a');
    await page.context().close();
  });

  test('the first load is at most 170 kB of compressed script before the map', async () => {
    const { page } = await desk.page();
    const sizes: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) void response.body().then((body) => sizes.push(gzipSync(body).length));
    });
    await page.goto(desk.url);
    await settled(page);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(170_000);
    await page.context().close();
  });

  test('nothing of the page comes from elsewhere', async () => {
    const { page } = await desk.page();
    const hosts = new Set<string>();
    page.on('request', (request) => void hosts.add(new URL(request.url()).host));
    for (const [, path] of paths.slice(0, 5)) {
      await page.goto(`${desk.url}${path}`);
      await settled(page);
    }
    expect([...hosts].filter((host) => host !== '' && host !== new URL(desk.url).host)).toEqual([]);
    await page.context().close();
  });
});
