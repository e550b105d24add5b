/** Goes through entries with the records and reports behind them, a batch in memory at a time. */
import type { Entry } from '../model/ledger.ts';
import type { ExportRecord, ExportReport, ExportSource } from './source.ts';

const ENTRIES = 200;

/** One entry with what it rests on. */
export interface Backed {
  readonly entry: Entry;
  /** In the order in which the entry names them. */
  readonly records: readonly ExportRecord[];
  readonly reports: ReadonlyMap<string, ExportReport>;
}

/** Each entry with its records and reports, in order. */
export async function* backed(source: ExportSource, entries: readonly Entry[]): AsyncIterable<Backed> {
  for (let at = 0; at < entries.length; at += ENTRIES) {
    const part = entries.slice(at, at + ENTRIES);
    const records = byId(await source.records([...new Set(part.flatMap((entry) => entry.records))]));
    const reports = byId(await source.reports([...new Set(part.flatMap((entry) => entry.reports))]));
    for (const entry of part) yield { entry, records: entry.records.flatMap((id) => records.get(id) ?? []), reports };
  }
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]));
