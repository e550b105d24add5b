/**
 * Whatever reports, feeds, decisions and addresses carry is text on every page: script in every field of every format
 * does not run, with and without the content security policy, and nothing is asked of any other host.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { EntryLine, ReportLine, TruceLine } from '../../src/model/lines.ts';
import { readListing, readSitemap } from '../../src/pipeline.ts';
import type { Envelope } from '../../src/serve/api/types.ts';
import { HAS_BROWSER, openDesk, type Desk } from '../support/browser.ts';
import {
  ATTACK,
  ELSEWHERE,
  FLAG,
  LISTING,
  REPORTS,
  SCRIPT_URL,
  SHORT,
  SITEMAP,
  WORD,
  writeHostileFiles,
} from '../support/hostile-files.ts';
import { testFolder } from '../support/stores.ts';

/** Elements and attributes that only somebody else's markup could have brought. */
const FOREIGN = [
  'iframe',
  'object',
  'embed',
  'base',
  'main script',
  'main style',
  'main link',
  'main img',
  '[onerror]',
  '[onload]',
  '[onclick]',
  '[srcdoc]',
  '[style]',
  'meta[http-equiv]',
  '[href^="javascript:" i]',
  '[src^="javascript:" i]',
  '[action^="javascript:" i]',
].join(',');
/** As `xlink:href` has no selector of its own. */
const XLINK =
  "[...document.querySelectorAll('*')].filter((one) => /^javascript:/i.test(one.getAttribute('xlink:href') ?? '')).length";

