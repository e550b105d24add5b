/**
 * The ledger as CSV. With a kind: a row an entry, each slot with its value, whether it was said or inferred, other
 * readings and the words. Without: a row for each reading of each slot and each report that gives it.
 */
import type { Entry, Evidence, Reading } from '../../model/ledger.ts';
import type { RecordKind } from '../../model/record.ts';
import { backed, type Backed } from '../batch.ts';
import { selectEntries } from '../select.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { basisOf, plainValue, readingsOf, wordsOf } from '../words.ts';
import { csvTable, type Row } from './csv.ts';
import { ENTRY_COLUMNS, entryRow, list } from './entry-columns.ts';
import { LIST_SLOTS, SLOT_NAMES } from './slot-names.ts';

export function exportCsv(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const entries = selectEntries(source.ledger, options);
  const { kind } = options;
  if (kind === undefined) return csvTable(LONG_COLUMNS, longRows(source, entries), options);
  return csvTable(wideColumns(kind), wideRows(source, entries), options);
}

/** `weapons`, `weapons_value`, `weapons_basis`, `weapons_other`, `weapons_words` for each slot. */
export const wideColumns = (kind: RecordKind): readonly string[] => [
  ...ENTRY_COLUMNS,
  ...SLOT_NAMES[kind].flatMap((name) => [name, `${name}_value`, `${name}_basis`, `${name}_other`, `${name}_words`]),
];

async function* wideRows(source: ExportSource, entries: readonly Entry[]): AsyncIterable<Row> {
  for await (const one of backed(source, entries)) yield wideRow(one);
}

export function wideRow({ entry, reports }: Backed): Row {
  const row: Record<string, Row[string]> = { ...entryRow(entry) };
  for (const name of SLOT_NAMES[entry.kind]) {
    const readings = readingsOf(entry, name);
    if (readings.length === 0) continue;
    const shown = LIST_SLOTS.has(name) ? readings : readings.slice(0, 1);
    const one = (values: readonly (string | number | boolean)[]): Row[string] =>
      values.length === 1 ? values[0] : list(values.map(String));
    row[name] = one(shown.map(({ label }) => label));
    row[`${name}_value`] = one(shown.map(plainValue));
    row[`${name}_basis`] = list([...new Set(shown.map(basisOf))]);
    row[`${name}_other`] = list(readings.slice(shown.length).map(({ label }) => label));
    row[`${name}_words`] = list(shown.map(({ evidence }) => wordsOf(evidence[0]!, reports)));
  }
  return row;
}

const LONG_COLUMNS = [
  'entry',
  'kind',
  'title',
  'review',
  'slot',
  'reading',
  'label',
  'value',
  'basis',
  'rule',
  'report',
  'outlet',
  'published',
  'url',
  'record',
  'start',
  'end',
  'words',
] as const;

async function* longRows(source: ExportSource, entries: readonly Entry[]): AsyncIterable<Row> {
  for await (const one of backed(source, entries))
    for (const { name, readings } of one.entry.slots)
      for (const [index, reading] of readings.entries())
        for (const evidence of reading.evidence) yield longRow(one, name, index, reading, evidence);
}

function longRow({ entry, reports }: Backed, slot: string, index: number, reading: Reading, evidence: Evidence): Row {
  const card = reports.get(evidence.report)?.card;
  return {
    entry: entry.id,
    kind: entry.kind,
    title: entry.title,
    review: entry.review,
    slot,
    reading: index + 1,
    label: reading.label,
    value: plainValue(reading),
    basis: evidence.rule === undefined ? 'said' : 'inferred',
    rule: evidence.rule,
    report: evidence.report,
    outlet: card?.outlet,
    published: card?.published.value,
    url: card?.url,
    record: evidence.record,
    start: evidence.spans[0]?.start,
    end: evidence.spans[0]?.end,
    words: wordsOf(evidence, reports),
  };
}
