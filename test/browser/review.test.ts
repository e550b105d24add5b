/** Review at the desk: each decision by button or key reaches the store, with its author and reason, and can be undone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Decision } from '../../src/model/decision.ts';
import type { EntryLine } from '../../src/model/lines.ts';
import type { EntryDetail, Envelope } from '../../src/serve/api/types.ts';
import { HAS_BROWSER, openDesk, type Desk } from '../support/browser.ts';

describe.skipIf(!HAS_BROWSER)('review at the desk', () => {
  let desk: Desk;
  let incidents: readonly EntryLine[];

  beforeAll(async () => {
    desk = await openDesk();
    incidents = (
      (await (await fetch(`${desk.url}/api/v1/review?kind=incident&limit=10`)).json()) as Envelope<EntryLine[]>
    ).data;
  });
  afterAll(() => desk?.close());

  const openAt = async (path: string): Promise<Page> => {
    const { page } = await desk.page();
    await page.goto(`${desk.url}${path}`);
    await page.waitForSelector('.decide .button');
    return page;
  };
  const last = async (): Promise<Decision> => (await desk.store.decisions()).at(-1)!;
  const count = async (): Promise<number> => (await desk.store.decisions()).length;

  /** Fills the form that is open and lays the decision down; waits until the store has it. */
  const lay = async (page: Page, why: string): Promise<Decision> => {
    const before = await count();
    await page.locator('.decision input.reason').fill(why);
    await page.locator('.decision .primary').click();
    await page.waitForSelector('.decision', { state: 'detached' });
    expect(await count()).toBeGreaterThan(before);
    return last();
  };

  test('a decision needs a reason', async () => {
    const page = await openAt(`/incidents/${incidents[0]!.id}`);
    await page.keyboard.press('a');
    expect(await page.locator('.decision .primary').isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.decision', { state: 'detached' });
    expect(await count()).toBe(0);
    await page.context().close();
  });

  test.each([
    ['a', 'confirm'],
    ['r', 'reject'],
    ['n', 'note'],
  ] as const)('key %s lays down %s on an entry, with author and reason', async (key, type) => {
    const page = await openAt(`/incidents/${incidents[1]!.id}`);
    await page.keyboard.press(key);
    await page.locator('.decision label', { hasText: 'You are' }).locator('input').fill('M. Adler');
    const decision = await lay(page, 'seen by the mission');
    expect(decision).toMatchObject({ type, by: 'M. Adler', why: 'seen by the mission' });
    await page.context().close();
  });

  test('grade, assign and correct take what their form asks for', { timeout: 90_000 }, async () => {
    const page = await openAt(`/incidents/${incidents[2]!.id}`);
    await page.getByRole('button', { name: 'Grade', exact: true }).click();
    await page.locator('.decision select').selectOption('B2');
    expect(await lay(page, 'usually reliable')).toMatchObject({ type: 'grade', grade: 'B2' });
    await page.keyboard.press('t');
    await page.locator('.decision label', { hasText: 'look at it' }).locator('input').fill('night desk');
    expect(await lay(page, 'needs a call')).toMatchObject({ type: 'assign', to: 'night desk' });
    await page.keyboard.press('e');
    await page.locator('.decision select').selectOption('type');
    await page.locator('.decision label', { hasText: 'New value' }).locator('input').fill('fire');
    expect(await lay(page, 'the words say fire')).toMatchObject({ type: 'correct', slot: 'type', value: 'fire' });
    await page.context().close();
  });

  test('two entries are merged, and a record is taken out again', { timeout: 90_000 }, async () => {
    const page = await openAt(`/incidents/${incidents[3]!.id}`);
    await page.keyboard.press('m');
    const options = page.locator('.decision select option');
    await options.nth(1).waitFor({ state: 'attached' });
    await page.locator('.decision select').selectOption(await options.nth(1).getAttribute('value'));
    expect(await lay(page, 'the same night, the same road')).toMatchObject({ type: 'merge' });
    const [first] = incidents.filter(({ records }) => records > 1);
    await page.goto(`${desk.url}/incidents/${first!.id}`);
    await page.waitForSelector('.decide .button');
    await page.keyboard.press('s');
    await options.nth(1).waitFor({ state: 'attached' });
    await page.locator('.decision select').selectOption(await options.nth(1).getAttribute('value'));
    expect(await lay(page, 'another village')).toMatchObject({ type: 'split' });
    await page.context().close();
  });

  test('an actor is assigned to another side, which changes who stands against whom; u undoes', async () => {
    const { id } = incidents[0]!;
    const standing = async (): Promise<Pick<EntryLine, 'step' | 'accusers' | 'accused' | 'standing' | 'origins'>> => {
      const { data } = (await (await fetch(`${desk.url}/api/v1/entries/${id}`)).json()) as Envelope<EntryDetail>;
      const { step, accusers, accused, standing: how, origins } = data.line;
      return { step, accusers, accused, standing: how, origins };
    };
    const page = await openAt(`/incidents/${id}`);
    const before = await standing();
    await page.getByRole('button', { name: 'Assign side', exact: true }).click();
    const [actor, side] = [page.locator('.decision select').nth(0), page.locator('.decision select').nth(1)];
    await actor.selectOption('ARM MIL');
    await side.selectOption({ label: 'Azerbaijan' });
    const decision = await lay(page, 'these troops are under its command');
    expect(decision).toMatchObject({ type: 'side', code: 'ARM MIL', side: 'AZE', situation: 'armenia-azerbaijan' });
    const assigned = await standing();
    expect(assigned).not.toEqual(before);
    await page.keyboard.press('u');
    await vi.waitFor(async () => expect((await last()).type).toBe('undo'));
    expect(await last()).toMatchObject({ decision: decision.id });
    expect(await standing()).toEqual(before);
    await page.context().close();
  });

  test('the queue is worked through by keyboard alone; u undoes', { timeout: 90_000 }, async () => {
    const page = await openAt('/review');
    await page.waitForSelector('.row.is-current');
    const first = await page.locator('.row.is-current').getAttribute('data-row');
    await page.keyboard.press('j');
    expect(await page.locator('.row.is-current').getAttribute('data-row')).not.toBe(first);
    await page.keyboard.press('k');
    expect(await page.locator('.row.is-current').getAttribute('data-row')).toBe(first);
    await page.waitForSelector('.peek mark');
    await page.keyboard.press('a');
    await page.keyboard.type('checked with the words');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.decision', { state: 'detached' });
    await page.waitForSelector(`.row[data-row="${first}"]`, { state: 'detached' });
    const before = await count();
    await page.keyboard.press('u');
    await page.waitForSelector(`.row[data-row="${first}"]`);
    expect(await count()).toBe(before + 1);
    expect((await last()).type).toBe('undo');
    await page.context().close();
  });

  test('many at once: a preview first, then all or none', { timeout: 90_000 }, async () => {
    const page = await openAt('/review?kind=meeting');
    await page.waitForSelector('.row.is-current');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('r');
    await page.locator('.decision input.reason').fill('not about the truce');
    const before = await count();
    await page.getByRole('button', { name: 'What would change' }).click();
    await page.waitForSelector('.decision .changes li');
    expect(await count()).toBe(before);
    await page.locator('.decision .primary').click();
    await page.waitForSelector('.decision', { state: 'detached' });
    expect(await count()).toBe(before + 2);
    await page.context().close();
  });

  test('a record is made by hand from selected words', { timeout: 90_000 }, async () => {
    const { page } = await desk.page();
    await page.goto(`${desk.url}/reports/${incidents[0]!.report}`);
    await page.waitForSelector('.paper [data-at]');
    const words = await page.evaluate(`(() => {
      const piece = [...document.querySelectorAll('.paper span[data-at]')].find((one) => one.textContent.length > 30);
      const range = document.createRange();
      range.setStart(piece.firstChild, 2);
      range.setEnd(piece.firstChild, 24);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return range.toString();
    })()`);
    await page.locator('.hand input[required]').fill('the coder missed it');
    const before = await count();
    await page.locator('.hand .primary').click();
    await page.waitForSelector('.hand .primary', { state: 'detached' });
    expect(await count()).toBe(before + 1);
    const decision = await last();
    const text = (await desk.store.report(incidents[0]!.report))!.text;
    const [span] = (decision as Extract<Decision, { type: 'record' }>).target.spans;
    expect(text.slice(span!.start, span!.end)).toBe(words);
    await page.context().close();
  });

  test('the log tells who, when and why, and undoes', async () => {
    const page = await openAt('/review');
    await page.waitForSelector('.log li');
    const before = await count();
    await page.locator('.log button').first().click();
    await page.waitForSelector('.log li.is-undone');
    expect(await count()).toBe(before + 1);
    await page.context().close();
  });
});
