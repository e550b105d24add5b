/** When a server wants to be asked again. */

/** Longest wait that a server can ask for; a header of years is a mistake or a trap. */
const LONGEST = 24 * 3_600_000;
const SHORTEST = 1000;

/**
 * The moment that a Retry-After header names, in milliseconds since 1970; undefined without one that can be read. A
 * date is taken by the server's own clock (its Date header): what counts is how long it wants to be left alone.
 */
export function retryAt(header: string | undefined, date: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - serverTime(date, now);
  return Number.isNaN(wait) ? undefined : now + Math.min(Math.max(wait, SHORTEST), LONGEST);
}

/** What the server's clock shows, by its Date header; ours where it has none. */
export function serverTime(date: string | undefined, now: number): number {
  const shown = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(shown) ? now : shown;
}
