/** The network: Node's own HTTP client, one connection a host, with every address checked before a byte is sent. */
import { lookup as systemLookup } from 'node:dns';
import { Agent as PlainAgent, request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import type { AddressGuard } from './address-guard.ts';
import { FetchError } from './fetch-error.ts';
import type { Answer, Ask, Transport } from './transport.ts';
import { TooMuchError, unpack } from './unpack.ts';

export interface HttpTransportOptions {
  readonly guard: AddressGuard;
  /** Resolves names; the system's resolver by default. */
  readonly lookup?: LookupFunction;
}

export interface HttpTransport {
  readonly send: Transport;
  close(): void;
}

/** Thrown where a name leads to an address that the guard refuses. */
class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/**
 * The transport over real sockets. Names are resolved once for each connection, the answers are checked, and the
 * connection is made to the checked addresses themselves: a name that changes its mind between two look-ups gains
 * nothing. The address of the other end is asked for again when the connection stands.
 */
export function httpTransport({ guard, lookup = systemLookup }: HttpTransportOptions): HttpTransport {
  const pool = { keepAlive: true, maxSockets: 1, maxFreeSockets: 1, timeout: 30_000, lookup: guarded(lookup, guard) };
  const agents = { 'http:': new PlainAgent(pool), 'https:': new TlsAgent(pool) };
  const once = (ask: Ask): Promise<Answer> => {
    const host = ask.url.hostname.replaceAll(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !guard(host)) throw new FetchError('fetch-address', `${ask.url.href} (${host})`);
    return sendOnce(ask, guard, agents);
  };
  return {
    send: async (ask) => {
      try {
        return await once(ask);
      } catch (error) {
        // The server had closed the kept connection in the meantime: no fault of anybody.
        if (error instanceof StaleSocket) return await once(ask);
        throw error;
      }
    },
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

class StaleSocket extends Error {
  override readonly name = 'StaleSocket';
}

/** A look-up that gives only addresses which the guard lets pass, and fails when none is left. */
function guarded(lookup: LookupFunction, guard: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '');
      const all = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      const open = all.filter(({ address }) => guard(address));
      const [first] = open;
      if (first === undefined)
        return callback(new RefusedAddress(all.map(({ address }) => address).join(', ') || 'no address'), '');
      if (options.all === true) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}

type Agents = { readonly 'http:': PlainAgent; readonly 'https:': TlsAgent };

function sendOnce(ask: Ask, guard: AddressGuard, agents: Agents): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const isTls = ask.url.protocol === 'https:';
  const abort = new AbortController();
  const options = { method: 'GET', headers: ask.headers, signal: abort.signal };
  const request = isTls
    ? tlsRequest(ask.url, { ...options, agent: agents['https:'] })
    : plainRequest(ask.url, { ...options, agent: agents['http:'] });
  const stop = (reason: FetchError): void => {
    reject(reason);
    abort.abort(reason);
    request.destroy();
  };
  const timers = startTimers(ask, stop);
  const onAbort = (): void => stop(new FetchError('fetch-unreachable', `${ask.url.href} (stopped)`));
  ask.signal?.addEventListener('abort', onAbort, { once: true });
  if (ask.signal?.aborted === true) onAbort();
  request.on('socket', (socket) => checkPeer(socket, ask, guard, stop));
  request.on('error', (error) => reject(failure(error, ask, request)));
  request.on('response', (response) => {
    clearTimeout(timers.head);
    read(response, ask).then(resolve, (error: unknown) => {
      request.destroy();
      reject(failure(error, ask, request, true));
    });
  });
  request.end();
  return promise.finally(() => {
    clearTimeout(timers.head);
    clearTimeout(timers.total);
    ask.signal?.removeEventListener('abort', onAbort);
  });
}

function startTimers({ url, limits }: Ask, stop: (reason: FetchError) => void) {
  const late = (what: string, ms: number) =>
    setTimeout(() => stop(new FetchError('fetch-timeout', `${url.href} (${what} after ${ms / 1000} s)`)), ms);
  return { head: late('no answer', limits.headMs), total: late('not at its end', limits.totalMs) };
}

/** The address that really is at the other end, before a request goes out: listeners of 'connect' run in order. */
function checkPeer(socket: Socket, { url }: Ask, guard: AddressGuard, stop: (reason: FetchError) => void): void {
  if (!socket.connecting) return;
  socket.prependOnceListener('connect', () => {
    const peer = socket.remoteAddress;
    if (peer !== undefined && guard(peer)) return;
    socket.destroy();
    stop(new FetchError('fetch-address', `${url.href} (${peer ?? 'nobody'})`));
  });
}

async function read(response: IncomingMessage, ask: Ask): Promise<Answer> {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const status = response.statusCode ?? 0;
  const { maxBytes } = ask.limits;
  const isWanted = status >= 200 && status < 300;
  if (isWanted && ask.isCutAllowed !== true && Number(headers['content-length'] ?? 0) > maxBytes)
    throw new TooMuchError(`${headers['content-length']} bytes announced`);
  if (!isWanted) {
    await drain(response);
    return { status, headers, body: new Uint8Array(0) };
  }
  const body = await unpack(response, headers['content-encoding'] ?? '', maxBytes, ask.isCutAllowed ?? false);
  return { status, headers, body };
}

/** Bodies of errors and redirects are read to keep the connection when they are short, and cut off when not. */
async function drain(response: IncomingMessage): Promise<void> {
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > 65_536) break;
  }
}

function failure(error: unknown, { url }: Ask, request: ClientRequest, hasHead = false): Error {
  if (error instanceof FetchError) return error;
  const { message, code, name } = error as NodeJS.ErrnoException;
  const cause = { cause: error };
  if (error instanceof TooMuchError) return new FetchError('fetch-too-large', `${url.href} (${message})`, cause);
  if (name === 'RefusedAddress') return new FetchError('fetch-address', `${url.href} (${message})`, cause);
  if (!hasHead && request.reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE')) return new StaleSocket();
  return hasHead
    ? new FetchError('fetch-broken', `${url.href} (${message})`, cause)
    : new FetchError('fetch-unreachable', `${url.href} (${code ?? message})`, cause);
}
