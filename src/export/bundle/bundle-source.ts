/** Everything in a store, as the bundle takes it: evidence and decisions whole, nothing that can be folded anew. */
import type { Article } from '../../model/article.ts';
import type { Decision } from '../../model/decision.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReportCard, Situation } from '../../model/ledger.ts';
import type { CodedRecord } from '../../model/record.ts';

/** One report as received, with all that was made of it. */
export interface BundleReport {
  readonly id: string;
  readonly hash: string;
  readonly origin: string;
  readonly mediaType: string;
  readonly captured: string;
  readonly coder: string;
  readonly article: Article;
  readonly card: ReportCard;
  readonly records: readonly CodedRecord[];
  readonly diagnostics: readonly Diagnostic[];
  /** Bytes as received. */
  readonly raw: Uint8Array;
}

/** What could not be read, with the reason. */
export interface BundleReject {
  readonly hash: string;
  readonly origin: string;
  readonly key: string;
  readonly message: string;
  readonly at: string;
  readonly raw: Uint8Array;
}

export interface BundleSource {
  /** Version of the program that writes it. */
  readonly version: string;
  /** In order of id. */
  reports(): AsyncIterable<BundleReport>;
  rejects(): AsyncIterable<BundleReject>;
  /** In the order in which they were made. */
  decisions(): Promise<readonly Decision[]>;
  /** Configuration that the ledger's hash depends on. */
  readonly situations: readonly Situation[];
  /** True when something was withheld: the ledger that is folded from it is another one. */
  readonly redacted?: boolean;
}
