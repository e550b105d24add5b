/** A report that the coder stumbles over: the others of its batch are stored, and its bytes are kept. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { Report } from '../../src/model/article.ts';
import { codeReport, codeReports } from '../../src/pipeline.ts';
import { sourceOf } from '../../src/read/byte-stream.ts';
import { ingest } from '../../src/work/ingest.ts';
import { recodeOutdated } from '../../src/work/recode.ts';
import { bytesOf } from '../support/archives.ts';
import { DIALECTS, TEST_RUN, testRun, type TestStore } from '../support/stores.ts';

const lexicons = loadLexicons();
/** Stands for a defect that one text of many brings out. */
const stumble = ({ text }: Report): void => {
  if (text.includes('Stumble')) throw new RangeError('no such span');
};
const code = {
  one: (report: Report): ReturnType<typeof codeReport> => {
    stumble(report);
    return codeReport(report, lexicons);
  },
  *many(reports: Iterable<Report>): ReturnType<typeof codeReports> {
    for (const report of reports) stumble(report);
    yield* codeReports(reports, lexicons);
  },
};

describe.each(DIALECTS)('on %s', (dialect) => {
  let opened: TestStore;
  beforeEach(async () => {
    opened = await testRun(dialect);
  });
  afterEach(() => opened.remove());

  test('goes to quarantine alone', async () => {
    const { store } = opened;
    const texts = ['The harbour was quiet.', 'Stumble over this.', 'The ferry left at noon.'];
    const bytes = bytesOf(texts.map((text, at) => JSON.stringify({ id: `r${at}`, text })).join('\n'));
    const options = { ...TEST_RUN, store, lexicons, code };
    const first = await ingest([{ name: 'in.jsonl', open: () => sourceOf(bytes) }], options);
    expect(first.added).toEqual(['r0', 'r2']);
    expect(first.rejected).toMatchObject([{ origin: 'in.jsonl', key: 'coder-failed' }]);
    expect(await store.quarantine()).toMatchObject([{ hash: first.rejected[0]!.hash, key: 'coder-failed' }]);
    expect((await store.report('r2'))!.text).toBe(texts[2]);

    const second = await ingest([{ name: 'in.jsonl', open: () => sourceOf(bytes) }], options);
    expect(second).toMatchObject({ added: [], known: 3, rejected: [] });
  });

  test('keeps what it had when all are coded again, and is named', async () => {
    const { store } = opened;
    const lines = ['The harbour was quiet.', 'Stumble over this.'].map((text, at) =>
      JSON.stringify({ id: `r${at}`, text }),
    );
    const bytes = bytesOf(lines.join('\n'));
    await ingest([{ name: 'in.jsonl', open: () => sourceOf(bytes) }], { ...TEST_RUN, store, lexicons });
    const newer = { ...lexicons, version: 'f'.repeat(64) };
    const again = await recodeOutdated(store, newer, code);
    expect(again).toMatchObject({ count: 1, failed: [{ id: 'r1' }] });
    expect(again.failed[0]!.message).toContain('r1');
    expect((await store.report('r1'))!.text).toBe('Stumble over this.');
    expect(await recodeOutdated(store, newer)).toEqual({ count: 1, failed: [] });
  });
});
