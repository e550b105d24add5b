import { describe, expect, test } from 'vitest';
import { readReports, type ReadInput } from '../../src/read/read.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, text: string, more: Partial<ReadInput> = {}) =>
  readReports({ name, bytes: bytesOf(text), ...more });

describe('plain text', () => {
  test('is taken as it stands, line ends and all', () => {
    const text = '  Headline\r\n\r\nBody of the report.\r\n';
    const { reports, rejected } = read('in/2021-05-kunar.v2.txt', text);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ id: '2021-05-kunar.v2', text, mediaType: 'text/plain', diagnostics: [] });
    expect(rejected).toEqual([]);
  });

  test('has the hash of its bytes, whatever its name', () => {
    const [a, b] = [read('a.txt', 'Same words'), read('b.txt', 'Same words')];
    expect(a.reports[0]?.hash).toBe(b.reports[0]?.hash);
    expect(a.reports[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['-', /^[0-9a-f]{16}$/],
    ['dir/.txt', /^[0-9a-f]{16}$/],
    ['C:\\wires\\one.txt', /^one$/],
    ['no-extension', /^no-extension$/],
  ])('of %s gets a usable id', (name, id) => {
    expect(read(name, 'Some words').reports[0]?.id).toMatch(id);
  });

  test('tells the encoding that was assumed', () => {
    const bytes = Uint8Array.from([...bytesOf('The ministry'), 0x92, ...bytesOf('s map shows the ridge.')]);
    const { reports } = readReports({ name: 'ridge.txt', bytes });
    expect(reports[0]?.text).toBe('The ministry’s map shows the ridge.');
    expect(reports[0]?.source).toEqual({ encoding: 'windows-1252' });
    expect(reports[0]?.diagnostics[0]?.rule).toBe('assumed-encoding');
  });
});

