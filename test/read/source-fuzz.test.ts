/** Whatever an archive, a message or a document is made of: results or reasons, no exception, in bounded time. */
import { array, assert, asyncProperty, constantFrom, nat, tuple, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/read/source.ts';
import { bytesOf, gzip, inPieces, joinBytes, pdfOf, tarOf, warcPage, zipOf } from '../support/archives.ts';

const text = bytesOf('Both garrisons on the lake have stopped shooting, their commanders said on Monday.');
const files = {
  'a.txt': text,
  'b/c.html': bytesOf('<p>Both garrisons on the lake have stopped shooting.</p>'),
  'd.jsonl': bytesOf('{"id":"1","text":"Quiet."}\n'),
};
const mail = bytesOf(
  'From: A <a@b.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nQuiet.\r\n--x\r\nContent-Type: application/octet-stream; name=a.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nUXVpZXQ=\r\n--x--\r\n',
);
const warc = joinBytes(
  warcPage('https://w.example/1', files['b/c.html']),
  warcPage('https://w.example/2', text, 'Content-Type: text/plain'),
);
const samples: readonly Uint8Array[] = [
  zipOf(files),
  tarOf(files),
  gzip(tarOf(files)),
  warc,
  gzip(warc),
  mail,
  pdfOf([[[72, 700, 12, 'Lake quiet']]]),
  zipOf({ 'x.zip': zipOf(files) }),
];
const heads = ['PK\u0003\u0004', '%PDF-1.7\n', 'WARC/1.0\r\n', 'MIME-Version: 1.0\r\n', '\u001f\u008b\b\u0000'].map(
  (head) => Uint8Array.from(head, (letter) => letter.charCodeAt(0)),
);

async function readAll(name: string, bytes: Uint8Array, piece: number): Promise<void> {
  let results = 0;
  for await (const { reports, rejected } of readSource({
    name,
    source: inPieces(bytes, piece),
    limits: { maxFile: 1_000_000 },
  })) {
    results += reports.length + rejected.length;
    for (const { id, text: words } of reports)
      if (id === '' || words.trim() === '') throw new Error('a report of nothing');
  }
  // A web archive or a TAR may hold nothing that is wanted; everything else says why it gave nothing.
  if (
    results === 0 &&
    !/^(?:WARC|.{257}ustar)/s.test(new TextDecoder('latin1').decode(bytes)) &&
    bytes[0] !== 0x1f &&
    bytes[0] !== 80
  )
    throw new Error('silence');
}

describe('archives of rubbish', () => {
  test('random bytes behind every mark', async () => {
    const run = asyncProperty(constantFrom(...heads), uint8Array({ maxLength: 400 }), async (head, rest) =>
      readAll('x', joinBytes(head, rest), 64),
    );
    await expect(assert(run, { numRuns: 150, seed: 20220913 })).resolves.toBeUndefined();
  });

  test('archives with bytes changed and cut out', async () => {
    const changes = array(tuple(nat(), nat(40), uint8Array({ maxLength: 6 })), { minLength: 1, maxLength: 8 });
    const run = asyncProperty(constantFrom(...samples), changes, nat(500), async (sample, list, piece) => {
      let bytes = [...sample];
      for (const [at, length, put] of list) {
        const from = at % (bytes.length + 1);
        bytes = [...bytes.slice(0, from), ...put, ...bytes.slice(from + (at % 2 === 0 ? put.length : length))];
      }
      await readAll('x', Uint8Array.from(bytes), piece + 1);
    });
    await expect(assert(run, { numRuns: 200, seed: 20220913 })).resolves.toBeUndefined();
  });
});
