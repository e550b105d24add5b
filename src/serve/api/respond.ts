/** The way of one request: what is cached, what is asked, what is answered. One way for all routes. */
import { isDeepStrictEqual } from 'node:util';
import type { Context } from 'hono';
import { z } from 'zod';
import { answerProblem, problem } from '../answers.ts';
import type { AnswerCache } from '../cache.ts';
import type { DeskSource, FreshMarks, LedgerView } from '../desk-source.ts';
import type { Input, Result, Route } from './route.ts';
import type { Envelope } from './types.ts';

export interface Responding {
  readonly desk: DeskSource;
  readonly cache: AnswerCache;
  /** Checks every answer against its schema: in tests and development, never on the hot path. */
  readonly isChecked: boolean;
}

/** Names the state that answers are made from. */
export const tagOf = ({ hash, changes }: FreshMarks): string => `"${hash.slice(0, 24)}-${changes}"`;

export async function respond(context: Context, one: Route, responding: Responding): Promise<Response> {
  const { desk, cache } = responding;
  const marks = await desk.marks();
  const isKept = one.method === 'get' && !one.isLive;
  const tag = tagOf(marks);
  const key = context.req.url.slice(context.req.url.indexOf('/', 8));
  if (isKept) {
    if (context.req.header('if-none-match')?.includes(tag)) return context.body(null, 304, tagged(tag));
    const known = cache.get(key, tag);
    if (known !== undefined) return context.body(known, 200, { ...JSON_TYPE, ...tagged(tag) });
  }
  const read = await readRequest(context, one);
  if (read instanceof Response) return read;
  let seen: LedgerView | undefined;
  const asked = (read.query as { as_of?: string }).as_of;
  const view = async (): Promise<LedgerView> => (seen ??= await desk.view(asked));
  const result = await one.handle({ ...read, desk, marks, view } as Input<never, never, never>);
  const body = JSON.stringify(envelope(result, one.method === 'get' ? marks : await desk.marks(), seen));
  if (responding.isChecked) check(one, JSON.parse(body) as Envelope<unknown>);
  if (isKept) cache.set(key, tag, body);
  return context.body(body, one.status, { ...JSON_TYPE, ...(isKept ? tagged(tag) : { 'cache-control': 'no-store' }) });
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const tagged = (tag: string) => ({ etag: tag, 'cache-control': 'no-cache' });

function envelope(
  { data, next, total }: Result<unknown>,
  marks: FreshMarks,
  view: LedgerView | undefined,
): Envelope<unknown> {
  const asOf = view?.head.asOf;
  return {
    data,
    revision: marks.hash,
    ...(asOf !== undefined && { asOf }),
    ...(next !== undefined && { next }),
    ...(total !== undefined && { total }),
  };
}

/** Throws when an answer is not what the document says. */
export function check(one: Pick<Route, 'path' | 'data'>, { data }: Envelope<unknown>): void {
  const parsed = one.data.safeParse(data);
  if (!parsed.success) throw new Error(`${one.path} answers with something else: ${z.prettifyError(parsed.error)}`);
  if (!isDeepStrictEqual(parsed.data, data)) throw new Error(`${one.path} answers with more than its schema has`);
}

type Read = Pick<Input<unknown, unknown, unknown>, 'params' | 'query' | 'body'>;

/** Parameters, query and body by their schemas; or the problem with them. */
async function readRequest(context: Context, one: Route): Promise<Read | Response> {
  if (/%00/.test(context.req.url)) return answerProblem(context, NO_NUL);
  const params = z.object(one.params).safeParse(context.req.param());
  if (!params.success) return bad(context, params.error);
  const query = z.strictObject(one.query).safeParse(context.req.query());
  if (!query.success) return bad(context, query.error, Object.keys(one.query));
  if (one.body === undefined) return { params: params.data, query: query.data, body: undefined };
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    return answerProblem(context, problem('unsupported-media-type', 'Send the body as application/json.', 415));
  const text = await context.req.text();
  if (/\\u0000/.test(text)) return answerProblem(context, NO_NUL);
  const body = one.body.safeParse(fromJson(text));
  if (!body.success) return bad(context, body.error);
  return { params: params.data, query: query.data, body: body.data };
}

/** No database holds it, and no word has it. */
const NO_NUL = problem('bad-request', 'There is a character U+0000 in the request. Leave it out.', 400);

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bad(context: Context, error: z.ZodError, known?: readonly string[]): Response {
  const errors = error.issues.slice(0, 20).map(({ path, message }) => ({ at: path.join('.'), detail: message }));
  const first = errors[0]!;
  const where = first.at === '' ? '' : `${first.at}: `;
  const hint = known === undefined ? '' : ` Parameters here: ${known.join(', ') || 'none'}.`;
  return answerProblem(context, problem('bad-request', `${where}${first.detail}.${hint}`, 400, errors));
}
