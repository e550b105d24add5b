/** Archives, messages and documents: unpacked as a stream, bounded, nothing lost that can be read. */
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/article.ts';
import { parseArticle } from '../../src/read/article.ts';
import type { Rejected } from '../../src/read/read.ts';
import { readSource, type SourceInput } from '../../src/read/source.ts';
import { readSitemap } from '../../src/read/sitemap/parse.ts';
import { bytesOf, gzip, inPieces, joinBytes, pdfOf, tarOf, warcPage, warcRecord, zipOf } from '../support/archives.ts';
import { paragraphsIn } from '../support/article.ts';

interface All {
  readonly reports: Report[];
  readonly rejected: Rejected[];
}

async function all(name: string, source: SourceInput['source'], more: Partial<SourceInput> = {}): Promise<All> {
  const found: All = { reports: [], rejected: [] };
  for await (const { reports, raws, rejected } of readSource({ name, source, ...more })) {
    expect(raws).toHaveLength(reports.length);
    found.reports.push(...reports);
    found.rejected.push(...rejected);
  }
  return found;
}

const BODY = 'Both garrisons on the lake have stopped shooting, their commanders said on Monday.';
const page = (title: string): Uint8Array =>
  bytesOf(`<!doctype html><title>${title}</title><h1>${title}</h1><p>${BODY}</p>`);
const ids = ({ reports }: All): string[] => reports.map(({ id }) => id);
const keys = ({ rejected }: All): [string, string][] => rejected.map(({ name, key }) => [name, key]);

describe('web archives', () => {
  const pages = joinBytes(
    warcRecord('warcinfo', { 'Content-Type': 'application/warc-fields' }, bytesOf('software: test\r\n')),
    warcRecord('request', { 'Content-Type': 'application/http; msgtype=request' }, bytesOf('GET / HTTP/1.1\r\n\r\n')),
    warcPage('https://w.example/1', page('Lake quiet')),
    warcPage('https://w.example/gone', page('Not found'), 'Content-Type: text/html', '404 Not Found'),
    warcPage('https://w.example/pic', bytesOf('\u0089PNG'), 'Content-Type: image/png'),
    warcPage('https://w.example/2', bytesOf(`Ferry runs\n\n${BODY}`), 'Content-Type: text/plain'),
  );

  test('pages with their address and the day of the copy', async () => {
    const found = await all('crawl.warc', pages);
    expect(found.rejected).toEqual([]);
    expect(found.reports).toMatchObject([
      { url: 'https://w.example/1', title: 'Lake quiet', captured: '2020-05-05T08:00:00Z', mediaType: 'text/html' },
      { url: 'https://w.example/2', captured: '2020-05-05T08:00:00Z', mediaType: 'text/plain' },
    ]);
    expect(new Set(ids(found)).size).toBe(2);
  });

  test.each([1, 7, 100, 4096])('in pieces of %i bytes, and packed member by member', async (size) => {
    const members = joinBytes(gzip(pages.subarray(0, 500)), gzip(pages.subarray(500)));
    const plain = await all('crawl.warc', inPieces(pages, size));
    expect(await all('crawl.warc.gz', inPieces(members, size))).toEqual(plain);
    expect(plain.reports).toHaveLength(2);
  });

  test.each([
    ['gzip', (body: Uint8Array) => new Uint8Array(gzipSync(body))],
    ['br', (body: Uint8Array) => new Uint8Array(brotliCompressSync(body))],
    ['zstd', (body: Uint8Array) => new Uint8Array(zstdCompressSync(body))],
    ['gzip', (body: Uint8Array) => body],
    ['br', (body: Uint8Array) => body],
  ])('bodies coded as %s, or said to be', async (coding, encode) => {
    const head = `Content-Type: text/html\r\nContent-Encoding: ${coding}`;
    expect(
      (await all('c.warc', warcPage('https://w.example/1', encode(page('Lake quiet')), head))).reports[0]?.title,
    ).toBe('Lake quiet');
  });

  test.each([
    [
      'in chunks',
      (body: Uint8Array) =>
        joinBytes(
          bytesOf('a\r\n'),
          body.subarray(0, 10),
          bytesOf(`\r\n${(body.length - 10).toString(16)};x=1\r\n`),
          body.subarray(10),
          bytesOf('\r\n0\r\n\r\n'),
        ),
    ],
    ['said to be in chunks', (body: Uint8Array) => body],
  ])('bodies %s', async (_, encode) => {
    const head = 'Content-Type: text/html\r\nTransfer-Encoding: chunked';
    expect(
      (await all('c.warc', warcPage('https://w.example/1', encode(page('Lake quiet')), head))).reports[0]?.text,
    ).toBe(`Lake quiet\n\n${BODY}`);
  });

  test('damage costs the damaged record only', async () => {
    const broken = joinBytes(bytesOf('WARC/1.0\r\nContent-Length: none\r\n\r\nrubbish\r\nmore rubbish\r\n'), pages);
    expect((await all('c.warc', broken)).reports).toHaveLength(2);
    const cut = pages.subarray(0, pages.length - 40);
    const found = await all('c.warc', cut);
    expect(found.reports).toHaveLength(1);
    expect(keys(found)).toEqual([['c.warc https://w.example/2', 'bad-archive']]);
    const torn = await all('c.warc.gz', gzip(pages).subarray(0, -30));
    expect(torn.rejected.at(-1)?.key).toBe('bad-archive');
  });

  test('a page beyond the limit is stepped over and named', async () => {
    const large = warcPage('https://w.example/large', new Uint8Array(5000).fill(97));
    const found = await all('c.warc', joinBytes(large, pages), { limits: { maxFile: 4000 } });
    expect(keys(found)).toEqual([['c.warc https://w.example/large', 'input-too-large']]);
    expect(found.reports).toHaveLength(2);
  });
});

