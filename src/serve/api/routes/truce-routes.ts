/** Overview and truces: does each hold, according to whom. */
import { z } from 'zod';
import { TrucewatchError } from '../../../model/errors.ts';
import type { Truce } from '../../../model/ledger.ts';
import type { TruceLine } from '../../../model/lines.ts';
import type { LedgerView } from '../../desk-source.ts';
import { encodeCursor } from '../../../store/projection/cursor.ts';
import { asOf, id, paging, present, word } from '../parameters.ts';
import { quotesOf } from '../quotes.ts';
import { type Input, route, type Route } from '../route.ts';
import { EntryLineSchema, TruceLineSchema, TruceStatusSchema } from '../schemas/lines.ts';
import { opt, StandingSchema } from '../schemas/basics.ts';
import { MatrixSchema, OverviewSchema, TimelineSchema, TruceDetailSchema } from '../schemas/pages.ts';
import { shortOrigins, shortSlots } from '../short-entry.ts';
import { latestTimeline, pointsOf, timelineOfTruce } from '../timeline.ts';
import type { Matrix, Overview, TruceDetail } from '../types.ts';

const EVIDENCE = 4;
/** Ids of one cell of a matrix, and entries that a truce's page brings places and differences of. */
const CELL = 200;
const NEAR = 300;

type Anything = Input<unknown, unknown, unknown>;

export async function truceIn(view: LedgerView, truce: string): Promise<{ line: TruceLine; truce: Truce }> {
  const found = await view.projection.truce(truce);
  if (found === undefined) throw new TrucewatchError('unknown-id', truce);
  return found;
}

async function overview({ desk, view }: Anything): Promise<Overview> {
  const ledger = await view();
  const { projection, head } = ledger;
  const [truces, agenda, outcomes, timeline, stored] = await Promise.all([
    projection.truces({ limit: 20 }),
    projection.agenda({ outcomes: ['due', 'overdue', 'open', 'moved'], limit: 20 }),
    projection.agendaCounts(),
    latestTimeline(ledger),
    desk.store.counts(''),
  ]);
  const days = timeline.coverage.map(({ day }) => day);
  const names = Object.fromEntries(
    head.situations.flatMap((one) => one.sides.map(({ key, name }): [string, string] => [key, name])),
  );
  for (const { side } of timeline.coverage) names[side] ??= head.names[side] ?? side;
  return {
    truces: truces.rows,
    agenda: agenda.rows,
    situations: head.situations.slice(0, 20),
    names,
    counts: {
      reports: stored.reports,
      records: stored.records,
      entries: head.counts,
      truces: head.totals.truces,
      agendaOpen: (['due', 'overdue', 'open', 'moved'] as const).reduce((sum, one) => sum + (outcomes[one] ?? 0), 0),
      unreviewed: head.totals.unreviewed,
      quarantine: stored.quarantined,
    },
    timeline,
    ...(days.length > 0 && { firstDay: days[0]!, lastDay: days.at(-1)! }),
  };
}

async function truceDetail(view: LedgerView, desk: Anything['desk'], truceId: string): Promise<TruceDetail> {
  const { projection } = view;
  const { line, truce } = await truceIn(view, truceId);
  const near = await projection.lines([...truce.breaches, ...truce.before, ...truce.uncertain].slice(-NEAR));
  const [[body], [entry], restsOn, agenda] = await Promise.all([
    projection.bodies([truceId]),
    projection.lines([truceId]),
    projection.lines(truce.restsOn.slice(0, 20)),
    agendaOf(view, truce),
  ]);
  const terms = shortSlots(body!.slots, EVIDENCE);
  return {
    truce: line,
    entry: entry!,
    terms,
    quotes: await quotesOf(
      desk.store,
      terms.flatMap(({ readings }) => readings.flatMap(({ evidence }) => evidence)),
    ),
    history: truce.history.map(({ reasons, ...change }) => ({ ...change, reasons: reasons.slice(0, 5) })),
    rates: truce.rates,
    gaps: truce.gaps,
    reaffirmedBy: shortOrigins(truce.reaffirmedBy, EVIDENCE),
    announcedBy: shortOrigins(truce.announcedBy, EVIDENCE),
    restsOn,
    neighbours: await neighboursOf(view, truce),
    differences: await differencesOf(view, [
      truceId,
      ...near.filter(({ differences }) => differences > 0).map((one) => one.id),
    ]),
    agenda,
    places: pointsOf(near),
  };
}

