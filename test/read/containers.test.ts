/** Feeds, tables and news exchange formats: several reports in one file, all of them kept apart. */
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/read/article.ts';
import { readReports, type ReadInput } from '../../src/read/read.ts';
import { paragraphsIn } from '../support/article.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, text: string, more: Partial<ReadInput> = {}) =>
  readReports({ name, bytes: bytesOf(text), ...more });

/** Reading a report's own bytes gives the same report. */
function expectSameAgain({ reports, raws }: ReturnType<typeof readReports>): void {
  for (const [index, raw] of raws.entries()) {
    const again = readReports({ name: 'stored', bytes: raw, input: 'jsonl' }).reports[0];
    expect({ ...again, diagnostics: [] }).toEqual({ ...reports[index], diagnostics: [] });
  }
}

const PARAGRAPH = 'The two garrisons on the lake have stopped shooting, both said on Monday.';
const FULL = `<p>LAKE POST, May 4 (Sample Wire) - ${PARAGRAPH}</p><p>Fishermen went out &amp; came back.</p>`;

const RSS = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Sample Wire</title><link>https://w.example/</link>
<item><title>Lake garrisons stop shooting</title><link>https://w.example/1</link><guid isPermaLink="false">77</guid><pubDate>Mon, 04 May 2020 12:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[${FULL}]]></content:encoded></item>
<item><title>Ferry to run again</title><link>https://w.example/2</link><pubDate>Tue, 05 May 2020 12:00:00 GMT</pubDate><description>&lt;p&gt;The ferry will run &lt;b&gt;again&lt;/b&gt; from Friday, its owner said.&lt;/p&gt;</description></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Sample Desk</title><id>urn:d</id><updated>2020-05-05T12:00:00Z</updated>
<entry><id>urn:1</id><title type="text">Lake &lt;garrisons&gt; stop</title><link href="https://d.example/1"/><published>2020-05-04T12:00:00Z</published><updated>2020-05-09T12:00:00Z</updated><content type="html">${FULL.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content></entry>
<entry><id>urn:2</id><title>Ferry</title><updated>2020-05-05T12:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry will run again from Friday, its owner said.</p></div></content><source><title>Sample Press</title></source></entry></feed>`;

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://r.example/"><title>Sample North</title><link>https://r.example/</link></channel>
<item rdf:about="https://r.example/1"><title>Lake garrisons stop shooting</title><link>https://r.example/1</link><description>${PARAGRAPH}</description><dc:date>2020-05-04T12:00:00Z</dc:date></item></rdf:RDF>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Sample Caspian',
  items: [
    {
      id: '1',
      url: 'https://c.example/1',
      title: 'Lake <garrisons> stop',
      content_text: `${PARAGRAPH}\n\nFishermen < nets.`,
      date_published: '2020-05-04T12:00:00Z',
    },
    {
      id: '2',
      url: 'https://c.example/2',
      content_html: '<p>The ferry will run again from Friday, its owner said.</p>',
      date_modified: '2020-05-06',
    },
  ],
});

describe('feeds', () => {
  test('RSS: whole texts and summaries', () => {
    const result = read('w.xml', RSS);
    const [first, second] = result.reports;
    expect(first).toMatchObject({
      title: 'Lake garrisons stop shooting',
      outlet: 'Sample Wire',
      url: 'https://w.example/1',
      published: 'Mon, 04 May 2020 12:00:00 GMT',
      diagnostics: [],
    });
    expect(first?.text).toBe(
      `Lake garrisons stop shooting\n\nLAKE POST, May 4 (Sample Wire) - ${PARAGRAPH}\n\nFishermen went out & came back.`,
    );
    const article = parseArticle(first!);
    expect(article.headline?.text).toBe('Lake garrisons stop shooting');
    expect(article.published.value).toBe('2020-05-04T12:00:00Z');
    expect(paragraphsIn(article)).toEqual([PARAGRAPH, 'Fishermen went out & came back.']);
    expect(second?.text).toBe('Ferry to run again\n\nThe ferry will run again from Friday, its owner said.');
    expect(second?.diagnostics.map(({ rule }) => rule)).toEqual(['feed-summary']);
    expectSameAgain(result);
  });

  test('Atom: text is text and markup is markup', () => {
    const { reports } = read('d.atom', ATOM);
    expect(reports[0]).toMatchObject({
      title: 'Lake <garrisons> stop',
      published: '2020-05-04T12:00:00Z',
      outlet: 'Sample Desk',
      url: 'https://d.example/1',
    });
    expect(reports[0]?.text).toContain('Fishermen went out & came back.');
    expect(reports[1]).toMatchObject({ outlet: 'Sample Press', published: '2020-05-05T12:00:00Z' });
    expect(reports[1]?.text).toContain('The ferry will run again from Friday, its owner said.');
    expect(reports[1]?.diagnostics.map(({ rule }) => rule)).toContain('feed-updated-date');
  });

  test('RDF', () => {
    expect(read('r.rdf', RDF).reports[0]).toMatchObject({
      outlet: 'Sample North',
      published: '2020-05-04T12:00:00Z',
      text: `Lake garrisons stop shooting\n\n${PARAGRAPH}`,
    });
  });

  test('JSON Feed', () => {
    const { reports } = read('feed.json', JSON_FEED);
    expect(reports[0]).toMatchObject({
      title: 'Lake <garrisons> stop',
      outlet: 'Sample Caspian',
      text: `Lake <garrisons> stop\n\n${PARAGRAPH}\n\nFishermen < nets.`,
    });
    expect(reports[1]).toMatchObject({ url: 'https://c.example/2', published: '2020-05-06' });
  });

  test('an item keeps its id when the feed is read again with others before it', () => {
    const ids = read('w.xml', RSS).reports.map(({ id }) => id);
    const more = read(
      'w.xml',
      RSS.replace('<item>', '<item><title>New</title><link>https://w.example/3</link></item><item>'),
    );
    expect(more.reports.map(({ id }) => id).slice(1)).toEqual(ids);
    expect(new Set(more.reports.map(({ id }) => id)).size).toBe(3);
  });

  test('a feed that breaks off keeps what came before', () => {
    const { reports } = read('w.xml', RSS.slice(0, RSS.indexOf('Ferry to run')));
    expect(reports.map(({ title }) => title)).toEqual(['Lake garrisons stop shooting']);
    expect(reports[0]?.diagnostics.map(({ rule }) => rule)).toContain('feed-cut');
  });

  test('in another encoding', () => {
    const text = RSS.replace('utf-8', 'windows-1252')
      .replace('Short.', 'caf\u00e9')
      .replace('Ferry to run again', 'Ferry caf\u00e9 again');
    const { reports } = readReports({ name: 'w.xml', bytes: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) });
    expect(reports[1]?.title).toBe('Ferry café again');
  });

  test('entities of a DTD are not expanded', () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;">]>';
    const { reports } = read('w.xml', RSS.replace('<rss', `${bomb}<rss`).replace('Ferry to run again', 'Ferry &b;'), {
      input: 'feed',
    });
    expect(JSON.stringify(reports)).not.toContain('boom');
  });

  test.each(['<rss><channel>', '<feed', '{"version":"https://jsonfeed.org/version/1.1"'])(
    'what is no feed: %s',
    (text) => {
      expect(read('w.xml', text, { input: 'feed' }).rejected).toMatchObject([{ key: 'bad-feed' }]);
    },
  );

  test('a feed without items is empty, not broken', () => {
    expect(read('w.xml', '<rss version="2.0"><channel><title>Sample</title></channel></rss>').rejected).toMatchObject([
      { key: 'empty-input' },
    ]);
  });
});

describe('tables', () => {
  const table = `ID,Headline,Body,Publish Date,Source,URL\r\n7,Lake,"${PARAGRAPH}\r\nSecond ""line"".",2020-05-04,Sample Wire,https://w.example/7\r\n8,Ferry,,2020-05-05,Sample Wire,\r\n\r\n9,Boats,"Boats, nets; fish",05/06/2020,,\r\n`;

  test('columns by their usual names', () => {
    const result = read('export.csv', table);
    expect(result.reports.map(({ id }) => id)).toEqual(['7', '9']);
    expect(result.reports[0]).toMatchObject({
      title: 'Lake',
      text: `${PARAGRAPH}\r\nSecond "line".`,
      published: '2020-05-04',
      outlet: 'Sample Wire',
      url: 'https://w.example/7',
    });
    expect(result.reports[1]?.text).toBe('Boats, nets; fish');
    expect(result.rejected).toMatchObject([{ name: 'export.csv line 4', key: 'empty-input' }]);
    expectSameAgain(result);
  });

  test('a day that can be read in two ways is not read', () => {
    const [, boats] = read('export.csv', table).reports;
    const article = parseArticle(boats!);
    expect(article.published.value).toBeUndefined();
    expect(article.diagnostics).toMatchObject([
      { rule: 'unread-date', message: expect.stringContaining('05/06/2020') },
    ]);
  });

  test('columns by a map', () => {
    const text = 'nr;wann;was\n1;2020-05-04;Quiet on the lake';
    expect(read('t.csv', text).rejected).toMatchObject([{ key: 'bad-table' }]);
    const { reports } = read('t.csv', text, { columns: { id: 'nr', text: 'was', published: 'wann' } });
    expect(reports).toMatchObject([{ id: '1', text: 'Quiet on the lake', published: '2020-05-04' }]);
  });

  test.each([
    ['tabs', 'id\ttext\na\tQuiet; very, quiet', 'Quiet; very, quiet'],
    ['a mark and a hint', '\ufeffsep=;\nid;text\na;"Quiet; very"', 'Quiet; very'],
    ['a stray quote', 'id,text\na,"He said "so" twice"', 'He said "so" twice'],
    ['a quote that never closes', 'id,text\na,"Quiet', 'Quiet'],
    ['a quote within a cell', 'id,text\na,5" pipe', '5" pipe'],
    ['old Mac line ends', 'id,text\ra,Quiet\r', 'Quiet'],
  ])('%s', (_, text, expected) => {
    expect(read('t.csv', text, { input: 'csv' }).reports[0]?.text).toBe(expected);
  });

  test('rows without an id get one that does not depend on where they stand, if they have an address', () => {
    const { reports } = read('dir/t.csv', 'text,url\nQuiet,https://w.example/1\nLoud,');
    expect(reports[0]?.id).toMatch(/^[0-9a-f]{16}$/);
    expect(reports[1]?.id).toBe('t-3');
  });
});

