/** A web of test sites: one real server on loopback that plays every host, and a resolver that leads the hosts to it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestWeb {
  readonly port: number;
  /** Requests in the order in which they came: "host/path". */
  readonly seen: string[];
  readonly requests: IncomingMessage[];
  /** Lets `handler` play an address such as "good.test/feed"; `site.test/*` stands for all else of a host. */
  on(address: string, handler: Handler): void;
  /** What a name resolves to; every name that is not set leads to the server. */
  resolves(name: string, ...addresses: string[]): void;
  url(address: string): string;
  readonly lookup: LookupFunction;
  close(): Promise<void>;
}

/** Starts the server. Without a handler for it, robots.txt is missing and a page is 404. */
export async function testWeb(): Promise<TestWeb> {
  const handlers = new Map<string, Handler>();
  const names = new Map<string, readonly string[]>();
  const seen: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = request.url ?? '/';
    seen.push(`${host}${path}`);
    requests.push(request);
    const handler = handlers.get(`${host}${path}`) ?? (path === '/robots.txt' ? undefined : handlers.get(`${host}/*`));
    if (handler !== undefined) return handler(request, response);
    response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    requests,
    on: (address, handler) => void handlers.set(address, handler),
    resolves: (name, ...addresses) => void names.set(name, addresses),
    url: (address) => address.replace(/^([^/]+)/, `http://$1:${port}`),
    lookup: (name, _options, callback) => {
      const addresses = names.get(name) ?? ['127.0.0.1'];
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

/** Answers with `body` of `type`. */
export const page =
  (body: string | Uint8Array, type = 'text/html; charset=utf-8', headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': type, ...headers }).end(body);

export interface TestItem {
  readonly link?: string;
  readonly guid?: string;
  readonly title: string;
  readonly text?: string;
  readonly date?: string;
}

/** An RSS feed. */
export const rss = (items: readonly TestItem[], title = 'Sample Wire'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${title}</title><link>http://x.test/</link>${items
    .map(
      ({ link, guid, title: headline, text, date }) =>
        `<item><title>${headline}</title>${link === undefined ? '' : `<link>${link}</link>`}${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}${text === undefined ? '' : `<description>${text}</description>`}${date === undefined ? '' : `<pubDate>${date}</pubDate>`}</item>`,
    )
    .join('')}</channel></rss>`;

/** A page with one report on it. */
export const article = (headline: string, ...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title><meta property="og:site_name" content="Sample Wire"></head><body><nav><a href="/">Home</a></nav><article><h1>${headline}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;
