/**
 * Fetches pages as a guest should: robots.txt first, one request at a time and a pause for each host, conditional
 * requests, no more redirects than a browser's patience, and every hop asked for like the first address.
 */
import type { Clock } from './clock.ts';
import { FetchError } from './fetch-error.ts';
import { hostGate, type HostGate } from './host-gate.ts';
import { retryAt, serverTime } from './retry-after.ts';
import { CLOSED, isAllowed, ROBOTS_BYTES } from './robots.ts';
import { siteRules } from './site-rules.ts';
import { DEFAULT_FETCH_LIMITS, type Answer, type FetchLimits, type Transport } from './transport.ts';
import { MOST_REDIRECTS, webUrl } from './web-url.ts';

export interface ClientOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** How the program calls itself, contact included. */
  readonly userAgent: string;
  /** Address of the person to ask, for the From header; only where it is a mail address. */
  readonly from?: string;
  /** Milliseconds between two requests to one host. */
  readonly pause?: number;
  readonly limits?: FetchLimits;
}

/** What the server gave to recognise a version of a page by. */
export interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

export interface Fetched {
  /** Address of the last hop. */
  readonly url: string;
  /** Where the address has moved to for good, when all hops say so. */
  readonly movedTo?: string;
  /** False for 304: what we have is still good. */
  readonly isChanged: boolean;
  readonly validators: Validators;
  readonly contentType?: string;
  readonly body: Uint8Array;
  /** What the server's clock showed, in milliseconds since 1970. */
  readonly serverTime: number;
}

export interface GetOptions {
  readonly validators?: Validators;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

export interface PoliteClient {
  /** Throws FetchError. */
  get(url: string, options?: GetOptions): Promise<Fetched>;
}

const LONG_HOLD = 60_000;

/** A client over `transport`. Keeps robots.txt and the pauses of the hosts; everything else is the caller's. */
export function politeClient(options: ClientOptions): PoliteClient {
  const { clock } = options;
  const gate = hostGate(clock, options.pause ?? 2000);
  const send = senderOf(options, gate);
  const rules = siteRules(clock, (url, signal) => send(url, { accept: 'text/plain, */*;q=0.5' }, signal, true));

  const ask = async (url: URL, { validators = {}, accept = '*/*', signal }: GetOptions): Promise<Answer> => {
    const robots = await rules(url, signal);
    if (robots === CLOSED)
      throw new FetchError('fetch-unreachable', `${url.href} (robots.txt of ${url.host} cannot be had)`);
    if (!isAllowed(robots, url)) throw new FetchError('fetch-robots', url.href);
    if (robots.delay !== undefined) gate.setPause(url.host, robots.delay * 1000);
    const conditions = {
      ...(validators.etag !== undefined && { 'if-none-match': validators.etag }),
      ...(validators.modified !== undefined && { 'if-modified-since': validators.modified }),
    };
    const answer = await send(url, { accept, ...conditions }, signal);
    const at = patienceAskedFor(answer, clock.now());
    if (at !== undefined) gate.hold(url.host, at);
    return answer;
  };

  const get = async (address: string, wants: GetOptions = {}): Promise<Fetched> => {
    let url = webUrl(address);
    const seen = new Set<string>();
    let isMoved = true;
    for (let hop = 0; ; hop++) {
      seen.add(url.href);
      const held = gate.heldUntil(url.host);
      // A host that asked for minutes is not waited for with a request in hand: others have their turn.
      if (held > clock.now() + LONG_HOLD) throw new FetchError('fetch-throttled', url.href, { retryAt: held });
      const answer = await ask(url, wants);
      const next = redirectOf(answer, url);
      if (next === undefined) return fetched(answer, url, hop > 0 && isMoved, wants, clock.now());
      isMoved &&= answer.status === 301 || answer.status === 308;
      if (seen.has(next.href)) throw new FetchError('fetch-redirects', `${address} (in a circle by ${next.href})`);
      if (hop >= MOST_REDIRECTS) throw new FetchError('fetch-redirects', `${address} (more than ${MOST_REDIRECTS})`);
      url = next;
    }
  };
  return { get };
}

type Send = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
  isRobots?: boolean,
) => Promise<Answer>;

/** Sends with our name, when it is the host's turn. */
function senderOf({ transport, userAgent, from, limits = DEFAULT_FETCH_LIMITS }: ClientOptions, gate: HostGate): Send {
  const own = {
    'user-agent': userAgent,
    'accept-encoding': 'gzip, br, zstd, deflate',
    'accept-language': 'en, *;q=0.5',
    ...(from !== undefined && { from }),
  };
  return (url, headers, signal, isRobots = false) => {
    const ask = {
      url,
      headers: { ...own, ...headers },
      limits: isRobots ? { ...limits, maxBytes: ROBOTS_BYTES } : limits,
      isCutAllowed: isRobots,
      ...(signal !== undefined && { signal }),
    };
    return gate.run(url.host, () => transport(ask), signal);
  };
}

function redirectOf({ status, headers }: Answer, url: URL): URL | undefined {
  const isRedirect = status >= 300 && status < 400 && status !== 304;
  return isRedirect && headers['location'] !== undefined ? webUrl(headers['location'], url) : undefined;
}

function fetched(answer: Answer, url: URL, isMoved: boolean, options: GetOptions, now: number): Fetched {
  const { status, headers, body } = answer;
  const hadValidators = options.validators?.etag !== undefined || options.validators?.modified !== undefined;
  const isUnchanged = status === 304 && hadValidators;
  if (!isUnchanged && (status < 200 || status >= 300)) throw statusError(answer, url, now);
  return {
    url: url.href,
    ...(isMoved && { movedTo: url.href }),
    isChanged: !isUnchanged,
    validators: isUnchanged ? (options.validators ?? {}) : validatorsOf(headers),
    ...(headers['content-type'] !== undefined && { contentType: headers['content-type'] }),
    body,
    serverTime: serverTime(headers['date'], now),
  };
}

const validatorsOf = ({ etag, 'last-modified': modified }: Answer['headers']): Validators => ({
  ...(etag !== undefined && { etag }),
  ...(modified !== undefined && { modified }),
});

/** Until when a host wants to be left alone. */
function patienceAskedFor({ status, headers }: Pick<Answer, 'status' | 'headers'>, now: number): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const at = retryAt(headers['retry-after'], headers['date'], now);
  return at ?? (status === 429 ? now + UNSAID_PATIENCE : undefined);
}

/** "Too many requests" that does not say for how long. */
const UNSAID_PATIENCE = 600_000;

function statusError({ status, headers }: Answer, url: URL, now: number): FetchError {
  const at = patienceAskedFor({ status, headers }, now);
  const details = { status, ...(at !== undefined && { retryAt: at }) };
  const of = `${url.href} (status ${status})`;
  if (at !== undefined) return new FetchError('fetch-throttled', of, details);
  if (status === 304) return new FetchError('fetch-stale', url.href, details);
  if (status === 404 || status === 410) return new FetchError('fetch-missing', of, details);
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451)
    return new FetchError('fetch-forbidden', of, details);
  return new FetchError('fetch-status', of, details);
}
