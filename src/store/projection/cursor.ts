/** Keyset cursors: where a list went on, as one word that callers hand back unread. */
import { TrucewatchError } from '../../model/errors.ts';

/** The last row's sort key and id. */
export type Cursor = readonly [at: string | number, id: string];

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Throws `bad-option` for what no list gave out. */
export function decodeCursor(word: string): Cursor {
  try {
    const cursor = JSON.parse(Buffer.from(word, 'base64url').toString()) as unknown;
    if (Array.isArray(cursor) && cursor.length === 2 && typeof cursor[1] === 'string' && isKey(cursor[0]))
      return [cursor[0], cursor[1]];
  } catch {
    // told below
  }
  throw new TrucewatchError(
    'bad-option',
    `"${word.slice(0, 40)}" is no cursor. Give "next" of the answer before, or nothing.`,
  );
}

const isKey = (key: unknown): key is string | number => typeof key === 'string' || Number.isSafeInteger(key);

/** One stretch of a list, and where it goes on. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next?: string;
}

/** Cuts the row too many that was read to see whether the list goes on. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  cursorOf: (row: R) => Cursor,
  show: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const page = { rows: shown.map(show) };
  return rows.length > limit ? { ...page, next: encodeCursor(cursorOf(shown.at(-1)!)) } : page;
}
