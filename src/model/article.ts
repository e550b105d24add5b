/** What `read` makes: a report as received, and the article found in it. */
import type { Diagnostic } from './diagnostic.ts';
import type { Quote, Span } from './span.ts';

export type MediaType = 'text/plain' | 'text/html' | 'application/jsonl' | 'application/pdf' | 'message/rfc822';

/** A run of the text and the run of the source that it was made from; one character each where both are equally long. */
export interface OffsetRun extends Span {
  /** Half-open, in UTF-16 units of the decoded source. */
  readonly from: number;
  readonly to: number;
}

/** How the text was got out of the source, where it is not the source as it stands. */
export interface ReportSource {
  /** Encoding that the bytes were read in. */
  readonly encoding: string;
  /** From the text back to the decoded page, ascending. What lies between two runs was put in by the reader. */
  readonly offsets?: readonly OffsetRun[];
}

/** Parts that the format itself tells apart, as spans of the text. */
export interface ReportParts {
  readonly headline?: Span;
  readonly deck?: Span;
}

/** One report as it was published. Its `text` is sacred: every span of every later stage points into it. */
export interface Report {
  /** The caller's id, a file's name without extension, or a prefix of `hash`. */
  readonly id: string;
  /** SHA-256 of the raw bytes, in hex. */
  readonly hash: string;
  readonly text: string;
  readonly mediaType: MediaType;
  /** Given by the sender (JSONL, feed, page metadata), never guessed here. */
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** Where in the source `published` stands: `json-ld datePublished`, `meta article:published_time`. */
  readonly publishedFrom?: string;
  /** When the copy was made, where the source says so (WARC): the report cannot have come out later. */
  readonly captured?: string;
  readonly source?: ReportSource;
  readonly parts?: ReportParts;
  readonly diagnostics: readonly Diagnostic[];
}

/** How exactly a date or an instant is known. */
export type Precision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** One reason for a date: the rule, and where in the text it looked (absent when metadata said it). */
export interface Basis extends Partial<Span> {
  readonly rule: string;
  readonly note?: string;
}

/** When the report came out. Without `value` the report is undated, and no rule may pretend otherwise. */
export interface Published {
  /** ISO date or instant, cut to its precision: `2022-09-13`, `2022-09-13T10:15:00+03:00`. */
  readonly value?: string;
  readonly precision?: Precision;
  readonly basis: readonly Basis[];
  /** Every date that the reasons leave open, ascending; one when the date is settled. */
  readonly candidates: readonly string[];
}

export interface Dateline extends Span {
  readonly place?: string;
  readonly placeSpan?: Span;
  /** What follows the place to tell where it is: "Azerbaijan", "Texas". */
  readonly region?: string;
  /** Further places of a dateline with several: "MOSCOW/YEREVAN". */
  readonly otherPlaces?: readonly Quote[];
  /** ISO date where the year is settled, else `--09-13`. */
  readonly date?: string;
  readonly agency?: string;
}

/** A report with its parts told apart. Chrome, slugs and sign-off are no part of `paragraphs`. */
export interface Article {
  readonly report: Report;
  readonly text: string;
  readonly headline?: Quote | undefined;
  /** Who the headline names as its source: "… — Foreign Ministry". */
  readonly headlineSource?: Quote | undefined;
  readonly deck?: Quote | undefined;
  readonly dateline?: Dateline | undefined;
  /** Who wrote it, as printed above the text: "By …". */
  readonly byline?: Quote | undefined;
  /** Take and update words: RECASTS, ADDS, CORRECTS, UPDATE. */
  readonly slugs: readonly Quote[];
  /** "All news", share bars, footers: words of the page, not of the report. */
  readonly chrome: readonly Quote[];
  readonly signOff?: Quote | undefined;
  /** Body paragraphs after the dateline, in order; deck and headline excluded. */
  readonly paragraphs: readonly Span[];
  readonly published: Published;
  /** BCP 47, `und` when too short to tell. */
  readonly language: string;
  readonly outlet?: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
