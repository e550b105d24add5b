/** The one success envelope and the one error shape. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { TrucewatchError } from '../model/errors.ts';

/** `{ "data": …, "revision": "…" }`; `revision` is the ledger's hash and the ETag. */
export interface Envelope<T> {
  readonly data: T;
  readonly revision: string;
}

/** RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  'unknown-id': 404,
  'bad-option': 400,
  'unreadable-file': 404,
};

export function problem(key: string, detail: string, status: ContentfulStatusCode): Problem {
  return { type: `urn:trucewatch:${key}`, title: key.replaceAll('-', ' '), status, detail };
}

export function answerProblem(context: Context, body: Problem): Response {
  return context.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  });
}

/** Every error becomes a problem; what we did not foresee says so without its insides. */
export function answerError(context: Context, error: unknown): Response {
  if (error instanceof TrucewatchError)
    return answerProblem(context, problem(error.key, error.message, STATUS[error.key] ?? 500));
  return answerProblem(
    context,
    problem('internal', 'Something went wrong inside trucewatch. Run it with --debug and report it.', 500),
  );
}

/** Answers with the envelope, or 304 when the caller has this revision. The address is part of what is cached. */
export async function answer<T>(context: Context, revision: string, data: () => Promise<T>): Promise<Response> {
  const etag = `"${revision.slice(0, 32)}"`;
  const headers = { etag, 'cache-control': 'no-cache' };
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
  const envelope: Envelope<T> = { data: await data(), revision };
  return context.json(envelope, 200, headers);
}
