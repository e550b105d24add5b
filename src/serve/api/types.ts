/** What the routes of `/api/v1` answer with. The desk and the client import these types; the schemas are checked against them. */
import type { Article } from '../../model/article.ts';
import type { Decision } from '../../model/decision.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FeedHealth, ReportVersion } from '../../model/feed.ts';
import type {
  CoverageDay,
  Difference,
  Entry,
  LedgerSlot,
  Origin,
  Situation,
  StatusChange,
  Story,
  Truce,
} from '../../model/ledger.ts';
import type {
  AgendaLine,
  ChangeLine,
  EntryLine,
  MatrixCount,
  Named,
  PlacePoint,
  QuoteOfRecord,
  ReportLine,
  Standing,
  TruceLine,
} from '../../model/lines.ts';
import type { CodedRecord, RecordKind } from '../../model/record.ts';

/** Every answer but an error. `next` is there when a list goes on: give it as `after`. */
export interface Envelope<T> {
  readonly data: T;
  /** Hash of the ledger that this was read from; the ETag rests on it. */
  readonly revision: string;
  /** The moment that statuses and the agenda are told for. */
  readonly asOf?: string;
  readonly next?: string;
  /** How many there are in all, where that is known. */
  readonly total?: number;
}

/** `GET /overview` */
export interface Overview {
  /** Truces first, then what they rest on: the whole list is at `/truces`. */
  readonly truces: readonly TruceLine[];
  /** Open and overdue items, soonest first; the whole list is at `/agenda`. */
  readonly agenda: readonly AgendaLine[];
  readonly situations: readonly Situation[];
  /** Names of the sides by key. */
  readonly names: Readonly<Record<string, string>>;
  readonly counts: {
    readonly reports: number;
    readonly records: number;
    readonly entries: Readonly<Record<RecordKind, number>>;
    readonly truces: number;
    readonly agendaOpen: number;
    readonly unreviewed: number;
    readonly quarantine: number;
  };
  /** Incidents, soonest last, for the strip. */
  readonly timeline: Timeline;
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** `GET /truces/{id}` */
export interface TruceDetail {
  readonly truce: TruceLine;
  /** The agreement as an entry. */
  readonly entry: EntryLine;
  /** Slots of the agreement, evidence cut to a few pieces a reading. */
  readonly terms: readonly LedgerSlot[];
  readonly quotes: readonly QuoteOfRecord[];
  readonly history: readonly StatusChange[];
  readonly rates: Truce['rates'];
  readonly gaps: Truce['gaps'];
  readonly reaffirmedBy: readonly Origin[];
  readonly announcedBy: readonly Origin[];
  readonly restsOn: readonly EntryLine[];
  /** The truces before and after it, by title. */
  readonly neighbours: readonly {
    readonly id: string;
    readonly title: string;
    readonly relation: 'supersedes' | 'superseded by';
  }[];
  readonly differences: readonly EntryDifference[];
  readonly agenda: readonly AgendaLine[];
  readonly places: readonly MapPoint[];
}

export interface EntryDifference {
  readonly entry: string;
  readonly title: string;
  readonly kind: RecordKind;
  readonly difference: Difference;
}

/** A place of an entry on the map. */
export interface MapPoint extends PlacePoint {
  readonly entry: string;
  readonly title: string;
  readonly accusers: readonly string[];
  readonly standing: Standing;
  readonly earliest?: string;
}

/** `GET /truces/{id}/timeline` and the strip of the overview. */
export interface Timeline {
  readonly from?: string;
  readonly until?: string;
  readonly bands: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: TruceLine['status'];
    readonly from?: string;
    readonly until?: string;
  }[];
  /** At most 2,000, the latest; `days` counts them all. */
  readonly marks: readonly TimelineMark[];
  readonly isCut: boolean;
  /** Incidents a day by who accuses whom. */
  readonly days: readonly {
    readonly day: string;
    readonly accuser: string;
    readonly accused: string;
    readonly standing: Standing;
    readonly incidents: number;
  }[];
  readonly coverage: readonly CoverageDay[];
}

export interface TimelineMark {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly from: string;
  readonly until?: string;
  readonly accusers: readonly string[];
  readonly accused: readonly string[];
  readonly standing: Standing;
  readonly relation?: 'during' | 'before' | 'uncertain';
}

/** `GET /truces/{id}/matrix` */
export interface Matrix {
  readonly rows: readonly MatrixCount[];
  /** Ids of each cell, at most 200 a cell. */
  readonly cells: Truce['matrix'];
}

/** `GET /entries/{id}` */
export interface EntryDetail {
  readonly entry: Entry;
  readonly line: EntryLine;
  /** The words behind the evidence that is shown. */
  readonly quotes: readonly QuoteOfRecord[];
  /** How many there are in all: lists inside `entry` are cut to `evidence` a reading and 200 ids. */
  readonly counts: { readonly records: number; readonly reports: number; readonly evidence: number };
  readonly reports: readonly ReportLine[];
  readonly links: readonly {
    readonly type: Entry['links'][number]['type'];
    readonly entry: string;
    readonly title: string;
    readonly kind?: RecordKind;
    readonly reason: string;
    /** `in` for a link of the other entry to this one. */
    readonly direction: 'out' | 'in';
  }[];
  readonly agenda?: AgendaLine;
  readonly decisions: readonly Decision[];
}

