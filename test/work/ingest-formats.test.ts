/** One real file of every format, ingested from disk as people do it: each gives its report, with its date. */
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { Dropped, ReadOptions } from '../../src/pipeline.ts';
import { ingest, type IngestResult } from '../../src/work/ingest.ts';
import { bytesOf, gzip, joinBytes, pdfOf, tarOf, warcPage, zipOf } from '../support/archives.ts';
import { TEST_RUN, testFolder, testRun, type TestStore } from '../support/stores.ts';

let folder: ReturnType<typeof testFolder>;
let opened: TestStore;
beforeEach(async () => {
  folder = testFolder();
  opened = await testRun('sqlite');
});
afterEach(async () => {
  await opened.remove();
  folder.remove();
});

const TITLE = 'Lake garrisons stop shooting';
const BODY =
  'Both garrisons on the lake have stopped shooting, their commanders said on Monday. Two soldiers were killed on Sunday when shells hit the jetty.';
const AT = '2020-05-04T12:00:00Z';
const letters = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function take(name: string, bytes: string | Uint8Array, read: ReadOptions = {}) {
  const path = join(folder.path, 'in', name);
  mkdirSync(join(folder.path, 'in'), { recursive: true });
  writeFileSync(path, bytes);
  const dropped: Dropped[] = [];
  const result: IngestResult = await ingest(
    [{ name: path, open: () => createReadStream(path) as AsyncIterable<Uint8Array> }],
    {
      store: opened.store,
      lexicons: loadLexicons(),
      ...TEST_RUN,
      read,
      onDropped: (one) => dropped.push(one),
    },
  );
  return { ...result, dropped, path };
}

const page = (title: string, body: string, head = ''): Uint8Array =>
  bytesOf(`<!doctype html><title>${title}</title>${head}<h1>${title}</h1><p>${body}</p>`);
const SOUP =
  'Slice the onions and the leeks and fry them in butter until they are soft and golden all over. Add broth and cream, and let it simmer for an hour. '.repeat(
    3,
  );
const warc = joinBytes(
  warcPage('https://w.example/2020/05/04/lake', page(TITLE, BODY)),
  warcPage('https://w.example/soup', page('Leek soup', SOUP)),
);

const item = (inner: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Sample Wire</title><item><title>${TITLE}</title><guid>g</guid><pubDate>Mon, 04 May 2020 12:00:00 GMT</pubDate>${inner}</item></channel></rss>`;

describe('a file of each format', () => {
  const wire = `${TITLE}\n\nLAKE POST, May 4, 2020 (Sample Wire) - ${BODY}\n`;
  test.each<[string, string | Uint8Array, string | undefined]>([
    ['utf8.txt', wire, '2020-05-04'],
    ['utf16.txt', new Uint8Array(Buffer.from(`\ufeff${wire}`, 'utf16le')), '2020-05-04'],
    ['windows.txt', letters(wire.replace('on the lake', 'on the \x93caf\xe9\x94 side')), '2020-05-04'],
    ['page.html', page(TITLE, BODY, `<meta property="article:published_time" content="${AT}">`), AT],
    ['feed.rss', item(`<description>${BODY}</description>`), AT],
    [
      'feed.atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><id>x</id><updated>${AT}</updated><entry><title>${TITLE}</title><id>a</id><updated>${AT}</updated><published>${AT}</published><content type="text">${BODY}</content></entry></feed>`,
      AT,
    ],
    [
      'feed.rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://w.example"><title>W</title><link>https://w.example</link><description>x</description></channel><item rdf:about="https://w.example/r"><title>${TITLE}</title><link>https://w.example/r</link><description>${BODY}</description><dc:date>${AT}</dc:date></item></rdf:RDF>`,
      AT,
    ],
    [
      'feed.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'W',
        items: [{ id: 'j', title: TITLE, content_text: BODY, date_published: AT }],
      }),
      AT,
    ],
    ['lines.jsonl', `${JSON.stringify({ id: 'l', text: BODY, published: AT })}\n`, AT],
    ['table.csv', `headline;story;date\n"${TITLE}";"${BODY}";${AT}\n`, AT],
    [
      'ninjs.json',
      JSON.stringify({
        uri: 'urn:n:1',
        standard: { name: 'ninjs', version: '3.0' },
        versionCreated: AT,
        firstCreated: AT,
        headlines: [{ role: 'main', value: TITLE }],
        bodies: [{ role: 'main', contentType: 'text/plain', value: BODY }],
      }),
      AT,
    ],
    [
      'newsml.xml',
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:g"><itemMeta><provider literal="W"/><versionCreated>${AT}</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>${TITLE}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><p>${BODY}</p></body></html></inlineXML></contentSet></newsItem>`,
      AT,
    ],
    [
      'letter.eml',
      `From: W <w@w.example>\r\nDate: Mon, 04 May 2020 12:00:00 +0000\r\nSubject: ${TITLE}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n${BODY}\r\n`,
      '2020-05-04T12:00:00+00:00',
    ],
    [
      'paper.pdf',
      pdfOf([
        [
          [72, 700, 14, TITLE],
          [72, 660, 11, BODY],
        ],
      ]),
      undefined,
    ],
    ['bundle.zip', zipOf({ 'z.txt': bytesOf(wire) }), '2020-05-04'],
    ['bundle.tar.gz', gzip(tarOf({ 't.txt': bytesOf(wire) })), '2020-05-04'],
    ['crawl.warc', warc, '2020-05-04'],
    ['crawl.warc.gz', joinBytes(gzip(warc.subarray(0, 300)), gzip(warc.subarray(300))), '2020-05-04'],
  ])('%s', async (name, bytes, published) => {
    const gate = name.startsWith('crawl') ? { gate: { width: 'wide', archivesOnly: true } as const } : {};
    const { added, rejected } = await take(name, bytes, gate);
    expect(rejected).toEqual([]);
    expect(added).toHaveLength(1);
    const stored = await opened.store.report(added[0]!);
    expect(stored!.text).toContain('their commanders said on Monday');
    expect(stored!.article.published.value).toBe(published);
    const records = await opened.store.records({ report: added[0]! });
    expect(records.map(({ kind }) => kind)).toContain('statement');
    const again = await take(name, bytes, gate);
    expect(again).toMatchObject({ added: [], known: 1 });
  });

  test('a sitemap is no report, and says what to do with it', async () => {
    const xml =
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://w.example/1</loc></url></urlset>';
    const { added, rejected } = await take('sitemap.xml', xml);
    expect(added).toEqual([]);
    expect(rejected).toMatchObject([{ key: 'is-a-sitemap', message: expect.stringContaining('--kind sitemap') }]);
  });
});