async function agendaOf({ projection }: LedgerView, { parties }: Truce): Promise<TruceDetail['agenda']> {
  const [first] = parties;
  if (first === undefined) return (await projection.agenda({ limit: 10 })).rows;
  const lines = await Promise.all(
    (['meeting', 'plan'] as const).map((kind) =>
      projection.entries({ kind, terms: [['party', first]], sort: '-reported', limit: 40 }),
    ),
  );
  const ids = lines.flatMap(({ rows }) => rows.map((row) => row.id));
  return ids.length === 0 ? [] : (await projection.agenda({ ids, limit: 40 })).rows;
}

async function neighboursOf({ projection }: LedgerView, truce: Truce): Promise<TruceDetail['neighbours']> {
  const found: TruceDetail['neighbours'][number][] = [];
  for (const [relation, other] of [
    ['supersedes', truce.supersedes],
    ['superseded by', truce.supersededBy],
  ] as const) {
    const known = other === undefined ? undefined : await projection.truce(other);
    if (known !== undefined) found.push({ id: known.line.id, title: known.line.title, relation });
  }
  return found;
}

async function differencesOf({ projection }: LedgerView, ids: readonly string[]): Promise<TruceDetail['differences']> {
  const bodies = await projection.bodies(ids.slice(0, 40));
  return bodies.flatMap(({ id: entry, title, kind, differences }) =>
    differences.slice(0, 5).map((difference) => ({
      entry,
      title,
      kind,
      difference: {
        ...difference,
        readings: difference.readings
          .slice(0, 12)
          .map((one) => ({ ...one, evidence: one.evidence.slice(0, EVIDENCE) })),
      },
    })),
  );
}

function matrixOf({ line, truce }: { line: TruceLine; truce: Truce }): Matrix {
  const cells = truce.matrix.map(({ cells: all, ...row }) => ({
    ...row,
    cells: {
      alone: all.alone.slice(0, CELL),
      denied: all.denied.slice(0, CELL),
      admitted: all.admitted.slice(0, CELL),
      confirmed: all.confirmed.slice(0, CELL),
    },
  }));
  return { rows: line.matrix, cells };
}

const RELATIONS = ['during', 'before', 'uncertain'] as const;

/** Ids of the entries that a truce lists, by how they stand to it and by the cell of its matrix. */
function entriesOf(
  truce: Truce,
  query: {
    relation?: (typeof RELATIONS)[number] | undefined;
    accuser?: string | undefined;
    accused?: string | undefined;
    standing?: string | undefined;
  },
): string[] {
  const lists = { during: truce.breaches, before: truce.before, uncertain: truce.uncertain };
  const ids = query.relation === undefined ? RELATIONS.flatMap((one) => lists[one]) : lists[query.relation];
  if (query.accuser === undefined && query.accused === undefined && query.standing === undefined) return [...ids];
  const inCells = new Set(
    truce.matrix
      .filter(({ accuser }) => query.accuser === undefined || accuser === query.accuser)
      .filter(({ accused }) => query.accused === undefined || accused === query.accused)
      .flatMap(({ cells }) =>
        Object.entries(cells).flatMap(([standing, all]) =>
          query.standing === undefined || standing === query.standing ? all : [],
        ),
      ),
  );
  return ids.filter((one) => inCells.has(one));
}

/** A list of known length is paged by the place of its last row. */
function stretch(ids: readonly string[], after: string | undefined, limit: number): { ids: string[]; next?: string } {
  const start = after === undefined ? 0 : ids.findIndex((one) => encodeCursor(['', one]) === after) + 1;
  const page = ids.slice(start, start + limit);
  return start + limit < ids.length ? { ids: page, next: encodeCursor(['', page.at(-1)!]) } : { ids: page };
}

