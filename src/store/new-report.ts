/** What goes into the store: a report with all that was made of it, or the bytes of what could not be read. */
import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReportCard } from '../model/ledger.ts';
import type { CodedRecord } from '../model/record.ts';

/** One report with all that was made of it, as it goes into the store in one transaction. */
export interface NewReport {
  readonly hash: string;
  readonly id: string;
  readonly origin: string;
  readonly mediaType: string;
  /** Bytes as received. */
  readonly raw: Uint8Array;
  readonly captured: string;
  readonly article: Article;
  readonly card: ReportCard;
  readonly records: readonly CodedRecord[];
  readonly diagnostics: readonly Diagnostic[];
  readonly coder: string;
}

/** What could not be read, with its bytes. */
export interface Refused {
  readonly hash: string;
  readonly origin: string;
  readonly key: string;
  readonly message: string;
  readonly raw: Uint8Array;
}

/** What could not be read, and when it was refused: with the reports of its batch, or by the bundle that it comes from. */
export interface Rejected extends Refused {
  readonly at: string;
}
