/** Tables of the watched sources. */
import type { Generated } from 'kysely';

export interface FeedTable {
  id: string;
  url: string;
  /** Source as JSON. */
  source: string;
  active: number;
  first_seen: string;
  due: string;
  last_attempt: string | null;
  last_success: string | null;
  last_new: string | null;
  failures: number;
  error_key: string | null;
  error_message: string | null;
  etag: string | null;
  modified: string | null;
  body_hash: string | null;
  /** Answers of "not modified" in a row. */
  unmodified: number;
  moved_to: string | null;
}

export interface FetchTable {
  seq: Generated<number>;
  feed: string;
  at: string;
  /** `new`, `same`, `unmodified` or the key of an error. */
  outcome: string;
  bytes: number;
  ms: number;
  items: number;
  added: number;
}

export interface ItemTable {
  key: string;
  feed: string;
  host: string;
  url: string | null;
  title: string | null;
  own: string | null;
  /** Hash of what the source says of the item: a change is a reason to look again. */
  mark: string;
  state: string;
  report: string | null;
  content: string | null;
  first_seen: string;
  checked: string | null;
  due: string | null;
  tries: number;
  checks: number;
  etag: string | null;
  modified: string | null;
  error_key: string | null;
  error_message: string | null;
}

export interface ReportVersionTable {
  item: string;
  version: number;
  report: string;
  at: string;
}

export interface FeedTables {
  feeds: FeedTable;
  fetches: FetchTable;
  feed_items: ItemTable;
  report_versions: ReportVersionTable;
}
