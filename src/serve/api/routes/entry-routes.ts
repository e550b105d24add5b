/** Entries: lists with filters, one with its words, everything behind one; statements, places, facets, agenda, review. */
import { z } from 'zod';
import { TrucewatchError } from '../../../model/errors.ts';
import type { Entry } from '../../../model/ledger.ts';
import type { EntryLine } from '../../../model/lines.ts';
import type { EntryQuery } from '../../../store/projection/entry-list.ts';
import type { TermFilter } from '../../../store/projection/entry-terms.ts';
import type { Page } from '../../../store/projection/cursor.ts';
import type { LedgerView, ReadableStore } from '../../desk-source.ts';
import { explainEntry } from '../explain-entry.ts';
import { facetsOf } from '../facets.ts';
import { asOf, id, paging, present, range, several, word } from '../parameters.ts';
import { linesById, quotesOf } from '../quotes.ts';
import { type Result, route, type Route } from '../route.ts';
import { FactualitySchema, KindSchema, opt, ReviewSchema, StandingSchema, StepSchema } from '../schemas/basics.ts';
import { AgendaLineSchema, EntryLineSchema, OUTCOMES } from '../schemas/lines.ts';
import {
  EntryDetailSchema,
  EntryExplanationSchema,
  FacetsSchema,
  MapPointSchema,
  StatementLineSchema,
} from '../schemas/pages.ts';
import { countEvidence, evidenceIn, shortEntry } from '../short-entry.ts';
import { statementLines } from '../statement-lines.ts';
import { pointsOf } from '../timeline.ts';
import type { EntryDetail } from '../types.ts';

/** Filters that are looked up as terms, with their words for the document. */
const TERMS = {
  truce: word('Id of a truce that it bears on'),
  accuser: word('Key of a side that says so'),
  accused: word('Key of a side that is said to have done it'),
  speaker: word('Name, code or side of who speaks'),
  addressee: word('Name, code or side of who is spoken to'),
  act: word('Speech act: urge, accuse, deny …'),
  type: word('Type of incident or class of agreement'),
  place: word('Key of a place'),
  party: word('Key of a side that has part in it'),
  story: word('Id of a story'),
  report: word('Id of a report'),
  step: opt(StepSchema),
  standing: opt(StandingSchema),
  factuality: opt(FactualitySchema),
  assigned: word('Who is to look at it'),
};

const SORTS = ['time', '-time', 'reported', '-reported', 'priority'] as const;

const filters = {
  as_of: asOf,
  ...TERMS,
  ...range,
  review: opt(ReviewSchema),
  q: word('Words of the title; the last one may be begun'),
  sort: opt(
    z.enum(SORTS).meta({ description: 'By time when absent, by the weight of a decision on it with priority' }),
  ),
  ...paging,
};

type Filters = { readonly [K in keyof typeof filters]: z.output<(typeof filters)[K]> };

const KEYS = Object.keys(TERMS) as (keyof typeof TERMS & TermFilter)[];

const queryOf = (query: Filters, kind?: Entry['kind']): EntryQuery => ({
  ...present({
    kind,
    from: query.from,
    to: query.to,
    review: query.review,
    words: query.q,
    sort: query.sort,
    after: query.after,
  }),
  limit: query.limit,
  terms: KEYS.flatMap((key) => {
    const value = query[key];
    return value === undefined ? [] : [[key, value] as const];
  }),
});

function listed<T>(
  { rows, next }: Page<T>,
  query: { after?: string | undefined },
  total?: number,
): Result<readonly T[]> {
  const known = total ?? (next === undefined && query.after === undefined ? rows.length : undefined);
  return { data: rows, ...present({ next, total: known }) };
}

/** How many there are where only the kind is asked for. */
const countOf = ({ head }: LedgerView, query: EntryQuery): number | undefined =>
  (query.terms ?? []).length === 0 &&
  query.from === undefined &&
  query.to === undefined &&
  query.review === undefined &&
  query.words === undefined
    ? query.kind === undefined
      ? Object.values(head.counts).reduce((sum, one) => sum + one, 0)
      : head.counts[query.kind]
    : undefined;

