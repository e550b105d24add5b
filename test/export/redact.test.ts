/** What is withheld is in no format: names of persons without an office, notes, analysts. */
import { gunzipSync } from 'node:zlib';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, exportAs } from '../../src/export/export-as.ts';
import { masked, patternOf, withheld } from '../../src/export/redact/private-words.ts';
import type { ExportSource, Redaction } from '../../src/export/source.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { checkSpans } from '../../src/model/check.ts';
import { parseArticle, readReports } from '../../src/pipeline.ts';
import { privateNamesIn } from '../../src/work/private-names.ts';
import { duckdb } from '../support/duckdb.ts';
import { bytesOf, lent, sourceIn } from '../support/export.ts';
import { testStore, type TestStore } from '../support/stores.ts';

const TEXT = [
  'GOMA, September 14. Rebels fired mortars at the village of Rutshuru on Wednesday, Amani Kasongo, a resident, said.',
  'A shell hit the house of Neema Bahati, killing two people. "They shelled us from the hills," Kasongo told Sample Wire.',
  'Congolese Defence Minister Gilbert Kabanda accused Rwanda of violating the ceasefire. Kabanda said that 12 soldiers were killed.',
].join('\n\n');
const PRIVATE = ['Amani', 'Kasongo', 'Neema', 'Bahati'];
const DECISION = {
  id: 'd1',
  at: '2022-09-20T12:00:00Z',
  by: 'Odile Mbala',
  why: 'our source in the mission saw it',
};

describe('names of persons without an office', () => {
  const found = (text: string): readonly string[] => {
    const { reports } = readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text), mediaType: 'text/plain' });
    const article = parseArticle(reports[0]!);
    return privateNamesIn(article, loadLexicons()).map(({ start, end }) => article.text.slice(start, end));
  };

  test('are witnesses, victims and neighbours, wherever they are named', () => {
    expect(found(TEXT)).toEqual(['Amani Kasongo', 'Neema Bahati', 'Kasongo']);
  });

  test('are whole, particles and hyphens included', () => {
    expect(found('A shell hit the shop of Bassel al-Khatib, and a baker, Jean-Marie van Damme, was wounded.')).toEqual([
      'Bassel al-Khatib',
      'Jean-Marie van Damme',
    ]);
  });

  test('are soldiers too, whatever their rank, but not their commanders', () => {
    expect(
      found(
        'Sergeant Davit Melkonyan and Captain Aram Danielyan were killed, Major General Eduard Asryan, the chief of the general staff, said.',
      ),
    ).toEqual(['Davit Melkonyan', 'Aram Danielyan']);
  });

  test.each([
    ['Armenian Prime Minister Nikol Pashinyan said that Pashinyan would call.', 'a person with an office'],
    ['A source told reporters that his brother was wounded.', 'nobody who is named'],
    ['The United Nations and Rwanda met in Goma.', 'organisations, states, towns'],
  ])('are not in %j: %s', (text) => expect(found(text)).toEqual([]));
});

describe('patterns of names', () => {
  const words = patternOf(['Amani Kasongo', 'Neema']);

  test('take whole names and family names, over line ends, and leave other words', () => {
    expect(withheld('Amani\nKasongo and Kasongo met Neema; Kasongos and Amani remain', words)).toBe(
      '[name withheld] and [name withheld] met [name withheld]; Kasongos and Amani remain',
    );
  });

  test('mask a text without moving anything in it', () => {
    const text = 'Amani Kasongo, 54, said';
    expect(masked(text, words)).toBe('█████ ███████, 54, said');
    expect(patternOf([])).toBeUndefined();
  });
});

describe('exports', () => {
  let store: TestStore;
  let source: ExportSource;
  beforeAll(async () => {
    store = await testStore('sqlite');
    const first = await sourceIn(store.store, [
      { id: 'goma', text: TEXT, published: '2022-09-14', outlet: 'Sample Wire' },
    ]);
    const [record] = await first.records([first.ledger.entries.find(({ kind }) => kind === 'incident')!.records[0]!]);
    const target = { report: 'goma', kind: 'incident' as const, spans: record!.spans };
    await store.store.addDecision({ ...DECISION, type: 'confirm', target });
    await store.store.addDecision({ ...DECISION, id: 'd2', type: 'note', target, text: 'call the mission again' });
    source = await lent(store.store);
  });
  afterAll(() => store.remove());

  /** What a reader of the file can find in it, packed or not. */
  const readable = async (format: string, redact: readonly Redaction[]): Promise<string> => {
    const bytes = await bytesOf(await exportAs(format, source, { redact }));
    if (format === 'bundle') return gunzipSync(bytes).toString();
    if (format === 'parquet') return JSON.stringify(await duckdb(bytes, 'from read_parquet($file)'));
    if (format === 'sitrep-pdf') return (await extractText(bytes, { mergePages: true })).text;
    return Buffer.from(bytes).toString();
  };

  test.each(EXPORT_FORMATS.map(({ name }) => name))('%s holds none of it', async (format) => {
    const text = await readable(format, ['persons', 'notes', 'analysts']);
    for (const secret of [...PRIVATE, 'Odile', 'Mbala', 'source in the mission', 'call the mission'])
      expect(text).not.toContain(secret);
  });

  test('without a profile the same words are there', async () => {
    const all = await readable('jsonld', []);
    for (const shown of ['Kasongo', 'Odile Mbala', 'our source in the mission saw it', 'call the mission again'])
      expect(all).toContain(shown);
  });

  test('each profile withholds its own and no more', async () => {
    const persons = await readable('jsonld', ['persons']);
    expect(persons).toContain('Odile Mbala');
    expect(persons).not.toContain('Kasongo');
    const analysts = await readable('jsonld', ['analysts']);
    expect(analysts).toContain('analyst 1');
    expect(analysts).toContain('our source in the mission saw it');
    const notes = await readable('jsonld', ['notes']);
    expect(notes).toContain('[note withheld]');
    expect(notes).toContain('Odile Mbala');
    expect(notes).toContain('Kabanda');
  });

  test('in a bundle every span still points to its words', async () => {
    const text = await readable('bundle', ['persons']);
    const line = text.split('\n').find((one) => one.includes('"received":'))!;
    const report = JSON.parse(line.slice(line.indexOf('{'))) as { text: string; records: never[] };
    expect(report.text).toHaveLength(TEXT.length);
    expect(report.text).toContain('█████ ███████, a resident');
    for (const record of report.records) checkSpans(report.text, record);
    expect(text).toContain('"redacted": true');
    expect(text).not.toContain('ledgerHash');
  });
});
