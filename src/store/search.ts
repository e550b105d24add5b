/** Full-text search over reports. What the user types is words, never query syntax. */
import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Tables } from './schema.ts';
import type { SearchHit } from './store.ts';

interface Row {
  report: string;
  headline: string;
  published: string | null;
  outlet: string | null;
  snippet: string;
}

/** Reports that hold all of `words`; the last one may be the beginning of a word. Best first. */
export async function searchReports(
  db: Kysely<Tables>,
  dialect: Dialect,
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  const terms = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (terms.length === 0) return [];
  const { rows } = dialect === 'sqlite' ? await searchSqlite(db, terms, limit) : await searchPostgres(db, terms, limit);
  return rows.map(({ published, outlet, ...hit }) => ({
    ...hit,
    ...(published !== null && { published }),
    ...(outlet !== null && { outlet }),
  }));
}

function searchSqlite(db: Kysely<Tables>, terms: readonly string[], limit: number) {
  const query = `${terms.map((term) => `"${term}"`).join(' ')}*`;
  return sql<Row>`
    select r.id as report, a.headline, a.published, a.outlet,
      snippet(reports_words, 0, char(2), char(3), '…', 24) as snippet
    from reports_words join reports r on r.seq = reports_words.rowid join articles a on a.report = r.id
    where reports_words match ${query} order by rank, r.id limit ${limit}`.execute(db);
}

function searchPostgres(db: Kysely<Tables>, terms: readonly string[], limit: number) {
  const query = `${terms.join(' & ')}:*`;
  return sql<Row>`
    select r.id as report, a.headline, a.published, a.outlet,
      ts_headline('simple', r.text, q, ${`StartSel=\u0002, StopSel=\u0003, MaxFragments=1, MaxWords=24, MinWords=8`}) as snippet
    from reports r join articles a on a.report = r.id, to_tsquery('simple', ${query}) q
    where to_tsvector('simple', r.text) @@ q
    order by ts_rank(to_tsvector('simple', r.text), q) desc, r.id limit ${limit}`.execute(db);
}
