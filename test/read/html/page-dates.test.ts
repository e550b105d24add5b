/** Sixty ways in which pages state the day of a report, each on a page with other dates around it. */
import { describe, expect, test } from 'vitest';
import { readReports } from '../../../src/read/read.ts';

const TITLE = 'Convoy reaches the upper valley';

/** A page with date-like traps outside the report: a clock in the header, older items beside it, a copyright year. */
function page({ head = '', beside = '', inside = '', below = '' }): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE} | Sample Wire</title>${head}</head><body>
<header class="masthead"><span class="date">Friday, January 5, 2031</span><nav><a href="/2030/02/02/">Archive</a></nav></header>
<main><h1>${TITLE}</h1>${beside}
<div class="text"><p>Eleven lorries with flour and medicine arrived in the upper valley on Monday evening, the relief agency said.</p>${inside}
<p>It was the first convoy in four weeks. The road had been closed since a shell hit the bridge at its lower end.</p>
<p>Village elders said that families had begun to come down from the summer pastures to collect their share.</p></div>${below}</main>
<aside class="related"><ul><li><time datetime="2029-03-03">3 March 2029</time> <a href="/x">Bridge hit by shell</a></li></ul></aside>
<footer><p>© 2031 Sample Wire. Updated 6 January 2031.</p></footer></body></html>`;
}

const meta = (name: string, content: string, attribute = 'name'): string =>
  `<meta ${attribute}="${name}" content="${content}">`;
const linked = (json: string): string => `<script type="application/ld+json">${json}</script>`;

function publishedOf(parts: Parameters<typeof page>[0]): string | undefined {
  const { reports } = readReports({ name: 'page.html', bytes: new TextEncoder().encode(page(parts)) });
  return reports[0]?.published;
}

describe('a stated date', () => {
  test.each<[string, Parameters<typeof page>[0], string]>([
    // JSON-LD
    [
      'NewsArticle',
      { head: linked('{"@type":"NewsArticle","datePublished":"2019-05-06T18:20:00+03:00"}') },
      '2019-05-06T18:20:00+03:00',
    ],
    [
      'Article in a list',
      { head: linked('[{"@type":"Organization"},{"@type":"Article","datePublished":"2019-05-06"}]') },
      '2019-05-06',
    ],
    [
      '@graph',
      {
        head: linked(
          '{"@graph":[{"@type":"WebPage"},{"@type":"ReportageNewsArticle","datePublished":"2019-05-06T15:20:00Z"}]}',
        ),
      },
      '2019-05-06T15:20:00Z',
    ],
    [
      'two types',
      { head: linked('{"@type":["CreativeWork","NewsArticle"],"datePublished":"2019-05-06"}') },
      '2019-05-06',
    ],
    [
      'BlogPosting',
      { head: linked('{"@type":"BlogPosting","datePublished":"2019-05-06 15:20:00"}') },
      '2019-05-06T15:20:00',
    ],
    [
      'within WebPage.mainEntity',
      { head: linked('{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2019-05-06"}}') },
      '2019-05-06',
    ],
    [
      'modified beside published',
      { head: linked('{"@type":"NewsArticle","dateModified":"2019-05-09","datePublished":"2019-05-06"}') },
      '2019-05-06',
    ],
    [
      'offset without a colon',
      { head: linked('{"@type":"NewsArticle","datePublished":"2019-05-06T18:20:00+0300"}') },
      '2019-05-06T18:20:00+03:00',
    ],
    [
      'milliseconds',
      { head: linked('{"@type":"NewsArticle","datePublished":"2019-05-06T15:20:00.123Z"}') },
      '2019-05-06T15:20:00Z',
    ],
    ['in a comment', { head: linked('<!-- {"@type":"NewsArticle","datePublished":"2019-05-06"} -->') }, '2019-05-06'],
    [
      'in CDATA',
      { head: linked('//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2019-05-06"}\n//]]>') },
      '2019-05-06',
    ],
    ['a comma too many', { head: linked('{"@type":"NewsArticle","datePublished":"2019-05-06",}') }, '2019-05-06'],
    [
      'a raw line end in a string',
      { head: linked('{"@type":"NewsArticle","description":"a\nb","datePublished":"2019-05-06"}') },
      '2019-05-06',
    ],
    [
      'a related article behind it',
      {
        head:
          linked('{"@type":"NewsArticle","headline":"x","datePublished":"2019-05-06"}') +
          linked('{"@type":"NewsArticle","datePublished":"2011-01-01"}'),
      },
      '2019-05-06',
    ],
    [
      'the one with the page’s address',
      {
        head:
          '<link rel="canonical" href="https://w.example/b">' +
          linked(
            '[{"@type":"NewsArticle","url":"https://w.example/a","datePublished":"2011-01-01"},{"@type":"NewsArticle","url":"https://w.example/b","datePublished":"2019-05-06"}]',
          ),
      },
      '2019-05-06',
    ],
    ['in words', { head: linked('{"@type":"NewsArticle","datePublished":"May 6, 2019"}') }, '2019-05-06'],
    [
      'a broken script before it',
      { head: linked('{"@type":') + linked('{"@type":"NewsArticle","datePublished":"2019-05-06"}') },
      '2019-05-06',
    ],
    ['below the text', { below: linked('{"@type":"NewsArticle","datePublished":"2019-05-06"}') }, '2019-05-06'],
    // Meta tags
    [
      'article:published_time',
      { head: meta('article:published_time', '2019-05-06T18:20:00+03:00', 'property') },
      '2019-05-06T18:20:00+03:00',
    ],
    ['article:published_time by name', { head: meta('article:published_time', '2019-05-06') }, '2019-05-06'],
    [
      'modified_time beside it',
      {
        head:
          meta('article:modified_time', '2019-05-09', 'property') +
          meta('article:published_time', '2019-05-06', 'property'),
      },
      '2019-05-06',
    ],
    ['og:published_time', { head: meta('og:published_time', '2019-05-06', 'property') }, '2019-05-06'],
    ['datePublished as itemprop', { head: meta('datePublished', '2019-05-06', 'itemprop') }, '2019-05-06'],
    ['parsely', { head: meta('parsely-pub-date', '2019-05-06T15:20:00Z') }, '2019-05-06T15:20:00Z'],
    ['sailthru', { head: meta('sailthru.date', 'Mon, 06 May 2019 15:20:00 +0000') }, '2019-05-06T15:20:00+00:00'],
    ['pubdate', { head: meta('pubdate', '20190506') }, '2019-05-06'],
    ['publish-date', { head: meta('publish-date', 'Mon, 06 May 2019 15:20:00 GMT') }, '2019-05-06T15:20:00Z'],
    ['publication_date', { head: meta('publication_date', '2019/05/06') }, '2019-05-06'],
    ['Dublin Core', { head: meta('DC.date.issued', '2019-05-06') }, '2019-05-06'],
    ['Dublin Core terms', { head: meta('DCTERMS.created', '2019-05-06T15:20Z') }, '2019-05-06T15:20Z'],
    ['DC.Date', { head: meta('DC.Date', '6 May 2019') }, '2019-05-06'],
    ['citation', { head: meta('citation_publication_date', '2019/5/6') }, '2019-05-06'],
    ['date', { head: meta('date', '2019-05-06T18:20:00+03:00') }, '2019-05-06T18:20:00+03:00'],
    ['a day-first number', { head: meta('date', '06.05.2019 18:20') }, '2019-05-06T18:20'],
    ['a number that can be read in one way only', { head: meta('date', '05/16/2019') }, '2019-05-16'],
    ['seconds since 1970', { head: meta('pubdate', '1557156000') }, '2019-05-06T15:20:00Z'],
    [
      'what a program prints',
      { head: meta('date', 'Mon May 06 2019 18:20:00 GMT+0300 (Eastern European Summer Time)') },
      '2019-05-06T18:20:00+03:00',
    ],
    ['unquoted attributes', { head: '<meta name=pubdate content=2019-05-06>' }, '2019-05-06'],
    ['single quotes, capitals', { head: "<META NAME='pubdate' CONTENT='2019-05-06'>" }, '2019-05-06'],
    // Microdata
    [
      'time itemprop',
      { beside: '<time itemprop="datePublished" datetime="2019-05-06T18:20:00+03:00">yesterday</time>' },
      '2019-05-06T18:20:00+03:00',
    ],
    ['meta in the body', { beside: '<meta itemprop="datePublished" content="2019-05-06">' }, '2019-05-06'],
    ['span with content', { beside: '<span itemprop="datePublished" content="2019-05-06">6th</span>' }, '2019-05-06'],
    [
      'dateModified before it',
      {
        beside:
          '<time itemprop="dateModified" datetime="2019-05-09"></time><time itemprop="datePublished" datetime="2019-05-06"></time>',
      },
      '2019-05-06',
    ],
    // <time>
    ['time datetime', { beside: '<p><time datetime="2019-05-06T18:20">6 May</time></p>' }, '2019-05-06T18:20'],
    ['time pubdate', { beside: '<time pubdate datetime="2019-05-06">6 May</time>' }, '2019-05-06'],
    ['time with words only', { beside: '<time>6 May 2019, 18:20</time>' }, '2019-05-06T18:20'],
    [
      'time with a space for the T',
      { beside: '<time datetime="2019-05-06 18:20:00 +0300">6 May</time>' },
      '2019-05-06T18:20:00+03:00',
    ],
    // Words
    ['Published: May 6, 2019', { beside: '<div class="date">Published: May 6, 2019</div>' }, '2019-05-06'],
    ['6 May 2019 | 18:20', { beside: '<div class="timestamp">6 May 2019 | 18:20</div>' }, '2019-05-06T18:20'],
    ['Monday 6th May 2019', { beside: '<p class="posted-on">Monday 6th May 2019</p>' }, '2019-05-06'],
    ['May 6, 2019 6:20 p.m.', { beside: '<span class="pubdate">May 6, 2019 6:20 p.m.</span>' }, '2019-05-06T18:20'],
    ['06.05.2019', { beside: '<span class="news-date">06.05.2019</span>' }, '2019-05-06'],
    ['2019-05-06 18:20', { beside: '<span class="article-time">2019-05-06 18:20</span>' }, '2019-05-06T18:20'],
    ['no class at all', { beside: '<div>May 6, 2019</div>' }, '2019-05-06'],
    ['in a list of facts', { beside: '<ul><li>Valley</li><li>06 May 2019</li><li>120 views</li></ul>' }, '2019-05-06'],
    [
      'published and updated',
      { beside: '<div class="dates">Published 6 May 2019 · Updated 9 May 2019</div>' },
      '2019-05-06',
    ],
    [
      'updated first',
      { beside: '<div class="updated">Updated: 9 May 2019</div><div class="published">Published: 6 May 2019</div>' },
      '2019-05-06',
    ],
    ['with entities', { beside: '<div class="date">6&nbsp;May&nbsp;2019</div>' }, '2019-05-06'],
    ['in parts', { beside: '<div class="date"><span>6</span> <b>May</b> <i>2019</i></div>' }, '2019-05-06'],
    ['with the author', { beside: '<p class="byline">By Ann Author, May 6, 2019</p>' }, '2019-05-06'],
  ])('%s', (_, parts, expected) => {
    expect(publishedOf(parts)).toBe(expected);
  });
});

describe('what states no date', () => {
  test.each<[string, Parameters<typeof page>[0]]>([
    ['nothing', {}],
    ['a date that can be read in two ways', { head: meta('date', '05/06/2019') }],
    ['a date without a year', { beside: '<div class="date">6 May, 18:20</div>' }],
    ['“two hours ago”', { beside: '<div class="date">2 hours ago</div>' }],
    ['a day that no calendar has', { head: meta('pubdate', '2019-02-30') }],
    ['the day of a change', { beside: '<div class="date">Updated: 9 May 2019</div>' }],
    ['a modified time', { head: meta('article:modified_time', '2019-05-09', 'property') }],
    ['an expiry date', { head: meta('expires', '2019-05-09', 'http-equiv') }],
    [
      'a date told in the text',
      { inside: '<p>The bridge was opened on 6 May 2019 by the governor of the province, who walked across it.</p>' },
    ],
    ['JSON-LD of the site', { head: linked('{"@type":"WebSite","datePublished":"2019-05-06"}') }],
    ['nonsense', { head: meta('pubdate', 'soon') }],
  ])('%s', (_, parts) => {
    expect(publishedOf(parts)).toBeUndefined();
  });
});
