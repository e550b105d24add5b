/** What the HTTP layer asks of the rest: plain functions and data. `cli/desk-source.ts` gives it over a store. */
import type { Article } from '../model/article.ts';
import type { Decision, DecisionRequest } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ledger, ReportCard } from '../model/ledger.ts';
import type { CodedRecord } from '../model/record.ts';

export type { DecisionRequest };

/** A report as the reader shows it. */
export interface DeskReport {
  readonly card: ReportCard;
  readonly origin: string;
  readonly captured: string;
  readonly text: string;
  readonly article: Omit<Article, 'report' | 'text'>;
  readonly records: readonly CodedRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface DeskHit {
  readonly report: string;
  readonly headline: string;
  readonly published?: string;
  readonly outlet?: string;
  /** Found words stand between U+0002 and U+0003. */
  readonly snippet: string;
}

export interface DeskStatus {
  readonly reports: number;
  readonly records: number;
  readonly quarantine: readonly {
    readonly origin: string;
    readonly key: string;
    readonly message: string;
    readonly at: string;
  }[];
}

/** A place that a record names, with what the map needs. */
export interface DeskPlace {
  readonly record: string;
  readonly key: string;
  readonly name: string;
  readonly relation: 'at' | 'near' | 'toward';
  readonly lat: number;
  readonly lon: number;
}

export interface DeskSource {
  /** The ledger now, or as it stood at an instant. Throws `bad-option` for what is no instant. */
  ledger(asOf?: string): Promise<Ledger>;
  /** Hash of the ledger now: changes with every report and decision. */
  revision(): Promise<string>;
  report(id: string): Promise<DeskReport | undefined>;
  cards(): Promise<readonly ReportCard[]>;
  /** Texts of reports by id, for the words behind a value. */
  texts(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Places of incidents and meetings that have coordinates. */
  places(): Promise<readonly DeskPlace[]>;
  search(words: string): Promise<readonly DeskHit[]>;
  status(): Promise<DeskStatus>;
  decisions(): Promise<readonly Decision[]>;
  /** Lays down a decision about an entry; the log is append-only. */
  decide(request: DecisionRequest): Promise<Decision>;
}
