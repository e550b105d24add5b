/** Tables of the store, as Kysely types. Both databases have the same ones. */
import type { Generated } from 'kysely';

export interface MetaTable {
  key: string;
  value: string;
}

export interface ReportTable {
  seq: Generated<number>;
  /** SHA-256 of the text and of what the sender said of it: the same report is stored once. */
  hash: string;
  id: string;
  /** Where it came from: a path, a URL, or a line of a file. */
  origin: string;
  media_type: string;
  /** Bytes as received, compressed with zstd. */
  raw: Uint8Array;
  /** Length of the raw bytes before compression. */
  bytes: number;
  captured: string;
  run: string;
  /** Report without text and hash, as JSON: what the sender said of it. */
  meta: string;
  text: string;
}

export interface ArticleTable {
  report: string;
  /** Version of the coder that made the article and its records. */
  coder: string;
  headline: string;
  outlet: string | null;
  published: string | null;
  language: string;
  story: string | null;
  /** ReportCard as JSON. */
  card: string;
  /** Article without its text, as JSON. */
  article: string;
  diagnostics: string;
}

export interface RecordTable {
  id: string;
  report: string;
  kind: string;
  rule: string;
  factuality: string;
  earliest: string | null;
  /** The whole record as JSON, spans included. */
  body: string;
}

export interface DecisionTable {
  seq: Generated<number>;
  id: string;
  at: string;
  by: string;
  type: string;
  body: string;
}

export interface EntryTable {
  id: string;
  kind: string;
  title: string;
  earliest: string | null;
  last_reported: string | null;
  review: string;
  body: string;
}

/** The parts of the ledger that are read whole: truces, agenda, stories, situations, coverage. */
export interface LedgerPartTable {
  name: string;
  body: string;
}

export interface RunTable {
  id: string;
  started: string;
  finished: string | null;
  coder: string;
  command: string;
  added: number;
  known: number;
  rejected: number;
}

export interface QuarantineTable {
  seq: Generated<number>;
  hash: string;
  origin: string;
  key: string;
  message: string;
  raw: Uint8Array;
  at: string;
}

export interface Tables {
  meta: MetaTable;
  reports: ReportTable;
  articles: ArticleTable;
  records: RecordTable;
  decisions: DecisionTable;
  entries: EntryTable;
  ledger_parts: LedgerPartTable;
  runs: RunTable;
  quarantine: QuarantineTable;
}
