/** Reads the desk's API. The types are the server's own; no code of it comes along. */
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Problem } from '../../../src/serve/answers.ts';
import type { Envelope } from '../../../src/serve/api/types.ts';
import type { DeskHit, DeskPlace, DeskReport, DeskStatus } from '../../../src/serve/legacy.ts';
import type { Ledger, ReportCard } from '../../../src/model/ledger.ts';
import type { Decision, DecisionRequest } from '../../../src/model/decision.ts';

export type Card = Omit<ReportCard, 'features'>;

/** What the first pages read whole; newer ones read `/api/v1`. */
const BASE = '/api/desk';

async function read<T>(path: string): Promise<T> {
  const response = await fetch(`${BASE}${path}`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(((await response.json()) as Problem).detail);
  return ((await response.json()) as Envelope<T>).data;
}

const asOfQuery = (asOf: string | undefined): string => (asOf === undefined ? '' : `?asof=${encodeURIComponent(asOf)}`);

export const useLedger = (asOf: string | undefined): UseQueryResult<Ledger> =>
  useQuery({
    queryKey: ['ledger', asOf ?? 'now'],
    queryFn: () => read<Ledger>(`/ledger${asOfQuery(asOf)}`),
    placeholderData: (before) => before,
  });

export const useReports = (): UseQueryResult<readonly Card[]> =>
  useQuery({ queryKey: ['reports'], queryFn: () => read<readonly Card[]>('/reports') });

export const useReport = (id: string): UseQueryResult<DeskReport> =>
  useQuery({ queryKey: ['report', id], queryFn: () => read<DeskReport>(`/reports/${encodeURIComponent(id)}`) });

/** Texts of reports, for showing the words that evidence points at. */
export const useTexts = (ids: readonly string[]): UseQueryResult<Readonly<Record<string, string>>> =>
  useQuery({
    queryKey: ['texts', ...ids],
    queryFn: () => read<Readonly<Record<string, string>>>(`/texts?ids=${ids.map(encodeURIComponent).join(',')}`),
    enabled: ids.length > 0,
  });

export const usePlaces = (): UseQueryResult<readonly DeskPlace[]> =>
  useQuery({ queryKey: ['places'], queryFn: () => read<readonly DeskPlace[]>('/places') });

export const useSearch = (words: string): UseQueryResult<readonly DeskHit[]> =>
  useQuery({
    queryKey: ['search', words],
    queryFn: () => read<readonly DeskHit[]>(`/search?q=${encodeURIComponent(words)}`),
    enabled: words.trim() !== '',
  });

export const useStatus = (): UseQueryResult<DeskStatus> =>
  useQuery({ queryKey: ['status'], queryFn: () => read<DeskStatus>('/status') });

export const useDecisions = (): UseQueryResult<readonly Decision[]> =>
  useQuery({ queryKey: ['decisions'], queryFn: () => read<readonly Decision[]>('/decisions') });

/** Lays down a decision; everything that was read is read again. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: DecisionRequest): Promise<Decision> => {
      const response = await fetch('/api/v1/decisions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      if (!response.ok) throw new Error(((await response.json()) as Problem).detail);
      return ((await response.json()) as Envelope<Decision>).data;
    },
    onSuccess: () => client.invalidateQueries(),
  });
}
