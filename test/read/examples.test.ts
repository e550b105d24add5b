/** The bundled sample reports keep what examples/README.md says of them. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/read/article.ts';
import { readReports } from '../../src/read/read.ts';
import { paragraphsIn } from '../support/article.ts';

const HOME = join(import.meta.dirname, '../../examples');
const files = globSync('reports/*', { cwd: HOME }).sort();
const articles = files.flatMap((file) =>
  readReports({ name: file, bytes: readFileSync(join(HOME, file)) }).reports.map((report) => parseArticle(report)),
);
const named = articles.map((article) => [article.report.id, article] as const);

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

describe('sample reports', () => {
  test('are seventeen, all listed in the readme', () => {
    expect(articles).toHaveLength(17);
    const readme = readFileSync(join(HOME, 'README.md'), 'utf8');
    for (const file of files) expect(readme).toContain(`\`${basename(file)}\``);
  });

  test.each(named)('%s is dated as its name says', (id, article) => {
    expect(article.published.value?.slice(0, 10)).toBe(`2022-${id.slice(0, 2)}-${id.slice(2, 4)}`);
  });

  test.each(named)('%s has an invented outlet, a dateline and English prose of 150 to 350 words', (_, article) => {
    expect(article.outlet).toMatch(/^Sample (?:Wire|Press|Caspian|North|Desk|Atlantic)$/);
    expect(article.dateline?.place).toBeDefined();
    expect(article.language).toBe('en');
    const words = paragraphsIn(article).join(' ').split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(350);
  });

  test.each(files)('%s says that it was written for trucewatch', (file) => {
    expect(readFileSync(join(HOME, file), 'latin1')).toContain('was written for trucewatch from the public record');
  });

  test.each(named)('%s keeps that line out of its paragraphs', (_, article) => {
    expect(paragraphsIn(article).join(' ')).not.toContain('trucewatch');
  });

  test.each(named)('%s quotes nobody: single terms at most', (_, article) => {
    for (const [, quoted = ''] of article.text.matchAll(/["“]([^"”]*)["”]/g))
      expect(quoted.split(/\s+/).length).toBeLessThanOrEqual(2);
  });

  test.each(named)('%s has weekdays that the calendar has', (_, article) => {
    for (const [, weekday, month, day] of article.text.matchAll(/\b(\w+day),? (Sept(?:ember|\.)?) (\d{1,2})\b/g)) {
      expect(month).toBeDefined();
      expect(WEEKDAYS[new Date(Date.UTC(2022, 8, Number(day))).getUTCDay()]).toBe(weekday);
    }
  });

  test('tell the Azerbaijani toll in two ways', () => {
    const texts = articles.map(({ text }) => text);
    expect(texts.filter((text) => /\b(?:50|[Ff]ifty)\b/.test(text)).length).toBeGreaterThanOrEqual(2);
    expect(texts.filter((text) => /\b71\b/.test(text)).length).toBeGreaterThanOrEqual(2);
  });

  test('date the statement that ended the war by the 10th in Baku and by the 9th elsewhere', () => {
    for (const { text, outlet } of articles) {
      const otherDay =
        outlet === 'Sample Caspian' ? /November 9\b|\b9 November|Nov\. 9\b/ : /November 10\b|\b10 November|Nov\. 10\b/;
      expect(text).not.toMatch(otherDay);
    }
  });
});