describe('ZIP and TAR', () => {
  const files = {
    'day 1/lake.txt': bytesOf(`Lake quiet\n\n${BODY}`),
    'day 1/pic.png': bytesOf('\u0089PNG'),
    'page.html': page('Ferry runs'),
    'more.jsonl': bytesOf(`${JSON.stringify({ id: 'j', text: BODY })}\nrubbish\n`),
  };

  test.each([
    ['out.zip', zipOf(files)],
    ['out.tar', tarOf(files)],
    ['out.tar.gz', gzip(tarOf(files))],
    ['out.tgz', gzip(tarOf(files))],
  ])('%s', async (name, bytes) => {
    const found = await all(name, inPieces(bytes, 1000));
    expect(ids(found)).toEqual(['lake', 'page', 'j']);
    expect(keys(found)).toEqual([
      [`${name.replace(/\.gz$|tgz$/, (end) => (end === 'tgz' ? 'tar' : ''))}/more.jsonl line 2`, 'bad-jsonl'],
    ]);
  });

  test('archives within archives, to a depth', async () => {
    const inner = zipOf(files);
    expect((await all('a.zip', zipOf({ 'b.zip': inner }))).reports).toHaveLength(3);
    let nested: Uint8Array = inner;
    for (let depth = 0; depth < 5; depth++) nested = zipOf({ 'n.zip': nested });
    const found = await all('a.zip', nested);
    expect(found.reports).toEqual([]);
    expect(found.rejected).toMatchObject([
      { key: 'bad-archive', message: expect.stringContaining('archives within archives') },
    ]);
  });

  test.each([
    ['a ZIP that lies about a size', zipOf({ 'big.txt': new Uint8Array(3_000_000).fill(97) }, 10), 'bad-archive'],
    ['a ZIP that does not lie', zipOf({ 'big.txt': new Uint8Array(3_000_000).fill(97) }), 'input-too-large'],
    ['a TAR', tarOf({ 'big.txt': new Uint8Array(3_000_000).fill(97) }), 'input-too-large'],
  ])('a file beyond the limit in %s', async (_, bytes, key) => {
    const found = await all('a', bytes, { limits: { maxFile: 1_000_000 } });
    expect(found.rejected.map((item) => item.key)).toEqual([key]);
  });

  test('a bomb is stopped by what it unpacks to', async () => {
    const limits = { maxFile: 100_000_000, maxRatio: 50, freeBytes: 1_000_000 };
    const noughts = new Uint8Array(20_000_000);
    for (const bomb of [
      gzip(noughts),
      gzip(tarOf({ 'a.txt': noughts })),
      zipOf({ 'a.txt': noughts, 'b.txt': noughts }),
    ]) {
      const found = await all('bomb', bomb, { limits });
      expect(found.reports).toEqual([]);
      expect(found.rejected).toMatchObject([
        { key: 'bad-archive', message: expect.stringContaining('unpacks to more than') },
      ]);
    }
  });

  test.each([
    ['a cut ZIP', zipOf(files).subarray(0, 300)],
    ['a cut gzip', gzip(bytesOf(BODY)).subarray(0, 20)],
    ['a gzip of nothing', gzip(new Uint8Array(0))],
  ])('%s is named', async (_, bytes) => {
    const found = await all('a.zip', bytes);
    expect(found.reports).toEqual([]);
    expect(found.rejected).toHaveLength(1);
  });
});