describe('ninjs', () => {
  const two = {
    uri: 'urn:n:1',
    type: 'text',
    versioncreated: '2020-05-04T12:00:00Z',
    firstcreated: '2020-05-03T12:00:00Z',
    headline: 'Lake garrisons stop',
    copyrightholder: 'Sample Wire',
    body_xhtml: FULL,
  };
  const three = {
    uri: 'https://n.example/2',
    versionCreated: '2020-05-05T12:00:00Z',
    headlines: [
      { role: 'main', value: 'Ferry to run' },
      { role: 'subtitle', value: 'Owner says from Friday' },
    ],
    bodies: [
      { role: 'main', contentType: 'text/plain', value: 'The ferry will run again from Friday.\n\nTickets cost < 5.' },
    ],
    infoSources: [{ name: 'Sample Desk' }],
  };

  test('2.x', () => {
    const result = read('n.json', JSON.stringify(two));
    expect(result.reports[0]).toMatchObject({
      id: 'urn:n:1',
      title: 'Lake garrisons stop',
      published: '2020-05-03T12:00:00Z',
      outlet: 'Sample Wire',
    });
    expect(paragraphsIn(parseArticle(result.reports[0]!))).toEqual([PARAGRAPH, 'Fishermen went out & came back.']);
    expectSameAgain(result);
  });

  test('3.x', () => {
    const [report] = read('n.json', JSON.stringify(three)).reports;
    expect(report).toMatchObject({
      url: 'https://n.example/2',
      outlet: 'Sample Desk',
      published: '2020-05-05T12:00:00Z',
    });
    const article = parseArticle(report!);
    expect(article.headline?.text).toBe('Ferry to run');
    expect(article.deck?.text).toBe('Owner says from Friday');
    expect(paragraphsIn(article)).toEqual(['The ferry will run again from Friday.', 'Tickets cost < 5.']);
  });

  test.each([
    ['a list', JSON.stringify([two, three])],
    ['one a line', `${JSON.stringify(two)}\n${JSON.stringify(three)}\n`],
  ])('%s of items', (_, text) => {
    expect(read('n.json', text, { input: 'ninjs' }).reports.map(({ id }) => id)).toEqual([
      'urn:n:1',
      'https://n.example/2',
    ]);
  });

  test('what is no item is named', () => {
    const { reports, rejected } = read('n.json', JSON.stringify([two, { uri: 5 }, null]), { input: 'ninjs' });
    expect(reports).toHaveLength(1);
    expect(rejected.map(({ name, key }) => [name, key])).toEqual([
      ['n.json item 2', 'bad-news-item'],
      ['n.json item 3', 'bad-news-item'],
    ]);
  });
});