async function entryIn({ projection }: LedgerView, entry: string): Promise<{ entry: Entry; line: EntryLine }> {
  const [[body], [line]] = await Promise.all([projection.bodies([entry]), projection.lines([entry])]);
  if (body === undefined || line === undefined) throw new TrucewatchError('unknown-id', entry);
  return { entry: body, line };
}

async function detailOf(
  view: LedgerView,
  store: ReadableStore,
  entryId: string,
  evidence: number,
): Promise<EntryDetail> {
  const { entry, line } = await entryIn(view, entryId);
  const short = shortEntry(entry, evidence);
  const [quotes, reports, links, agenda, decisions] = await Promise.all([
    quotesOf(store, evidenceIn(short)),
    linesById(store, short.reports),
    linksOf(view, short),
    entry.kind === 'meeting' || entry.kind === 'plan'
      ? view.projection.agenda({ ids: [entryId], limit: 1 })
      : undefined,
    entry.decisions.length === 0 ? [] : store.decisions(),
  ]);
  return {
    entry: short,
    line,
    quotes,
    counts: { records: entry.records.length, reports: entry.reports.length, evidence: countEvidence(entry) },
    reports: short.reports.flatMap((report) => reports.get(report) ?? []),
    links,
    ...(agenda?.rows[0] !== undefined && { agenda: agenda.rows[0] }),
    decisions: decisions.filter((one) => entry.decisions.includes(one.id)),
  };
}

/** What it bears on, and, for a truce, a few of the entries that bear on it. */
async function linksOf({ projection }: LedgerView, entry: Entry): Promise<EntryDetail['links']> {
  const lines = new Map((await projection.lines(entry.links.map((link) => link.entry))).map((line) => [line.id, line]));
  const out = entry.links.map((link) => {
    const line = lines.get(link.entry);
    return {
      ...link,
      title: line?.title ?? link.entry,
      ...(line !== undefined && { kind: line.kind }),
      direction: 'out' as const,
    };
  });
  if (entry.kind !== 'agreement') return out;
  const { rows } = await projection.entries({ terms: [['truce', entry.id]], sort: 'priority', limit: 20 });
  const bodies = await projection.bodies(rows.map((row) => row.id));
  const back = bodies.flatMap(({ id: other, title, kind, links }) =>
    links
      .filter((link) => link.entry === entry.id)
      .map(({ type, reason }) => ({ type, entry: other, title, kind, reason, direction: 'in' as const })),
  );
  return [...out, ...back];
}

