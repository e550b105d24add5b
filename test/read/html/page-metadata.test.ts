/** Headline, deck, outlet and address of a page, from each of the places in which pages state them. */
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/read/article.ts';
import { readReports } from '../../../src/read/read.ts';
import { body, TITLE } from './dated/parts.ts';

const DECK = 'Forty passengers and a lorry of seed corn make the first crossing.';
const URL = 'https://wire.example/lake/ferry';

function read(head: string, content: string) {
  const html = `<!doctype html><html><head>${head}</head><body>${content}</body></html>`;
  const [report] = readReports({ name: 'x.html', bytes: new TextEncoder().encode(html) }).reports;
  return { report: report!, article: parseArticle(report!) };
}

const article = `<main><h1>${TITLE}</h1><div class="article-body">${body}</div></main>`;
const linked = (more: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, ...more })}</script>`;

describe('outlet', () => {
  test.each([
    ['JSON-LD', linked({ publisher: { '@type': 'Organization', name: 'Lake Wire' } }), article],
    ['JSON-LD, a list', linked({ publisher: [{ name: 'Lake Wire' }] }), article],
    ['Open Graph', '<meta property="og:site_name" content="Lake Wire">', article],
    ['meta', '<meta name="publisher" content="Lake Wire">', article],
    ['Dublin Core', '<meta name="DC.publisher" content="Lake Wire">', article],
    [
      'microdata',
      '',
      `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${TITLE}</h1><div itemprop="publisher" itemscope><meta itemprop="name" content="Lake Wire"></div><div itemprop="articleBody">${body}</div></article>`,
    ],
  ])('by %s', (_, head, content) => expect(read(head, content).report.outlet).toBe('Lake Wire'));
});

describe('address', () => {
  test.each([
    [
      'link',
      `<link rel="canonical" href="${URL}"><meta property="og:url" content="https://wire.example/other">`,
      article,
    ],
    ['Open Graph', `<meta property="og:url" content="${URL}">`, article],
    ['JSON-LD', linked({ mainEntityOfPage: { '@id': URL } }), article],
    ['microdata', '', `<article><link itemprop="mainEntityOfPage" href="${URL}"><h1>${TITLE}</h1>${body}</article>`],
  ])('by %s', (_, head, content) => expect(read(head, content).report.url).toBe(URL));

  test('of a teaser is not the page’s', () => {
    const teaser = '<aside><link itemprop="url" href="https://wire.example/teaser"></aside>';
    expect(read('', `${teaser}${article}`).report.url).toBeUndefined();
  });
});

describe('headline and deck', () => {
  test.each([
    [
      'heading and Open Graph',
      `<meta property="og:title" content="${TITLE}"><meta property="og:description" content="${DECK}">`,
      `<h1>${TITLE}</h1><p>${DECK}</p>${body}`,
    ],
    ['JSON-LD', linked({ alternativeHeadline: DECK }), `<h2>${TITLE}</h2><p>${DECK}</p>${body}`],
    [
      'microdata',
      '',
      `<article><div itemprop="headline">${TITLE}</div><p itemprop="alternativeHeadline">${DECK}</p><div itemprop="articleBody">${body}</div></article>`,
    ],
    [
      'class names',
      `<title>${TITLE} | Lake Wire</title>`,
      `<div class="article-title">${TITLE}</div><p class="standfirst">${DECK}</p><div class="article-body">${body}</div>`,
    ],
  ])('by %s', (_, head, content) => {
    const found = read(head, content).article;
    expect(found.headline?.text).toBe(TITLE);
    expect(found.deck?.text).toBe(DECK);
    expect(found.paragraphs).toHaveLength(4);
  });
});
