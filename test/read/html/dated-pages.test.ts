/** Sixty pages in sixty styles of markup: each stated date is read, and none is made up where the statement is taken out. */
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { parseArticle } from '../../../src/read/article.ts';
import { readReports } from '../../../src/read/read.ts';
import { IN_DATA } from './dated/in-data.ts';
import { IN_WORDS } from './dated/in-words.ts';
import { PARAGRAPHS, plain, TITLE } from './dated/parts.ts';

const STYLES = [...IN_DATA, ...IN_WORDS];

function articleOf(page: string, url?: string): Article {
  const [report] = readReports({ name: 'page.html', bytes: new TextEncoder().encode(page) }).reports;
  return parseArticle(url === undefined ? report! : { ...report!, url });
}

test('there are sixty styles at least, all of them different', () => {
  expect(STYLES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(STYLES.map(({ name }) => name)).size).toBe(STYLES.length);
  expect(new Set(STYLES.map(({ page }) => page(true))).size).toBe(STYLES.length);
});

describe.each(STYLES)('$name', ({ page, expected }) => {
  test('is read as stated', () => {
    const { published } = articleOf(page(true));
    expect(published.value).toBe(expected);
    expect(published.basis.map(({ rule }) => rule)).toEqual(['metadata-date']);
  });

  test('leaves the report undated when it is taken out', () => {
    expect(articleOf(page(false)).published.value).toBeUndefined();
  });

  test('does not get into the text', () => {
    const { text, headline, paragraphs } = articleOf(page(true));
    expect(headline?.text).toBe(TITLE);
    const words = paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n');
    for (const paragraph of PARAGRAPHS) expect(words).toContain(paragraph);
  });
});

describe('an address with a day in it', () => {
  test.each([
    ['https://wire.example/2022/09/13/ferry-sails', '2022-09-13'],
    ['https://wire.example/lake/2022/sep/13/ferry-sails', '2022-09-13'],
    ['https://wire.example/lake/2022-09-13/ferry.html', '2022-09-13'],
    ['https://wire.example/20220913-ferry.html', '2022-09-13'],
  ])('%s is inferred from, and says so', (url, day) => {
    const { published } = articleOf(plain(''), url);
    expect(published).toMatchObject({ value: day, precision: 'day', candidates: [day] });
    expect(published.basis).toEqual([{ rule: 'address-date', note: 'inferred from the address, not stated' }]);
  });

  test.each([
    'https://wire.example/2022/09/ferry',
    'https://wire.example/2022/13/45/ferry',
    'https://wire.example/item/20221345',
    'https://wire.example/?date=2022-09-13',
    'https://2022-09-13.example/ferry',
    'https://wire.example/1400/09/13/ferry',
  ])('%s says nothing', (url) => {
    expect(articleOf(plain(''), url).published.value).toBeUndefined();
  });

  test('is nothing beside a stated date', () => {
    const page = plain('<meta name="date" content="2022-09-12">');
    expect(articleOf(page, 'https://wire.example/2022/09/13/ferry').published.value).toBe('2022-09-12');
  });

  test('cannot lie behind the capture', () => {
    const [report] = readReports({ name: 'p.html', bytes: new TextEncoder().encode(plain('')) }).reports;
    const url = 'https://wire.example/2022/09/13/ferry';
    expect(parseArticle({ ...report!, url, captured: '2022-09-01T00:00:00Z' }).published.value).toBeUndefined();
  });
});
