/** Full-text search over reports. What the user types is words, never query syntax. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import { matchPostgres, matchSqlite, wordsIn } from './projection/words.ts';
import type { Tables } from './schema.ts';
import type { SearchHit } from './store.ts';

interface Row {
  report: string;
  headline: string;
  published: string | null;
  outlet: string | null;
  snippet: string;
}

/** Reports that hold all of `words`; the last one may be the beginning of a word. */
export async function searchReports(
  db: Kysely<Tables>,
  dialect: Dialect,
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  const terms = wordsIn(words);
  if (terms.length === 0) return [];
  const { rows } = dialect === 'sqlite' ? await searchSqlite(db, terms, limit) : await searchPostgres(db, terms, limit);
  return rows.map(({ published, outlet, ...hit }) => ({
    ...hit,
    ...(published !== null && { published }),
    ...(outlet !== null && { outlet }),
  }));
}

/** Reports that are looked at: of a common word only the latest, so that the cost has a bound. */
const LATEST = 300;

/** Matches in the headline first, then the latest; snippets are made for those that are shown. */
function searchSqlite(db: Kysely<Tables>, terms: readonly string[], limit: number) {
  const query = matchSqlite(terms);
  return sql<Row>`
    with latest as materialized (
      select rowid as seq from reports_words where reports_words match ${query} order by rowid desc limit ${sql.lit(LATEST)}),
    best as materialized (
      select latest.seq, r.id, a.headline, a.published, a.outlet, ${inHeadline(terms)} as told
      from latest join reports r on r.seq = latest.seq join articles a on a.report = r.id
      order by told desc, latest.seq desc limit ${limit})
    select best.id as report, headline, published, outlet,
      (select snippet(reports_words, 0, char(2), char(3), '…', 24)
        from reports_words where reports_words match ${query} and rowid = best.seq) as snippet
    from best order by told desc, seq desc`.execute(db);
}

function searchPostgres(db: Kysely<Tables>, terms: readonly string[], limit: number) {
  const query = matchPostgres(terms);
  return sql<Row>`
    with latest as materialized (
      select seq, id from reports where to_tsvector('simple', text) @@ to_tsquery('simple', ${query})
      order by seq desc limit ${sql.lit(LATEST)}),
    best as materialized (
      select latest.seq, latest.id, a.headline, a.published, a.outlet, ${inHeadline(terms)} as told
      from latest join articles a on a.report = latest.id
      order by told desc, latest.seq desc limit ${limit})
    select best.id as report, headline, published, outlet,
      ts_headline('simple', r.text, to_tsquery('simple', ${query}), ${`StartSel=\u0002, StopSel=\u0003, MaxFragments=1, MaxWords=24, MinWords=8`}) as snippet
    from best join reports r on r.seq = best.seq
    order by told desc, best.seq desc`.execute(db);
}

/** How many of the words stand in the headline. */
const inHeadline = (terms: readonly string[]): RawBuilder<unknown> =>
  sql.join(
    terms.map((term) => sql`case when lower(a.headline) like ${`%${term.toLowerCase()}%`} then 1 else 0 end`),
    sql` + `,
  );
