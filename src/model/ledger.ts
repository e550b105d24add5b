/**
 * What `ledger` makes: records fused into entries, weighed and explained. A ledger is a function of the set of
 * coded reports and decisions, never of their order, and of the moment asked for.
 */
import type { CodedRecord, Count, RecordKind, TimeRef } from './record.ts';
import type { Span } from './span.ts';
import type { Published } from './article.ts';
import type { Factuality } from './vocabulary.ts';

/** What the ledger needs to know of one report, beside its records. */
export interface ReportCard {
  readonly id: string;
  readonly hash: string;
  readonly headline: string;
  /** Where the headline stands in the text; absent where the text has none. */
  readonly headlineSpan?: Span;
  readonly outlet?: string;
  /** Key, country and owner of the outlet, from the register; absent for outlets that we do not know. */
  readonly outletKey?: string;
  readonly outletCountry?: string;
  /** Actor code of the state or body that owns or directs the outlet. */
  readonly outletAffiliation?: string;
  readonly url?: string;
  readonly published: Published;
  /** Instant of capture, given by the caller; as-of by capture time uses it, no rule does. */
  readonly captured?: string;
  /** Earlier versions of it, where the outlet changed the text at the same address. */
  readonly replaces?: readonly string[];
  /** RECASTS, ADDS, CORRECTS … as the take line has them. */
  readonly slugs: readonly string[];
  readonly language: string;
  /** Why there are no records: no rules for the language yet. */
  readonly notCoded?: 'language';
  /** What stories are compared by. */
  readonly features: StoryFeatures;
  /** Hashes of the content words of each statement, ascending, by record. */
  readonly gists?: Readonly<Record<string, readonly number[]>>;
}

export interface StoryFeatures {
  /** Content words and names with counts, lower case. */
  readonly terms: Readonly<Record<string, number>>;
  /** Those of them that stand with a capital within sentences, and the words at the head of the report; each once. */
  readonly proper?: readonly string[];
  readonly lead?: readonly string[];
  /** Keys of actors and places. */
  readonly names: readonly string[];
  /** ISO dates spoken of. */
  readonly dates: readonly string[];
  /** Hashes of word 5-grams, for near copies; ascending. */
  readonly shingles: readonly number[];
}

/** One report as the ledger takes it. */
export interface CodedReport {
  readonly card: ReportCard;
  readonly records: readonly CodedRecord[];
}

/** Where a ledger value comes from: one record, and the words in its report. */
export interface Evidence {
  readonly report: string;
  readonly record: string;
  readonly spans: readonly Span[];
  /** The rule, where the value was inferred. */
  readonly rule?: string;
}

/** One reading of a slot: the value, how it reads to people, and everything that says so. */
export interface Reading {
  readonly value: string | number | boolean | Count | TimeRef;
  readonly label: string;
  readonly evidence: readonly Evidence[];
  /** True where everything that says so was taken back, while other records of the entry stand. */
  readonly withdrawn?: true;
}

/** All readings of one slot; the first is the one to show. None is ever dropped. */
export interface LedgerSlot {
  readonly name: string;
  readonly readings: readonly Reading[];
}

/** Why two records are one entry. */
export interface Join {
  readonly rule: string;
  readonly a: string;
  readonly b: string;
  readonly reason: string;
}

/** A voice that does not lean on another voice in our reports: one ministry, whoever repeats it. */
export interface Origin {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly side: string;
  readonly outlets: readonly string[];
  readonly evidence: readonly Evidence[];
}

export type CorroborationStep =
  | 'one party alone'
  | 'several voices of one side'
  | 'outlet observed'
  | 'other party admits'
  | 'third party confirms'
  | 'verified';

export const CORROBORATION_STEPS = [
  'one party alone',
  'several voices of one side',
  'outlet observed',
  'other party admits',
  'third party confirms',
  'verified',
] as const satisfies readonly CorroborationStep[];

