/** So many requests a minute for each client address; those from this machine are not counted. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { answerProblem, problem } from './answers.ts';

/** Addresses that are remembered. */
const MOST = 10_000;

interface Bucket {
  left: number;
  at: number;
}

export interface RateLimitOptions {
  /** Requests a minute; a burst may take all of them at once. */
  readonly perMinute: number;
  readonly addressOf?: (context: Context) => string;
  /** Milliseconds, growing. */
  readonly now?: () => number;
}

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$|^$/;

export function rateLimit({
  perMinute,
  addressOf = remoteOf,
  now = () => performance.now(),
}: RateLimitOptions): MiddlewareHandler {
  const buckets = new Map<string, Bucket>();
  const take = (address: string): Bucket => {
    const at = now();
    const known = buckets.get(address);
    const left =
      known === undefined ? perMinute : Math.min(perMinute, known.left + ((at - known.at) * perMinute) / 60_000);
    const bucket = { left: left - 1, at };
    buckets.delete(address);
    if (buckets.size >= MOST) buckets.delete(buckets.keys().next().value!);
    buckets.set(address, left >= 1 ? bucket : { left, at });
    return bucket;
  };
  return async (context, next) => {
    const address = addressOf(context);
    if (LOOPBACK.test(address)) return next();
    const { left } = take(address);
    if (left < 0) {
      const wait = Math.ceil((-left * 60) / perMinute);
      return answerProblem(
        context,
        problem('too-many-requests', `At most ${perMinute} requests a minute. Try again in ${wait} s.`, 429),
        { 'retry-after': String(wait) },
      );
    }
    await next();
    context.res.headers.set('ratelimit-limit', String(perMinute));
    context.res.headers.set('ratelimit-remaining', String(Math.floor(left)));
    return undefined;
  };
}

/** Empty where there is no connection: requests that the program makes of itself. */
function remoteOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    return '';
  }
}
