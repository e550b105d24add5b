/** A report that was cut anywhere, or lost words on its way, is coded like any other: no rule may ask for what is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { codeReport, readReports } from '../../src/pipeline.ts';

const FOLDER = join(import.meta.dirname, '../../examples/reports');
const lexicons = loadLexicons();
const words = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => readReports({ name: file, bytes: readFileSync(join(FOLDER, file)) }).reports)
  .flatMap(({ text }) => text.split(/(?<=\s)/));

/** The text with spans checked: `codeReport` throws where one lies outside. */
function code(text: string): number {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'cut', text }));
  const [report] = readReports({ name: 'cut.jsonl', bytes }).reports;
  return report === undefined ? 0 : codeReport(report, lexicons).records.length;
}

test('any piece, with words left out', () => {
  const piece = fc.record({
    from: fc.nat(words.length - 1),
    length: fc.integer({ min: 1, max: 120 }),
    lost: fc.array(fc.nat(119), { maxLength: 30 }),
  });
  fc.assert(
    fc.property(piece, ({ from, length, lost }) => {
      const left = words.slice(from, from + length).filter((_, at) => !lost.includes(at));
      expect(code(left.join(''))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 400 },
  );
});

test.each([
  'announce that the bridge of Ludmar is now open to convoys," Rask said in a statement. "It is great news."',
  'said that the bridge is open," Rask said.',
])('%s', (text) => expect(code(text)).toBeGreaterThan(0));