export interface Corroboration {
  readonly step: CorroborationStep;
  /** Every step that is reached, lowest first, each with its reason. */
  readonly reached: readonly {
    readonly step: CorroborationStep;
    readonly reason: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly origins: readonly Origin[];
  readonly deniedBy: readonly Origin[];
  /** Admiralty grade, set by people only: "B2". */
  readonly grade?: string;
}

export interface Difference {
  readonly slot: string;
  /**
   * contradiction: cannot both hold; update: a later report of the same voice replaces an earlier;
   * naming: two names or dates of one thing; precision: one is a coarser form of the other.
   */
  readonly type: 'contradiction' | 'update' | 'naming' | 'precision';
  readonly readings: readonly Reading[];
  readonly reason: string;
}

/** One line of the ledger: all records of one thing. */
export interface Entry {
  readonly id: string;
  readonly kind: RecordKind;
  /** One line for people: "Fire toward Goris, Sotk and Jermuk, alleged by Armenia of Azerbaijan". */
  readonly title: string;
  readonly slots: readonly LedgerSlot[];
  readonly records: readonly string[];
  readonly reports: readonly string[];
  readonly joins: readonly Join[];
  readonly factuality: readonly Factuality[];
  /** Earliest and latest instants of the thing itself, half-open. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Instant or date of the first and the last report that carries it. */
  readonly firstReported?: string;
  readonly lastReported?: string;
  readonly corroboration: Corroboration;
  readonly differences: readonly Difference[];
  /** Ids of related entries: what an agreement rests on, the truces that an incident bears on. */
  readonly links: readonly {
    readonly type: 'rests on' | 'bears on' | 'not against' | 'supersedes' | 'answers' | 'outcome of' | 'about';
    readonly entry: string;
    readonly reason: string;
  }[];
  readonly story?: string;
  readonly decisions: readonly string[];
  readonly review: 'unreviewed' | 'confirmed' | 'rejected';
  /** What agencies took back: it stays readable, and counts for nothing. */
  readonly withdrawn?: readonly Withdrawn[];
}

/** Records that no longer count, the report that takes them back, and its words. */
export interface Withdrawn {
  readonly records: readonly string[];
  readonly by: string;
  readonly reason: string;
}

/** True when agencies took back everything that an entry rests on. */
export const isWithdrawn = ({ records, withdrawn }: Pick<Entry, 'records' | 'withdrawn'>): boolean =>
  withdrawn !== undefined && new Set(withdrawn.flatMap((one) => one.records)).size === records.length;

/** A statement about the ledger with what it rests on. */
export interface Reason {
  readonly rule: string;
  readonly text: string;
  readonly entries: readonly string[];
  readonly evidence: readonly Evidence[];
}

export type TruceStatus =
  | 'announced'
  | 'in force, nothing alleged'
  | 'contested'
  | 'broken'
  | 'superseded'
  | 'expired'
  | 'declared over'
  | 'proposed';

export interface Truce {
  /** Id of its agreement entry. */
  readonly id: string;
  readonly title: string;
  readonly status: TruceStatus;
  readonly reasons: readonly Reason[];
  /** Codes of the parties. */
  readonly parties: readonly string[];
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
  /** Hours between the last alleged breach, or the effective time, and the asked moment. */
  readonly hoursQuiet?: number;
  readonly lastBreach?: string;
  /** Incident entries that bear on it, and those that precede it. */
  readonly breaches: readonly string[];
  readonly before: readonly string[];
  readonly matrix: readonly MatrixRow[];
  readonly reaffirmedBy: readonly Origin[];
  readonly supersededBy?: string;
  readonly supersedes?: string;
  readonly restsOn: readonly string[];
  /** True for an older instrument that carries a ceasefire or on which one rests: it stands behind the truces. */
  readonly standing: boolean;
  /** Keys of the places that it is limited to; absent for one that holds everywhere. */
  readonly places?: readonly string[];
  /** Sides that announced or confirmed it; a party that is missing has not spoken in these reports. */
  readonly announcedBy: readonly Origin[];
  /** Incident entries of which the time is not known well enough to tell. */
  readonly uncertain: readonly string[];
  /** Every change of status up to the asked moment, by the time of what changed it. */
  readonly history: readonly StatusChange[];
  /** Alleged breaches a day since it took effect, by accuser. */
  readonly rates: readonly { readonly accuser: string; readonly perDay: number }[];
  /** Days since it took effect without a report from a side: first and last day. */
  readonly gaps: readonly { readonly side: string; readonly from: string; readonly until: string }[];
}

/** From when a truce had a status, and why. */
export interface StatusChange {
  readonly at?: string;
  readonly status: TruceStatus;
  readonly reasons: readonly Reason[];
}

/** Counts of incident entries, never of articles, and never summed over accusers. */
export interface MatrixRow {
  readonly accuser: string;
  readonly accused: string;
  readonly cells: Readonly<Record<'alone' | 'denied' | 'admitted' | 'confirmed', readonly string[]>>;
}

export type AgendaOutcome = 'due' | 'kept' | 'moved' | 'cancelled' | 'missed' | 'overdue' | 'open';

export interface AgendaItem {
  /** Id of the meeting or plan entry. */
  readonly entry: string;
  readonly title: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly due?: TimeRef;
  readonly promisedBy?: string;
  readonly outcome: AgendaOutcome;
  readonly reasons: readonly Reason[];
}

export interface Story {
  readonly id: string;
  readonly reports: readonly string[];
  readonly headline: string;
  /** Earlier takes, corrections and near copies, each with its reason. */
  readonly chains: readonly {
    readonly from: string;
    readonly to: string;
    readonly type: 'update' | 'correction' | 'retraction' | 'copy';
    readonly reason: string;
  }[];
}

/** A party of the conflict and who speaks or acts for it. Configuration, with validity dates. */
export interface Side {
  readonly key: string;
  readonly name: string;
  readonly codes: readonly {
    readonly code: string;
    readonly from?: string;
    readonly until?: string;
    readonly role: 'party' | 'organ' | 'ally' | 'proxy';
  }[];
}

export interface Situation {
  readonly id: string;
  readonly name: string;
  readonly sides: readonly Side[];
  readonly thirdParties?: readonly string[];
  /** True when derived from the records rather than configured. */
  readonly derived: boolean;
}

/** Which days have a report from which side: silence is not peace. */
export interface CoverageDay {
  readonly day: string;
  readonly side: string;
  readonly reports: number;
  readonly origins: number;
}

export interface Ledger {
  /** Revision hash over everything below. */
  readonly hash: string;
  /** The moment that statuses and the agenda are told for: the one asked for, else the end of the last report's day. */
  readonly asOf?: string;
  readonly asOfBasis?: 'asked' | 'last report';
  readonly entries: readonly Entry[];
  readonly truces: readonly Truce[];
  readonly agenda: readonly AgendaItem[];
  readonly stories: readonly Story[];
  readonly situations: readonly Situation[];
  readonly coverage: readonly CoverageDay[];
  /** Decisions whose evidence no record carries any more. */
  readonly unattached: readonly string[];
  /** Reports that a view as of a moment leaves out because nothing dates them. */
  readonly undated: readonly string[];
}

/** All of a ledger but its entries: what is kept and sent as one value, while entries are looked up. */
export type LedgerHead = Omit<Ledger, 'entries'>;

/** What changed of one list: items that are new or differ in anything, and ids of those that are no more. */
export interface Changed<T> {
  readonly changed: readonly T[];
  readonly gone: readonly string[];
}

/** What is told whole with every change: all of a ledger but the lists that grow with its reports. */
export type LedgerBrief = Omit<LedgerHead, 'truces' | 'agenda' | 'stories' | 'coverage'>;

/** What changed of a ledger. Agenda items go by their entry, days of coverage by day and side: `2022-09-13 ARM`. */
export interface LedgerDelta {
  readonly head: LedgerBrief;
  readonly entries: Changed<Entry>;
  readonly truces: Changed<Truce>;
  readonly agenda: Changed<AgendaItem>;
  readonly stories: Changed<Story>;
  readonly coverage: Changed<CoverageDay>;
}
