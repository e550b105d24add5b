/** The public interface of the package; `test/index.test.ts` pins its names. */
export { ApiError, createClient, type Client, type ClientOptions } from './client.ts';
export { loadLexicons, type Lexicons } from './lexicon/lexicons.ts';
export type { Article, Published, Report } from './model/article.ts';
export type { Decision } from './model/decision.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export type { Doc } from './model/doc.ts';
export { TrucewatchError, type ErrorKey } from './model/errors.ts';
export type { CodedReport, Entry, Ledger, Truce } from './model/ledger.ts';
export { RECORD_KINDS, type CodedRecord, type PloverView, type RecordKind, type Slot } from './model/record.ts';
export type { Span } from './model/span.ts';
export {
  annotate,
  clusterStories,
  codeDoc,
  codedJson,
  codeReport,
  codeReports,
  coderVersion,
  diffLedgers,
  explainEntry,
  foldLedger,
  parseArticle,
  readReports,
  segment,
  STEPS,
  type Coded,
} from './pipeline.ts';
export { openPostgresStore, openSqliteStore } from './store/open.ts';
export type { Store } from './store/store.ts';
