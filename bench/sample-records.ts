/**
 * Draws coded records at random, with a fixed seed, and prints each with its slots and the words it rests on, so that
 * people can judge them: `node bench/sample-records.ts --input wires.jsonl.gz --count 100 --seed a`. Reports whose id a file
 * names are left out: `--except docs/judged-records.md`. Several inputs are one heap; `--half odd` takes every second line
 * of each, the half of a pack that nobody reads.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { loadLexicons } from '../src/lexicon/lexicons.ts';
import type { CodedRecord } from '../src/model/record.ts';
import { codeReport, readReports } from '../src/pipeline.ts';

const { values: options } = parseArgs({
  options: {
    input: { type: 'string', multiple: true, default: [] },
    half: { type: 'string' },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    kinds: { type: 'string', default: 'incident,agreement,request' },
    class: { type: 'string' },
    except: { type: 'string' },
  },
});
if (options.input.length === 0) throw new Error('say which reports: --input FILE.jsonl or FILE.jsonl.gz');

/** Keys that the first line shows already, or that judges do not need. */
const HIDDEN: ReadonlySet<string> = new Set(['id', 'kind', 'rule', 'factuality', 'spans', 'attribution', 'plover']);

interface Drawn {
  readonly rank: string;
  readonly pack: string;
  readonly report: string;
  readonly text: string;
  readonly published: string | undefined;
  readonly record: CodedRecord;
}

const kinds = new Set(options.kinds.split(','));
const drawn = options.input
  .flatMap((file) => recordsOf(file))
  .filter(({ record }) => options.class === undefined || classOf(record) === options.class)
  .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  .slice(0, Number(options.count));
for (const [index, one] of drawn.entries()) process.stdout.write(`${index + 1}. ${show(one)}\n`);

function recordsOf(file: string): Drawn[] {
  const { reports } = readReports({
    name: basename(file, '.gz'),
    bytes: bytesOf(file),
    mediaType: 'application/jsonl',
  });
  const lexicons = loadLexicons();
  const found: Drawn[] = [];
  const seen = options.except === undefined ? '' : readFileSync(options.except, 'utf8');
  for (const report of reports) {
    if (seen.includes(report.id)) continue;
    const { records, article } = codeReport(report, lexicons);
    for (const record of records)
      if (kinds.has(record.kind))
        found.push({
          rank: createHash('sha256').update(`${options.seed} ${report.id} ${record.id}`).digest('hex'),
          pack: basename(file).replace(/\..*$/, ''),
          report: report.id,
          text: article.text,
          published: article.published.value,
          record,
        });
  }
  return found;
}

/** The lines of a file, or those of one half of it: the first line is even. */
function bytesOf(file: string): Buffer {
  const raw = readFileSync(file);
  const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
  if (options.half === undefined) return bytes;
  const lines = bytes.toString('utf8').split('\n');
  return Buffer.from(lines.filter((_, at) => (at % 2 === 0) === (options.half === 'even')).join('\n'));
}

function classOf(record: CodedRecord): string | undefined {
  return record.kind === 'agreement' ? record.class.value : undefined;
}

/** What a judge must see: kind, slots, label, chain of voices, the words in their sentence. */
function show({ pack, report, text, published, record }: Drawn): string {
  const { kind, rule, factuality, spans, attribution } = record;
  const { start, end } = spans[0]!;
  const voices = attribution.map(({ code, name }) => [code, name].filter(Boolean).join(':')).join(' < ');
  const around = `${text.slice(Math.max(0, start - 250), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 220)}`;
  return [
    `${kind} (${rule}) ${factuality} ${pack} ${report} ${published ?? 'undated'} by ${voices}`,
    `   ${slotsOf(record)}`,
    `   … ${around.replaceAll(/\s+/g, ' ')} …`,
  ].join('\n');
}

function slotsOf(record: CodedRecord): string {
  return Object.entries(record)
    .filter(([key, value]) => !HIDDEN.has(key) && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${key}=${[value].flat().map(valueOf).join('|')}`)
    .join('; ');
}

/** A slot's value in short: code and name, the name of a place, or the plain value. */
function valueOf(slot: unknown): string {
  const value = typeof slot === 'object' && slot !== null && 'value' in slot ? slot.value : slot;
  if (typeof value !== 'object' || value === null) return String(value);
  const { code, name, value: time } = value as { code?: string; name?: string; value?: string };
  return [code, name ?? time].filter((part) => part !== undefined).join(':') || JSON.stringify(value);
}
