/**
 * What lists show: entries, truces, reports and changes in one line each. The store keeps them ready as projections, the
 * API hands them on, the desk imports their types.
 */
import type { AgendaItem, CorroborationStep, Entry, Reason, TruceStatus } from './ledger.ts';
import type { Published } from './article.ts';
import type { PlaceRelation } from './doc.ts';
import type { RecordKind } from './record.ts';
import type { Span } from './span.ts';
import type { Factuality } from './vocabulary.ts';

/** A side, actor or outlet: the key to filter by and the name to show. */
export interface Named {
  readonly key: string;
  readonly name: string;
}

/** A place that an entry names; without coordinates where no gazetteer has it. */
export interface PlacePoint {
  readonly key: string;
  readonly name: string;
  readonly relation: PlaceRelation;
  readonly lat?: number;
  readonly lon?: number;
}

/** How far an incident goes beyond the accusation, as the matrix counts it. */
export type Standing = 'alone' | 'denied' | 'admitted' | 'confirmed';
export const STANDINGS = ['alone', 'denied', 'admitted', 'confirmed'] as const satisfies readonly Standing[];

/** An entry in one line. */
export interface EntryLine {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly firstReported?: string;
  readonly lastReported?: string;
  readonly factuality: readonly Factuality[];
  readonly step: CorroborationStep;
  readonly standing: Standing;
  readonly grade?: string;
  /** Sides that say so, without the accused; `outlets` where only outlets tell of it. */
  readonly accusers: readonly Named[];
  /** Sides that are said to have done it; of a statement the addressees. */
  readonly accused: readonly Named[];
  readonly deniedBy: readonly Named[];
  /** First reading of each slot, in words: `{ type: 'fire', act: 'urge', speaker: 'Ned Price' }`. */
  readonly facts: Readonly<Record<string, string>>;
  readonly places: readonly PlacePoint[];
  /** Ids of the truces that it bears on. */
  readonly truces: readonly string[];
  readonly story?: string;
  readonly review: Entry['review'];
  /** Who is to look at it. */
  readonly assigned?: string;
  /** True where agencies took back everything that it rests on. */
  readonly withdrawn?: true;
  readonly origins: number;
  readonly records: number;
  readonly reports: number;
  readonly differences: number;
  /** First record and its report: where the reader opens. */
  readonly record: string;
  readonly report: string;
  /** How much a decision on it would change the picture; the review queue is ordered by it. */
  readonly priority: number;
  /** Why it stands where it does in the queue, weightiest first. */
  readonly weighs: readonly string[];
}

/** One row of a matrix in counts; the entries of a cell are at `/truces/{id}/entries`. */
export type MatrixCount = { readonly accuser: Named; readonly accused: Named } & Readonly<Record<Standing, number>>;

/** A truce in one line, or on a card. */
export interface TruceLine {
  readonly id: string;
  readonly title: string;
  readonly status: TruceStatus;
  readonly standing: boolean;
  readonly parties: readonly Named[];
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
  readonly hoursQuiet?: number;
  readonly lastBreach?: string;
  readonly breaches: number;
  readonly before: number;
  readonly uncertain: number;
  readonly matrix: readonly MatrixCount[];
  /** With at most a few pieces of evidence each. */
  readonly reasons: readonly Reason[];
  readonly supersededBy?: string;
  readonly supersedes?: string;
}

/** An item of the agenda with what kind of entry it is. */
export type AgendaLine = AgendaItem & { readonly kind: 'meeting' | 'plan' };

/** A report in one line. */
export interface ReportLine {
  readonly id: string;
  readonly headline: string;
  readonly outlet?: string;
  readonly published: Published;
  readonly captured?: string;
  readonly language: string;
  readonly url?: string;
  readonly slugs: readonly string[];
  readonly story?: string;
  readonly records: number;
}

/** One change of the ledger or the archive; `seq` only grows and is the id of the event in the stream. */
export interface ChangeLine {
  readonly seq: number;
  /** Instant at which trucewatch laid it down. */
  readonly at: string;
  readonly type: 'report' | 'new' | 'gone' | 'changed' | 'status' | 'agenda' | 'decision' | 'rebuilt';
  /** Id of the entry, truce, report or decision. */
  readonly id: string;
  readonly kind?: RecordKind;
  readonly text: string;
  readonly before?: string;
  readonly after?: string;
}

/** A stretch of a report as it stands, with the words that evidence points at. */
export interface QuotePiece {
  /** Offset of `text` in the report. */
  readonly start: number;
  readonly text: string;
  /** Offsets in the report, each inside the piece. */
  readonly marks: readonly Span[];
}

/** The words of one record: every span of its shown evidence lies inside one of the pieces. */
export interface QuoteOfRecord {
  readonly record: string;
  readonly report: string;
  readonly headline: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly pieces: readonly QuotePiece[];
}
