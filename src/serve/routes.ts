/** The routes of `/api`: what the desk reads, and the one thing that it writes. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { TrucewatchError } from '../model/errors.ts';
import type { Entry, Ledger } from '../model/ledger.ts';
import { answer, answerProblem, problem } from './answers.ts';
import type { DeskSource } from './desk-source.ts';

const Decide = z.object({
  type: z.enum(['confirm', 'reject', 'note', 'grade', 'undo']),
  target: z.string().min(1).max(200),
  why: z.string().min(1).max(2000),
  by: z.string().max(200).optional(),
  grade: z
    .string()
    .regex(/^[A-F][1-6]$/)
    .optional(),
});

/** Longest decision that is taken, in bytes. */
const BODY = 16_000;

/** The ledger without the bulk of its entries: what every page needs. */
export type LedgerHead = Omit<Ledger, 'entries'> & { readonly entries: number };

/** A list line of an entry. */
export type EntryLine = Omit<Entry, 'joins' | 'records'>;

export function api(source: DeskSource): Hono {
  const app = new Hono();
  const revisionOf = async (asOf: string | undefined): Promise<string> =>
    asOf === undefined ? source.revision() : (await source.ledger(asOf)).hash;

  app.get('/ledger', async (context) => {
    const asOf = context.req.query('asof');
    return answer(context, await revisionOf(asOf), async () => source.ledger(asOf));
  });
  app.get('/reports', async (context) =>
    answer(context, await source.revision(), async () =>
      (await source.cards()).map(({ features: _, ...card }) => card),
    ),
  );
  app.get('/reports/:id', async (context) => {
    const id = context.req.param('id');
    const report = await source.report(id);
    if (report === undefined) throw new TrucewatchError('unknown-id', id);
    return answer(context, await source.revision(), async () => report);
  });
  app.get('/texts', async (context) => {
    const ids = (context.req.query('ids') ?? '')
      .split(',')
      .filter((id) => id !== '')
      .slice(0, 200);
    return answer(context, await source.revision(), () => source.texts(ids));
  });
  app.get('/places', async (context) => answer(context, await source.revision(), () => source.places()));
  app.get('/search', async (context) => {
    const words = (context.req.query('q') ?? '').slice(0, 200);
    return answer(context, await source.revision(), () => source.search(words));
  });
  app.get('/status', async (context) => answer(context, await source.revision(), () => source.status()));
  app.get('/decisions', async (context) => answer(context, await source.revision(), () => source.decisions()));
  app.post(
    '/decisions',
    bodyLimit({
      maxSize: BODY,
      onError: (context) => answerProblem(context, problem('too-large', `A decision has at most ${BODY} bytes.`, 413)),
    }),
    async (context) => {
      const parsed = Decide.safeParse(await context.req.json().catch(() => undefined));
      if (!parsed.success)
        return answerProblem(
          context,
          problem('bad-request', `A decision needs type, target and why: ${z.prettifyError(parsed.error)}`, 400),
        );
      const { by, grade, ...rest } = parsed.data;
      const decision = await source.decide({
        ...rest,
        ...(by !== undefined && { by }),
        ...(grade !== undefined && { grade }),
      });
      return context.json({ data: decision, revision: await source.revision() }, 201);
    },
  );
  app.all('*', (context) =>
    answerProblem(context, problem('unknown-route', `There is nothing at ${context.req.path}.`, 404)),
  );
  return app;
}
