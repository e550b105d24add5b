/** Reads the API: one answer, or a list page by page. The types are the server's own; no code of it comes along. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../../../src/serve/answers.ts';
import type { DecisionPreview, Envelope } from '../../../src/serve/api/types.ts';
import type { Decision } from '../../../src/model/decision.ts';
import { useView } from './view.tsx';

const BASE = '/api/v1';
/** Rows that a list asks for at a time. */
const PAGE = 100;

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** What the server said instead of an answer, in words for people. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Address of a route with its parameters, those without a value left out. */
export function addressOf(path: string, parameters: Parameters = {}): string {
  const known = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${query === '' ? '' : `?${query}`}`;
}

async function ask<T>(address: string, init?: RequestInit): Promise<Envelope<T>> {
  const response = await fetch(address, { ...init, headers: { accept: 'application/json', ...init?.headers } });
  if (!response.ok) throw new ApiError((await response.json()) as Problem);
  return (await response.json()) as Envelope<T>;
}

export interface Answer<T> {
  readonly data: T | undefined;
  readonly envelope: Envelope<T> | undefined;
  readonly error: Error | null;
}

/** One answer as of the asked moment. `path` undefined asks nothing yet. */
export function useApi<T>(path: string | undefined, parameters: Parameters = {}): Answer<T> {
  const { asOf } = useView();
  const address = addressOf(path ?? '', { ...parameters, as_of: asOf });
  const { data: envelope, error } = useQuery({
    queryKey: ['api', address],
    queryFn: () => ask<T>(address),
    placeholderData: (before: Envelope<T> | undefined) => before,
    enabled: path !== undefined,
  });
  return { data: envelope?.data, envelope, error };
}

/** An answer that does not depend on a moment: reports as they were published. */
export function usePlainApi<T>(path: string | undefined, parameters: Parameters = {}): Answer<T> {
  const address = addressOf(path ?? '', parameters);
  const { data: envelope, error } = useQuery({
    queryKey: ['api', address],
    queryFn: () => ask<T>(address),
    enabled: path !== undefined,
  });
  return { data: envelope?.data, envelope, error };
}

export interface List<T> {
  readonly rows: readonly T[];
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly error: Error | null;
  readonly fetchMore: () => void;
  /** Reads page after page until so many rows are there, the list ends, or the server refuses. */
  readonly readUpTo: (count: number) => Promise<void>;
}

interface PagesRead<T> {
  readonly pages: readonly Envelope<readonly T[]>[];
}
const rowsOf = <T>(read: PagesRead<T> | undefined): readonly T[] => read?.pages.flatMap(({ data }) => data) ?? [];

/** A list, page after page. `isTimed` is false for lists that know no moment (reports). */
export function useList<T>(path: string, parameters: Parameters = {}, isTimed = true): List<T> {
  const { asOf } = useView();
  const asked: Parameters = { limit: PAGE, ...parameters, ...(isTimed && { as_of: asOf }) };
  const query = useInfiniteQuery({
    queryKey: ['api', addressOf(path, asked), 'list'],
    queryFn: ({ pageParam }) => ask<readonly T[]>(addressOf(path, { ...asked, after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const { fetchNextPage } = query;
  return {
    rows: rowsOf(query.data),
    total: query.data?.pages[0]?.total,
    hasMore: query.hasNextPage,
    isReading: query.isFetching,
    error: query.error,
    fetchMore: () => void (query.hasNextPage && !query.isFetchingNextPage ? fetchNextPage() : undefined),
    readUpTo: async (count) => {
      let now: Pick<typeof query, 'data' | 'hasNextPage' | 'isError'> = query;
      while (now.hasNextPage && !now.isError && rowsOf(now.data).length < count) now = await fetchNextPage();
    },
  };
}

/** A decision as the desk asks for it; which fields are needed goes by the type (docs/api.md). */
export interface AskedDecision {
  readonly type: string;
  readonly why: string;
  readonly by?: string;
  readonly target?: string;
  readonly other?: string;
  readonly slot?: string;
  readonly value?: unknown;
  readonly grade?: string;
  readonly to?: string;
  readonly [field: string]: unknown;
}

const post = <T>(path: string, body: unknown): Promise<Envelope<T>> =>
  ask<T>(addressOf(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Lays down one decision; everything that was read is read again. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (decision: AskedDecision) => (await post<Decision>('/decisions', decision)).data,
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Lays down many decisions, all or none. */
export function useBulkDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (decisions: readonly AskedDecision[]) =>
      (await post<readonly Decision[]>('/decisions/bulk', { decisions })).data,
    onSuccess: () => client.invalidateQueries(),
  });
}

/** What decisions would change, without laying them down. */
export function usePreview() {
  return useMutation({
    mutationFn: async (decisions: readonly AskedDecision[]) =>
      (await post<DecisionPreview>('/decisions/preview', { decisions })).data,
  });
}
