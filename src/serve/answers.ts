/** The one error shape, and how errors become it. The success envelope is `Envelope` of `api/types.ts`. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { TrucewatchError } from '../model/errors.ts';

/** RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** What is wrong with which parameter or field. */
  readonly errors?: readonly { readonly at: string; readonly detail: string }[];
}

const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  'unknown-id': 404,
  'bad-option': 400,
  'unreadable-file': 404,
  'disk-full': 507,
};

export function problem(
  key: string,
  detail: string,
  status: ContentfulStatusCode,
  errors: NonNullable<Problem['errors']> = [],
): Problem {
  const body = { type: `urn:trucewatch:${key}`, title: key.replaceAll('-', ' '), status, detail };
  return errors.length === 0 ? body : { ...body, errors };
}

export function answerProblem(
  context: Context,
  body: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return context.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    ...headers,
  });
}

/** Every error becomes a problem; what we did not foresee says so without its insides. */
export function answerError(context: Context, error: unknown): Response {
  if (error instanceof TrucewatchError && STATUS[error.key] !== undefined)
    return answerProblem(context, problem(error.key, error.message, STATUS[error.key]!));
  return answerProblem(
    context,
    problem('internal', 'Something went wrong inside trucewatch. Run it with --debug and report it.', 500),
  );
}