describe('columns by name', () => {
  const columns = { text: 'tekst', title: 'kop', published: 'dag' };
  test('of a table', async () => {
    const { added } = await take('odd.csv', `kop,tekst,dag\n"${TITLE}","${BODY}",2020-05-04\n`, { columns });
    expect((await opened.store.report(added[0]!))!.article.published.value).toBe('2020-05-04');
  });

  test('of lines of JSON, one within another; the bytes kept give the same report', async () => {
    const line = JSON.stringify({ ref: 7, doc: { tekst: BODY }, dag: '2020-05-04' });
    const { added } = await take('odd.jsonl', `${line}\n`, { columns: { ...columns, text: 'doc.tekst', id: 'ref' } });
    expect(added).toEqual(['7']);
    const raw = new TextDecoder().decode(await opened.store.raw('7'));
    expect(JSON.parse(raw)).toEqual({ id: '7', text: BODY, published: '2020-05-04' });
  });
});

describe('the relevance gate', () => {
  test('holds back what speaks of no conflict, counts it and says which it was', async () => {
    const { added, dropped } = await take('crawl.warc', warc, { gate: { width: 'wide', archivesOnly: true } });
    expect(added).toHaveLength(1);
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toMatchObject({ url: 'https://w.example/soup', title: 'Leek soup', language: 'en' });
    expect(dropped[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(dropped[0]!.points).toBeLessThan(dropped[0]!.needed);
  });

  test('is for web archives alone unless it is asked for', async () => {
    const gate = { width: 'wide', archivesOnly: true } as const;
    expect((await take('soup.txt', SOUP, { gate })).added).toHaveLength(1);
    expect((await take('soup2.txt', `${SOUP} Serve.`, { gate: { width: 'wide' } })).dropped).toHaveLength(1);
  });

  test('drops nothing when it is off', async () => {
    expect((await take('crawl.warc', warc)).added).toHaveLength(2);
  });
});

test('a report that stands twice in a long file is stored once', async () => {
  const lines = Array.from({ length: 450 }, (_, n) =>
    JSON.stringify({ id: `n${n % 230}`, text: `${BODY} Boat ${n % 230}.` }),
  );
  const { added, known } = await take('long.jsonl', lines.join('\n'));
  expect([added.length, known]).toEqual([230, 220]);
});

test('what could not be read was refused at the moment of its capture, whether a report came with it or not', async () => {
  const { rejected } = await take('empty.txt', '');
  expect(rejected).toMatchObject([{ key: 'empty-input' }]);
  await take('good.txt', `${TITLE}\n\n${BODY}`);
  await take('nothing.txt', '   ');
  expect((await opened.store.quarantine()).map(({ at }) => at)).toEqual([
    '2024-01-01T00:00:00Z',
    '2024-01-01T00:00:00Z',
  ]);
});