describe('what is no report', () => {
  test.each([
    ['nothing', '', 'empty-input'],
    ['white space', ' \n\t ', 'empty-input'],
    ['bytes of a picture', '\u0000\u0001\u0002', 'binary-input'],
    ['a text beyond the limit', 'word '.repeat(300), 'input-too-large'],
  ])('%s is rejected with a reason', (_, text, key) => {
    const { reports, rejected } = read('in/x.txt', text, { maxText: 1000 });
    expect(reports).toEqual([]);
    expect(rejected).toMatchObject([{ name: 'in/x.txt', key }]);
    expect(rejected[0]?.message).toContain('in/x.txt');
  });

  test('50 MB of text are refused at once, with both figures', () => {
    const started = performance.now();
    const { rejected } = readReports({ name: 'dump.txt', bytes: new Uint8Array(50_000_000).fill(97) });
    expect(rejected[0]).toMatchObject({ key: 'input-too-large' });
    expect(rejected[0]?.message).toMatch(/50000000.*8000000/);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('JSONL', () => {
  const good = JSON.stringify({
    id: 'a1',
    text: 'Guns fell silent.\n',
    title: 'Silence',
    published: '2020-03-02',
    outlet: 'Sample Wire',
    url: 'https://w.example/1',
  });

  test('takes text and metadata untouched', () => {
    const { reports } = read('x.jsonl', `${good}\n`);
    expect(reports[0]).toMatchObject({
      id: 'a1',
      text: 'Guns fell silent.\n',
      title: 'Silence',
      published: '2020-03-02',
      publishedFrom: 'metadata published',
      outlet: 'Sample Wire',
      url: 'https://w.example/1',
      mediaType: 'application/jsonl',
    });
  });

  test('what no database holds is replaced sign by sign, so that offsets stay', () => {
    const line = JSON.stringify({ id: 'a', title: 'A\0B', text: 'Shells\0fell \ud83d on Tuesday.' });
    const { reports } = readReports({ name: 'a.jsonl', bytes: new TextEncoder().encode(line) });
    expect(reports[0]!.text).toBe('Shells\uFFFDfell \uFFFD on Tuesday.');
    expect(reports[0]!.title).toBe('A\uFFFDB');
  });

  test('one bad line is named and harms no other', () => {
    const { reports, rejected } = read(
      'x.jsonl',
      `${good}\n{"id": "broken", \n\n{"id":"b","text":"Two dead."}\n[1]\n{"id":"c"}\n{"id":"d","text":"  "}`,
    );
    expect(reports.map(({ id }) => id)).toEqual(['a1', 'b']);
    expect(rejected.map(({ name, key }) => [name, key])).toEqual([
      ['x.jsonl line 2', 'bad-jsonl'],
      ['x.jsonl line 5', 'bad-jsonl'],
      ['x.jsonl line 6', 'bad-jsonl'],
      ['x.jsonl line 7', 'empty-input'],
    ]);
    expect(new TextDecoder().decode(rejected[0]?.raw)).toBe('{"id": "broken",');
  });

  test('a report’s own bytes give the same report again', () => {
    const { reports, raws } = read('x.jsonl', `${good}\n{"id":7,"text":"Shots at dawn."}`);
    for (const [index, raw] of raws.entries()) {
      const again = readReports({ name: 'stored', bytes: raw, input: 'jsonl' });
      expect(again.reports).toEqual([reports[index]]);
    }
    expect(reports[1]?.id).toBe('7');
  });

  test('a field of the wrong type is left out and told', () => {
    const { reports } = read('x.jsonl', '{"id":"a","text":"Calm.","published":20220913,"title":null}');
    expect(reports[0]?.published).toBeUndefined();
    expect(reports[0]?.diagnostics).toMatchObject([
      { rule: 'field-ignored', message: expect.stringContaining('"published"') },
    ]);
  });

  test('reads a page given as html', () => {
    const html =
      '<html><body><h1>Market shelled</h1><p>Two shells hit the market of the town on Friday morning, its mayor said.</p></body></html>';
    const { reports } = read('x.jsonl', JSON.stringify({ id: 'p', html, outlet: 'Sample Desk' }));
    expect(reports[0]).toMatchObject({ id: 'p', outlet: 'Sample Desk', mediaType: 'application/jsonl' });
    expect(reports[0]?.text).toBe(
      'Market shelled\n\nTwo shells hit the market of the town on Friday morning, its mayor said.',
    );
  });

  test.each([
    ['an array', `[${good}, {"id":"b","text":"Two dead."}]`, ['a1', 'b']],
    ['one object over several lines', JSON.stringify(JSON.parse(good), null, 2), ['a1']],
    ['a mark and Windows line ends', `\ufeff${good}\r\n{"id":"b","text":"Two dead."}\r\n`, ['a1', 'b']],
  ])('also reads %s', (_, text, ids) => {
    expect(read('export.json', text).reports.map(({ id }) => id)).toEqual(ids);
  });
});

describe('format', () => {
  const page = '<!doctype html><title>T</title><p>Fourteen buses left the enclave on Sunday, the Red Cross said.</p>';
  test.each([
    ['by content, against the name', { name: 'saved.txt', text: page }, 'text/html'],
    ['by content, against the header', { name: 'x', text: page, mediaType: 'text/plain' }, 'text/html'],
    ['by the user, against the content', { name: 'x.html', text: page, input: 'text' as const }, 'text/plain'],
    [
      'by the name',
      { name: 'x.htm', text: '<p>Fourteen buses left the enclave on Sunday, the Red Cross said.</p>' },
      'text/html',
    ],
    [
      'by the header',
      {
        name: 'feed',
        text: '<p>Fourteen buses left the enclave on Sunday, the Red Cross said.</p>',
        mediaType: 'text/html; charset=utf-8',
      },
      'text/html',
    ],
    ['as text when nothing else fits', { name: 'note', text: 'Fourteen buses < fifteen.' }, 'text/plain'],
    ['as text when braces open a text file', { name: 'x.txt', text: '{"quote"} was all he wrote.' }, 'text/plain'],
  ])('is told %s', (_, { name, text, ...more }, mediaType) => {
    expect(read(name, text, more).reports[0]?.mediaType).toBe(mediaType);
  });
});
