/**
 * Golden cases: an input in test/cases beside what is read out of it. To write the expectations anew after a change
 * that is meant, run `UPDATE_CASES=1 npx vitest run --project unit test/read/cases.test.ts` and review the difference.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { parseArticle } from '../../src/read/article.ts';
import { readReports } from '../../src/read/read.ts';
import { paragraphsIn } from '../support/article.ts';

const HOME = join(import.meta.dirname, '../cases');
const inputs = globSync('*', { cwd: HOME })
  .filter((file) => !file.endsWith('.expected.json'))
  .sort();

/** What a reader of the case wants to see: words instead of offsets, nothing that follows from the rest. */
function shown(article: Article): unknown {
  const { report, dateline } = article;
  const { source, publishedFrom, title, url, outlet } = report;
  const words = (quotes: readonly { readonly text: string }[]): string[] | undefined =>
    quotes.length === 0 ? undefined : quotes.map(({ text }) => text);
  return {
    encoding: source?.encoding,
    title,
    url,
    outlet: article.outlet,
    outletStated: outlet,
    published: article.published.value,
    publishedFrom,
    language: article.language,
    chrome: words(article.chrome),
    slugs: words(article.slugs),
    headline: article.headline?.text,
    headlineSource: article.headlineSource?.text,
    deck: article.deck?.text,
    byline: article.byline?.text,
    dateline: dateline && {
      words: article.text.slice(dateline.start, dateline.end),
      place: dateline.place,
      region: dateline.region,
      otherPlaces: dateline.otherPlaces && words(dateline.otherPlaces),
      date: dateline.date,
      agency: dateline.agency,
    },
    paragraphs: paragraphsIn(article),
    signOff: article.signOff?.text,
    diagnostics: words(article.diagnostics.map(({ rule }) => ({ text: rule }))),
  };
}

describe('golden cases', () => {
  test.each(inputs)('%s', (file) => {
    const expected = join(HOME, `${file.slice(0, file.lastIndexOf('.'))}.expected.json`);
    const { reports, rejected } = readReports({ name: file, bytes: readFileSync(join(HOME, file)) });
    const found = `${JSON.stringify({ reports: reports.map((report) => shown(parseArticle(report))), rejected }, null, 2)}\n`;
    if (process.env['UPDATE_CASES'] === '1' || !existsSync(expected)) writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, 'utf8'));
  });
});
