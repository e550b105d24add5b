/** Takes inputs into the store: reads, codes, stores in batches. Safe to stop at any moment and to run again. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Report } from '../model/article.ts';
import { TrucewatchError } from '../model/errors.ts';
import {
  coderVersion,
  readSource,
  sha256,
  type ByteSource,
  type Coded,
  type Dropped,
  type ReadOptions,
} from '../pipeline.ts';
import type { NewReport, Refused, Rejected, Store } from '../store/store.ts';
import { codeEach, type Coders } from './code-each.ts';

/** One file, or what came in by a pipe. */
export interface Input {
  /** Path as the user gave it; shown, and kept as the report's origin. */
  readonly name: string;
  /** Opens it for one reading. Throws when it cannot be read. */
  open(): ByteSource;
}

export interface IngestResult {
  readonly added: readonly string[];
  /** Reports that were stored before, or twice in the input. */
  readonly known: number;
  readonly rejected: readonly Omit<Refused, 'raw'>[];
  /** How many reports the relevance gate held back. */
  readonly dropped: number;
  /** How many of the added reports wait for rules, by language. */
  readonly uncoded: Readonly<Record<string, number>>;
}

export interface IngestOptions {
  readonly store: Store;
  readonly lexicons: Lexicons;
  /** RFC 3339 instant of capture; given by the caller, for stages read no clock. */
  readonly captured: string;
  /** Id of the run, started by the caller. */
  readonly run: string;
  readonly maxText?: number;
  /** Format, columns of a table, relevance gate. */
  readonly read?: ReadOptions;
  /** Of the pipeline when absent. */
  readonly code?: Coders;
  /** Told of each report that the gate held back. */
  readonly onDropped?: (dropped: Dropped) => void;
  readonly onProgress?: (done: { inputs: number; reports: number }) => void;
}

/** Reports in one transaction: large enough to be quick, small enough to lose little time on a kill. */
const BATCH_REPORTS = 100;
/** …and no more raw bytes than this are held back. */
const BATCH_BYTES = 16_000_000;

/** Hashes remembered, so that an archive of millions of pages does not fill the memory. */
const SEEN = 10_000;

/** A report that waits to be coded and stored. */
interface Pending {
  readonly report: Report;
  readonly raw: Uint8Array;
  readonly origin: string;
}

/** What waits for the next transaction, and what has been done so far. */
interface Progress {
  batch: Pending[];
  rejects: Rejected[];
  held: number;
  inputs: number;
  known: number;
  dropped: number;
  readonly uncoded: Record<string, number>;
  /** Hashes of what was met lately: what has been stored, the store knows. */
  readonly seen: Set<string>;
  readonly added: string[];
  readonly refused: Omit<Refused, 'raw'>[];
}

/** Stores every report of `inputs` that is not there yet. What cannot be read goes to quarantine. */
export async function ingest(inputs: Iterable<Input>, options: IngestOptions): Promise<IngestResult> {
  const progress: Progress = {
    batch: [],
    rejects: [],
    held: 0,
    inputs: 0,
    known: 0,
    dropped: 0,
    uncoded: {},
    seen: new Set(),
    added: [],
    refused: [],
  };
  const limits = options.maxText === undefined ? {} : { maxText: options.maxText };
  for (const input of inputs) {
    for await (const result of readSource({ ...options.read, name: input.name, source: input.open(), limits })) {
      await takeReports(result.reports, result.raws, input.name, progress, options);
      await takeRejects(result.rejected, progress, options);
      for (const one of result.dropped ?? []) options.onDropped?.(one);
      progress.dropped += result.dropped?.length ?? 0;
      if (isFull(progress)) await flush(progress, options);
      if (progress.batch.length + progress.rejects.length === 0 && progress.seen.size > SEEN) progress.seen.clear();
    }
    progress.inputs++;
  }
  await flush(progress, options);
  const { added, known, dropped, uncoded, refused } = progress;
  return { added, known, dropped, uncoded, rejected: refused };
}

const isFull = ({ batch, rejects, held }: Progress): boolean =>
  batch.length + rejects.length >= BATCH_REPORTS || held >= BATCH_BYTES;

async function takeReports(
  reports: readonly Report[],
  raws: readonly Uint8Array[],
  origin: string,
  progress: Progress,
  options: IngestOptions,
): Promise<void> {
  const stored = await options.store.known(reports.map(({ hash }) => hash));
  for (const [index, report] of reports.entries()) {
    if (stored.has(report.hash) || progress.seen.has(report.hash)) {
      progress.known++;
      continue;
    }
    progress.seen.add(report.hash);
    const raw = raws[index]!;
    progress.batch.push({ report, raw, origin });
    progress.held += raw.length;
    if (isFull(progress)) await flush(progress, options);
  }
}

async function takeRejects(
  rejected: readonly { name: string; key: string; message: string; raw?: Uint8Array }[],
  progress: Progress,
  options: IngestOptions,
): Promise<void> {
  const rows = rejected.map(({ name, key, message, raw = new Uint8Array() }) => ({
    hash: sha256(raw.length === 0 ? `${name}\n${key}` : raw),
    origin: name,
    key,
    message,
    raw,
    at: options.captured,
  }));
  const stored = await options.store.known(rows.map(({ hash }) => hash));
  for (const row of rows) {
    if (progress.seen.has(row.hash)) continue;
    progress.seen.add(row.hash);
    const { raw: _, at: __, ...shown } = row;
    progress.refused.push(shown);
    if (stored.has(row.hash)) continue;
    progress.rejects.push(row);
    progress.held += row.raw.length;
  }
}

async function flush(progress: Progress, options: IngestOptions): Promise<void> {
  const { rejects } = progress;
  const reports = codeBatch(progress, options);
  if (reports.length > 0 || rejects.length > 0) await options.store.addReports(options.run, reports, rejects);
  for (const { id, card } of reports) {
    progress.added.push(id);
    const { language, notCoded } = card;
    if (notCoded !== undefined) progress.uncoded[language] = (progress.uncoded[language] ?? 0) + 1;
  }
  [progress.batch, progress.rejects, progress.held] = [[], [], 0];
  options.onProgress?.({ inputs: progress.inputs, reports: progress.added.length });
}

/** Codes what waits. A report that the coder stumbles over goes to quarantine and takes no other with it. */
function codeBatch({ batch, rejects, refused }: Progress, options: IngestOptions): NewReport[] {
  const waiting = batch.map(({ report }) => report);
  const reports: NewReport[] = [];
  let at = 0;
  for (const outcome of codeEach(waiting, options.lexicons, options.code)) {
    const { raw, origin } = batch[at++]!;
    if ('coded' in outcome) {
      reports.push(newReport(outcome.coded, raw, origin, options));
      continue;
    }
    const { key, message } = new TrucewatchError('coder-failed', origin, outcome.cause);
    const shown = { hash: sha256(raw), origin, key, message };
    rejects.push({ ...shown, raw, at: options.captured });
    refused.push(shown);
  }
  return reports;
}

/** What goes into the store for one coded report. */
export function newReport(
  coded: Coded,
  raw: Uint8Array,
  origin: string,
  options: Pick<IngestOptions, 'captured' | 'lexicons'>,
): NewReport {
  const { report } = coded.article;
  return {
    hash: report.hash,
    id: report.id,
    origin,
    mediaType: report.mediaType,
    raw,
    captured: options.captured,
    article: coded.article,
    card: { ...coded.card, captured: options.captured },
    records: coded.records,
    diagnostics: coded.diagnostics,
    coder: coderVersion(options.lexicons),
  };
}
