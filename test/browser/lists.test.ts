/** The lists of the desk: filters in the address, rows without end, agenda, search, sources and what changed. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ingestInto } from '../../src/cli/commands/ingest.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { AgendaLine, EntryLine, ReportLine, TruceLine } from '../../src/model/lines.ts';
import type { Envelope, SearchResult } from '../../src/serve/api/types.ts';
import { bytesOf } from '../support/archives.ts';
import { HAS_BROWSER, openDesk, type Desk, type PageOptions } from '../support/browser.ts';

const PATHS = [
  '/incidents',
  '/incidents?accuser=ARM&standing=alone&from=2022-09-01',
  '/meetings',
  '/statements',
  '/agenda',
  '/agenda?view=month',
  '/reports',
  '/search?q=ceasefire',
  '/sources',
  '/changes',
];

describe.skipIf(!HAS_BROWSER)('lists', () => {
  let desk: Desk;
  beforeAll(async () => void (desk = await openDesk()), 60_000);
  afterAll(() => desk?.close());

  const open = async (path: string, options?: PageOptions) => {
    const { page, errors } = await desk.page(options);
    await page.goto(`${desk.url}${path}`);
    await page.waitForSelector('main h1');
    await read(page);
    return { page, errors };
  };
  const ask = async <T>(path: string): Promise<Envelope<T>> =>
    (await (await fetch(`${desk.url}/api/v1${path}`)).json()) as Envelope<T>;
  const close = (page: Page): Promise<void> => page.context().close();

  test.each(['light', 'dark'] as const)(
    'pass axe in the %s look, without an error on the console, and are never wider than the window',
    { timeout: 120_000 },
    async (scheme) => {
      const { page, errors } = await open('/', { scheme });
      for (const path of PATHS) {
        await page.goto(`${desk.url}${path}`);
        await page.waitForSelector('main h1');
        await read(page);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          path,
        ).toEqual([]);
        for (const width of scheme === 'light' ? [360, 390, 1280, 1920] : []) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
          expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
        }
      }
      expect(errors).toEqual([]);
      await close(page);
    },
  );

  test('a filter stands in the address, narrows the rows, and is taken away again', async () => {
    const { page } = await open('/incidents');
    const all = await page.locator('.row').count();
    await page.getByLabel('Accuser').selectOption('ARM');
    await page.waitForURL(/accuser=ARM/);
    const { data } = await ask<EntryLine[]>('/entries?kind=incident&accuser=ARM');
    await page.waitForSelector(`.found >> text=${data.length} entries`);
    expect(new Set(await rowsOf(page))).toEqual(new Set(data.map(({ id }) => id)));
    expect(data.length).toBeLessThan(all);
    await page.reload();
    await page.waitForSelector(`.found >> text=${data.length} entries`);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForSelector(`.found >> text=${all} entries`);
    expect(new URL(page.url()).search).toBe('');
    await close(page);
  });

  test('words narrow it while they are typed; what fits nothing says so', async () => {
    const { page } = await open('/incidents');
    await page.getByLabel('Words of the title').fill('Kalbajar');
    await page.waitForURL(/q=Kalbajar/);
    await read(page);
    await vi.waitFor(async () => expect(await page.locator('.row').count()).toBeLessThan(10));
    for (const row of await page.locator('.row').allInnerTexts()) expect(row).toContain('Kalbajar');
    await page.getByLabel('Words of the title').fill('nosuchword');
    await page.waitForSelector('text=Nothing fits these filters.');
    await close(page);
  });

  test('a list of one truce counts as the truce does', async () => {
    const { data: truces } = await ask<TruceLine[]>('/truces');
    const truce = truces.find(({ before }) => before > 0)!;
    const { page } = await open(`/incidents?truce=${truce.id}&relation=before`);
    await page.waitForSelector(`.found >> text=${truce.before} entr`);
    expect(await page.locator('.row').count()).toBe(truce.before);
    await page.getByLabel('When').selectOption('during');
    await page.waitForURL(/relation=during/);
    await vi.waitFor(async () => expect(await page.locator('.row').count()).toBe(truce.breaches));
    await close(page);
  });

  test('a filter without a control of its own is named and can be taken away', async () => {
    const { page } = await open('/incidents?party=ARM');
    await page.getByRole('button', { name: 'Remove the filter Party: ARM' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await page.locator('.filter-chip').count()).toBe(0);
    await close(page);
  });

  test('a long list draws what is near the screen and reads on until its end', async () => {
    const { page } = await open('/statements');
    const total = (await ask<EntryLine[]>('/statements?limit=1')).total!;
    expect(total).toBeGreaterThan(100);
    const seen = new Set<string>();
    await vi.waitFor(
      async () => {
        for (const id of await rowsOf(page)) seen.add(id);
        expect(await page.locator('[role=listitem]').count()).toBeLessThan(50);
        await page.mouse.wheel(0, 1500);
        expect(seen.size).toBe(total);
      },
      { timeout: 40_000, interval: 40 },
    );
    await close(page);
  });

  test('paper gets the whole list, or says how much of it', async () => {
    const { page } = await open('/statements');
    const total = (await ask<EntryLine[]>('/statements?limit=1')).total!;
    const rows = page.locator('main [role=listitem]');
    await page.evaluate('window.print = () => (window.printed = (window.printed ?? 0) + 1)');
    // The browser's own menu cannot wait for more rows
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await rows.count()).toBe(100);
    expect(await page.locator('.printed-part').innerText()).toBe(`The first 100 of ${total} are printed here.`);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await vi.waitFor(async () => expect(await rows.count()).toBeLessThan(50));
    await page.getByRole('button', { name: 'Print' }).click();
    await vi.waitFor(async () => expect(await page.evaluate('window.printed')).toBe(1), { timeout: 10_000 });
    await page.emulateMedia({ media: 'print' });
    await vi.waitFor(async () => expect(await rows.count()).toBe(total));
    expect(new Set(await rowsOf(page)).size).toBe(total);
    expect(await page.locator('.printed-part').count()).toBe(0);
    expect(await page.locator('.paper-head').innerText()).toContain('/statements');
    await close(page);
  });

  test('statements show their words, and those of an act alone when asked', async () => {
    const { page } = await open('/statements?act=deny');
    const { data } = await ask<EntryLine[]>('/statements?act=deny&limit=200');
    await page.waitForSelector(`.found >> text=${data.length} statement`);
    await vi.waitFor(async () => expect((await rowsOf(page))[0]).toBe(data.at(-1)!.id));
    for (const head of await page.locator('.statement-head').all())
      expect(await head.locator('.tag').first().innerText()).toBe('denies');
    expect(await page.locator('blockquote mark').count()).toBeGreaterThan(0);
    await close(page);
  });

  test('the agenda by outcome and by month, and as a file for calendars', async () => {
    const { data } = await ask<AgendaLine[]>('/agenda?outcome=kept');
    const { page } = await open('/agenda?outcome=kept');
    expect(await page.locator('.due').count()).toBe(data.length);
    const file = await page.getByRole('link', { name: 'Calendar file' }).getAttribute('href');
    expect((await fetch(`${desk.url}${file}`)).headers.get('content-type')).toContain('text/calendar');
    await page.getByRole('button', { name: 'Month' }).click();
    await page.waitForSelector('.month');
    expect(await page.locator('.month-head h2').innerText()).toBe('September 2022');
    const day = page.locator('.month td', { has: page.locator('time[datetime="2022-09-13"]') });
    expect(await day.innerText()).toContain('CSTO');
    await page.getByRole('button', { name: 'Later month' }).click();
    await page.waitForURL(/month=2022-10/);
    await page.waitForSelector('.month-head >> text=October 2022');
    await close(page);
  });

  test('two reports that are chosen lead to their comparison, and a story to its reports', async () => {
    const { page } = await open('/reports');
    const { data } = await ask<ReportLine[]>('/reports?limit=3');
    await page.locator('.row input').nth(0).check();
    await page.locator('.row input').nth(2).check();
    const compare = page.getByRole('link', { name: 'Compare 2 reports' });
    expect(await compare.getAttribute('href')).toBe(`/compare?reports=${data[0]!.id},${data[2]!.id}`);
    await page.getByRole('link', { name: 'its story' }).first().click();
    await page.waitForURL(/story=/);
    await page.waitForSelector('h1 >> text=Reports of one story');
    await close(page);
  });

  test('j and k walk the rows of a list, and Enter opens one', async () => {
    const { page } = await open('/reports');
    const { data } = await ask<ReportLine[]>('/reports?limit=2');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${desk.url}/reports/${data[0]!.id}`);
    expect(await page.locator('.paper').innerText()).toContain(data[0]!.headline);
    await close(page);
  });

  test('an outlet leads to its reports', async () => {
    const { page } = await open('/sources');
    await page.getByRole('link', { name: 'Sample Press' }).click();
    await page.waitForURL(/outlet=Sample/);
    const { data } = await ask<ReportLine[]>('/reports?outlet=Sample Press');
    await vi.waitFor(async () => expect(await rowsOf(page)).toEqual(data.map(({ id }) => id)));
    await close(page);
  });

  test('search marks what it found, in reports or in entries', async () => {
    const { page } = await open('/search?q=Kalbajar');
    const { data } = await ask<SearchResult[]>('/search?q=Kalbajar&limit=50');
    expect(await page.locator('.result').count()).toBe(data.length);
    expect(await page.locator('.result mark').first().innerText()).toMatch(/kalbajar/i);
    await page.getByRole('button', { name: 'entries' }).click();
    await page.waitForURL(/in=entries/);
    await vi.waitFor(async () =>
      expect(await page.locator('.result').count()).toBe(data.filter((one) => one.in === 'entry').length),
    );
    await page.goto(`${desk.url}/search?q=nosuchword`);
    await page.waitForSelector('text=Nothing holds all of these words');
    await close(page);
  });

  test('the asked moment and the language go for lists as well', async () => {
    const { data, total } = await ask<EntryLine[]>('/entries?kind=incident&as_of=2022-09-13');
    const { page } = await open('/incidents?asof=2022-09-13&lang=ru');
    expect(await page.locator('main h1').innerText()).toBe('Инциденты');
    expect(total ?? data.length).toBeLessThan((await ask<EntryLine[]>('/entries?kind=incident')).total!);
    await vi.waitFor(async () => expect(await page.locator('.row').count()).toBe(total ?? data.length));
    await close(page);
  });

  test('what comes in shows without a reload: the change, an undated report, what could not be read', async () => {
    const changes = await open('/changes');
    const reports = await open('/reports');
    const sources = await open('/sources');
    const files = {
      'undated.txt': 'A quiet lake\n\nNothing was heard on the lake.',
      'broken.jsonl': '{"neither": 1}\n',
    };
    const inputs = Object.entries(files).map(([name, text]) => ({ name, open: () => pieces(bytesOf(text)) }));
    await ingestInto(desk.store, inputs, 'test', loadLexicons());
    await changes.page.waitForSelector('.changes >> text=A quiet lake', { timeout: 20_000 });
    await reports.page.waitForSelector('.row >> text=A quiet lake');
    const rows = await reports.page.locator('.row').allInnerTexts();
    expect(rows.at(-1)).toContain('undated');
    await sources.page.waitForSelector('td >> text=broken.jsonl');
    for (const { page } of [changes, reports, sources]) await close(page);
  });
});

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** The list is there, or that there is nothing. */
async function read(page: Page): Promise<void> {
  await page.waitForSelector('main .empty[role=status]', { state: 'detached' });
  await page.locator('main .found >> text=/^…$/').waitFor({ state: 'detached' });
}

const rowsOf = (page: Page): Promise<string[]> =>
  page
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((row) => String((row as { dataset?: { row?: string } }).dataset?.row)));
