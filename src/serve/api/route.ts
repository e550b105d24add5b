/** What a route is: its address, what it takes and answers, as data. Server, document, client and tests are made from it. */
import type { z } from 'zod';
import type { FreshMarks, DeskSource, LedgerView } from '../desk-source.ts';

/** What a handler gives back; `next` and `total` are for lists. */
export interface Result<T> {
  readonly data: T;
  readonly next?: string;
  readonly total?: number;
}

export interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly desk: DeskSource;
  readonly marks: FreshMarks;
  /** The ledger as of the asked moment. */
  readonly view: () => Promise<LedgerView>;
}

/** A request that works on any archive: `{entry}`, `{truce}`, `{report}` and `{other}` stand for ids of it. */
export interface Example {
  readonly path: string;
  readonly body?: unknown;
  /** A few words for people, of its own within the route. */
  readonly says: string;
  /** `data` of the answer, where the bundled samples give this one whatever the coder makes of them. */
  readonly answer?: unknown;
}

type Shape = Readonly<Record<string, z.ZodType>>;

export interface RouteSpec<P extends Shape, Q extends Shape, B extends z.ZodType, D extends z.ZodType> {
  readonly method: 'get' | 'post';
  /** With parameters in braces: `/entries/{id}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly data: D;
  /** 200 when absent. */
  readonly status?: 200 | 201;
  /** True for what can change without the ledger: it is neither cached nor tagged. */
  readonly isLive?: boolean;
  readonly examples: readonly Example[];
  readonly handle: (input: Input<Parsed<P>, Parsed<Q>, z.output<B>>) => Promise<Result<unknown>>;
}

type Parsed<S extends Shape> = { readonly [K in keyof S]: z.output<S[K]> };

/** A route whose types are of no more concern. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly params: Shape;
  readonly query: Shape;
  readonly body?: z.ZodType;
  readonly data: z.ZodType;
  readonly status: 200 | 201;
  readonly isLive: boolean;
  readonly examples: readonly Example[];
  readonly handle: (input: Input<never, never, never>) => Promise<Result<unknown>>;
}

/** Types a handler by its schemas, then forgets the types: the table of routes holds them all. */
export function route<P extends Shape, Q extends Shape, B extends z.ZodType, D extends z.ZodType>(
  spec: RouteSpec<P, Q, B, D>,
): Route {
  const { params = {}, query = {}, status = 200, isLive = false, body, handle, ...rest } = spec;
  return { ...rest, params, query, status, isLive, ...(body && { body }), handle };
}
