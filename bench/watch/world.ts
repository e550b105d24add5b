/**
 * A world of news sites for the bench of `watch`: what each site shows is a function of the hour, and every fault is
 * drawn by a seed. It answers in the process itself and not over sockets: a day has some hundred thousand requests, and
 * time can jump only where it is known that nothing is under way. Real sockets are what the tests of `watch` use.
 */
import { gzipSync } from 'node:zlib';
import { FetchError } from '../../src/fetch/fetch-error.ts';
import type { Answer, Ask, Transport } from '../../src/fetch/transport.ts';
import { unpack } from '../../src/fetch/unpack.ts';
import { fractionOf } from '../../src/work/schedule.ts';

export interface World {
  readonly transport: Transport;
  readonly sources: readonly string[];
  /** Address of every item that is published, by its number. */
  addressOf(item: number): string;
  /** Requests by what became of them. */
  readonly counts: Map<string, number>;
}

export interface WorldOptions {
  readonly feeds: number;
  readonly items: number;
  readonly start: number;
  readonly hours: number;
  readonly now: () => number;
}

const HOUR = 3_600_000;
/** Items that a feed shows. */
const SHOWN = 60;

export function newsWorld({ feeds, items, start, hours, now }: WorldOptions): World {
  const counts = new Map<string, number>();
  const perFeed = items / feeds;
  const note = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  let requests = 0;

  const publishedAt = (site: number, n: number): number =>
    start + ((n + fractionOf(`at ${site} ${n}`)) / perFeed) * hours * HOUR;

  const isDown = (site: number): boolean => {
    const from = start + fractionOf(`down ${site}`) * hours * HOUR;
    return site % 10 === 3 && now() >= from && now() < from + 2 * HOUR;
  };

  const feedOf = (site: number): string => {
    const shown: string[] = [];
    for (let n = Math.ceil(perFeed) - 1; n >= 0 && shown.length < SHOWN; n--) {
      if (publishedAt(site, n) > now()) continue;
      // Some sites make up ids and tracking parameters anew at every call.
      const noise = site % 10 === 4 ? `?utm_source=${requests}` : '';
      shown.push(
        `<item><title>Village ${n}</title><link>/a/${n}${noise}</link><guid isPermaLink="false">${site % 10 === 4 ? requests : ''}-${n}</guid>` +
          `<pubDate>${new Date(publishedAt(site, n)).toUTCString()}</pubDate><description>${storyOf(site, n)}</description></item>`,
      );
    }
    return `<rss version="2.0"><channel><title>Site ${site}</title>${shown.join('')}</channel></rss>`;
  };

  const pageOf = (site: number, n: number): string => {
    // One in ten is changed an hour and a half after it came out.
    const isChanged = n % 10 === 7 && now() > publishedAt(site, n) + 1.5 * HOUR;
    const more = isChanged ? `<p>Correction: ${n + 1} people fled village ${n}, site ${site} now says.</p>` : '';
    return `<html><head><title>Village ${n}</title></head><body><nav><a href="/">Home</a></nav><article><h1>Village ${n}</h1><p>${storyOf(site, n)}</p>${more}</article></body></html>`;
  };

  const send = async (ask: Ask): Promise<Answer> => {
    requests++;
    const site = Number(/^site(\d+)\./.exec(ask.url.host)?.[1]);
    const { pathname: path } = ask.url;
    fault(ask, isDown(site), requests, note);
    if (path === '/robots.txt')
      return site % 20 === 5 ? answer('User-agent: *\nDisallow: /a/') : { status: 404, headers: {}, body: EMPTY };
    const n = Number(/^\/a\/(\d+)$/.exec(path)?.[1] ?? -1);
    if (n % 50 === 11) return { status: 410, headers: {}, body: EMPTY };
    const text = path === '/rss' ? feedOf(site) : pageOf(site, n);
    const etag = `"${fractionOf(text)}"`;
    if (site % 2 === 0 && ask.headers['if-none-match'] === etag) {
      note('304');
      return { status: 304, headers: { etag }, body: EMPTY };
    }
    note(path === '/rss' ? 'feed' : 'page');
    return site % 3 === 0 ? packed(text, etag, ask) : answer(text, site % 2 === 0 ? { etag } : {});
  };

  return {
    transport: send,
    sources: Array.from({ length: feeds }, (_, site) => `http://site${site}.example/rss`),
    addressOf: (item) => `http://site${item % feeds}.example/a/${Math.floor(item / feeds)}`,
    counts,
  };
}

const EMPTY = new Uint8Array(0);

const answer = (text: string, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: new TextEncoder().encode(text),
});

/** Packed, as half the web is; the real unpacker undoes it. */
async function packed(text: string, etag: string, { limits }: Ask): Promise<Answer> {
  const chunks = (async function* () {
    yield gzipSync(text);
  })();
  return { ...answer(''), headers: { etag }, body: await unpack(chunks, 'gzip', limits.maxBytes, false) };
}

/** One request in twenty goes wrong, in one of five ways. */
function fault({ url }: Ask, isDown: boolean, request: number, note: (what: string) => void): void {
  const draw = isDown ? 0 : fractionOf(`${url.href} ${request}`);
  if (draw >= 0.05) return;
  const kinds = ['fetch-unreachable', 'fetch-timeout', 'fetch-broken', 'fetch-status', 'fetch-throttled'] as const;
  const key = isDown ? 'fetch-unreachable' : kinds[Math.floor(draw * 100)]!;
  note(key);
  throw new FetchError(key, url.href);
}

const SIDES = ['the army', 'the rebels', 'the ministry', 'residents', 'monitors'];

/** Words of a report: its own, short, and of the kind that is coded. */
const storyOf = (site: number, n: number): string =>
  `Gunmen shelled village ${n} of district ${site} on Tuesday, ${SIDES[(site + n) % SIDES.length]} said. ` +
  `${1 + (n % 40)} people were wounded and ${n} fled. The other side denied it and called for talks.`;
