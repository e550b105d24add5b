/** Decisions, changes, status: what people lay down, and what happened since. */
import { z } from 'zod';
import type { Decision } from '../../../model/decision.ts';
import { decodeCursor, encodeCursor } from '../../../store/projection/cursor.ts';
import { sortable } from '../../../store/projection/moments.ts';
import { paging, present, word } from '../parameters.ts';
import { type Result, route, type Route } from '../route.ts';
import { opt } from '../schemas/basics.ts';
import { DecisionRequestSchema, DecisionsRequestSchema } from '../schemas/decisions.ts';
import { CHANGE_TYPES, ChangeLineSchema, changeShape } from '../schemas/lines.ts';
import { DecisionSchema, StatusSchema } from '../schemas/pages.ts';

/** Changes that a preview tells one by one. */
const TOLD = 200;

/** The latest first; `entry` keeps those that touch one. */
function pageOfDecisions(
  all: readonly Decision[],
  after: string | undefined,
  limit: number,
): Result<readonly Decision[]> {
  const latest = all.toReversed();
  const start = after === undefined ? 0 : latest.findIndex(({ id }) => id === decodeCursor(after)[1]) + 1;
  const data = latest.slice(start, start + limit);
  const next = start + limit < latest.length ? encodeCursor(['', data.at(-1)!.id]) : undefined;
  return { data, total: all.length, ...present({ next }) };
}

const PREVIEW = z
  .object({
    decisions: z.array(DecisionSchema),
    changes: z.array(z.object(changeShape)),
    total: z.int(),
  })
  .meta({ id: 'DecisionPreview' });

/** A number of a change, or from when on. */
const since = opt(
  z
    .string()
    .max(40)
    .regex(/^(?:\d{1,15}|\d{4}-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?)?)$/)
    .meta({ description: 'Number of the last change that is known, or an instant or date' }),
);

export const WORK_ROUTES: readonly Route[] = [
  route({
    method: 'get',
    path: '/decisions',
    tag: 'review',
    summary: 'The log of decisions, the latest first',
    query: { entry: word('Only those that touch this entry'), ...paging },
    data: z.array(DecisionSchema),
    examples: [{ path: '/decisions', says: 'The whole log' }],
    handle: async ({ query, desk, view }) => {
      const all = await desk.store.decisions();
      if (query.entry === undefined) return pageOfDecisions(all, query.after, query.limit);
      const [entry] = await (await view()).projection.bodies([query.entry]);
      return pageOfDecisions(
        all.filter(({ id }) => entry?.decisions.includes(id)),
        query.after,
        query.limit,
      );
    },
  }),
  route({
    method: 'post',
    path: '/decisions',
    tag: 'review',
    summary: 'Lays down one decision; the log is append-only, and undo is a decision too',
    body: DecisionRequestSchema,
    data: DecisionSchema,
    status: 201,
    examples: [
      {
        path: '/decisions',
        body: { type: 'confirm', target: '{entry}', why: 'seen on the spot' },
        says: 'An entry is confirmed',
      },
      {
        path: '/decisions',
        body: { type: 'assign', target: '{entry}', to: 'ana', why: 'she knows the place' },
        says: 'Somebody is to look at an entry',
      },
      {
        path: '/decisions',
        body: {
          type: 'record',
          target: '{report}',
          kind: 'mechanism',
          spans: [{ start: 0, end: 12 }],
          slots: { name: 'a line between the two staffs', members: 'ARM MIL; AZE MIL' },
          why: 'the coder did not see it',
        },
        says: 'A record made by hand from a selection',
      },
    ],
    handle: async ({ body, desk }) => ({ data: (await desk.decide([body]))[0] }),
  }),
  route({
    method: 'post',
    path: '/decisions/bulk',
    tag: 'review',
    summary: 'Lays down several decisions, all or none',
    body: DecisionsRequestSchema,
    data: z.array(DecisionSchema),
    status: 201,
    examples: [
      {
        path: '/decisions/bulk',
        body: { decisions: [{ type: 'note', target: '{entry}', why: 'look again when the mission reports' }] },
        says: 'A note',
      },
    ],
    handle: async ({ body, desk }) => ({ data: await desk.decide(body.decisions) }),
  }),
  route({
    method: 'post',
    path: '/decisions/preview',
    tag: 'review',
    summary: 'What decisions would change; nothing is kept',
    body: DecisionsRequestSchema,
    data: PREVIEW,
    examples: [
      {
        path: '/decisions/preview',
        body: { decisions: [{ type: 'reject', target: '{entry}', why: 'another place of the same name' }] },
        says: 'What a rejection would do to the status',
      },
    ],
    handle: async ({ body, desk }) => {
      const { decisions, changes } = await desk.preview(body.decisions);
      return { data: { decisions, changes: changes.slice(0, TOLD), total: changes.length } };
    },
  }),
  route({
    method: 'get',
    path: '/changes',
    tag: 'changes',
    summary: 'What changed since a number or a moment, oldest first',
    query: { since, type: opt(z.enum(CHANGE_TYPES)), limit: z.coerce.number().int().min(1).max(1000).default(100) },
    data: z.array(ChangeLineSchema),
    examples: [
      { path: '/changes?since=0&limit=20', says: 'From the beginning' },
      { path: '/changes?since=2022-09-14&type=status', says: 'Changes of status since a date' },
    ],
    handle: async ({ query, desk }) => {
      const { since: from, type, limit } = query;
      const isSeq = from !== undefined && /^\d+$/.test(from);
      const data = await desk.store.changes({
        ...present({
          type,
          after: isSeq ? Number(from) : undefined,
          from: isSeq || from === undefined ? undefined : sortable(from),
        }),
        limit,
      });
      return { data, ...(data.length === limit && { next: String(data.at(-1)!.seq) }) };
    },
  }),
  route({
    method: 'get',
    path: '/status',
    tag: 'changes',
    summary: 'How much is stored, and the number of the last change',
    data: StatusSchema,
    examples: [{ path: '/status', says: 'The store' }],
    handle: async ({ desk, marks }) => {
      const { reports, records, entries, decisions, quarantined } = await desk.store.counts('');
      const { version, store } = desk;
      return {
        data: { version, store: store.dialect, reports, records, entries, decisions, quarantined, seq: marks.changes },
      };
    },
  }),
];
