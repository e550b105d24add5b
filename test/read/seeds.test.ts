/** The article lines of the answer key to two real reports, where a checkout has them beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/read/article.ts';
import { readReports } from '../../src/read/read.ts';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');

interface Expected {
  readonly chrome: string[];
  readonly headline: string;
  readonly deckStartsWith: string;
  readonly dateline: { readonly place: string; readonly agency: string; readonly monthDay: string };
  readonly published: string;
}

describe.skipIf(!existsSync(SEEDS))('real reports', () => {
  const key = existsSync(SEEDS)
    ? (
        JSON.parse(readFileSync(join(SEEDS, 'answer-key.json'), 'utf8')) as {
          reports: Record<string, { article: Expected }>;
        }
      ).reports
    : {};

  test.each(Object.entries(key))('%s', (id, { article: expected }) => {
    const name = `${id}.txt`;
    const [report] = readReports({ name, bytes: readFileSync(join(SEEDS, name)) }).reports;
    const article = parseArticle(report!);
    expect(report!.id).toBe(id);
    expect(article.chrome.map(({ text }) => text)).toEqual(expected.chrome);
    expect(article.headline?.text).toBe(expected.headline);
    expect(article.deck?.text.startsWith(expected.deckStartsWith)).toBe(true);
    expect(article.dateline).toMatchObject({ place: expected.dateline.place, agency: expected.dateline.agency });
    expect(article.dateline?.date).toBe(`2022-${expected.dateline.monthDay}`);
    expect(article.published).toMatchObject({ value: expected.published, precision: 'day' });
    expect(article.headlineSource).toBeDefined();
    for (const { start, end } of article.paragraphs) expect(article.text.slice(start, end)).toMatch(/^["A-Z].*[."]$/s);
  });
});
