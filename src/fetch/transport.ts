/** One request and its answer: what the network is to the rest. The real one is http-transport.ts; tests may bring another. */

/** What one request may cost. */
export interface FetchLimits {
  /** Until the head of the answer has come, in milliseconds. */
  readonly headMs: number;
  /** Until all of it has come: a server that sends a byte a second gets no longer than this. */
  readonly totalMs: number;
  /** Largest body, packed or unpacked. */
  readonly maxBytes: number;
}

export const DEFAULT_FETCH_LIMITS: FetchLimits = { headMs: 20_000, totalMs: 60_000, maxBytes: 16_000_000 };

export interface Ask {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  /** Take the first `maxBytes` of a longer body for the whole, as robots.txt wants it. */
  readonly isCutAllowed?: boolean;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Unpacked. Empty for what is not 2xx. */
  readonly body: Uint8Array;
}

/** Sends one request, follows nothing, and throws a FetchError when no whole answer came. */
export type Transport = (ask: Ask) => Promise<Answer>;
