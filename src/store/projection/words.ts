/** Full-text search over titles of entries. What the user types is words, never query syntax. */
import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** Of a common word only the latest entries are looked at, so that the cost has a bound. */
const MOST = 2000;

export const wordsIn = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 20);

/** A query for the `seq` of entries whose titles hold all words, the last one perhaps begun; undefined without a word. */
export function matchingEntries(dialect: Dialect, text: string): RawBuilder<unknown> | undefined {
  const words = wordsIn(text);
  if (words.length === 0) return undefined;
  if (dialect === 'sqlite')
    return sql`select rowid from entries_words where entries_words match ${matchSqlite(words)} order by rowid desc limit ${sql.lit(MOST)}`;
  return sql`select seq from entries where words @@ to_tsquery('simple', ${matchPostgres(words)}) order by seq desc limit ${sql.lit(MOST)}`;
}

export const matchSqlite = (words: readonly string[]): string => `${words.map((word) => `"${word}"`).join(' ')}*`;
export const matchPostgres = (words: readonly string[]): string => `${words.join(' & ')}:*`;
