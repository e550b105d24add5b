/**
 * Reads whatever a file holds, archives unpacked as a stream: web archives, TAR, ZIP, gzip, messages, PDF, and every
 * format of `readReports`. What `ingest` and the bulk commands read from; a 10 GB archive passes through in one go.
 */
import { ByteStream, sourceOf, type ByteSource } from './byte-stream.ts';
import { nothingBut, rejected, tooLarge, type ColumnMap, type Format, type ReadResult } from './format.ts';
import { latin1 } from './decode.ts';
import { gated } from './gate/gated.ts';
import type { GateWidth } from './gate/gate.ts';
import { gunzip } from './gunzip.ts';
import { linesIn } from './jsonl/stream.ts';
import { DEFAULT_LIMITS, isBomb, type Limits, type Meter } from './limits.ts';
import { readMail } from './mail/adapt.ts';
import { readPdf } from './pdf/adapt.ts';
import { isArchive, isReadable, readReports } from './read.ts';
import { optional } from './report.ts';
import { isHeader, tarEntries } from './tar/parse.ts';
import { readWarc } from './warc/adapt.ts';
import { unzip, zipEntries } from './zip/parse.ts';

/** What the user says of the input, and wants of it. */
export interface ReadOptions {
  readonly input?: Format;
  readonly columns?: ColumnMap;
  /** Lets only what could speak of a conflict through. */
  readonly gate?: Gate;
}

export interface SourceInput extends ReadOptions {
  /** Path or address. */
  readonly name: string;
  readonly source: ByteSource | Uint8Array;
  readonly mediaType?: string;
  readonly limits?: Partial<Limits>;
}

export interface Gate {
  readonly width: GateWidth;
  /** Only for pages of web archives, where most have nothing to do with any conflict. */
  readonly archivesOnly?: boolean;
}

interface Job extends Omit<SourceInput, 'limits'> {
  readonly limits: Limits;
  readonly depth: number;
}

/** One result after the other. Throws nothing for what the bytes are; only reading the source itself can fail. */
export async function* readSource(input: SourceInput): AsyncGenerator<ReadResult> {
  const { gate, name } = input;
  const results = readJob({ ...input, limits: { ...DEFAULT_LIMITS, ...input.limits }, depth: 0 });
  if (gate === undefined || gate.archivesOnly === true) yield* results;
  else for await (const result of results) yield gated(result, name, gate.width);
}

async function* readJob(job: Job): AsyncGenerator<ReadResult> {
  const stream = new ByteStream(job.source instanceof Uint8Array ? sourceOf(job.source) : job.source);
  try {
    const head = await stream.peek(512);
    const kind = job.input === undefined ? kindOf(head, job) : job.input === 'jsonl' ? 'jsonl' : 'file';
    yield* readKind(kind, stream, job);
  } finally {
    // A file too large to be read, an archive cut short: its source would stay open.
    await stream.close();
  }
}

async function* readKind(kind: Kind, stream: ByteStream, job: Job): AsyncGenerator<ReadResult> {
  if (kind === 'gzip') yield* readGzip(stream, job);
  else if (kind === 'warc') yield* readPages(stream, job);
  else if (kind === 'tar') yield* readTar(stream, job);
  else if (kind === 'jsonl') yield* readLines(stream, job);
  else yield* readWhole(stream, kind, job);
}

type Kind = 'gzip' | 'warc' | 'tar' | 'jsonl' | 'zip' | 'pdf' | 'mail' | 'file';

const MAIL_HEADER =
  /^(?:From |(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|Date|Subject|To|X-[\w-]+):)/i;

function kindOf(head: Uint8Array, { name, mediaType = '' }: Job): Kind {
  const text = latin1(head, head.length);
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) return 'zip';
  if (text.startsWith('%PDF-')) return 'pdf';
  if (text.startsWith('WARC/')) return 'warc';
  if (isHeader(head)) return 'tar';
  if (/\.eml$/i.test(name) || /^message\/rfc822\b/i.test(mediaType)) return 'mail';
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return 'jsonl';
  return MAIL_HEADER.test(text) && /^(?:MIME-Version|Message-ID|Received):/im.test(text) ? 'mail' : 'file';
}

async function* readPages(stream: ByteStream, { name, limits, gate }: Job): AsyncGenerator<ReadResult> {
  for await (const result of readWarc(stream, name, limits))
    yield gate?.archivesOnly === true ? gated(result, name, gate.width) : result;
}