describe.skipIf(!HAS_BROWSER)('hostile reports', () => {
  let desk: Desk;
  let folder: ReturnType<typeof testFolder>;
  let reports: readonly ReportLine[];
  let entries: readonly EntryLine[];
  let paths: readonly string[];
  let answers: readonly number[];

  const ask = async <T>(path: string): Promise<T> =>
    ((await (await fetch(`${desk.url}/api/v1${path}`)).json()) as Envelope<T>).data;
  const decide = async (decision: object): Promise<number> =>
    (
      await fetch(`${desk.url}/api/v1/decisions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ why: ATTACK, by: `M. ${SHORT}`, ...decision }),
      })
    ).status;

  beforeAll(async () => {
    folder = testFolder();
    writeHostileFiles(join(folder.path, 'in'));
    desk = await openDesk(join(folder.path, 'in'));
    await watchHostile(desk);
    reports = await ask<ReportLine[]>('/reports');
    const kinds = ['incident', 'statement', 'agreement', 'toll', 'meeting'];
    const byKind = await Promise.all(kinds.map((kind) => ask<EntryLine[]>(`/entries?kind=${kind}&limit=1`)));
    entries = byKind.flat();
    const meeting = entries.find(({ kind }) => kind === 'meeting')!;
    answers = [
      await decide({ type: 'correct', target: meeting.id, slot: 'body', value: SHORT }),
      await decide({ type: 'note', target: entries[0]!.id }),
      await decide({ type: 'assign', target: entries[0]!.id, to: SHORT }),
      await decide({
        type: 'record',
        target: reports[0]!.id,
        kind: 'request',
        spans: [{ start: 0, end: 40 }],
        slots: { requester: `ARM GOV: ${SHORT}`, what: ATTACK },
        says: `AZE MIL: ${SHORT}`,
      }),
    ];
    const [truce] = await ask<TruceLine[]>('/truces');
    paths = pathsOf(
      reports,
      [...entries, ...(await ask<EntryLine[]>('/entries?kind=request&sort=-time&limit=2'))],
      truce,
    );
  }, 60_000);
  afterAll(async () => {
    await desk?.close();
    folder?.remove();
  });

  test('the attacks are there to be shown: in texts, headlines, outlets, addresses and ids of every format', () => {
    expect(answers).toEqual([201, 201, 201, 201]);
    expect(reports).toHaveLength(REPORTS);
    expect(reports.filter(({ headline }) => headline.includes('<img src=x onerror')).length).toBe(REPORTS - 1);
    expect(reports.filter(({ outlet }) => outlet?.includes(SHORT)).length).toBeGreaterThan(14);
    expect(reports.filter(({ url }) => url?.startsWith(SCRIPT_URL)).length).toBeGreaterThan(7);
    expect(reports.filter(({ id }) => id.includes('<')).length).toBeGreaterThan(12);
    const ids = reports.map(({ id }) => id);
    for (const from of ['zipped', 'nested', 'tarred', 'packed', 'attached'])
      expect(ids, from).toContain(`${from} ${SHORT}`);
  });

  test('markup that did get through would be seen', async () => {
    const { page } = await desk.page({ bypassCSP: true });
    const seen = watch(page, desk.url);
    await page.goto(`${desk.url}/sources`);
    await page.waitForSelector('main h1');
    await page.evaluate(`document.querySelector('main').innerHTML = ${JSON.stringify(ATTACK)}`);
    await page.waitForFunction(`window.${FLAG} === 1`);
    expect(await page.locator(FOREIGN).count()).toBeGreaterThan(5);
    expect(await page.evaluate(XLINK)).toBe(1);
    await vi.waitFor(() => expect(seen.elsewhere.join(' ')).toContain(ELSEWHERE));
    await page.context().close();
  });

  test.each([
    ['', false],
    [', even without the content security policy', true],
  ])('nothing of them runs or asks elsewhere on any page%s', { timeout: 120_000 }, async (_, bypassCSP) => {
    const { page, errors } = await desk.page({ bypassCSP });
    const seen = watch(page, desk.url);
    for (const path of bypassCSP ? paths : oneOfEach(paths)) {
      await page.goto(`${desk.url}${path}`);
      await page.waitForSelector('main h1, main h2, main .paper, main .empty, main .error');
      await settled(page);
      await expectNothingRan(page, path);
    }
    expect(seen).toEqual({ dialogs: [], elsewhere: [] });
    expect(errors.filter((text) => !isRefused(text))).toEqual([]);
    await page.context().close();
  });

  test('what they wrote stands there as they wrote it', async () => {
    const { page } = await desk.page({ bypassCSP: true });
    const seen = watch(page, desk.url);
    await page.goto(`${desk.url}/reports`);
    await page.waitForSelector('.row');
    expect(await page.locator('main').innerText()).toContain(SHORT);
    for (const { id } of reports) {
      await page.goto(`${desk.url}/reports/${encodeURIComponent(id)}`);
      await page.waitForSelector('.paper');
      expect(await page.locator('.paper').innerText(), id).toContain(`<img src=x onerror=`);
      await settled(page);
      await expectNothingRan(page, id);
    }
    await page.goto(`${desk.url}/sources`);
    await page.waitForSelector(`text=map ${SHORT}.xml`);
    for (const name of [`broken ${SHORT}.pdf`, `files.zip/broken in a zip ${SHORT}.json`])
      expect(await page.locator('main').innerText(), name).toContain(name);
    await page.goto(`${desk.url}/search?q=${WORD}`);
    await page.waitForSelector('.result mark');
    expect(await page.locator('.result mark').first().innerText()).toBe(WORD);
    expect(await page.locator('.results').innerText()).toContain('<script>');
    expect(seen).toEqual({ dialogs: [], elsewhere: [] });
    await page.context().close();
  });

  test.each(['sitrep-html', 'sitrep-md', 'atom', 'geojson', 'jsonld', 'csv'])(
    'opened in the browser, the export %s runs nothing',
    async (format) => {
      const { page } = await desk.page();
      const seen = watch(page, desk.url);
      // A file that the browser saves instead of showing it breaks the navigation off; that runs nothing either
      await page.goto(`${desk.url}/api/v1/exports/${format}`).catch(() => undefined);
      expect(await page.evaluate(`window.${FLAG}`)).toBeUndefined();
      expect(seen).toEqual({ dialogs: [], elsewhere: [] });
      await page.context().close();
    },
  );
});

/** Dialogs, and requests to any other host, for as long as the page is open. */
function watch(page: Page, own: string): { readonly dialogs: string[]; readonly elsewhere: string[] } {
  const seen = { dialogs: [] as string[], elsewhere: [] as string[] };
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${own}/`) && !url.startsWith('data:') && !url.startsWith('blob:')) seen.elsewhere.push(url);
  });
  return seen;
}

