/** One suite over both databases: what goes in comes out, whole or not at all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { codeReport, foldLedger, readReports } from '../../src/pipeline.ts';
import type { NewReport } from '../../src/store/store.ts';
import { newReport } from '../../src/work/ingest.ts';
import { DIALECTS, testStore, type TestStore } from '../support/stores.ts';

const CAPTURED = '2022-09-20T10:00:00Z';
const RUN = { id: 'run-1', started: CAPTURED, coder: 'test', command: 'test' };

function reportOf(id: string, text: string): NewReport {
  const line = JSON.stringify({ id, text, published: '2022-09-14', outlet: 'Sample Wire' });
  const bytes = new TextEncoder().encode(line);
  const { reports } = readReports({ name: 'in.jsonl', bytes, mediaType: 'application/jsonl' });
  return newReport(codeReport(reports[0]!, loadLexicons()), bytes, 'in.jsonl', {
    captured: CAPTURED,
    lexicons: loadLexicons(),
  });
}

const FIRE =
  'Rebels fired mortars at the town of Goma on Tuesday, the Congolese army said. At least 12 soldiers were killed.';
const CALM = 'The United Nations called on both sides in Sudan to observe the truce.';

describe.each(DIALECTS)('store on %s', (dialect) => {
  let test1: TestStore;
  beforeEach(async () => {
    test1 = await testStore(dialect);
    await test1.store.startRun(RUN);
  });
  afterEach(() => test1.remove());

  test('gives back report, bytes and records as they were', async () => {
    const report = reportOf('goma', FIRE);
    await test1.store.addReports(RUN.id, [report], []);
    const stored = await test1.store.report('goma');
    expect(stored?.text).toBe(FIRE);
    expect(stored?.article.published).toEqual(report.article.published);
    expect(stored?.card).toEqual(report.card);
    expect(await test1.store.raw('goma')).toEqual(report.raw);
    const records = await test1.store.records({ report: 'goma' });
    expect(records.map(({ report: _, ...record }) => record)).toEqual(
      [...report.records].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(records.length).toBeGreaterThan(0);
  });

  test('knows what it has by hash, quarantine included', async () => {
    const report = reportOf('goma', FIRE);
    const reject = {
      hash: 'f'.repeat(64),
      origin: 'a.bin',
      key: 'binary-input',
      message: 'a.bin is not text',
      raw: new Uint8Array([1, 2, 0]),
      at: CAPTURED,
    };
    await test1.store.addReports(RUN.id, [report], [reject]);
    expect([...(await test1.store.known([report.hash, reject.hash, '0'.repeat(64)]))].sort()).toEqual(
      [report.hash, reject.hash].sort(),
    );
    expect(await test1.store.quarantine()).toMatchObject([{ origin: 'a.bin', key: 'binary-input', at: CAPTURED }]);
    expect(await test1.store.runs()).toMatchObject([{ id: 'run-1', added: 1, rejected: 1 }]);
  });

  test('keeps another text under a taken id beside the first', async () => {
    const [first, second] = [reportOf('same', FIRE), reportOf('same', CALM)];
    await test1.store.addReports(RUN.id, [first], []);
    await test1.store.addReports(RUN.id, [second], []);
    expect((await test1.store.report('same'))?.text).toBe(FIRE);
    expect((await test1.store.report(`same~${second.hash.slice(0, 8)}`))?.text).toBe(CALM);
  });

  test('a batch with one bad record leaves nothing behind', async () => {
    const good = reportOf('good', CALM);
    const bad = reportOf('bad', FIRE);
    const record = { ...bad.records[0]!, spans: [{ start: 5, end: 9_999 }] };
    await expect(test1.store.addReports(RUN.id, [good, { ...bad, records: [record] }], [])).rejects.toThrow(
      /outside a text/,
    );
    expect(await test1.store.report('good')).toBeUndefined();
    expect((await test1.store.counts('')).reports).toBe(0);
  });

  test('a new report makes the kept ledger stale, and a fold makes it fresh', async () => {
    await test1.store.addReports(RUN.id, [reportOf('goma', FIRE)], []);
    expect(await test1.store.ledger()).toBeUndefined();
    const coded = [];
    for await (const one of test1.store.codedReports()) coded.push(one);
    const ledger = foldLedger({ reports: coded });
    await test1.store.saveLedger(ledger);
    expect((await test1.store.ledger())?.hash).toBe(ledger.hash);
    expect(await test1.store.entries({})).toHaveLength(ledger.entries.length);
    await test1.store.addReports(RUN.id, [reportOf('sudan', CALM)], []);
    expect(await test1.store.ledgerHead()).toBeUndefined();
  });

  test('finds reports by words, and takes query syntax for words', async () => {
    await test1.store.addReports(RUN.id, [reportOf('goma', FIRE), reportOf('sudan', CALM)], []);
    expect((await test1.store.search('mortar')).map(({ report }) => report)).toEqual(['goma']);
    expect((await test1.store.search('observe truce')).map(({ report }) => report)).toEqual(['sudan']);
    expect(await test1.store.search('"goma" OR NOT (')).toEqual([]);
    expect(await test1.store.search('!!')).toEqual([]);
    const [hit] = await test1.store.search('mortars');
    expect(hit?.snippet).toMatch(/\u0002mortars\u0003/);
  });

  test('keeps decisions in the order in which they were made', async () => {
    const decision = (id: string) => ({
      id,
      at: CAPTURED,
      by: 'ana',
      why: 'seen',
      type: 'undo' as const,
      decision: 'x',
    });
    await test1.store.addDecision(decision('b'));
    await test1.store.addDecision(decision('a'));
    expect((await test1.store.decisions()).map(({ id }) => id)).toEqual(['b', 'a']);
    await expect(test1.store.addDecision(decision('a'))).rejects.toThrow();
  });

  test('opened a second time it holds the same', async () => {
    await test1.store.addReports(RUN.id, [reportOf('goma', FIRE)], []);
    const again = await test1.reopen();
    expect((await again.cards()).map(({ id }) => id)).toEqual(['goma']);
    await again.close();
  });

  test('recoding replaces the records of one report only', async () => {
    const [first, second] = [reportOf('goma', FIRE), reportOf('sudan', CALM)];
    await test1.store.addReports(RUN.id, [first, second], []);
    await test1.store.recode({ ...first, coder: 'newer', records: first.records.slice(0, 1) });
    expect(await test1.store.records({ report: 'goma' })).toHaveLength(1);
    expect(await test1.store.records({ report: 'sudan' })).toHaveLength(second.records.length);
    expect(await test1.store.outdated('newer')).toEqual(['sudan']);
  });
});
