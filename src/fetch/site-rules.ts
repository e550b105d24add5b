/** Keeps the robots.txt of the sites that are visited: fetched once a day for each, sooner where it could not be had. */
import type { Clock } from './clock.ts';
import { FetchError } from './fetch-error.ts';
import { CLOSED, OPEN, parseRobots, type Robots } from './robots.ts';
import type { Answer } from './transport.ts';
import { MOST_REDIRECTS, webUrl } from './web-url.ts';

/** Product token: what robots.txt calls us. */
export const AGENT = 'trucewatch';

/** The RFC's bound for keeping a robots.txt; a site that could not be reached is asked again sooner. */
const KEPT_FOR = 24 * 3_600_000;
const KEPT_WHEN_UNREACHABLE = 900_000;
const MOST_SITES = 2000;

export type SendRobots = (url: URL, signal?: AbortSignal) => Promise<Answer>;

/** Gives the rules of the site that an address belongs to. `CLOSED` itself means that they could not be had. */
export function siteRules(clock: Clock, send: SendRobots): (url: URL, signal?: AbortSignal) => Promise<Robots> {
  const sites = new Map<string, { readonly robots: Promise<Robots>; until: number }>();
  return async (url, signal) => {
    const known = sites.get(url.origin);
    if (known !== undefined && known.until > clock.now()) return known.robots;
    if (sites.size >= MOST_SITES) sites.delete(sites.keys().next().value!);
    const site = { robots: load(url.origin, send, signal), until: clock.now() + KEPT_FOR };
    sites.set(url.origin, site);
    const robots = await site.robots;
    if (robots === CLOSED) site.until = clock.now() + KEPT_WHEN_UNREACHABLE;
    return robots;
  };
}

/** RFC 9309, 2.3.1: missing means open, unreachable means closed, more than five redirects mean missing. */
async function load(origin: string, send: SendRobots, signal?: AbortSignal): Promise<Robots> {
  let url = new URL('/robots.txt', origin);
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const { status, headers, body } = await send(url, signal);
      if (status >= 200 && status < 300) return parseRobots(new TextDecoder().decode(body), AGENT);
      if (status === 429 || status >= 500) return CLOSED;
      if (status < 300 || status >= 400 || headers['location'] === undefined) return OPEN;
      url = webUrl(headers['location'], url);
    }
    return OPEN;
  } catch (error) {
    // A refused address is told by the page's own request; everything else means: not reachable now.
    return error instanceof FetchError && error.key === 'fetch-address' ? OPEN : CLOSED;
  }
}
