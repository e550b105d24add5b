/** Takes inputs into the store: reads, codes, stores in batches. Safe to stop at any moment and to run again. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import { coderVersion, codeReport, readReports, sha256, type Coded } from '../pipeline.ts';
import type { NewReport, Rejected, Store } from '../store/store.ts';

/** One file, or what came in by a pipe. */
export interface Input {
  /** Path as the user gave it; shown, and kept as the report's origin. */
  readonly name: string;
  /** Throws when it cannot be read. */
  bytes(): Promise<Uint8Array> | Uint8Array;
}

export interface IngestResult {
  readonly added: readonly string[];
  /** Reports that were stored before, or twice in the input. */
  readonly known: number;
  readonly rejected: readonly Omit<Rejected, 'raw'>[];
}

export interface IngestOptions {
  readonly store: Store;
  readonly lexicons: Lexicons;
  /** RFC 3339 instant of capture; given by the caller, for stages read no clock. */
  readonly captured: string;
  /** Id of the run, started by the caller. */
  readonly run: string;
  readonly maxText?: number;
  onProgress?(done: { inputs: number; reports: number }): void;
}

/** Reports in one transaction: large enough to be quick, small enough to lose little time on a kill. */
const BATCH_REPORTS = 100;
/** …and no more raw bytes than this are held back. */
const BATCH_BYTES = 16_000_000;

/** Stores every report of `inputs` that is not there yet. What cannot be read goes to quarantine. */
export async function ingest(inputs: Iterable<Input>, options: IngestOptions): Promise<IngestResult> {
  const added: string[] = [];
  const refused: Omit<Rejected, 'raw'>[] = [];
  const seen = new Set<string>();
  let known = 0;
  let batch: NewReport[] = [];
  let rejects: Rejected[] = [];
  let held = 0;
  let done = 0;

  const flush = async (): Promise<void> => {
    if (batch.length > 0 || rejects.length > 0) await options.store.addReports(options.run, batch, rejects);
    for (const { id } of batch) added.push(id);
    for (const { raw: _, ...reject } of rejects) refused.push(reject);
    [batch, rejects, held] = [[], [], 0];
    options.onProgress?.({ inputs: done, reports: added.length });
  };

  for (const input of inputs) {
    const { fresh, rejected } = await readInput(input, options);
    const stored = await options.store.known([...fresh.map((r) => r.report.hash), ...rejected.map((r) => r.hash)]);
    for (const { report, raw } of fresh) {
      if (stored.has(report.hash) || seen.has(report.hash)) {
        known++;
        continue;
      }
      seen.add(report.hash);
      batch.push(newReport(codeReport(report, options.lexicons), raw, input.name, options));
      held += raw.length;
      if (batch.length >= BATCH_REPORTS || held >= BATCH_BYTES) await flush();
    }
    for (const reject of rejected) if (!stored.has(reject.hash)) rejects.push(reject);
    done++;
  }
  await flush();
  return { added, known, rejected: refused };
}

async function readInput(input: Input, options: IngestOptions) {
  const bytes = await input.bytes();
  const { reports, rejected } = readReports({
    name: input.name,
    bytes,
    ...(options.maxText !== undefined && { maxText: options.maxText }),
  });
  const encoder = new TextEncoder();
  return {
    // A file with one report keeps its bytes; of a file with many, each report keeps its own line.
    fresh: reports.map((report) => ({
      report,
      raw: reports.length === 1 && report.mediaType !== 'application/jsonl' ? bytes : encoder.encode(report.text),
    })),
    rejected: rejected.map((r) => ({
      hash: sha256(r.raw ?? bytes),
      origin: r.name,
      key: r.key,
      message: r.message,
      raw: r.raw ?? bytes,
    })),
  };
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
