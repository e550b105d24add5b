/** The port of the store: what the rest of trucewatch asks of a database, SQLite or PostgreSQL. */
import type { Article } from '../model/article.ts';
import type { Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CodedReport, Entry, Ledger, LedgerDelta, LedgerHead, ReportCard } from '../model/ledger.ts';
import type { ChangeLine, ReportLine } from '../model/lines.ts';
import type { CodedRecord, RecordKind } from '../model/record.ts';
import type { Dialect } from './dialect.ts';
import type { OutletLine, ReportQuery } from './report-lines.ts';
import type { Page } from './projection/cursor.ts';
import type { Projection } from './projection/projection.ts';
import type { SaveOptions } from './projection/save.ts';
import type { StoreMarks } from './marks.ts';
import type { FeedStore } from './feed-store.ts';
import type { NewReport, Rejected } from './new-report.ts';

export type { NewReport, Refused, Rejected } from './new-report.ts';
export type { StoreMarks };

export interface StoredReport {
  readonly id: string;
  readonly hash: string;
  readonly origin: string;
  readonly mediaType: string;
  readonly captured: string;
  readonly bytes: number;
  readonly text: string;
  readonly article: Article;
  readonly card: ReportCard;
  readonly diagnostics: readonly Diagnostic[];
  readonly coder: string;
}

/** A record with the id of the report that it was made from. */
export type StoredRecord = CodedRecord & { readonly report: string };

export interface Run {
  readonly id: string;
  readonly started: string;
  readonly finished?: string;
  readonly coder: string;
  readonly command: string;
  readonly added: number;
  readonly known: number;
  readonly rejected: number;
}

export interface Counts {
  readonly reports: number;
  readonly records: number;
  readonly entries: number;
  readonly decisions: number;
  readonly quarantined: number;
  /** Reports whose records were made by another version of the coder than `coder`. */
  readonly outdated: number;
}

export interface SearchHit {
  readonly report: string;
  readonly headline: string;
  readonly published?: string;
  readonly outlet?: string;
  /** Words around the hit; the found words stand between U+0002 and U+0003. */
  readonly snippet: string;
}

/** A stretch of a report's text, in UTF-16 code units. */
export interface Excerpt {
  readonly report: string;
  readonly start: number;
  readonly end: number;
}

export interface StoredPlace {
  readonly key: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

/** Everything is atomic: a call either happened whole or not at all. */
export interface Store {
  readonly dialect: Dialect;
  /** Path or address, without secrets. */
  readonly name: string;

  /** Which of these hashes are stored already, in reports or in quarantine. */
  known(hashes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Reports whose id is taken by another text are stored as `<id>~<first eight of the hash>`. */
  addReports(run: string, reports: readonly NewReport[], rejected: readonly Rejected[]): Promise<void>;
  /** New records for a stored report, by a newer coder. */
  recode(report: NewReport): Promise<void>;

  report(id: string): Promise<StoredReport | undefined>;
  /** Bytes as received. */
  raw(id: string): Promise<Uint8Array | undefined>;
  /** Cards in order of id, after `after`. */
  cards(options?: { after?: string; limit?: number }): Promise<readonly ReportCard[]>;
  /** In order of id; with `after` only those that were stored after that number, in the order of their storing. */
  codedReports(options?: { readonly after?: number }): AsyncIterable<CodedReport>;
  reportLines(query: ReportQuery): Promise<Page<ReportLine>>;
  outlets(): Promise<readonly OutletLine[]>;
  /** Stretches of texts of reports, in the order asked for; empty for a report that is not there. */
  excerpts(spans: readonly Excerpt[]): Promise<readonly string[]>;
  records(options: {
    ids?: readonly string[];
    report?: string;
    kind?: RecordKind;
    after?: string;
    limit?: number;
  }): Promise<readonly StoredRecord[]>;
  /** Ids of reports whose records another version of the coder made. */
  outdated(coder: string): Promise<readonly string[]>;
  search(words: string, limit?: number): Promise<readonly SearchHit[]>;

  decisions(): Promise<readonly Decision[]>;
  addDecision(decision: Decision): Promise<void>;
  addDecisions(decisions: readonly Decision[]): Promise<void>;

  /** Brings the projections to this ledger; only what differs is written. */
  saveLedger(ledger: Ledger, options?: SaveOptions): Promise<void>;
  /** The same, told only what changed since the ledger that is kept. */
  saveUpdate(update: LedgerDelta, options?: SaveOptions): Promise<void>;
  /** What lists and pages are read from. */
  readonly projection: Projection;
  places(): Promise<readonly StoredPlace[]>;
  /** What changed, after a number or from an instant on, oldest first. */
  changes(options: { after?: number; from?: string; type?: string; limit: number }): Promise<readonly ChangeLine[]>;
  marks(): Promise<StoreMarks>;
  /** Undefined when no ledger was folded since the last change of reports or decisions. */
  ledger(): Promise<Ledger | undefined>;
  /** The ledger without its entries: what status, agenda and the overview need. */
  ledgerHead(): Promise<LedgerHead | undefined>;
  entries(options: {
    ids?: readonly string[];
    kind?: RecordKind;
    after?: string;
    limit?: number;
  }): Promise<readonly Entry[]>;

  quarantine(): Promise<readonly Omit<Rejected, 'raw'>[]>;
  /** Bytes of what could not be read, by its hash. */
  rejected(hash: string): Promise<Uint8Array | undefined>;
  startRun(run: { id: string; started: string; coder: string; command: string }): Promise<void>;
  finishRun(id: string, finished: string): Promise<void>;
  runs(limit?: number): Promise<readonly Run[]>;
  /** Watched sources, their items, and the versions of reports. */
  readonly feeds: FeedStore;
  counts(coder: string): Promise<Counts>;
  close(): Promise<void>;
}
