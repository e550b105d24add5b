/** What happens in the store while the desk is open, and what happened since the reader was last here. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ChangeLine } from '../../../src/model/lines.ts';

const SEEN = 'trucewatch.seen';
/** Changes that are kept at hand; all of them are at `/changes`. */
const MOST = 200;

export interface Live {
  /** Changes since the page was opened, the latest first. */
  readonly changes: readonly ChangeLine[];
  readonly isConnected: boolean;
}

/** Number of the last change that the reader has seen, or undefined at the first visit. */
export function lastSeen(): number | undefined {
  const kept = localStorage.getItem(SEEN);
  return kept === null || !/^\d+$/.test(kept) ? undefined : Number(kept);
}

export const markSeen = (seq: number): void => localStorage.setItem(SEEN, String(seq));

/** Listens to the stream of changes; what is shown is read again when a batch of them is complete. */
export function useLive(): Live {
  const client = useQueryClient();
  const [changes, setChanges] = useState<readonly ChangeLine[]>([]);
  const [isConnected, setConnected] = useState(false);
  useEffect(() => {
    const stream = new EventSource('/api/v1/events');
    stream.addEventListener('open', () => setConnected(true));
    stream.addEventListener('error', () => setConnected(false));
    stream.addEventListener('change', (event) => {
      const change = JSON.parse((event as MessageEvent<string>).data) as ChangeLine;
      setChanges((before) => [change, ...before].slice(0, MOST));
    });
    stream.addEventListener('revision', () => void client.invalidateQueries());
    return () => stream.close();
  }, [client]);
  return { changes, isConnected };
}
