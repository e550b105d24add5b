/** Reports that are coded together are coded as each would be alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { BATCH, codeReport, codeReports, readReports } from '../../src/pipeline.ts';

const FOLDER = join(import.meta.dirname, '../../examples/reports');
const lexicons = loadLexicons();
const samples = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => readReports({ name: file, bytes: readFileSync(join(FOLDER, file)) }).reports);
/** Longer than what goes through the steps at once, and in a language without rules. */
const odd = [
  { id: 'long', text: 'Shells fell on the harbour at noon, the ministry said. '.repeat(8_000) },
  { id: 'uncoded', text: 'Гарнизоны на обоих берегах озера прекратили огонь, сообщили в понедельник их командиры.' },
].flatMap(
  (fields) => readReports({ name: 'odd.jsonl', bytes: new TextEncoder().encode(JSON.stringify(fields)) }).reports,
);

test('the same records, events and card, in the order of the reports', () => {
  const few = [...samples, ...odd];
  const many = [...few, ...samples.toReversed(), ...samples];
  const alone = new Map(few.map((report) => [report.id, codeReport(report, lexicons)]));
  const together = [...codeReports(many, lexicons)];
  expect(together.map(({ article }) => article.report.id)).toEqual(many.map(({ id }) => id));
  for (const coded of together) expect(coded).toEqual(alone.get(coded.article.report.id));
});

test('none gives none', () => expect([...codeReports([], lexicons)]).toEqual([]));

test('reports are asked for no further than the batch that is being read', () => {
  let asked = 0;
  function* endless(): Iterable<(typeof samples)[number]> {
    for (;;) {
      asked++;
      yield samples[0]!;
    }
  }
  const [first] = codeReports(endless(), lexicons);
  expect(first!.article.report.id).toBe(samples[0]!.id);
  expect(asked).toBeLessThanOrEqual(BATCH);
});
