/**
 * The bundle: everything that a store holds as a TAR archive, packed with gzip. Reports with their bytes, articles and
 * records, decisions, quarantine, situations, and the ledger for readers that cannot fold it; the manifest comes last.
 */
import { createHash } from 'node:crypto';
import { createGzip } from 'node:zlib';
import { TrucewatchError } from '../../model/errors.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import type { BundleReject, BundleReport, BundleSource } from './bundle-source.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Manifest, type Member } from './manifest.ts';
import { README } from './readme.ts';
import { TAR_END, tarFile } from './tar.ts';

/** Reports or entries in one file. */
const PART = 100;

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function exportBundle(source: ExportSource, options: ExportOptions): AsyncIterable<Uint8Array> {
  const { truce, kind, from, to } = options;
  if ([truce, kind, from, to].some((one) => one !== undefined) || source.ledger.asOfBasis === 'asked')
    throw new TrucewatchError('bad-option', 'a bundle is whole: leave out --truce, --kind, --from, --to and --as-of');
  return gzipped(archive(source));
}

async function* gzipped(parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gzip = createGzip();
  const feed = (async () => {
    for await (const part of parts) if (!gzip.write(part)) await new Promise((done) => void gzip.once('drain', done));
    gzip.end();
  })().catch((error: unknown) => void gzip.destroy(error as Error));
  yield* gzip as AsyncIterable<Uint8Array>;
  await feed;
}

async function* archive(source: ExportSource): AsyncIterable<Uint8Array> {
  const members: Member[] = [];
  const counts = { reports: 0, rejects: 0, decisions: 0 };
  for await (const { name, bytes } of filesOf(source, counts)) {
    members.push({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    yield tarFile(name, bytes);
  }
  const { whole, ledger } = source;
  const redacted = whole.redacted === true;
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    formatVersion: BUNDLE_VERSION,
    program: whole.version,
    ...(!redacted && { ledgerHash: ledger.hash }),
    redacted,
    counts,
    members,
  };
  yield tarFile('manifest.json', encoded(`${JSON.stringify(manifest, null, 2)}\n`));
  yield TAR_END;
}

async function* filesOf(
  source: ExportSource,
  counts: { reports: number; rejects: number; decisions: number },
): AsyncIterable<File> {
  const { whole, ledger } = source;
  yield { name: 'README.txt', bytes: encoded(README) };
  yield { name: 'situations.json', bytes: encoded(`${JSON.stringify(whole.situations, null, 1)}\n`) };
  yield* reportFiles(whole, counts);
  for await (const { raw, ...reject } of whole.rejects()) yield* rejectFiles(reject, raw, counts.rejects++);
  const decisions = await whole.decisions();
  counts.decisions = decisions.length;
  yield { name: 'decisions.jsonl', bytes: linesOf(decisions) };
  const { entries, ...head } = ledger;
  yield { name: 'ledger/head.json', bytes: encoded(`${JSON.stringify(head)}\n`) };
  for (let at = 0; at < entries.length; at += PART)
    yield { name: `ledger/entries-${numbered(at / PART)}.jsonl`, bytes: linesOf(entries.slice(at, at + PART)) };
}

/** Bytes come before the line that needs them, so that a reader holds no more than one part. */
async function* reportFiles(whole: BundleSource, counts: { reports: number }): AsyncIterable<File> {
  let lines: object[] = [];
  let part = 0;
  const flush = (): File => {
    const file = { name: `reports/${numbered(part++)}.jsonl`, bytes: linesOf(lines) };
    lines = [];
    return file;
  };
  for await (const report of whole.reports()) {
    yield { name: `raw/${report.hash}`, bytes: report.raw };
    lines.push(lineOf(report));
    counts.reports++;
    if (lines.length >= PART) yield flush();
  }
  if (lines.length > 0) yield flush();
}

/** The text once: article and report would each repeat it. */
function lineOf({ raw: _, article, ...report }: BundleReport): object {
  const { text, report: received, ...parts } = article;
  const { text: __, ...sender } = received;
  return { ...report, text, received: sender, article: parts };
}

function* rejectFiles(reject: Omit<BundleReject, 'raw'>, raw: Uint8Array, index: number): Iterable<File> {
  yield { name: `quarantine/${reject.hash}`, bytes: raw };
  yield { name: `quarantine/${numbered(index)}.json`, bytes: linesOf([reject]) };
}

const numbered = (index: number): string => String(index + 1).padStart(6, '0');
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const linesOf = (values: readonly object[]): Uint8Array =>
  encoded(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
