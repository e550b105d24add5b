/** Cuts long lists into statements of bearable size. */

/** Rows in one statement: below the databases' limits of bound values, and enough to make the call cheap. */
export const BATCH = 500;

export function* batches<T>(items: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}