describe('NewsML-G2 and NITF', () => {
  const item = (guid: string, status: string, content: string): string =>
    `<newsItem guid="${guid}" version="2"><itemMeta><provider literal="Sample Wire"/><versionCreated>2020-05-05T12:00:00Z</versionCreated><firstCreated>2020-05-04T12:00:00Z</firstCreated><pubStatus qcode="stat:${status}"/></itemMeta><contentMeta><headline>Lake garrisons &amp; ferries</headline><dateline>LAKE POST, May 4</dateline></contentMeta><contentSet>${content}</contentSet></newsItem>`;
  const xhtml = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${PARAGRAPH}</p><p>Fishermen went out.</p></body></html></inlineXML>`;
  const message = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${item('urn:1', 'usable', xhtml)}${item('urn:2', 'withheld', xhtml)}${item('urn:3', 'usable', '<inlineData contenttype="text/plain">The ferry will run again from Friday.\n\nTickets are sold.</inlineData>')}</itemSet></newsMessage>`;

  test('a message with several items', () => {
    const result = read('m.xml', message);
    expect(result.reports.map(({ id }) => id)).toEqual(['urn:1', 'urn:3']);
    expect(result.rejected).toMatchObject([{ name: 'm.xml item 2', key: 'bad-news-item' }]);
    const article = parseArticle(result.reports[0]!);
    expect(article).toMatchObject({
      outlet: 'Sample Wire',
      published: { value: '2020-05-04T12:00:00Z' },
      dateline: { place: 'Lake Post', date: '2020-05-04' },
    });
    expect(article.headline?.text).toBe('Lake garrisons & ferries');
    expect(paragraphsIn(article)).toEqual([PARAGRAPH, 'Fishermen went out.']);
    expect(paragraphsIn(parseArticle(result.reports[1]!))).toEqual([
      'The ferry will run again from Friday.',
      'Tickets are sold.',
    ]);
    expectSameAgain(result);
  });

  test('NITF', () => {
    const nitf = `<nitf><head><docdata><doc-id id-string="n-9"/><date.issue norm="20200504T120000Z"/><doc.copyright holder="Sample Desk"/></docdata></head><body><body.head><hedline><hl1>Lake garrisons stop</hl1><hl2>Ferry to run</hl2></hedline><dateline><location>LAKE POST</location>, <story.date>May 4</story.date></dateline></body.head><body.content><block><p>${PARAGRAPH}</p><p>Fishermen went out.</p></block></body.content></body></nitf>`;
    const [report] = read('x.xml', nitf).reports;
    expect(report).toMatchObject({ id: 'n-9', outlet: 'Sample Desk' });
    const article = parseArticle(report!);
    expect(article.published.value).toBe('2020-05-04T12:00:00Z');
    expect(article.deck?.text).toBe('Ferry to run');
    expect(article.dateline?.place).toBe('Lake Post');
    expect(paragraphsIn(article)).toEqual([PARAGRAPH, 'Fishermen went out.']);
  });

  test('NITF within NewsML', () => {
    const nested = item(
      'urn:4',
      'usable',
      `<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>${PARAGRAPH}</p></body.content></body></nitf></inlineXML>`,
    );
    const { reports } = read('m.xml', nested);
    expect(reports).toHaveLength(1);
    expect(paragraphsIn(parseArticle(reports[0]!))).toEqual([PARAGRAPH]);
  });

  test('a document of another kind', () => {
    expect(read('m.xml', '<svg/>', { input: 'newsml' }).rejected).toMatchObject([{ key: 'bad-news-item' }]);
  });
});
