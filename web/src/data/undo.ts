/** Decisions laid down while a page is open, so that one key takes the last of them back. */
import { useCallback, useMemo, useState } from 'react';
import { useReviewWords } from '../messages/review.ts';
import { useDecide } from './answers.ts';
import { author } from './author.ts';

export interface Undo {
  /** Decisions that were laid down together and are undone together. */
  readonly keep: (ids: readonly string[]) => void;
  /** Undoes what was laid down last; false where there is nothing. */
  readonly last: () => boolean;
}

export function useUndo(): Undo {
  const words = useReviewWords();
  const [laid, setLaid] = useState<readonly (readonly string[])[]>([]);
  const { mutate } = useDecide();
  const keep = useCallback((ids: readonly string[]) => setLaid((before) => [...before, ids]), []);
  const last = useCallback(() => {
    const ids = laid.at(-1);
    if (ids === undefined) return false;
    const by = author();
    for (const id of ids) mutate({ type: 'undo', target: id, why: words.undoWhy, ...(by !== '' && { by }) });
    setLaid(laid.slice(0, -1));
    return true;
  }, [laid, mutate, words]);
  return useMemo(() => ({ keep, last }), [keep, last]);
}
