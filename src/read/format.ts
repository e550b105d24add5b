/** What a reader of one input format is given and hands back. */
import type { Report } from '../model/article.ts';
import { TrucewatchError, type ErrorKey } from '../model/errors.ts';

/** Formats that have a folder here. */
export const FORMATS = ['text', 'html', 'jsonl', 'feed', 'csv', 'ninjs', 'newsml'] as const;
export type Format = (typeof FORMATS)[number];

/** Which columns of a table hold what, by their names in its first line. */
export type ColumnMap = Partial<Record<'id' | 'text' | 'html' | 'title' | 'published' | 'outlet' | 'url', string>>;

/** One file, or what came in by a pipe or from a site. */
export interface ReadInput {
  /** Path or address, shown to people; a file's id comes from it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the user says it is: not questioned. */
  readonly input?: Format;
  /** What the sender says it is, with its charset: `text/html; charset=koi8-r`. A hint only. */
  readonly mediaType?: string;
  /** Longest text of one report, in UTF-16 units. */
  readonly maxText?: number;
  /** Number of the first line, where the bytes are a portion of a longer file. */
  readonly firstLine?: number;
  /** For tables whose columns have unusual names. */
  readonly columns?: ColumnMap;
}

/** A report that could not be read. Others of the same file are not touched by it. */
export interface Rejected {
  /** The file, with the line or entry: `export.jsonl line 7`. */
  readonly name: string;
  readonly key: ErrorKey;
  readonly message: string;
  /** Its bytes where they are a part of the file, so that it can be tried again. */
  readonly raw?: Uint8Array;
}

/** A report that the relevance gate held back. It is whole where it came from; this says which it is, and why. */
export interface Dropped {
  /** The file, with the page or line. */
  readonly name: string;
  readonly id: string;
  readonly hash: string;
  readonly url?: string;
  readonly title?: string;
  readonly language: string;
  /** Points that its words have, and that a text of its length needs. */
  readonly points: number;
  readonly needed: number;
  /** What the points were for. */
  readonly terms: readonly string[];
}

export interface ReadResult {
  readonly reports: readonly Report[];
  /** The bytes of each report, in the same order: read again, they give the same report. */
  readonly raws: readonly Uint8Array[];
  readonly rejected: readonly Rejected[];
  /** Where a gate was asked for. */
  readonly dropped?: readonly Dropped[];
}

/** Chosen so that a book passes and a disk image does not; about 1.3 million words. */
export const DEFAULT_MAX_TEXT = 8_000_000;

/** A rejection from the catalogue, worded as the error of that key is. */
export function rejected(key: ErrorKey, name: string, of: string = name, raw?: Uint8Array): Rejected {
  const { message } = new TrucewatchError(key, of);
  return raw === undefined ? { name, key, message } : { name, key, message, raw };
}

export const nothingBut = (item: Rejected): ReadResult => ({ reports: [], raws: [], rejected: [item] });

export const single = (report: Report, raw: Uint8Array): ReadResult => ({
  reports: [report],
  raws: [raw],
  rejected: [],
});

/** A rejection for a text that is longer than `maxText`. */
export const tooLarge = (name: string, length: number, maxText: number, raw?: Uint8Array): Rejected =>
  rejected(
    'input-too-large',
    name,
    `${name} has ${length} characters, more than the ${maxText} read as one report`,
    raw,
  );
