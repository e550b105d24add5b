/** Reports, stories, comparison, sources, search. */
import { z } from 'zod';
import { TrucewatchError } from '../../../model/errors.ts';
import { createNamer } from '../../../store/projection/namer.ts';
import { compareReports } from '../compare.ts';
import type { DeskSource, LedgerView } from '../../desk-source.ts';
import { asOf, id, paging, present, range, word } from '../parameters.ts';
import { linesById } from '../quotes.ts';
import { route, type Route } from '../route.ts';
import { opt } from '../schemas/basics.ts';
import { ReportLineSchema } from '../schemas/lines.ts';
import {
  ComparisonSchema,
  CoverageSchema,
  ReportDetailSchema,
  ReportVersionsSchema,
  SearchResultSchema,
  SourcesSchema,
  StoryLineSchema,
} from '../schemas/pages.ts';
import type { Coverage, ReportDetail, ReportVersions, SearchResult, Sources, StoryLine } from '../types.ts';

async function reportDetail(desk: DeskSource, view: LedgerView, report: string): Promise<ReportDetail> {
  const stored = await desk.store.report(report);
  if (stored === undefined) throw new TrucewatchError('unknown-id', report);
  const { report: _report, text: _text, ...article } = stored.article;
  const records = (await desk.store.records({ report })).map(({ report: _, ...record }) => record);
  const { rows } = await view.projection.entries({ terms: [['report', report]], limit: 500 });
  const entries: Record<string, string> = {};
  const own = new Set(records.map((record) => record.id));
  for (const entry of await view.projection.bodies(rows.map((row) => row.id)))
    for (const record of entry.records) if (own.has(record.split('~')[0]!)) entries[record.split('~')[0]!] = entry.id;
  return {
    report: (await linesById(desk.store, [report])).get(report)!,
    origin: stored.origin,
    captured: stored.captured,
    text: stored.text,
    article,
    records,
    entries,
    diagnostics: stored.diagnostics,
  };
}

async function versionsOf({ store }: DeskSource, { projection }: LedgerView, report: string): Promise<ReportVersions> {
  const [line, versions, story] = await Promise.all([
    linesById(store, [report]),
    store.feeds.versions(report),
    projection.storyOf(report),
  ]);
  if (!line.has(report)) throw new TrucewatchError('unknown-id', report);
  const ids = [...new Set([report, ...versions.map((one) => one.report), ...(story?.reports ?? [])])].slice(0, 500);
  const reports = await linesById(store, ids);
  return { versions, ...(story !== undefined && { story }), reports: ids.flatMap((one) => reports.get(one) ?? []) };
}

async function sources({ store }: DeskSource): Promise<Sources> {
  const [outlets, quarantine, feeds] = await Promise.all([store.outlets(), store.quarantine(), store.feeds.health()]);
  return {
    outlets,
    quarantine: quarantine.slice(-200).map(({ origin, key, message, at }) => ({ origin, key, message, at })),
    feeds,
  };
}

async function coverage(
  view: LedgerView,
  query: { side?: string | undefined; from?: string | undefined; to?: string | undefined; limit: number },
): Promise<Coverage> {
  const { side, limit, ...rest } = query;
  const days = await view.projection.coverage({
    ...present({ ...rest, sides: side === undefined ? undefined : [side] }),
    limit,
  });
  const namer = createNamer(view.head.situations, view.head.names);
  return { sides: [...new Set(days.map((one) => one.side))].sort().map((key) => namer.named(key)), days };
}

async function stories(
  { store }: DeskSource,
  { projection }: LedgerView,
  query: { after?: string | undefined; limit: number },
) {
  const page = await projection.stories({ limit: query.limit, ...present({ after: query.after }) });
  const lines = await linesById(
    store,
    page.rows.flatMap(({ reports }) => reports.slice(0, 50)),
  );
  const rows = page.rows.map(({ id: story, headline, reports }): StoryLine => {
    const dates = reports.flatMap((one) => lines.get(one)?.published.value ?? []).sort();
    return { id: story, headline, reports, ...(dates.length > 0 && { first: dates[0]!, last: dates.at(-1)! }) };
  });
  return { data: rows, ...present({ next: page.next }) };
}

async function search(
  desk: DeskSource,
  view: LedgerView,
  { q, in: where, limit }: { q: string; in: 'reports' | 'entries' | 'all'; limit: number },
): Promise<SearchResult[]> {
  const found: SearchResult[] = [];
  if (where !== 'entries')
    for (const { report, headline, snippet, published, outlet } of await desk.store.search(q, limit))
      found.push({ in: 'report', id: report, title: headline, ...present({ published, outlet }), snippet });
  if (where !== 'reports')
    for (const { id: entry, title, kind } of (await view.projection.entries({ words: q, sort: '-reported', limit }))
      .rows)
      found.push({ in: 'entry', id: entry, title, kind, snippet: title });
  return found;
}

/** Outlets of the bundled samples. */
const SAMPLE_SOURCES = {
  outlets: [
    {
      key: 'sample-caspian',
      name: 'Sample Caspian',
      country: 'AZE',
      reports: 4,
      first: '2022-09-13',
      last: '2022-09-22',
    },
    {
      key: 'sample-press',
      name: 'Sample Press',
      country: 'ARM',
      reports: 4,
      first: '2022-09-13',
      last: '2022-09-15T08:30:00Z',
    },
    {
      key: 'sample-north',
      name: 'Sample North',
      country: 'RUS',
      affiliation: 'RUS GOV',
      reports: 3,
      first: '2022-09-13',
      last: '2022-09-13',
    },
    { key: 'sample-wire', name: 'Sample Wire', reports: 3, first: '2022-09-13', last: '2022-09-14' },
    { key: 'sample-desk', name: 'Sample Desk', reports: 2, first: '2022-09-16', last: '2022-09-20' },
    {
      key: 'sample-atlantic',
      name: 'Sample Atlantic',
      country: 'USA',
      reports: 1,
      first: '2022-09-14T18:20:00Z',
      last: '2022-09-14T18:20:00Z',
    },
  ],
  quarantine: [],
  feeds: [],
};

