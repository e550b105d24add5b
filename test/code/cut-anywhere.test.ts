/** A report that was cut anywhere, or lost words on its way, is coded like any other: no rule may ask for what is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { isInside, type Span } from '../../src/model/span.ts';
import { codeReport, readReports, type Coded } from '../../src/pipeline.ts';

const FOLDER = join(import.meta.dirname, '../../examples/reports');
const lexicons = loadLexicons();
const words = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => readReports({ name: file, bytes: readFileSync(join(FOLDER, file)) }).reports)
  .flatMap(({ text }) => text.split(/(?<=\s)/));

/** What is made of a text; nothing of one without words. */
function code(text: string): Coded | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'cut', text }));
  const [report] = readReports({ name: 'cut.jsonl', bytes }).reports;
  return report === undefined ? undefined : codeReport(report, lexicons);
}

/** All spans anywhere in a value. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(spansIn);
  return 'start' in value && typeof value.start === 'number' ? [value as Span, ...inner] : inner;
}

/** Spans of records and events, triggers of events among them, that are empty or reach out of the text. */
function spansOutside({ article, records, events }: Coded): Span[] {
  const triggers = events.map(({ trigger: [start, end] }): Span => ({ start, end }));
  return [...spansIn(records), ...spansIn(events), ...triggers].filter((span) => !isInside(article.text, span));
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
      const text = left.join('');
      const coded = code(text);
      if (coded === undefined) expect(text.trim()).toBe('');
      else {
        expect(text).toContain(coded.article.text);
        expect(spansOutside(coded)).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

test('"both" alone is a side', () => {
  const { events } = code('It expected both to honour it.')!;
  expect(events.map(({ source }) => source.map(({ name }) => name))).toEqual([['both']]);
});

test.each([
  'announce that the bridge of Ludmar is now open to convoys," Rask said in a statement. "It is great news."',
  'said that the bridge is open," Rask said.',
])('%s', (text) => expect(code(text)!.records.length).toBeGreaterThan(0));
