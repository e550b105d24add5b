/** The desk as a person meets it: every page, both looks, three widths, from a number to its words. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/model/ledger.ts';
import { HAS_BROWSER, openDesk, type Desk } from '../support/browser.ts';

describe.skipIf(!HAS_BROWSER)('desk', () => {
  let desk: Desk;
  let paths: readonly (readonly [name: string, path: string])[];

  beforeAll(async () => {
    desk = await openDesk();
    const ledger = ((await (await fetch(`${desk.url}/api/v1/ledger`)).json()) as { data: Ledger }).data;
    const incident = ledger.entries.find(({ kind }) => kind === 'incident')!;
    paths = [
      ['overview', '/'],
      ['truces', '/truces'],
      ['truce', `/truces/${ledger.truces[0]!.id}`],
      ['incidents', '/incidents'],
      ['incident', `/incidents/${incident.id}`],
      ['statements', '/statements'],
      ['requests', '/requests'],
      ['tolls', '/tolls'],
      ['agreements', '/agreements'],
      ['agenda', '/agenda'],
      ['reports', '/reports'],
      ['reader', `/reports/${incident.reports[0]!}?record=${incident.records[0]!}`],
      ['review', '/review'],
      ['sources', '/sources'],
      ['search', '/search?q=ceasefire'],
      ['no such page', '/nowhere'],
    ];
  });
  afterAll(() => desk?.close());

  const open = async (path: string, options?: Parameters<Desk['page']>[0]) => {
    const { page, errors } = await desk.page(options);
    await page.goto(`${desk.url}${path}`);
    await page.waitForSelector('main h1, main h2, main .paper');
    await page.waitForLoadState('networkidle');
    return { page, errors };
  };

  test.each(['light', 'dark'] as const)(
    'every page passes axe in the %s look, without an error on the console',
    { timeout: 180_000 },
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

  test.each([390, 1280, 1920])('no page is wider than a window of %i pixels', { timeout: 120_000 }, async (width) => {
    for (const [name, path] of paths) {
      const { page } = await open(path, { width });
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(over, name).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  test('from a number on the overview to the words behind it in two clicks', async () => {
    const { page } = await open('/');
    await page.locator('.truce-card td.number a').first().click();
    await page.waitForSelector('main table tbody tr');
    await page.locator('main tbody a').first().click();
    await page.waitForSelector('blockquote mark');
    expect((await page.locator('blockquote mark').first().innerText()).length).toBeGreaterThan(0);
    await page.context().close();
  });

  test('a value leads to the reader, with its words marked', async () => {
    const { page } = await open(paths.find(([name]) => name === 'truce')![1]);
    await page.locator('.facts a.words').first().click();
    await page.waitForSelector('.paper .is-chosen');
    expect(await page.locator('.record.is-chosen').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('record')).not.toBeNull();
    await page.context().close();
  });

  test('the moment asked for is in the address, moves the whole desk, and survives a link', async () => {
    const { page } = await open('/?asof=2022-09-13T12:00:00Z');
    await page.waitForSelector('.asof-note');
    const before = await page.locator('.truce-card').count();
    await page.locator('.nav a', { hasText: 'Truces' }).click();
    await page.waitForURL(/\/truces\?asof=2022-09-13T12/);
    await page.locator('.asof-note button').click();
    await page.waitForSelector('.asof-note', { state: 'detached' });
    await page.waitForFunction(`document.querySelectorAll('.truce-card').length >= ${before}`);
    expect(new URL(page.url()).searchParams.has('asof')).toBe(false);
    await page.context().close();
  });

  test('the keyboard alone searches, goes to a page and walks a list', async () => {
    const { page } = await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('ceasefire');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main mark');
    await page.locator('main h1').click();
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.waitForURL(/\/incidents/);
    await page.waitForSelector('main td a');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate("document.activeElement.closest('td') !== null")).toBe(true);
    await page.context().close();
  });

  test('a decision needs a reason, changes the entry and can be undone', async () => {
    const { page } = await open(paths.find(([name]) => name === 'incident')![1]);
    const confirm = page.getByRole('button', { name: 'Confirm' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByPlaceholder('why, in a few words').fill('seen by the mission');
    await confirm.click();
    await page.waitForSelector('.status >> text=confirmed');
    await page.goto(`${desk.url}/review`);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page.waitForSelector('.reasons >> text=undo');
    expect((await desk.store.decisions()).map(({ type }) => type)).toEqual(['confirm', 'undo']);
    await page.context().close();
  });
});
