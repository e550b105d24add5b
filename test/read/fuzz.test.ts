/** Whatever bytes come: no exception, spans within the text, offsets that lead back to the page. */
import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, nat, property, string, tuple, uint8Array, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/read/article.ts';
import { decode } from '../../src/read/decode.ts';
import { FORMATS, readReports, type ReadInput } from '../../src/read/read.ts';
import { checkArticle, checkOffsets } from '../support/read-checks.ts';

const samples = globSync('../../examples/reports/*', { cwd: import.meta.dirname }).map((file) =>
  readFileSync(join(import.meta.dirname, file)),
);

/** Reads the bytes in every format and checks what must hold of whatever comes out. */
function check(bytes: Uint8Array, name = 'fuzz'): void {
  for (const input of [undefined, ...FORMATS]) {
    const request: ReadInput = { name, bytes, ...(input !== undefined && { input }) };
    const { reports, raws, rejected } = readReports(request);
    expect(reports.length + rejected.length).toBeGreaterThan(0);
    expect(raws).toHaveLength(reports.length);
    for (const report of reports) {
      expect(report.text.trim()).not.toBe('');
      checkArticle(parseArticle(report));
      checkOffsets(report.source?.offsets ?? [], report.text, input === 'jsonl' ? undefined : decode(bytes)?.text);
    }
  }
}

/** Runs `check` over many inputs; a failure shows the smallest one that was found. */
const holds = <T>(arbitrary: Arbitrary<T>, run: (value: T) => void, numRuns = 150): (() => void) => {
  return () => assert(property(arbitrary, run), { numRuns, seed: 20220913 });
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readers', () => {
  test('bear any bytes', () => {
    expect(holds(uint8Array({ maxLength: 600 }), (bytes) => check(bytes))).not.toThrow();
  });

  test('bear any text', () => {
    expect(holds(string({ unit: 'binary', maxLength: 600 }), (text) => check(bytesOf(text)))).not.toThrow();
  });

  test('bear samples with bytes changed, cut out, doubled', () => {
    const change = tuple(nat(), nat(200), uint8Array({ maxLength: 8 }));
    const inputs = tuple(constantFrom(...samples), array(change, { minLength: 1, maxLength: 12 }));
    const run = holds(
      inputs,
      ([sample, changes]) => {
        let bytes = [...sample];
        for (const [at, length, put] of changes) {
          const from = at % (bytes.length + 1);
          bytes = [...bytes.slice(0, from), ...put, ...bytes.slice(from + (at % 3 === 0 ? 0 : length))];
        }
        check(Uint8Array.from(bytes));
      },
      120,
    );
    expect(run).not.toThrow();
  });

  test('bear markup in any order', () => {
    const pieces = constantFrom(
      ...'<p> </p> <div> </div> <article> </article> <h1> </h1> <a href="x"> </a> <br> <br><br> <script> </script> <style> </style> <nav> </nav> <ul> <li> </ul> <table> <tr> <td> </table> <!-- --> <![CDATA[ ]]> <time datetime="2020-01-02"> <meta name=date content="2020-01-02"> <span hidden> </span> &amp; &nbsp; &notanentity; &#x1F600; &#0; <p class=share> <div itemprop=articleBody> < > </ <! <? " \' = <svg/> <title> </title>'.split(
        ' ',
      ),
      'Shells fell on the road to the camp on Friday, killing four, medics said. ',
      'PORT SUDAN, May 4 (Sample Wire) - The two sides ',
    );
    expect(holds(array(pieces, { maxLength: 80 }), (parts) => check(bytesOf(parts.join('')), 'x.html'))).not.toThrow();
  });
});

const many = (piece: string, count = 100_000): string => piece.repeat(count);

describe('hostile input costs no more than its length', () => {
  test.each([
    ['open tags', 'x.html', many('<div>')],
    ['closed tags', 'x.html', many('</div></p></a>')],
    ['half tags', 'x.html', many('<p')],
    ['links that never end', 'x.html', many('<a href="')],
    ['unclosed comments', 'x.html', many('<!--')],
    ['unclosed scripts', 'x.html', many('<script>')],
    ['deep lists', 'x.html', many('<ul><li>word')],
    ['paragraphs', 'x.html', many('<p>word word word word')],
    ['headings', 'x.html', many('<h1>word</h1>')],
    ['ampersands', 'x.html', `<p>${many('&')}${many('&a')}`],
    ['spaces in data', 'x.html', `<script type="application/ld+json">{"a":1}-->${many(' ')}x</script><p>word`],
    ['spaces in a tag', 'x.html', `<script type=${many(' ')}>x</script><p>word`],
    ['nested data', 'x.html', `<script type="application/ld+json">${many('[')}</script><p>word`],
    ['one word', 'x.txt', many('A', 1_000_000)],
    ['one line of capitals', 'x.txt', many('KABUL, ')],
    ['spaces in a dateline', 'x.txt', `KABUL,${many(' ')}May${many(' ')}x`],
    ['short lines', 'x.txt', many('a\n')],
    ['brackets', 'x.txt', many('(')],
    ['hyphens', 'x.txt', many('a-')],
    ['chrome', 'x.txt', many('Read more\n')],
    ['footers', 'x.txt', many('Copyright\n')],
    ['dates', 'x.txt', many('May 4, 2004\n')],
    ['json lines', 'x.jsonl', many('{\n')],
    ['json depth', 'x.jsonl', many('[')],
    ['json keys', 'x.jsonl', `{"id":"a","text":"word"${many(',"a":1')}}`],
  ])('%s', (_, name, text) => {
    const bytes = bytesOf(text);
    const before = process.cpuUsage();
    for (const report of readReports({ name, bytes }).reports) checkArticle(parseArticle(report));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});
