/**
 * A typed client of the HTTP API: `fetch` and nothing else, so that it runs in Node and in browsers. Types are those of
 * the server.
 */
import type { Decision, DecisionRequest } from './model/decision.ts';
import type { AgendaLine, ChangeLine, EntryLine, ReportLine, TruceLine } from './model/lines.ts';
import type * as answers from './serve/api/types.ts';

type Envelope<T> = answers.Envelope<T>;

/** Answers of `GET`, by address. Braces stand for an id. */
export interface Reads {
  '/overview': answers.Overview;
  '/truces': readonly TruceLine[];
  '/truces/{id}': answers.TruceDetail;
  '/truces/{id}/timeline': answers.Timeline;
  '/truces/{id}/matrix': answers.Matrix;
  '/truces/{id}/entries': readonly EntryLine[];
  '/entries': readonly EntryLine[];
  '/entries/{id}': answers.EntryDetail;
  '/entries/{id}/explain': answers.EntryExplanation;
  '/statements': readonly answers.StatementLine[];
  '/places': readonly answers.MapPoint[];
  '/facets': answers.Facets;
  '/agenda': readonly AgendaLine[];
  '/review': readonly EntryLine[];
  '/reports': readonly ReportLine[];
  '/reports/{id}': answers.ReportDetail;
  '/reports/{id}/versions': answers.ReportVersions;
  '/compare': answers.Comparison;
  '/stories': readonly answers.StoryLine[];
  '/sources': answers.Sources;
  '/coverage': answers.Coverage;
  '/search': readonly answers.SearchResult[];
  '/decisions': readonly Decision[];
  '/changes': readonly ChangeLine[];
  '/status': answers.Status;
}

/** Those that are lists and can be read to their end. */
export type Lists = { [P in keyof Reads as Reads[P] extends readonly unknown[] ? P : never]: Reads[P] };

export type Query = Readonly<Record<string, string | number | boolean | undefined>> & { readonly id?: string };

export interface ClientOptions {
  /** Where the desk stands: `http://127.0.0.1:4180`. */
  readonly url: string;
  readonly token?: string;
  /** In place of the global one: for tests and for servers in the same process. */
  readonly fetch?: (url: string, init?: RequestInit) => Promise<Response> | Response;
}

/** An answer that was no success, with what the server said. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  /** `urn:trucewatch:unknown-id` */
  readonly type: string;

  constructor(status: number, type: string, detail: string) {
    super(detail);
    this.status = status;
    this.type = type;
  }
}

export interface Client {
  /** `client.get('/entries/{id}', { id, as_of: '2022-09-14' })`. Throws `ApiError`. */
  get<P extends keyof Reads>(path: P, query?: Query): Promise<Envelope<Reads[P]>>;
  /** Every item of a list, page after page. */
  all<P extends keyof Lists>(path: P, query?: Query): AsyncIterable<Lists[P][number]>;
  decide(request: DecisionRequest): Promise<Envelope<Decision>>;
  decideAll(requests: readonly DecisionRequest[]): Promise<Envelope<readonly Decision[]>>;
  preview(requests: readonly DecisionRequest[]): Promise<Envelope<answers.DecisionPreview>>;
  /** An export as it comes. */
  export(format: string, query?: Query): Promise<Response>;
}

/**
 * `const { data } = await createClient({ url }).get('/entries', { kind: 'incident', accuser: 'ARM' });`
 */
export function createClient({ url, token, fetch: ask = fetch }: ClientOptions): Client {
  const base = `${url.replace(/\/$/, '')}/api/v1`;
  const headers = { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const get: Client['get'] = async (path, query = {}) => read(await ask(base + addressOf(path, query), { headers }));
  const post = async <T>(path: string, body: unknown): Promise<Envelope<T>> =>
    read(
      await ask(base + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...headers, 'content-type': 'application/json' },
      }),
    );
  return {
    get,
    all: async function* (path, query = {}) {
      for (let after: string | undefined; ;) {
        const page = await get(
          path,
          after === undefined ? query : { ...query, [path === '/changes' ? 'since' : 'after']: after },
        );
        yield* page.data;
        if (page.next === undefined) return;
        after = page.next;
      }
    },
    decide: (request) => post('/decisions', request),
    decideAll: (decisions) => post('/decisions/bulk', { decisions }),
    preview: (decisions) => post('/decisions/preview', { decisions }),
    export: async (format, query = {}) => good(await ask(base + addressOf(`/exports/${format}`, query), { headers })),
  };
}

/** The address with its id and its query; what is undefined is left out. */
function addressOf(path: string, { id, ...query }: Query): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  const address = path.replace('{id}', encodeURIComponent(id ?? ''));
  return asked.length === 0 ? address : `${address}?${asked.join('&')}`;
}

async function read<T>(response: Response): Promise<Envelope<T>> {
  return (await (await good(response)).json()) as Envelope<T>;
}

async function good(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { type?: string; detail?: string };
  throw new ApiError(
    response.status,
    problem.type ?? 'about:blank',
    problem.detail ?? `The server answered ${response.status}.`,
  );
}
