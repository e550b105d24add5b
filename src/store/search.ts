/** Full-text search over reports. What the user types is words, never query syntax. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import { matchPostgres, matchSqlite, wordsIn } from './projection/words.ts';
import type { Tables } from './schema.ts';
import { snippetOf } from './snippet.ts';
import type { SearchHit } from './store.ts';

interface Row {
  report: string;
  headline: string;
  published: string | null;
  outlet: string | null;
  text: string;
}

/** Reports that hold all of `words`; the last one may be the beginning of a word. Matches in the headline first, then the latest. */
export async function searchReports(
  db: Kysely<Tables>,
  dialect: Dialect,
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  const terms = wordsIn(words);
  if (terms.length === 0) return [];
  const { rows } = await sql<Row>`
    with latest as materialized (${latest(dialect, terms)}),
    best as materialized (
      select latest.seq, r.id, a.headline, a.published, a.outlet, ${inHeadline(terms)} as told
      from latest join reports r on r.seq = latest.seq join articles a on a.report = r.id
      order by told desc, latest.seq desc limit ${limit})
    select best.id as report, best.headline, best.published, best.outlet, r.text
    from best join reports r on r.seq = best.seq order by best.told desc, best.seq desc`.execute(db);
  return rows.map(({ published, outlet, text, ...hit }) => ({
    ...hit,
    ...(published !== null && { published }),
    ...(outlet !== null && { outlet }),
    snippet: snippetOf(text, terms),
  }));
}

/** Reports that are looked at: of a common word only the latest, so that the cost has a bound. */
const LATEST = 300;

const latest = (dialect: Dialect, terms: readonly string[]): RawBuilder<unknown> =>
  dialect === 'sqlite'
    ? sql`select rowid as seq from reports_words where reports_words match ${matchSqlite(terms)} order by rowid desc limit ${sql.lit(LATEST)}`
    : sql`select seq from reports where words @@ to_tsquery('simple', ${matchPostgres(terms)}) order by seq desc limit ${sql.lit(LATEST)}`;

/** How many of the words stand in the headline. */
const inHeadline = (terms: readonly string[]): RawBuilder<unknown> =>
  sql.join(
    terms.map((term) => sql`case when lower(a.headline) like ${`%${term.toLowerCase()}%`} then 1 else 0 end`),
    sql` + `,
  );