export const ENTRY_ROUTES: readonly Route[] = [
  route({
    method: 'get',
    path: '/entries',
    tag: 'ledger',
    summary: 'Entries, filtered and in order',
    query: { kind: opt(KindSchema), ...filters },
    data: z.array(EntryLineSchema),
    examples: [
      { path: '/entries?kind=incident&accuser=ARM&limit=5', says: 'Incidents that one side alleges' },
      {
        path: '/entries?kind=incident&from=2022-09-13&to=2022-09-14&sort=-time',
        says: 'Incidents of two days, the latest first',
      },
      { path: '/entries?q=fire', says: 'By words of the title' },
    ],
    handle: async ({ query, view }) => {
      const ledger = await view();
      const asked = queryOf(query, query.kind);
      return listed(await ledger.projection.entries(asked), query, countOf(ledger, asked));
    },
  }),
  route({
    method: 'get',
    path: '/entries/{id}',
    tag: 'ledger',
    summary: 'One entry with the words behind it',
    params: { id },
    query: {
      as_of: asOf,
      evidence: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .default(12)
        .meta({ description: 'Pieces of evidence a reading' }),
    },
    data: EntryDetailSchema,
    examples: [{ path: '/entries/{entry}', says: 'An incident' }],
    handle: async ({ params, query, desk, view }) => ({
      data: await detailOf(await view(), desk.store, params.id, query.evidence),
    }),
  }),
  route({
    method: 'get',
    path: '/entries/{id}/explain',
    tag: 'ledger',
    summary: 'Every record behind an entry, with the rule and the words of each value',
    params: { id },
    query: { as_of: asOf },
    data: EntryExplanationSchema,
    examples: [{ path: '/entries/{entry}/explain', says: 'An incident' }],
    handle: async ({ params, desk, view }) => {
      const ledger = await view();
      return { data: await explainEntry(ledger, desk.store, (await entryIn(ledger, params.id)).entry) };
    },
  }),
  route({
    method: 'get',
    path: '/statements',
    tag: 'ledger',
    summary: 'Who said what to whom, with the words',
    query: filters,
    data: z.array(StatementLineSchema),
    examples: [
      { path: '/statements?act=urge&limit=5', says: 'Calls to do something' },
      { path: '/statements?speaker=RUS', says: 'Statements of one side' },
    ],
    handle: async ({ query, desk, view }) => {
      const ledger = await view();
      const asked = queryOf(query, 'statement');
      const page = await ledger.projection.entries(asked);
      const rows = await statementLines(page.rows, { store: desk.store, view: ledger, act: query.act });
      return listed({ ...page, rows }, query, countOf(ledger, asked));
    },
  }),
  route({
    method: 'get',
    path: '/places',
    tag: 'ledger',
    summary: 'Places of entries as points for a map; paged by entries',
    query: { kind: opt(KindSchema), ...filters },
    data: z.array(MapPointSchema),
    examples: [{ path: '/places?kind=incident', says: 'Places of incidents' }],
    handle: async ({ query, view }) => {
      const { projection } = await view();
      const asked = queryOf(query, query.kind);
      const { rows, next } = await projection.entries({ ...asked, terms: [...(asked.terms ?? []), ['mapped', 'yes']] });
      return { data: pointsOf(rows), ...present({ next }) };
    },
  }),
  route({
    method: 'get',
    path: '/facets',
    tag: 'ledger',
    summary: 'What entries can be filtered by, with how many there are',
    query: { as_of: asOf, kind: opt(KindSchema) },
    data: FacetsSchema,
    examples: [{ path: '/facets?kind=statement', says: 'Speakers and acts' }],
    handle: async ({ query, view }) => ({ data: await facetsOf(await view(), query.kind) }),
  }),
  route({
    method: 'get',
    path: '/agenda',
    tag: 'ledger',
    summary: 'What is due, overdue, kept or moved, by due time',
    query: { as_of: asOf, ...range, outcome: several(OUTCOMES, 'What came of it'), ...paging },
    data: z.array(AgendaLineSchema),
    examples: [
      { path: '/agenda?outcome=due,overdue,open', says: 'What is open' },
      { path: '/agenda?from=2022-09-13&to=2022-09-16', says: 'What is due on some days' },
    ],
    handle: async ({ query, view }) => {
      const { as_of: _, outcome, ...rest } = query;
      return listed(
        await (await view()).projection.agenda({ ...present({ ...rest, outcomes: outcome }), limit: query.limit }),
        query,
      );
    },
  }),
  route({
    method: 'get',
    path: '/review',
    tag: 'review',
    summary: 'What nobody has looked at, what changes the picture most first',
    query: { as_of: asOf, kind: opt(KindSchema), assigned: TERMS.assigned, ...paging },
    data: z.array(EntryLineSchema),
    examples: [{ path: '/review?limit=10', says: 'The head of the queue' }],
    handle: async ({ query, view }) => {
      const ledger = await view();
      const { rows, next } = await ledger.projection.entries({
        review: 'unreviewed',
        sort: 'priority',
        limit: query.limit,
        ...present({ kind: query.kind, after: query.after }),
        ...(query.assigned !== undefined && { terms: [['assigned', query.assigned] as const] }),
      });
      const total =
        query.kind === undefined && query.assigned === undefined ? ledger.head.totals.unreviewed : undefined;
      return { data: rows, ...present({ next, total }) };
    },
  }),
];
