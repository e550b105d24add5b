/** The one door to all exports: a format's name in, media type, file name and body out. */
import { TrucewatchError } from '../model/errors.ts';
import { exportJsonl } from './jsonl.ts';
import type { ExportOptions, ExportSource } from './source.ts';
import { exportCsv } from './tables/csv-table.ts';

export type ExportBody = AsyncIterable<string | Uint8Array>;

export interface Exported {
  readonly mediaType: string;
  readonly filename: string;
  readonly body: ExportBody;
}

interface Format {
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
  /** One line for people. */
  readonly description: string;
  readonly write: (source: ExportSource, options: ExportOptions) => ExportBody;
}

/** Every format by name. */
export const EXPORT_FORMATS: readonly Format[] = [
  {
    name: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    description: 'every reading of every slot with its words; with a kind, a row an entry',
    write: exportCsv,
  },
  {
    name: 'jsonl',
    mediaType: 'application/jsonl; charset=utf-8',
    extension: 'jsonl',
    description: 'entries whole, one JSON object a line, with the words of each value',
    write: exportJsonl,
  },
];

/** The export of a source in a format. Throws `bad-option` for a format that there is not. */
export function exportAs(format: string, source: ExportSource, options: ExportOptions = {}): Exported {
  const found = EXPORT_FORMATS.find(({ name }) => name === format);
  if (found === undefined) {
    const names = EXPORT_FORMATS.map(({ name }) => name).join(', ');
    throw new TrucewatchError('bad-option', `"${format}" is no format. Formats: ${names}.`);
  }
  const parts = ['trucewatch', found.name, options.kind, options.truce].filter((part) => part !== undefined);
  return {
    mediaType: found.mediaType,
    filename: `${parts.join('-').replaceAll(/[^\w.-]+/g, '_')}.${found.extension}`,
    body: found.write(source, options),
  };
}
