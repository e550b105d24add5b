/** Puts the table of routes on a Hono application, with what every address of an API owes: methods, limits, problems. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerProblem, problem } from '../answers.ts';
import { createCache } from '../cache.ts';
import type { DeskSource } from '../desk-source.ts';
import type { EventStreams } from './events.ts';
import { answerExport, answerFeed } from './exports.ts';
import { respond, tagOf } from './respond.ts';
import { ROUTES } from './routes.ts';

export interface ApiOptions {
  readonly desk: DeskSource;
  readonly events: EventStreams;
  readonly isChecked?: boolean;
}

/** Longest body, in bytes: two hundred decisions with their reasons. */
const BODY = 600_000;

/** The routes of `/api/v1`. */
export function api({ desk, events, isChecked = false }: ApiOptions): Hono {
  const app = new Hono();
  const responding = { desk, cache: createCache(), isChecked };
  app.use(
    bodyLimit({
      maxSize: BODY,
      onError: (context) => answerProblem(context, problem('too-large', `A body has at most ${BODY} bytes.`, 413)),
    }),
  );
  for (const one of ROUTES) app.on(one.method, honoPath(one.path), (context) => respond(context, one, responding));
  app.get('/events', (context) => events.open(context));
  app.get('/exports/:format', (context) => answerExport(context, desk, context.req.param('format')));
  app.get('/calendar.ics', (context) => answerExport(context, desk, 'ics'));
  app.get('/feeds/:name', (context) => answerFeed(context, desk, context.req.param('name')));
  app.get('/openapi.json', async (context) => {
    // The formats of exports come along: nobody should wait for them who asks for something else
    const [{ openApi }, { exampleIds }] = await Promise.all([import('./openapi.ts'), import('./examples.ts')]);
    return context.json(openApi(desk.version, await exampleIds(await desk.view())));
  });
  app.get('/ledger', (context) => wholeLedger(context, desk));
  for (const [path, methods] of methodsByPath()) app.all(honoPath(path), (context) => otherMethod(context, methods));
  app.all('*', (context) =>
    answerProblem(context, problem('unknown-route', `There is nothing at ${context.req.path.slice(0, 200)}.`, 404)),
  );
  return app;
}

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** What can be asked of each address. */
function methodsByPath(): Map<string, string> {
  const found = new Map<string, string[]>(
    ['/events', '/exports/{format}', '/calendar.ics', '/feeds/{name}', '/openapi.json', '/ledger'].map((path) => [
      path,
      ['GET', 'HEAD'],
    ]),
  );
  for (const { path, method } of ROUTES) {
    const methods = found.get(path) ?? [];
    methods.push(...(method === 'get' ? ['GET', 'HEAD'] : ['POST']));
    found.set(path, methods);
  }
  return new Map([...found].map(([path, methods]) => [path, [...methods, 'OPTIONS'].join(', ')]));
}

function otherMethod(context: Context, allow: string): Response {
  if (context.req.method === 'OPTIONS') return context.body(null, 204, { allow });
  const detail = `${context.req.method} is not for this address. It takes ${allow}.`;
  return answerProblem(context, problem('method-not-allowed', detail, 405), { allow });
}

/** The whole ledger in one value: for small archives and for taking it elsewhere. */
async function wholeLedger(context: Context, desk: DeskSource): Promise<Response> {
  const tag = tagOf(await desk.marks());
  const headers = { etag: tag, 'cache-control': 'no-cache' };
  if (context.req.header('if-none-match')?.includes(tag)) return context.body(null, 304, headers);
  const ledger = await desk.ledger(context.req.query('as_of') ?? context.req.query('asof'));
  return context.json({ data: ledger, revision: ledger.hash }, 200, headers);
}
