/** The file that names what is watched, in our own form and in OPML. */
import { describe, expect, test } from 'vitest';
import { jsonOf, opmlOf, parseSources } from '../../src/work/sources-file.ts';

const DEFAULTS = { every: 15, articles: true };
const parse = (text: string) => parseSources(text, 'sources.json', DEFAULTS);

describe('sources in JSON', () => {
  test('may be bare addresses, or say more', () => {
    const sources = parse(
      JSON.stringify({
        sources: [
          'https://a.example/rss',
          {
            url: 'https://b.example/news',
            kind: 'listing',
            match: '/2022/',
            every: '2h',
            articles: false,
            outlet: 'B',
          },
        ],
      }),
    );
    expect(sources).toMatchObject([
      { url: 'https://a.example/rss', kind: 'feed', every: 15, articles: true },
      { kind: 'listing', match: '/2022/', every: 120, articles: false, outlet: 'B' },
    ]);
    expect(sources[0]).not.toHaveProperty('outlet');
  });

  test('name each address once, under an id that holds', () => {
    const [first, ...more] = parse('["https://a.example/rss", "https://a.example/rss"]');
    expect(more).toEqual([]);
    expect(parse('[{"url": "https://a.example/rss", "title": "A"}]')[0]?.id).toBe(first?.id);
  });

  test('come back from what is written of them', () => {
    const sources = parse(
      '[{"url":"https://a.example/rss","every":30},{"url":"https://b.example/","kind":"sitemap","newest":50}]',
    );
    expect(parse(jsonOf(sources, DEFAULTS))).toEqual(sources);
  });

  test.each([
    ['{', 'neither JSON nor OPML'],
    ['{"feeds": []}', 'no list of sources'],
    ['[{"url": "ftp://a.example"}]', 'source 1 at "url"'],
    ['["https://a.example/rss", {"url": "https://b.example", "kind": "blog"}]', 'source 2 at "kind"'],
    ['["https://me:secret@b.example/rss"]', 'name and password'],
    ['[{"url": "https://b.example", "evry": 3}]', 'evry'],
    ['[{"url": "https://b.example", "every": "soon"}]', 'source 1 at "every"'],
  ])('%s: told what to mend', (text, part) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ key: 'bad-sources', message: expect.stringContaining(part) }),
    );
  });
});

describe('OPML', () => {
  test('of other readers is taken, folders and all', () => {
    const opml = `<?xml version="1.0"?><opml version="1.0"><head><title>My feeds</title></head><body>
      <outline text="Agencies"><outline type="rss" text="A &amp; co" xmlUrl="https://a.example/rss?x=1&amp;y=2"/>
      <outline text="Deeper"><outline text="B" xmlUrl="http://b.example/atom"/></outline></outline>
      <outline text="Not of the web" xmlUrl="feed-internal:7"/></body></opml>`;
    expect(parse(opml)).toMatchObject([
      { url: 'https://a.example/rss?x=1&y=2', title: 'A & co', kind: 'feed' },
      { url: 'http://b.example/atom', title: 'B' },
    ]);
  });

  test('goes out and comes in the same, but for what it has no word for', () => {
    const sources = parse(
      '[{"url":"https://a.example/rss?x=1&y=2","title":"A < B"},{"url":"https://b.example/","kind":"listing"}]',
    );
    expect(parse(opmlOf(sources))).toMatchObject([
      { url: 'https://a.example/rss?x=1&y=2', title: 'A < B', kind: 'feed' },
    ]);
  });

  test('that is damaged is named', () => {
    expect(() => parse('<opml><body')).toThrow(expect.objectContaining({ key: 'bad-sources' }));
  });
});
