/** How many rows a list has. */
import type { List } from '../data/answers.ts';
import { useListWords } from '../messages/lists.ts';

/** How many there are, where the server knows; else how many are here so far. */
export function Found<T>({ list, count }: { readonly list: List<T>; readonly count: (count: number) => string }) {
  const words = useListWords();
  const known = list.total ?? (list.hasMore ? undefined : list.rows.length);
  return (
    <p className="quiet found" role="status">
      {list.isReading && list.rows.length === 0
        ? '…'
        : known === undefined
          ? words.atLeast(list.rows.length)
          : count(known)}
    </p>
  );
}