export const REPORT_ROUTES: readonly Route[] = [
  route({
    method: 'get',
    path: '/reports',
    tag: 'reports',
    summary: 'Reports, the latest first',
    query: {
      outlet: word('Name of an outlet'),
      language: word('BCP 47 tag'),
      ...range,
      story: word('Id of a story'),
      sort: opt(z.enum(['published', '-published'])),
      ...paging,
    },
    data: z.array(ReportLineSchema),
    examples: [
      { path: '/reports?limit=5', says: 'The latest reports' },
      { path: '/reports?from=2022-09-13&to=2022-09-13&sort=published', says: 'Reports of one day' },
    ],
    handle: async ({ query, desk, view }) => {
      const { story, ...rest } = query;
      const ids = story === undefined ? undefined : await reportsOfStory(await view(), story);
      const page = await desk.store.reportLines({ ...present({ ...rest, ids }), limit: query.limit });
      return { data: page.rows, ...present({ next: page.next }) };
    },
  }),
  route({
    method: 'get',
    path: '/reports/{id}',
    tag: 'reports',
    summary: 'One report as published, its records, and the entry of each record',
    params: { id },
    data: ReportDetailSchema,
    examples: [{ path: '/reports/{report}', says: 'A report' }],
    handle: async ({ params, desk, view }) => ({ data: await reportDetail(desk, await view(), params.id) }),
  }),
  route({
    method: 'get',
    path: '/reports/{id}/versions',
    tag: 'reports',
    summary: 'Earlier and later versions of a report, and the other reports of its story',
    params: { id },
    data: ReportVersionsSchema,
    examples: [{ path: '/reports/{report}/versions', says: 'A report' }],
    handle: async ({ params, desk, view }) => ({ data: await versionsOf(desk, await view(), params.id) }),
  }),
  route({
    method: 'get',
    path: '/compare',
    tag: 'reports',
    summary: 'Two to six reports: what they share, where they differ, what only one has',
    query: {
      as_of: asOf,
      reports: z
        .string()
        .max(2000)
        .transform((text) => [...new Set(text.split(',').filter((one) => one !== ''))])
        .pipe(z.array(z.string()).min(2).max(6))
        .meta({ description: 'Ids of two to six reports, with commas' }),
    },
    data: ComparisonSchema,
    examples: [{ path: '/compare?reports={report},{other}', says: 'Two reports' }],
    handle: async ({ query, desk, view }) => ({ data: await compareReports(await view(), desk.store, query.reports) }),
  }),
  route({
    method: 'get',
    path: '/stories',
    tag: 'reports',
    summary: 'Reports of one happening, by story',
    query: { as_of: asOf, ...paging },
    data: z.array(StoryLineSchema),
    examples: [{ path: '/stories', says: 'All stories' }],
    handle: async ({ query, desk, view }) => stories(desk, await view(), query),
  }),
  route({
    method: 'get',
    path: '/sources',
    tag: 'sources',
    summary: 'Outlets, feeds with their health, and what could not be read',
    data: SourcesSchema,
    isLive: true,
    examples: [{ path: '/sources', says: 'All sources', answer: SAMPLE_SOURCES }],
    handle: async ({ desk }) => ({ data: await sources(desk) }),
  }),
  route({
    method: 'get',
    path: '/coverage',
    tag: 'sources',
    summary: 'Days with reports from each side: silence is not peace',
    query: {
      as_of: asOf,
      side: word('Key of a side'),
      ...range,
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(20_000)
        .default(20_000)
        .meta({ description: 'Days of sides, the latest' }),
    },
    data: CoverageSchema,
    examples: [{ path: '/coverage?from=2022-09-13', says: 'From a day on' }],
    handle: async ({ query, view }) => ({ data: await coverage(await view(), query) }),
  }),
  route({
    method: 'get',
    path: '/search',
    tag: 'reports',
    summary: 'Reports and entries that hold all words, the last one perhaps begun; of a common word among the latest',
    query: {
      q: z.string().max(200).default('').meta({ description: 'Words' }),
      in: z.enum(['reports', 'entries', 'all']).default('all'),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    },
    data: z.array(SearchResultSchema),
    examples: [
      { path: '/search?q=ceasefire', says: 'A word' },
      {
        path: '/search?q=Kalbajar+sabotage&in=reports&limit=1',
        says: 'Two words, in reports; in the snippet they stand between U+0002 and U+0003',
        answer: [
          {
            in: 'report',
            id: '0922-caspian-kalbajar',
            title: 'Baku: Armenian units fired on positions in Kalbajar, sabotage group stopped',
            published: '2022-09-22',
            outlet: 'Sample Caspian',
            snippet:
              'Baku: Armenian units fired on positions in \u0002Kalbajar\u0003, \u0002sabotage\u0003 group stopped\n\nDefense Ministry rejects reports of shooting by its own side the day before…',
          },
        ],
      },
    ],
    handle: async ({ query, desk, view }) => ({ data: await search(desk, await view(), query) }),
  }),
];

async function reportsOfStory({ projection }: LedgerView, story: string): Promise<string[]> {
  const found = await projection.story(story);
  return found === undefined ? [] : found.reports.slice(0, 500);
}