export const TRUCE_ROUTES: readonly Route[] = [
  route({
    method: 'get',
    path: '/overview',
    tag: 'ledger',
    summary: 'Truces, what is due, counts and the latest incidents',
    query: { as_of: asOf },
    data: OverviewSchema,
    examples: [
      { path: '/overview', says: 'The ledger of now' },
      { path: '/overview?as_of=2022-09-14', says: 'As it stood at the end of a day' },
    ],
    handle: async (input) => ({ data: await overview(input) }),
  }),
  route({
    method: 'get',
    path: '/truces',
    tag: 'ledger',
    summary: 'Truces, the latest first',
    query: {
      as_of: asOf,
      status: opt(TruceStatusSchema),
      party: word('Key of a party'),
      standing: opt(
        z.enum(['true', 'false']).meta({ description: 'Older instruments that carry a ceasefire, or all but them' }),
      ),
      ...paging,
    },
    data: z.array(TruceLineSchema),
    examples: [
      { path: '/truces', says: 'All truces' },
      { path: '/truces?party=ARM&standing=false', says: 'Truces of a party, without older instruments' },
    ],
    handle: async ({ query, view }) => {
      const { projection } = await view();
      const { as_of: _, standing, ...rest } = query;
      const page = await projection.truces(
        present({ ...rest, standing: standing === undefined ? undefined : standing === 'true' }),
      );
      return { data: page.rows, ...present({ next: page.next }) };
    },
  }),
  route({
    method: 'get',
    path: '/truces/{id}',
    tag: 'ledger',
    summary: 'One truce: terms, status with its reasons, differences, agenda, places',
    params: { id },
    query: { as_of: asOf },
    data: TruceDetailSchema,
    examples: [{ path: '/truces/{truce}', says: 'A truce' }],
    handle: async ({ params, desk, view }) => ({ data: await truceDetail(await view(), desk, params.id) }),
  }),
  route({
    method: 'get',
    path: '/truces/{id}/timeline',
    tag: 'ledger',
    summary: 'Incidents, statements and meetings of one truce on a time axis, with the reports of each side by day',
    params: { id },
    query: { as_of: asOf },
    data: TimelineSchema,
    examples: [{ path: '/truces/{truce}/timeline', says: 'The timeline of a truce' }],
    handle: async ({ params, view }) => {
      const ledger = await view();
      return { data: await timelineOfTruce(ledger, (await truceIn(ledger, params.id)).truce) };
    },
  }),
  route({
    method: 'get',
    path: '/truces/{id}/matrix',
    tag: 'ledger',
    summary: 'Who accuses whom, by how far it is corroborated; never summed over accusers',
    params: { id },
    query: { as_of: asOf },
    data: MatrixSchema,
    examples: [{ path: '/truces/{truce}/matrix', says: 'The matrix of a truce' }],
    handle: async ({ params, view }) => ({ data: matrixOf(await truceIn(await view(), params.id)) }),
  }),
  route({
    method: 'get',
    path: '/truces/{id}/entries',
    tag: 'ledger',
    summary: 'Incidents of one truce, by time; those of one cell of its matrix',
    params: { id },
    query: {
      as_of: asOf,
      relation: opt(z.enum(RELATIONS)),
      accuser: word('Key of the accuser, as the matrix has it'),
      accused: word('Key of the accused, as the matrix has it'),
      standing: opt(StandingSchema),
      ...paging,
    },
    data: z.array(EntryLineSchema),
    examples: [
      { path: '/truces/{truce}/entries?relation=during', says: 'Alleged breaches' },
      {
        path: '/truces/{truce}/entries?accuser=ARM&standing=denied',
        says: 'What one side alleges and the other denies',
      },
    ],
    handle: async ({ params, query, view }) => {
      const ledger = await view();
      const ids = entriesOf((await truceIn(ledger, params.id)).truce, query);
      const page = stretch(ids, query.after, query.limit);
      return { data: await ledger.projection.lines(page.ids), total: ids.length, ...present({ next: page.next }) };
    },
  }),
];
