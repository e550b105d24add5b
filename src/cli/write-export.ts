/** Writes an export of the store to standard output or into a file; the options that exports and situation reports share. */
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportAs, type Exported } from '../export/export-as.ts';
import { type ExportOptions, REDACTIONS, type Redaction, type SitrepOptions } from '../export/source.ts';
import { TrucewatchError } from '../model/errors.ts';
import { RECORD_KINDS, type RecordKind } from '../model/record.ts';
import { exportSource } from '../work/export-source.ts';
import { lexicons, remark, situations, withStore, type StoreOptions } from './context.ts';
import { wholeLedger } from './moments.ts';
import { VERSION } from './version.ts';

export interface CommonExportOptions {
  readonly truce?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly redact?: string;
  readonly bom?: boolean;
  readonly url?: string;
  readonly limit?: string;
  readonly out?: string;
}

/** Opens the store and writes its ledger in a format. Nothing is written when the options are wrong. */
export async function writeExport(
  format: string,
  options: StoreOptions & CommonExportOptions,
  wanted: SitrepOptions,
): Promise<void> {
  await withStore(options, async (store) => {
    const source = await exportSource({
      store,
      ledger: await wholeLedger(store, options),
      situations: await situations(),
      version: VERSION,
      lexicons: () => lexicons(options),
    });
    const made = await exportAs(format, source, wanted);
    if (options.out === undefined) return toOutput(made);
    await toFile(made, options.out);
    remark(`${made.mediaType.split(';')[0]} written to ${options.out}`);
  });
}

/** The options as people typed them, checked. Throws `bad-option`. */
export function exportOptions({ truce, kind, from, to, redact, bom, url, limit }: CommonExportOptions): ExportOptions {
  return {
    ...(truce !== undefined && { truce }),
    ...(kind !== undefined && { kind: kindOf(kind) }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(redact !== undefined && { redact: redactionsOf(redact) }),
    ...(bom !== undefined && { bom }),
    ...(url !== undefined && { url }),
    ...(limit !== undefined && { limit: limitOf(limit) }),
  };
}

function kindOf(kind: string): RecordKind {
  const found = RECORD_KINDS.find((one) => one === kind);
  if (found !== undefined) return found;
  throw new TrucewatchError('bad-option', `"${kind}" is no kind of entry. Kinds: ${RECORD_KINDS.join(', ')}.`);
}

function redactionsOf(text: string): readonly Redaction[] {
  return text.split(',').map((part) => {
    const found = REDACTIONS.find((one) => one === part.trim());
    if (found !== undefined) return found;
    throw new TrucewatchError(
      'bad-option',
      `"${part}" cannot be withheld. Write one or more of ${REDACTIONS.join(',')}.`,
    );
  });
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new TrucewatchError('bad-option', `"${text}" is no number of items. Write --limit 50.`);
}

async function toOutput({ body }: Exported): Promise<void> {
  for await (const part of body) if (!process.stdout.write(part)) await once(process.stdout, 'drain');
}

/** A file is there whole or not at all: it is written beside its place and then put there. */
async function toFile({ body }: Exported, file: string): Promise<void> {
  const beside = `${file}.part`;
  try {
    await pipeline(Readable.from(body), createWriteStream(beside));
    renameSync(beside, file);
  } catch (cause) {
    rmSync(beside, { force: true });
    if (cause instanceof TrucewatchError) throw cause;
    throw new TrucewatchError('bad-option', `${file} cannot be written. Name another file with --out.`, cause);
  }
}
