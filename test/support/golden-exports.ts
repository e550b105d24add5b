/** Which exports are checked in as golden files: the test compares them, the script writes them. */
import type { ExportOptions } from '../../src/export/source.ts';

/** File name, format, options. The largest formats are shown on incidents alone. */
export const GOLDEN_EXPORTS: readonly (readonly [file: string, format: string, options: ExportOptions])[] = [
  ['incidents.csv', 'csv', { kind: 'incident' }],
  ['tolls.csv', 'csv', { kind: 'toll' }],
  ['plans.jsonl', 'jsonl', { kind: 'plan' }],
  ['acled.csv', 'acled', {}],
  ['ethprio.csv', 'ethprio', {}],
  ['hxl.csv', 'hxl', {}],
  ['plover.jsonl', 'plover', {}],
  ['places.geojson', 'geojson', {}],
  ['tolls.jsonld', 'jsonld', { kind: 'toll' }],
  ['entries.parquet', 'parquet', {}],
  ['agenda.ics', 'ics', {}],
  ['new.atom', 'atom', { limit: 20, url: 'https://desk.example.org' }],
  ['changes.atom', 'atom-changes', { limit: 20, url: 'https://desk.example.org' }],
  ['due.atom', 'atom-due', { url: 'https://desk.example.org' }],
];