async function* readGzip(stream: ByteStream, job: Job): AsyncGenerator<ReadResult> {
  const { name, limits, depth } = job;
  const inner = name.replace(/\.t?gz$/i, (end) => (end.length > 3 ? '.tar' : ''));
  try {
    if (depth >= limits.maxDepth) yield nestedTooDeep(name);
    else yield* readJob({ ...job, source: gunzip(stream.rest(), limits), name: inner, depth: depth + 1 });
  } catch (error) {
    // What came before the damage has been handed on.
    yield nothingBut(rejected('bad-archive', name, `${name} (${(error as Error).message})`));
  }
}

const nestedTooDeep = (name: string): ReadResult =>
  nothingBut(rejected('bad-archive', name, `${name} (archives within archives)`));

async function* readTar(stream: ByteStream, job: Job): AsyncGenerator<ReadResult> {
  for await (const { name, size, bytes } of tarEntries(stream, job.limits.maxFile)) {
    if (isReadable(name) || isArchive(name)) yield* readEntry(job, { name, size, bytes });
  }
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly bytes: Uint8Array | undefined;
  readonly mediaType?: string;
}

/** A file of an archive or a message; the names of both lead to it. */
async function* readEntry(job: Job, entry: Entry): AsyncGenerator<ReadResult> {
  const { limits, depth } = job;
  const name = `${job.name}/${entry.name}`;
  if (entry.bytes === undefined) {
    const isLarge = entry.size > limits.maxFile;
    yield nothingBut(isLarge ? tooLarge(name, entry.size, limits.maxFile) : rejected('bad-archive', name));
  } else if (depth >= limits.maxDepth && isArchive(entry.name)) yield nestedTooDeep(name);
  else
    yield* readJob({
      name,
      source: entry.bytes,
      limits,
      depth: depth + 1,
      ...optional('mediaType', entry.mediaType),
      ...optional('columns', job.columns),
      ...optional('gate', job.gate),
    });
}

async function* readLines(stream: ByteStream, job: Job): AsyncGenerator<ReadResult> {
  const { maxText } = job.limits;
  let count = 0;
  for await (const part of linesIn(stream, maxText * 8)) {
    const result = readReports({
      name: job.name,
      bytes: part.bytes,
      input: 'jsonl',
      maxText,
      firstLine: part.firstLine,
      ...optional('columns', job.columns),
    });
    count += result.reports.length + result.rejected.length;
    yield result;
  }
  if (count === 0) yield nothingBut(rejected('empty-input', job.name));
}

async function* readWhole(stream: ByteStream, kind: Kind, job: Job): AsyncGenerator<ReadResult> {
  const { name, limits, input, mediaType, columns } = job;
  const bytes = await stream.take(limits.maxFile + 1);
  if (bytes.length > limits.maxFile) yield nothingBut(tooLarge(name, bytes.length, limits.maxFile));
  else if (kind === 'zip') yield* readZip(bytes, job);
  else if (kind === 'pdf') yield await readPdf(bytes, name, limits);
  else if (kind === 'mail') yield* readMessage(bytes, job);
  else {
    const more = { ...optional('input', input), ...optional('mediaType', mediaType), ...optional('columns', columns) };
    yield readReports({ name, bytes, maxText: limits.maxText, ...more });
  }
}

async function* readMessage(bytes: Uint8Array, job: Job): AsyncGenerator<ReadResult> {
  const { result, attached } = await readMail(bytes, job.name, job.limits);
  yield result;
  for (const { name, bytes: content, mediaType } of attached)
    if (isReadable(name) || isArchive(name))
      yield* readEntry(job, { name, size: content.length, bytes: content, mediaType });
}

async function* readZip(bytes: Uint8Array, job: Job): AsyncGenerator<ReadResult> {
  const { limits } = job;
  const meter: Meter = { packed: bytes.length, unpacked: 0 };
  const entries = zipEntries(bytes);
  if (entries === undefined) yield nothingBut(rejected('bad-archive', job.name));
  for (const entry of entries ?? []) {
    const { name, unpacked: size } = entry;
    if (/(?:^|\/)(?:__MACOSX|\.)/.test(name) || !(isReadable(name) || isArchive(name))) continue;
    const content = size > limits.maxFile ? undefined : unzip(bytes, entry, limits.maxFile);
    meter.unpacked += content?.length ?? 0;
    if (isBomb(meter, limits)) {
      yield nothingBut(rejected('bad-archive', job.name, `${job.name} (unpacks to more than ${meter.unpacked} bytes)`));
      break;
    }
    yield* readEntry(job, { name, size, bytes: content });
  }
}
