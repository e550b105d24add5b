/** Sources that are watched: what the user named, how they fare, and what became of each item that they told of. */
import type { Span } from './span.ts';

export const SOURCE_KINDS = ['feed', 'listing', 'sitemap'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A source as the sources file names it, defaults filled in. */
export interface Source {
  readonly url: string;
  readonly kind: SourceKind;
  readonly title?: string;
  /** Name of the outlet for every report of it; else the pages and the feed say. */
  readonly outlet?: string;
  /** Minutes between two polls. */
  readonly every: number;
  /** Whether the page behind each item is fetched. */
  readonly articles: boolean;
  /** For listings and sitemaps: a part of the address of those links that lead to reports. */
  readonly match?: string;
  /** At most so many new items of one poll, the newest first; the rest is left alone. */
  readonly newest?: number;
}

/** Why something failed, by the catalogue of errors. */
export interface Failure {
  readonly key: string;
  readonly message: string;
}

/** How a source fares. */
export interface FeedHealth {
  readonly id: string;
  readonly source: Source;
  /** False for a source that the sources file does not name any more. */
  readonly isActive: boolean;
  readonly lastAttempt?: string;
  readonly lastSuccess?: string;
  /** When it last had something new. */
  readonly lastNew?: string;
  /** Failures in a row. */
  readonly failures: number;
  readonly error?: Failure;
  readonly due: string;
  /** Where its address leads for good. */
  readonly movedTo?: string;
  /** Items by what became of them. */
  readonly waiting: number;
  readonly stored: number;
  readonly failed: number;
}

/** One poll of a source. */
export interface FeedFetch {
  readonly at: string;
  /** `new`, `same`, `unmodified`, or the key of an error. */
  readonly outcome: string;
  readonly bytes: number;
  readonly ms: number;
  readonly items: number;
  readonly added: number;
}

export type ItemState = 'waiting' | 'stored' | 'failed';

/** One item of a source: a link, or a text that stands in the feed itself. */
export interface FeedItemState {
  readonly key: string;
  readonly feed: string;
  readonly host: string;
  readonly url?: string;
  readonly title?: string;
  /** What the source itself has of the item, as a JSON line; gone once it is stored. */
  readonly own?: string;
  readonly state: ItemState;
  /** The report that it became last. */
  readonly report?: string;
  /** Hash of the text of that report. */
  readonly content?: string;
  readonly firstSeen: string;
  readonly tries: number;
  /** Looks at a stored item for changes, so far. */
  readonly checks: number;
  readonly etag?: string;
  readonly modified?: string;
  readonly error?: Failure;
}

/** One version of a report; the first has number 1. */
export interface ReportVersion {
  readonly version: number;
  readonly report: string;
  readonly at: string;
}

/** A stretch that two versions share, or that one of them has alone; the span points into that one's text (the later one's, when shared). */
export interface TextChange extends Span {
  readonly type: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** An outlet of the register, or one that only reports name. */
export interface OutletInfo {
  readonly name: string;
  /** Key in the register; absent for an outlet that we do not know. */
  readonly key?: string;
  readonly country?: string;
  /** BCP 47 tag of the language that it mainly writes in. */
  readonly language?: string;
  /** Actor code of who owns or directs it. */
  readonly affiliation?: string;
  /** Sides that its owner is of, by situation. */
  readonly sides: readonly { readonly situation: string; readonly side: string; readonly role: string }[];
  /** IANA zone that its copy is dated in. */
  readonly zone?: string;
  readonly hosts: readonly string[];
  readonly feeds: readonly string[];
  /** Reports of it in the store. */
  readonly reports: number;
}
