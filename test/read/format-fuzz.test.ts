/** Every reader on damaged files of its own format: results or reasons of the catalogue, spans and offsets that hold, in bounded time. */
import { array, assert, asyncProperty, constantFrom, nat, property, string, tuple, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/read/article.ts';
import { decode } from '../../src/read/decode.ts';
import { automatonOf } from '../../src/read/gate/automaton.ts';
import { judge } from '../../src/read/gate/gate.ts';
import { scan } from '../../src/read/gate/scan.ts';
import { datePublished, isDateLine } from '../../src/read/html/shown-date.ts';
import { readReports } from '../../src/read/read.ts';
import { readSitemap } from '../../src/read/sitemap/parse.ts';
import { readSource } from '../../src/read/source.ts';
import { stampOf } from '../../src/read/stamp.ts';
import { bytesOf, gzip, joinBytes, pdfOf, tarOf, warcPage, zipOf } from '../support/archives.ts';
import { checkArticle, checkOffsets, ensure } from '../support/read-checks.ts';
import { IN_DATA } from './html/dated/in-data.ts';
import { IN_WORDS } from './html/dated/in-words.ts';

const BODY = 'Both garrisons on the lake have stopped shooting, their commanders said on Monday &amp; left.';
const AT = '2020-05-04T12:00:00Z';
const FILES: Readonly<Record<string, Uint8Array>> = {
  'wire.txt': bytesOf(`Lake quiet\n\nLAKE POST, May 4 (Sample Wire) - ${BODY}\n`),
  'rss.xml': bytesOf(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>W</title><item><title>Lake quiet</title><guid>g</guid><pubDate>Mon, 04 May 2020 12:00:00 GMT</pubDate><description><![CDATA[<p>${BODY}</p>]]></description></item></channel></rss>`,
  ),
  'atom.xml': bytesOf(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><id>x</id><updated>${AT}</updated><entry><title>Lake</title><id>a</id><updated>${AT}</updated><content type="html">&lt;p&gt;${BODY}&lt;/p&gt;</content></entry></feed>`,
  ),
  'rdf.xml': bytesOf(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="u"><title>W</title></channel><item rdf:about="r"><title>Lake</title><description>${BODY}</description></item></rdf:RDF>`,
  ),
  'feed.json': bytesOf(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 'j', content_text: BODY, date_published: AT }],
    }),
  ),
  'lines.jsonl': bytesOf(
    `${JSON.stringify({ id: 'l', text: BODY })}\n${JSON.stringify({ id: 'm', html: `<p>${BODY}` })}\n`,
  ),
  'table.csv': bytesOf(`id;"text";date\n1;"${BODY} ""quoted""";${AT}\n2;${BODY};\n`),
  'item.json': bytesOf(
    JSON.stringify({
      uri: 'urn:n',
      versionCreated: AT,
      headlines: [{ role: 'main', value: 'Lake' }],
      bodies: [{ contentType: 'text/html', value: `<p>${BODY}</p>` }],
    }),
  ),
  'item.xml': bytesOf(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><itemMeta><versionCreated>${AT}</versionCreated></itemMeta><contentMeta><headline>Lake</headline></contentMeta><contentSet><inlineXML><html><body><p>${BODY}</p></body></html></inlineXML></contentSet></newsItem>`,
  ),
  'nitf.xml': bytesOf(
    `<nitf><head><docdata><date.issue norm="20200504T120000Z"/></docdata></head><body><body.head><hedline><hl1>Lake</hl1></hedline></body.head><body.content><p>${BODY}</p></body.content></body></nitf>`,
  ),
  'sitemap.xml': bytesOf(
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://w.example/1</loc><lastmod>2020-05-04</lastmod></url></urlset>`,
  ),
  'letter.eml': bytesOf(
    `From: W <w@w.example>\r\nDate: Mon, 04 May 2020 12:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>${BODY}</p>\r\n`,
  ),
  'paper.pdf': pdfOf([[[72, 700, 12, 'Lake quiet']]]),
  'crawl.warc.gz': gzip(joinBytes(warcPage('https://w.example/1', bytesOf(`<title>Lake</title><p>${BODY}</p>`)))),
  'bundle.zip': zipOf({ 'a.txt': bytesOf(BODY), 'b.html': bytesOf(`<p>${BODY}`) }),
  'bundle.tar': tarOf({ 'a.txt': bytesOf(BODY) }),
};

const change = tuple(nat(), nat(60), uint8Array({ maxLength: 6 }));
const changes = array(change, { minLength: 1, maxLength: 10 });

function changed(bytes: Uint8Array, list: readonly [number, number, Uint8Array][]): Uint8Array {
  let result = bytes;
  for (const [place, length, put] of list) {
    const from = place % (result.length + 1);
    result = joinBytes(result.subarray(0, from), put, result.subarray(from + (place % 2 === 0 ? put.length : length)));
  }
  return result;
}

async function check(name: string, bytes: Uint8Array): Promise<void> {
  const gate = { width: 'narrow' } as const;
  for await (const { reports, raws, rejected } of readSource({ name, source: bytes, limits: { maxFile: 1_000_000 } })) {
    ensure(raws.length === reports.length, 'a report without its bytes');
    for (const { key, message } of rejected) ensure(key !== undefined && message.length > 10, 'a reason without words');
    for (const report of reports) {
      ensure(report.id !== '' && report.text.trim() !== '' && /^[0-9a-f]{64}$/.test(report.hash), 'half a report');
      checkArticle(parseArticle(report));
      judge(report, gate.width);
    }
  }
}

describe('damaged files', () => {
  test.each(Object.entries(FILES))('%s', async (name, bytes) => {
    await check(name, bytes);
    const run = asyncProperty(changes, async (list) => check(name, changed(bytes, list)));
    await assert(run, { numRuns: name.endsWith('.pdf') ? 40 : 120, seed: 20220913 });
  });

  test('cut off anywhere', async () => {
    let pieces = 0;
    for (const [name, bytes] of Object.entries(FILES))
      for (let end = 0; end < bytes.length; end += Math.max(1, Math.floor(bytes.length / 25))) {
        await check(name, bytes.subarray(0, end));
        pieces++;
      }
    expect(pieces).toBeGreaterThan(300);
  });

  test('sitemaps', () => {
    const run = property(changes, (list) => void readSitemap(changed(FILES['sitemap.xml']!, list)));
    assert(run, { numRuns: 300, seed: 20220913 });
  });
});

describe('offsets lead back to the page', () => {
  const pages = [...IN_DATA, ...IN_WORDS].map(({ page }) =>
    bytesOf(page(true).replaceAll('harbour', 'har&shy;bour&nbsp;')),
  );

  test('of every dated page, and of damaged ones', () => {
    const holds = (bytes: Uint8Array): void => {
      for (const report of readReports({ name: 'p.html', bytes, input: 'html' }).reports) {
        const offsets = report.source?.offsets ?? [];
        ensure(offsets.length > 0 || report.diagnostics.length > 0, 'no way back');
        checkOffsets(offsets, report.text, decode(bytes)?.text);
      }
    };
    for (const bytes of pages) holds(bytes);
    const run = property(constantFrom(...pages), changes, (page, list) => holds(changed(page, list)));
    expect(() => assert(run, { numRuns: 300, seed: 20220913 })).not.toThrow();
  });
});

describe('dates', () => {
  const words = constantFrom(
    ...'2022 13 9 sept сентября 九月 年 月 日 . / - , : T Z +04:00 GMT updated published 10:25 am 20220913 1663050300 ٢٠٢٢ мая de 31 99 0'.split(
      ' ',
    ),
    ' ',
    '',
  );
  const isStamp = (stamp: string): boolean => {
    const [day = '', clock] = stamp.split('T');
    return (
      Temporal.PlainDate.from(day).toString() === day &&
      (clock === undefined || /^\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$/.test(clock))
    );
  };

  test('any words give a day of the calendar, or nothing', () => {
    const run = property(array(words, { maxLength: 12 }), string({ unit: 'binary', maxLength: 12 }), (list, junk) => {
      for (const text of [list.join(''), list.join(' '), junk, `${junk}${list.join(' ')}`]) {
        for (const stamp of [stampOf(text), datePublished(text)])
          ensure(stamp === undefined || isStamp(stamp), `${JSON.stringify(text)} gave ${stamp}`);
        isDateLine(text);
      }
    });
    expect(() => assert(run, { numRuns: 1000, seed: 20220913 })).not.toThrow();
  });
});

describe('the gate', () => {
  test('bears any text and answers for it', () => {
    const run = property(string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { passes, points, needed, basis } = judge({ text });
      ensure(passes || points < needed, 'held back with enough points');
      ensure(passes || basis === 'words', 'held back without words to judge by');
    });
    expect(() => assert(run, { numRuns: 400, seed: 20220913 })).not.toThrow();
  });

  test('its automaton finds what a search word by word finds', () => {
    const letters = constantFrom('a', 'b', 'c', ' ', '  ', '-', 'é');
    const word = array(constantFrom('a', 'b', 'c', 'é'), { minLength: 1, maxLength: 3 });
    const pattern = tuple(array(word, { minLength: 1, maxLength: 2 }), constantFrom('', '*'));
    const run = property(
      array(pattern, { minLength: 1, maxLength: 6 }),
      array(letters, { maxLength: 30 }),
      (made, text) => {
        const patterns = [...new Set(made.map(([list, star]) => list.map((part) => part.join('')).join(' ') + star))];
        const automaton = automatonOf(patterns.map((one) => ({ id: one, patterns: [one], weight: 0 })));
        const found = scan(automaton, bytesOf(text.join('')), 1).terms.toSorted();
        const plain = ` ${text.join('').replaceAll(/[ -]+/g, ' ')} `.replaceAll(/ +/g, ' ');
        const expected = patterns.filter((one) =>
          plain.includes(one.endsWith('*') ? ` ${one.slice(0, -1)}` : ` ${one} `),
        );
        expect(found).toEqual(expected.toSorted());
      },
    );
    assert(run, { numRuns: 500, seed: 20220913 });
  });
});

describe('endless and closed sources', () => {
  test('a source without end is let go of at the limit', async () => {
    let [given, isClosed] = [0, false];
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          given += 65_536;
          yield new Uint8Array(65_536).fill(97);
        }
      } finally {
        isClosed = true;
      }
    }
    const keys: string[] = [];
    for await (const { rejected } of readSource({ name: 'x.txt', source: endless(), limits: { maxFile: 1_000_000 } }))
      keys.push(...rejected.map(({ key }) => key));
    expect(keys).toEqual(['input-too-large']);
    expect(isClosed).toBe(true);
    expect(given).toBeLessThan(1_200_000);
  });
});
