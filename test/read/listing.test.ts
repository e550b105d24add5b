/** Links of listing pages, from tidy ones and from any bytes at all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readListing } from '../../src/read/listing/parse.ts';

const ADDRESS = 'https://wire.example/news/';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('each address once, with its longest wording and the feeds that the page names', () => {
  const html = `<link rel="alternate" type="application/atom+xml" href="/atom.xml"><link rel="stylesheet" href="/x.css">
    <a href="one#top"><img src="x"></a><a href="one">Shells fall on <b>Goma</b> again</a><a href="one">More</a>
    <a href="mailto:a@b.c">Write</a><a name="here">No link</a><a href="//other.example/two">Two`;
  expect(readListing(bytes(html), ADDRESS)).toEqual({
    links: [
      { url: 'https://wire.example/news/one', text: 'Shells fall on Goma again' },
      { url: 'https://other.example/two', text: 'Two' },
    ],
    feeds: ['https://wire.example/atom.xml'],
  });
});

test('any bytes give web addresses or nothing, in bounded time', () => {
  const parts = fc.constantFrom(
    '<a href="',
    '/x',
    '">',
    '</a>',
    '<base href="',
    'http://[',
    'javascript:1',
    '&#0;',
    ' words ',
    '<!--',
    '\u0000',
    '<a',
    '\n',
  );
  const markup = fc.array(parts, { maxLength: 60 }).map((list) => bytes(list.join('')));
  fc.assert(
    fc.property(fc.oneof(markup, fc.uint8Array({ maxLength: 400 })), (input) => {
      for (const { url, text } of readListing(input, ADDRESS)?.links ?? []) {
        expect(new URL(url).protocol).toMatch(/^https?:$/);
        expect(text.length).toBeLessThanOrEqual(1000);
      }
    }),
    { seed: 11, numRuns: 300 },
  );
  const started = performance.now();
  expect(readListing(bytes('<a href="x">'.repeat(100_000)), ADDRESS)?.links.length).toBe(1);
  expect(performance.now() - started).toBeLessThan(10_000);
});
