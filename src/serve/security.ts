/** Headers and checks that every answer passes: no markup of others runs here, and no foreign page talks to us. */
import type { MiddlewareHandler } from 'hono';
import { answerProblem, problem } from './answers.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * Refuses requests whose Host is no name of this machine while we listen on a loopback address: a page elsewhere
 * whose name was rebound to 127.0.0.1 carries its own name here. Writes must come from our own pages.
 */
export function ownHostOnly(host: string): MiddlewareHandler {
  const isLoopback = LOCAL.test(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
  return async (context, next) => {
    const asked = context.req.header('host') ?? '';
    if (isLoopback && asked !== '' && !LOCAL.test(asked))
      return answerProblem(
        context,
        problem(
          'foreign-host',
          `This desk does not answer to the name "${asked}". Open it by the address that it printed.`,
          421,
        ),
      );
    const origin = context.req.header('origin');
    const isWrite = context.req.method !== 'GET' && context.req.method !== 'HEAD';
    const isForeign = context.req.header('sec-fetch-site') === 'cross-site';
    if (isWrite && (isForeign || (origin !== undefined && URL.parse(origin)?.host !== asked)))
      return answerProblem(context, problem('foreign-origin', 'Decisions are taken from the desk itself only.', 403));
    await next();
    return undefined;
  };
}
