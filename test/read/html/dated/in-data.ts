/** Thirty styles that state the date for machines: linked data, meta tags, microdata, RDFa, microformats. */
import { body, html, json, meta, plain, TITLE, traps, type Style } from './parts.ts';

const day = '2022-09-13';
const at = '2022-09-13T10:25:00+04:00';
const news = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: TITLE };
const inHead = (name: string, head: string, expected: string): Style => ({
  name,
  page: (isDated) => plain(isDated ? head : ''),
  expected,
});
const data = (name: string, value: object, without: object, expected: string): Style => ({
  name,
  page: (isDated) => plain(json(isDated ? value : without)),
  expected,
});

const linked: readonly Style[] = [
  data(
    'NewsArticle',
    { ...news, datePublished: at, dateModified: '2022-09-15' },
    { ...news, dateModified: '2022-09-15' },
    at,
  ),
  data(
    'a graph with site, page and article',
    {
      '@graph': [
        { '@type': 'WebSite', datePublished: '2001-01-01' },
        { '@type': 'BreadcrumbList' },
        { '@type': ['Article', 'NewsArticle'], headline: TITLE, datePublished: at },
      ],
    },
    { '@graph': [{ '@type': 'WebSite', datePublished: '2001-01-01' }] },
    at,
  ),
  data(
    'an array, an event first',
    [
      { '@type': 'Event', startDate: '2030-10-10', name: 'Concert' },
      { ...news, '@type': 'ReportageNewsArticle', datePublished: `${day} 10:25:00 +0400` },
    ],
    [{ '@type': 'Event', startDate: '2030-10-10', name: 'Concert' }],
    at,
  ),
  data(
    'an item list of other reports beside it',
    {
      '@graph': [
        {
          '@type': 'ItemList',
          itemListElement: [{ '@type': 'NewsArticle', headline: 'Bridge hit', datePublished: '2029-03-03' }],
        },
        { ...news, datePublished: day },
      ],
    },
    {
      '@type': 'ItemList',
      itemListElement: [{ '@type': 'NewsArticle', headline: 'Bridge hit', datePublished: '2029-03-03' }],
    },
    day,
  ),
  data(
    'mainEntity of a page',
    { '@type': 'WebPage', mainEntity: { ...news, datePublished: '2022-09-13T06:25Z' } },
    { '@type': 'WebPage' },
    '2022-09-13T06:25Z',
  ),
  data(
    'live blog',
    {
      ...news,
      '@type': ['LiveBlogPosting', 'NewsArticle'],
      datePublished: at,
      coverageStartTime: '2022-09-12',
      liveBlogUpdate: [],
    },
    { ...news, coverageStartTime: '2022-09-12' },
    at,
  ),
  data('dateCreated alone', { ...news, dateCreated: at }, { ...news, dateModified: at }, at),
  data(
    'words for a date',
    { ...news, datePublished: 'September 13, 2022 10:25 AM GMT+4' },
    news,
    '2022-09-13T10:25+04:00',
  ),
];

const metas: readonly Style[] = [
  inHead(
    'Open Graph article',
    meta('article:published_time', at, 'property') + meta('article:modified_time', '2022-09-20', 'property'),
    at,
  ),
  inHead('Open Graph release date', meta('og:article:published_time', at, 'property'), at),
  inHead('Dublin Core', meta('DC.date.issued', day) + meta('DC.date.modified', '2022-09-20'), day),
  inHead('Dublin Core terms', meta('dcterms.created', at) + meta('dcterms.modified', '2022-09-20'), at),
  inHead('sailthru', meta('sailthru.date', 'Tue, 13 Sep 2022 06:25:00 +0000'), '2022-09-13T06:25:00+00:00'),
  inHead('parsely by a tag', meta('parsely-pub-date', '2022-09-13T06:25:00Z'), '2022-09-13T06:25:00Z'),
  inHead(
    'parsely by JSON',
    `<meta name="parsely-page" content='{"title":"${TITLE}","pub_date":"2022-09-13T06:25:00Z"}'>`,
    '2022-09-13T06:25:00Z',
  ),
  inHead('citation', meta('citation_publication_date', '2022/09/13'), day),
  inHead('PRISM', meta('prism.publicationDate', day), day),
  inHead(
    'http-equiv',
    meta('date', 'Tue, 13 Sep 2022 06:25:00 GMT', 'http-equiv') +
      meta('last-modified', 'Sun, 05 Jan 2031 00:00:00 GMT', 'http-equiv'),
    '2022-09-13T06:25:00Z',
  ),
  inHead('meta date', meta('date', `${day}T10:25`), '2022-09-13T10:25'),
  inHead('pubdate in digits', meta('pubdate', '20220913102500'), '2022-09-13T10:25:00'),
  inHead('seconds of Unix', meta('publish-date', '1663050300'), '2022-09-13T06:25:00Z'),
];

const marked = (name: string, beside: string, without: string, expected: string): Style => ({
  name,
  page: (isDated) =>
    html(
      '',
      `${traps.archive}<div class="layout"><article><h1>${TITLE}</h1>${isDated ? beside : without}${body}${traps.inText}</article>${traps.comments}</div>${traps.footer}`,
    ),
  expected,
});

const inline: readonly Style[] = [
  {
    name: 'microdata with a teaser of another report before it',
    page: (isDated) =>
      html(
        '',
        `<aside class="teaser" itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2029-03-03"><a href="/x">Bridge hit</a></aside><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${TITLE}</h1>${isDated ? `<meta itemprop="datePublished" content="${at}">` : ''}<div itemprop="articleBody">${body}</div></div>`,
      ),
    expected: at,
  },
  marked(
    'microdata on a time',
    `<time itemprop="datePublished" datetime="${at}">this morning</time>`,
    '<time>this morning</time>',
    at,
  ),
  marked('RDFa', `<span property="schema:datePublished" content="${at}">Tuesday</span>`, '<span>Tuesday</span>', at),
  marked(
    'RDFa of Dublin Core',
    `<span property="dc:date dcterms:created" content="${day}" datatype="xsd:date">Tuesday</span>`,
    '<span>Tuesday</span>',
    day,
  ),
  marked(
    'hAtom',
    `<abbr class="updated" title="2022-09-20">Tue</abbr> <abbr class="published" title="${at}">13 Sept</abbr>`,
    '<abbr class="updated" title="2022-09-20">Tue</abbr>',
    at,
  ),
  marked(
    'h-entry',
    `<a class="u-url" href="/f"><time class="dt-published" datetime="${day} 10:25:00+0400">Tuesday</time></a>`,
    '',
    at,
  ),
  marked('HTML of 2010', `<time pubdate datetime="${day}">13th</time>`, '<time>13th</time>', day),
  marked(
    'WordPress',
    `<span class="posted-on"><time class="entry-date published updated" datetime="${at}">13/09/22</time></span>`,
    '<span class="posted-on">13/09/22</span>',
    at,
  ),
  marked(
    'a custom element',
    `<relative-time datetime="2022-09-13T06:25:00Z">years ago</relative-time>`,
    '<relative-time>years ago</relative-time>',
    '2022-09-13T06:25:00Z',
  ),
  marked(
    'milliseconds in a data attribute',
    '<span class="timestamp" data-timestamp="1663050300000">2 h</span>',
    '<span class="timestamp">2 h</span>',
    '2022-09-13T06:25:00Z',
  ),
];

/** All of them. */
export const IN_DATA: readonly Style[] = [...linked, ...metas, ...inline];