async function expectNothingRan(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(`window.${FLAG}`), where).toBeUndefined();
  expect(await page.locator(FOREIGN).count(), where).toBe(0);
  expect(await page.evaluate(XLINK), where).toBe(0);
}

/** The stream of events keeps the network busy for ever: it is enough that nothing is being read any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main .empty[role=status]', { state: 'detached' });
  await page.waitForTimeout(50);
}

/** An id or a filter that the ledger has not is answered with 400 or 404, which Chromium calls an error. */
const isRefused = (text: string): boolean => /the server responded with a status of 40[04]/.test(text);

/** A page of each sort: what the policy would complain of, it complains of on all of them. */
const oneOfEach = (paths: readonly string[]): string[] =>
  [...Map.groupBy(paths, sortOf).values()].map(([first]) => first!);
const sortOf = (path: string): string => {
  const [, page, one] = path.replace(/\?.*/, '').split('/');
  return `${page} ${one !== undefined}`;
};

const KINDS = ['incident', 'agreement', 'request', 'meeting'];

function pathsOf(
  reports: readonly ReportLine[],
  entries: readonly EntryLine[],
  truce: TruceLine | undefined,
): readonly string[] {
  const attack = encodeURIComponent(ATTACK);
  const short = encodeURIComponent(SHORT);
  return [
    '/',
    '/?lang=ru',
    '/truces',
    ...(truce === undefined ? [] : [`/truces/${truce.id}`]),
    `/truces/${short}`,
    ...KINDS.map((kind) => `/${kind}s`),
    ...['accuser', 'party', 'q', 'truce'].map((name) => `/incidents?${name}=${short}`),
    `/incidents?truce=${short}&relation=${short}`,
    '/statements',
    `/statements?speaker=${short}&addressee=${short}&act=${short}`,
    ...entries.map(({ id }) => `/entries/${id}`),
    `/entries/${short}`,
    '/agenda',
    `/agenda?view=month`,
    '/reports',
    `/reports?outlet=${short}`,
    `/reports?story=${short}`,
    // Every one of them is opened by the test of what they wrote
    ...reports.slice(0, 2).map(({ id }) => `/reports/${encodeURIComponent(id)}?record=${short}`),
    `/compare?reports=${reports
      .slice(0, 4)
      .map(({ id }) => encodeURIComponent(id))
      .join(',')}`,
    '/review',
    '/sources',
    '/changes',
    `/changes?type=${short}`,
    `/search?q=${WORD}`,
    `/search?q=${attack.slice(0, 150)}`,
    `/search?q=${encodeURIComponent(SCRIPT_URL)}&in=entries`,
    '/sitrep',
    `/${short}`,
    `/?asof=2022-09-15&lang=${short}`,
  ];
}

/** Watched sources whose names, addresses, items and failures are attacks. */
async function watchHostile({ store }: Desk): Promise<void> {
  const at = '2022-09-14T12:00:00Z';
  const kinds = ['feed', 'sitemap', 'listing'] as const;
  const sources = kinds.map((kind) => ({
    id: `hostile ${kind}`,
    url: `${SCRIPT_URL}#${kind}`,
    kind,
    title: `A ${kind} ${ATTACK}`,
    every: 60,
    articles: true,
  }));
  await store.feeds.sync(sources, at);
  for (const { id, kind } of sources)
    await store.feeds.recordPoll(id, {
      at,
      due: at,
      ms: 1,
      bytes: 1,
      error: { key: 'bad-feed', message: `not a ${kind}: ${ATTACK}` },
      unmodified: 0,
      movedTo: `https://${ELSEWHERE}/${SHORT}`,
      items: linksOf(kind).map(({ url, title = '' }) => ({ key: url, host: ELSEWHERE, url, title, mark: title })),
      recheckAfterMs: 1,
    });
}

interface Link {
  readonly url: string;
  readonly title?: string;
}

function linksOf(kind: 'feed' | 'sitemap' | 'listing'): readonly Link[] {
  if (kind === 'sitemap') return readSitemap(SITEMAP)!.pages;
  if (kind === 'feed') return [];
  return readListing(LISTING, `https://${ELSEWHERE}/`)!.links.map(({ url, text }) => ({ url, title: text }));
}
