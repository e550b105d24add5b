/** Whether the page is being laid out for paper, and how a long list is made whole before it is. */
import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import type { List } from './answers.ts';

/** Rows that one list prints at most: about thirty sheets. */
export const MOST_PRINTED = 1000;

/** True from the moment the browser asks for the printed page: what is drawn then is what stands on paper. */
export function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(() => window.matchMedia('print').matches);
  useEffect(() => {
    const paper = window.matchMedia('print');
    const follow = (): void => setPrinting(paper.matches);
    // The page is taken as soon as the event returns: drawn at once, not when React finds time
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    paper.addEventListener('change', follow);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      paper.removeEventListener('change', follow);
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

export interface ListPrinter {
  readonly isWaiting: boolean;
  readonly print: () => void;
}

/** Reads the rows that are still missing, up to the most that are printed, then prints; the browser's own key as well. */
export function usePrintedList<T>({ rows, hasMore, error, readUpTo }: List<T>): ListPrinter {
  const [isWaiting, setWaiting] = useState(false);
  const isShort = hasMore && rows.length < MOST_PRINTED && error === null;
  const print = async (): Promise<void> => {
    setWaiting(true);
    await readUpTo(MOST_PRINTED);
    setWaiting(false);
    // What was read last is drawn with the next frame
    requestAnimationFrame(() => setTimeout(() => window.print()));
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void print();
  });
  useEffect(() => {
    if (!isShort) return undefined;
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isShort]);
  return { isWaiting, print: () => void print() };
}
