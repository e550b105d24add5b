/** Which exports are checked in as golden files: the test compares them, the script writes them. */
import type { SitrepOptions } from '../../src/export/source.ts';

/** File name, format, options. The largest formats are shown on incidents alone. */
export const GOLDEN_EXPORTS: readonly (readonly [file: string, format: string, options: SitrepOptions])[] = [
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
  ['sitrep.en.md', 'sitrep-md', { from: '2022-09-13', to: '2022-09-15' }],
  ['sitrep.ru.md', 'sitrep-md', { from: '2022-09-14', to: '2022-09-14', language: 'ru' }],
  ['sitrep.html', 'sitrep-html', { from: '2022-09-14', to: '2022-09-14' }],
  ['due.atom', 'atom-due', { url: 'https://desk.example.org' }],
];