describe('large JSONL', () => {
  test('line by line from a stream, with line numbers', async () => {
    const line = (index: number): string =>
      index % 1000 === 999 ? '{broken' : JSON.stringify({ id: `n${index}`, text: `${BODY} ${index}` });
    const bytes = bytesOf(Array.from({ length: 30_000 }, (_, index) => line(index)).join('\n'));
    const found = await all('big.jsonl', inPieces(bytes, 65_536));
    expect(found.reports).toHaveLength(29_970);
    expect(found.reports.at(-1)?.id).toBe('n29998');
    expect(keys(found).slice(0, 2)).toEqual([
      ['big.jsonl line 1000', 'bad-jsonl'],
      ['big.jsonl line 2000', 'bad-jsonl'],
    ]);
    expect(keys(found).at(-1)?.[0]).toBe('big.jsonl line 30000');
  });

  test('an empty one', async () => {
    expect(keys(await all('x.jsonl', new Uint8Array(0)))).toEqual([['x.jsonl', 'empty-input']]);
  });
});

describe('messages', () => {
  const plain = [
    'From: Sample Wire desk <desk@wire.example>',
    'To: list@monitor.example',
    'Subject: =?utf-8?q?Lake_quiet_=E2=80=93_both_sides?=',
    'Date: Mon, 04 May 2020 18:00:00 +0200',
    'Message-ID: <1@wire.example>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Caf=E9 owners on the lake heard no shot=',
    ' on Monday, they said.',
  ].join('\r\n');

  test('text, sender, day', async () => {
    const [report] = (await all('m.eml', bytesOf(plain))).reports;
    expect(report).toMatchObject({
      title: 'Lake quiet – both sides',
      outlet: 'Sample Wire desk',
      mediaType: 'message/rfc822',
      id: 'm',
    });
    expect(report?.text.trim()).toBe('Café owners on the lake heard no shot on Monday, they said.');
    expect(parseArticle(report!).published.value).toBe('2020-05-04T18:00:00+02:00');
  });

  test('is known by its headers too', async () => {
    expect((await all('1589.M1', bytesOf(plain))).reports[0]?.mediaType).toBe('message/rfc822');
  });

  test('a page in place of text, and attachments', async () => {
    const html = `<p>${BODY}</p>`;
    const parts = [
      ['text/html; charset=utf-8', '', html],
      [
        'application/zip',
        'Content-Disposition: attachment; filename="day.zip"\r\nContent-Transfer-Encoding: base64\r\n',
        Buffer.from(zipOf({ 'lake.txt': bytesOf(BODY) })).toString('base64'),
      ],
      ['image/png', 'Content-Disposition: attachment; filename="a.png"\r\n', 'x'],
    ].map(([type, head, body]) => `--b\r\nContent-Type: ${type}\r\n${head}\r\n${body}\r\n`);
    const mail = `From: desk@wire.example\r\nSubject: Lake\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`;
    const found = await all('m.eml', bytesOf(mail));
    expect(ids(found)).toEqual(['m', 'lake']);
    expect(found.reports[0]?.text).toBe(BODY);
    expect(found.rejected).toEqual([]);
  });

  test('one without a word is named', async () => {
    expect(keys(await all('m.eml', bytesOf('From: a@b.example\r\nSubject: nothing\r\n\r\n')))).toEqual([
      ['m.eml', 'bad-mail'],
    ]);
  });
});

