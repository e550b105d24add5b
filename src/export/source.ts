/** What every export is made from: a ledger, and look-ups for the records and reports behind it. */
import type { Divisions } from '../lexicon/divisions.ts';
import type { ReportCard, Ledger } from '../model/ledger.ts';
import type { Decision } from '../model/decision.ts';
import type { CodedRecord, RecordKind } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { BundleSource } from './bundle/bundle-source.ts';

/** An export as it is written: piece by piece, so that a large one is never in memory as a whole. */
export type ExportBody = AsyncIterable<string | Uint8Array>;

/** A report as exports quote it. */
export interface ExportReport {
  readonly id: string;
  readonly text: string;
  readonly card: ReportCard;
  /** Version of the coder that made its records. */
  readonly coder: string;
}

export type ExportRecord = CodedRecord & { readonly report: string };

/** Look-ups are asked in batches, so that a large archive is never in memory as a whole. */
export interface ExportSource {
  readonly ledger: Ledger;
  readonly decisions: readonly Decision[];
  reports(ids: readonly string[]): Promise<readonly ExportReport[]>;
  records(ids: readonly string[]): Promise<readonly ExportRecord[]>;
  /** Names of the divisions that places lie in, by their keys; asked only by formats that have columns for them. */
  divisions(places: readonly string[]): Promise<ReadonlyMap<string, Divisions>>;
  /** Where a report names persons without an office; asked only when such names are withheld. */
  privateNames(ids: readonly string[]): Promise<Readonly<Record<string, readonly Span[]>>>;
  /** What changed in the ledger since a moment; asked only by a situation report that is to tell it. */
  changes(since: string): Promise<readonly ExportChange[]>;
  /** Everything in the store, for the bundle. */
  readonly whole: BundleSource;
}

/** One change of the ledger, in a line for people. */
export interface ExportChange {
  readonly type: 'new' | 'gone' | 'changed' | 'status' | 'agenda';
  readonly entry: string;
  readonly text: string;
  readonly details?: readonly string[];
}

/** What can be withheld: names of persons without an office, what analysts wrote, and who they are. */
export const REDACTIONS = ['persons', 'notes', 'analysts'] as const;
export type Redaction = (typeof REDACTIONS)[number];

export interface ExportOptions {
  /** Only what belongs to this truce: its id, or the only one that begins so. */
  readonly truce?: string;
  readonly kind?: RecordKind;
  /** Date or instant; a date means its begin in UTC for `from`, its end for `to`. */
  readonly from?: string;
  readonly to?: string;
  readonly redact?: readonly Redaction[];
  /** Begin CSV with a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** Where the desk or API stands, for links: "https://example.org". Without it ids are URNs. */
  readonly url?: string;
  /** Most items of a feed (default 100). */
  readonly limit?: number;
}

/** What a situation report is asked with, beside period and truce. */
export interface SitrepOptions extends ExportOptions {
  readonly language?: 'en' | 'ru';
  /** Tell what changed since this moment. */
  readonly since?: string;
  /** Text of a template of one's own, in Markdown with Liquid. */
  readonly template?: string;
}
