/** Tables of the store, as Kysely types. Both databases have the same ones. */
import type { Generated } from 'kysely';
import type { FeedTables } from './feed-schema.ts';

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
  /** What a list of reports shows, as JSON; null where it was stored before lists had one. */
  line: string | null;
  /** `published` as a key that sorts; empty for what nothing dates. */
  at: string;
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

/** An entry as lists need it; the whole of it lies in `entry_bodies`, so that lists read little. */
export interface EntryTable {
  seq: Generated<number>;
  id: string;
  kind: string;
  title: string;
  /** When it happened, else when it was last reported; empty where neither is known. */
  at: string;
  reported: string;
  priority: number;
  review: string;
  /** Hash of line, body and terms: what is unchanged is not written again. */
  digest: string;
  /** Its rows in `entry_terms`, as a JSON list. */
  terms: string;
  /** EntryLine as JSON. */
  line: string;
}

export interface EntryBodyTable {
  id: string;
  /** Entry as JSON. */
  body: string;
}

/** One thing that an entry can be filtered by: `accuser:ARM`, `truce:agreement-…`. */
export interface EntryTermTable {
  term: string;
  at: string;
  entry: string;
  kind: string;
  reported: string;
  priority: number;
}

/** How many entries of a kind, or of all kinds where it is empty, can be found by a value of a filter. */
export interface EntryCountTable {
  filter: string;
  kind: string;
  value: string;
  entries: number;
}

export interface TruceTable {
  id: string;
  /** When it took effect; `9` where that is unknown. */
  at: string;
  status: string;
  standing: number;
  /** Codes of the parties between bars: `|ARM|AZE|`. */
  parties: string;
  digest: string;
  line: string;
  body: string;
}

export interface AgendaTable {
  id: string;
  at: string;
  outcome: string;
  digest: string;
  body: string;
}

export interface StoryTable {
  id: string;
  digest: string;
  body: string;
}

export interface StoryReportTable {
  report: string;
  story: string;
}

export interface CoverageTable {
  day: string;
  side: string;
  reports: number;
  origins: number;
}

/** Coordinates of every place that a record names, under each of its names. */
export interface PlaceTable {
  key: string;
  name: string;
  lat: number;
  lon: number;
}

/** What changed and when it was laid down; append-only. */
export interface ChangeTable {
  seq: Generated<number>;
  at: string;
  type: string;
  id: string;
  kind: string | null;
  text: string;
  before: string | null;
  after: string | null;
}

/** The parts of the ledger that are read whole: `head`, and `stale` while reports or decisions wait to be folded. */
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

export interface Tables extends FeedTables {
  meta: MetaTable;
  reports: ReportTable;
  articles: ArticleTable;
  records: RecordTable;
  decisions: DecisionTable;
  entries: EntryTable;
  entry_bodies: EntryBodyTable;
  entry_terms: EntryTermTable;
  entry_counts: EntryCountTable;
  truces: TruceTable;
  agenda: AgendaTable;
  stories: StoryTable;
  story_reports: StoryReportTable;
  coverage: CoverageTable;
  places: PlaceTable;
  changes: ChangeTable;
  ledger_parts: LedgerPartTable;
  runs: RunTable;
  quarantine: QuarantineTable;
}
