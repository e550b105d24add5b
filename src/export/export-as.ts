/** The one door to all exports: a format's name in, media type, file name and body out. */
import { TrucewatchError } from '../model/errors.ts';
import { exportBundle } from './bundle/write-bundle.ts';
import { exportCalendar } from './calendar/calendar.ts';
import { exportChangesFeed, exportDueFeed, exportNewFeed } from './feeds/feeds.ts';
import { exportGeoJson } from './geojson.ts';
import { exportJsonl } from './jsonl.ts';
import { exportJsonLd } from './jsonld/jsonld.ts';
import { exportParquet } from './parquet.ts';
import { exportPlover } from './plover.ts';
import { redacted } from './redact/redact.ts';
import { selectEntries } from './select.ts';
import { exportSitrepHtml, exportSitrepMarkdown, exportSitrepPdf } from './sitrep/sitrep.ts';
import type { ExportBody, ExportSource, SitrepOptions } from './source.ts';
import { exportAcled } from './tables/acled.ts';
import { exportCsv } from './tables/csv-table.ts';
import { exportEthPrio } from './tables/ethprio.ts';
import { exportHxl } from './tables/hxl.ts';

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
  readonly write: (source: ExportSource, options: SitrepOptions) => ExportBody;
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
  {
    name: 'acled',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    description: "incidents and truces with ACLED's columns; direction and claimant in columns of our own",
    write: exportAcled,
  },
  {
    name: 'ethprio',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    description: 'ceasefires with the variables of the ETH/PRIO dataset, a row an actor',
    write: exportEthPrio,
  },
  {
    name: 'hxl',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    description: 'what happened, with HXL 1.1 hashtags',
    write: exportHxl,
  },
  {
    name: 'plover',
    mediaType: 'application/jsonl; charset=utf-8',
    extension: 'jsonl',
    description: 'PLOVER events, one a line, with factuality beside them',
    write: exportPlover,
  },
  {
    name: 'geojson',
    mediaType: 'application/geo+json',
    extension: 'geojson',
    description: 'a point for each place of an entry (RFC 7946)',
    write: exportGeoJson,
  },
  {
    name: 'jsonld',
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    description: 'entries with their words as W3C Web Annotations, and where they come from as PROV',
    write: exportJsonLd,
  },
  {
    name: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    extension: 'parquet',
    description: 'a table of entries for DuckDB, pandas and R; with a kind, a column for each slot',
    write: exportParquet,
  },
  {
    name: 'ics',
    mediaType: 'text/calendar; charset=utf-8',
    extension: 'ics',
    description: 'the agenda as iCalendar (RFC 5545)',
    write: exportCalendar,
  },
  {
    name: 'atom',
    mediaType: 'application/atom+xml; charset=utf-8',
    extension: 'atom',
    description: 'a feed of new entries (RFC 4287)',
    write: exportNewFeed,
  },
  {
    name: 'atom-changes',
    mediaType: 'application/atom+xml; charset=utf-8',
    extension: 'atom',
    description: 'a feed of further reports, changes of status and decisions',
    write: exportChangesFeed,
  },
  {
    name: 'atom-due',
    mediaType: 'application/atom+xml; charset=utf-8',
    extension: 'atom',
    description: 'a feed of what is due or overdue',
    write: exportDueFeed,
  },
  {
    name: 'sitrep-md',
    mediaType: 'text/markdown; charset=utf-8',
    extension: 'md',
    description: 'a situation report of a period, with notes (Markdown)',
    write: exportSitrepMarkdown,
  },
  {
    name: 'sitrep-html',
    mediaType: 'text/html; charset=utf-8',
    extension: 'html',
    description: 'the same as a page that prints, with timeline and map',
    write: exportSitrepHtml,
  },
  {
    name: 'sitrep-pdf',
    mediaType: 'application/pdf',
    extension: 'pdf',
    description: 'the same as PDF, with bookmarks',
    write: exportSitrepPdf,
  },
  {
    name: 'bundle',
    mediaType: 'application/gzip',
    extension: 'tar.gz',
    description: 'everything with its evidence, for another trucewatch (`restore`) and for the archive',
    write: exportBundle,
  },
];

/** The export of a source in a format. Throws `bad-option` and `unknown-id` before anything is written. */
export async function exportAs(format: string, source: ExportSource, options: SitrepOptions = {}): Promise<Exported> {
  const found = EXPORT_FORMATS.find(({ name }) => name === format);
  if (found === undefined) {
    const names = EXPORT_FORMATS.map(({ name }) => name).join(', ');
    throw new TrucewatchError('bad-option', `"${format}" is no format. Formats: ${names}.`);
  }
  // Ids and times are checked here, or a stream would break after its first bytes
  selectEntries(source.ledger, options);
  const parts = ['trucewatch', found.name, options.kind, options.truce].filter((part) => part !== undefined);
  return {
    mediaType: found.mediaType,
    filename: `${parts.join('-').replaceAll(/[^\w.-]+/g, '_')}.${found.extension}`,
    body: found.write(await redacted(source, options), options),
  };
}