describe('PDF', () => {
  test('lines become paragraphs; running titles and page numbers go', async () => {
    const pages = [0, 1, 2].map((index) => [
      [72, 760, 9, 'Lake Monitor - weekly note'] as const,
      ...(index === 0 ? [[72, 700, 18, 'Lake quiet'] as const] : []),
      [72, 660, 11, `${['Both', 'Again both', 'Once more both'][index]} garrisons on the lake have stopped`] as const,
      [72, 647, 11, 'shooting, their commanders said. Fisher-'] as const,
      [72, 634, 11, 'men went out at dawn.'] as const,
      [72, 600, 11, ['No shell has fallen since noon.', 'Nobody was hurt.', 'The ferry will run.'][index]!] as const,
      [300, 40, 9, `${index + 1}`] as const,
    ]);
    const [report] = (await all('note.pdf', pdfOf(pages, 'Weekly note'))).reports;
    expect(report).toMatchObject({ id: 'note', title: 'Weekly note', mediaType: 'application/pdf' });
    const paragraphs = report?.text.split('\n\n');
    expect(paragraphs?.slice(0, 3)).toEqual([
      'Lake quiet',
      'Both garrisons on the lake have stopped shooting, their commanders said. Fishermen went out at dawn.',
      'No shell has fallen since noon.',
    ]);
    expect(report?.text).not.toMatch(/weekly note|^\d$/m);
    expect(paragraphsIn(parseArticle(report!))).toHaveLength(7);
  });

  test.each([
    ['without text', pdfOf([[]])],
    ['that is none', bytesOf('%PDF-1.4\nrubbish')],
    ['that is cut', pdfOf([[[72, 700, 12, 'Lake quiet']]]).subarray(0, 120)],
  ])('one %s is named', async (_, bytes) => {
    expect(keys(await all('x.pdf', bytes))).toEqual([['x.pdf', 'bad-pdf']]);
  });
});

describe('sitemaps', () => {
  test('pages with what the news extension says', () => {
    const xml = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://w.example/1?a=1&amp;b=2</loc><lastmod>2020-05-05</lastmod><news:news><news:publication><news:name>Sample Wire</news:name></news:publication><news:publication_date>2020-05-04</news:publication_date><news:title>Lake &amp; ferry</news:title></news:news></url><url><loc>javascript:alert(1)</loc></url></urlset>`;
    expect(readSitemap(bytesOf(xml))).toEqual({
      pages: [
        {
          url: 'https://w.example/1?a=1&b=2',
          modified: '2020-05-05',
          title: 'Lake & ferry',
          published: '2020-05-04',
          outlet: 'Sample Wire',
        },
      ],
      sitemaps: [],
    });
  });

  test.each([
    [
      'an index',
      '<sitemapindex><sitemap><loc>https://w.example/s1.xml</loc></sitemap></sitemapindex>',
      { pages: [], sitemaps: [{ url: 'https://w.example/s1.xml' }] },
    ],
    [
      'lines',
      'https://w.example/1\n\nhttps://w.example/2\n',
      { pages: [{ url: 'https://w.example/1' }, { url: 'https://w.example/2' }], sitemaps: [] },
    ],
    ['neither', 'Lake quiet', undefined],
  ])('%s', (_, text, expected) => {
    expect(readSitemap(bytesOf(text))).toEqual(expected);
  });
});