/** `GET /entries/{id}/explain`: every record, rule and join behind it. */
export interface EntryExplanation {
  readonly entry: Entry;
  readonly records: readonly {
    readonly id: string;
    readonly report: string;
    readonly rule: string;
    readonly factuality: string;
    readonly attribution: string;
    readonly words: string;
    readonly slots: readonly {
      readonly name: string;
      readonly label: string;
      readonly words: string;
      readonly rule?: string;
    }[];
  }[];
  readonly reasons: Truce['reasons'];
  readonly decisions: readonly Decision[];
}

/** `GET /reports/{id}` */
export interface ReportDetail {
  readonly report: ReportLine;
  readonly origin: string;
  readonly captured: string;
  readonly text: string;
  readonly article: Omit<Article, 'report' | 'text'>;
  readonly records: readonly CodedRecord[];
  /** Entry of each record, by record. */
  readonly entries: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** `GET /reports/{id}/versions`: what else tells of the same, and how it hangs together. */
export interface ReportVersions {
  /** What its source published under the same address, oldest first; empty for a report that no source brought. */
  readonly versions: readonly ReportVersion[];
  readonly story?: Story;
  /** All reports of both. */
  readonly reports: readonly ReportLine[];
}

/** `GET /compare?reports=a,b` */
export interface Comparison {
  readonly reports: readonly ReportLine[];
  /** Entries that two or more of them tell. */
  readonly shared: readonly ComparedEntry[];
  /** Slots that they fill differently. */
  readonly differing: readonly (ComparedEntry & {
    readonly slot: string;
    readonly readings: readonly { readonly label: string; readonly reports: readonly string[] }[];
  })[];
  /** What only one of them tells, by report. */
  readonly only: Readonly<Record<string, readonly ComparedEntry[]>>;
  readonly quotes: readonly QuoteOfRecord[];
}

export interface ComparedEntry {
  readonly entry: string;
  readonly kind: RecordKind;
  readonly title: string;
  /** Records by report. */
  readonly records: Readonly<Record<string, readonly string[]>>;
}

/** A line of `GET /stories` */
export interface StoryLine {
  readonly id: string;
  readonly headline: string;
  readonly reports: readonly string[];
  readonly first?: string;
  readonly last?: string;
}

/** A line of `GET /statements`: an entry with its words. */
export interface StatementLine extends EntryLine {
  /** Where an act was asked for: all that were read of it, that one first. */
  readonly acts?: readonly string[];
  readonly words?: QuoteOfRecord;
}

/** `GET /sources` */
export interface Sources {
  readonly outlets: readonly {
    readonly key: string;
    readonly name: string;
    readonly country?: string;
    readonly affiliation?: string;
    readonly reports: number;
    readonly first?: string;
    readonly last?: string;
  }[];
  readonly quarantine: readonly {
    readonly origin: string;
    readonly key: string;
    readonly message: string;
    readonly at: string;
  }[];
  /** Feeds that are watched, with their health; empty where none is. */
  readonly feeds: readonly FeedHealth[];
}

/** `GET /coverage` */
export interface Coverage {
  readonly sides: readonly Named[];
  readonly days: readonly CoverageDay[];
}

/** `GET /facets?kind=`: what one can filter by, with counts, most frequent first. */
export interface Facets {
  readonly accusers: readonly FacetValue[];
  readonly accused: readonly FacetValue[];
  readonly speakers: readonly FacetValue[];
  readonly acts: readonly FacetValue[];
  readonly places: readonly FacetValue[];
  readonly steps: readonly FacetValue[];
  readonly types: readonly FacetValue[];
}

export interface FacetValue extends Named {
  readonly entries: number;
}

/** `GET /search?q=` */
export type SearchResult =
  | {
      readonly in: 'report';
      readonly id: string;
      readonly title: string;
      readonly published?: string;
      readonly outlet?: string;
      /** Found words stand between U+0002 and U+0003. */
      readonly snippet: string;
    }
  | {
      readonly in: 'entry';
      readonly id: string;
      readonly title: string;
      readonly kind: RecordKind;
      readonly snippet: string;
    };

/** `GET /status` */
export interface Status {
  readonly version: string;
  readonly store: 'sqlite' | 'postgres';
  readonly reports: number;
  readonly records: number;
  readonly entries: number;
  readonly decisions: number;
  readonly quarantined: number;
  /** Last number of `/changes`. */
  readonly seq: number;
}

/** `POST /decisions/preview`: what the decisions would change; nothing is kept. */
export interface DecisionPreview {
  readonly decisions: readonly Decision[];
  readonly changes: readonly Omit<ChangeLine, 'seq' | 'at'>[];
  /** How many there are; `changes` holds at most 200. */
  readonly total: number;
}
