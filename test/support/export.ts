/** Sources for tests of exports: a real store of given reports, and the samples as they were when the golden files were made. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { BundleReject } from '../../src/export/bundle/bundle-source.ts';
import type { Exported } from '../../src/export/export-as.ts';
import type { ExportRecord, ExportReport, ExportSource } from '../../src/export/source.ts';
import { divisionsIn } from '../../src/lexicon/divisions.ts';
import { loadGazetteer } from '../../src/lexicon/gazetteer.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { loadSituations } from '../../src/lexicon/situations.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { CodedReport, Entry, Ledger } from '../../src/model/ledger.ts';
import { ByteStream, codeReport, foldLedger, readReports, tarEntries } from '../../src/pipeline.ts';
import type { Store } from '../../src/store/store.ts';
import { exportSource } from '../../src/work/export-source.ts';
import { newReport } from '../../src/work/ingest.ts';
import { rebuildLedger } from '../../src/work/refold.ts';

export const GOLDEN = join(import.meta.dirname, '../golden/exports');
/** The samples, coded and folded when the golden files were made: what exports make of them depends on exports alone. */
export const FROZEN = join(GOLDEN, 'samples.tar.gz');

export interface GivenReport {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
}

/** Codes reports into a store, and lends it to the exports. */
export async function sourceIn(
  store: Store,
  reports: readonly GivenReport[],
  decisions: readonly Decision[] = [],
  rejects: readonly Omit<BundleReject, 'at'>[] = [],
): Promise<ExportSource> {
  const lexicons = loadLexicons();
  const captured = '2022-09-20T10:00:00Z';
  await store.startRun({ id: 'run-1', started: captured, coder: 'test', command: 'test' });
  const made = reports.map((report) => {
    const bytes = new TextEncoder().encode(JSON.stringify(report));
    const { reports: read } = readReports({ name: 'in.jsonl', bytes, mediaType: 'application/jsonl' });
    return newReport(codeReport(read[0]!, lexicons), bytes, 'in.jsonl', { captured, lexicons });
  });
  await store.addReports(
    'run-1',
    made,
    rejects.map((reject) => ({ ...reject, at: captured })),
  );
  for (const decision of decisions) await store.addDecision(decision);
  return lent(store);
}

/** A store with what is in it, lent to the exports. */
export async function lent(store: Store): Promise<ExportSource> {
  const situations = loadSituations();
  const ledger = await rebuildLedger(store, situations);
  return exportSource({ store, ledger, situations, version: '0.0.0', lexicons: async () => loadLexicons() });
}

/** The samples out of the bundle that is checked in, ledger and all. */
export async function frozenSource(): Promise<ExportSource> {
  const files = new Map<string, string>();
  const unpacked = createReadStream(FROZEN).pipe(createGunzip());
  for await (const { name, bytes } of tarEntries(new ByteStream(unpacked), 1e9))
    files.set(name, new TextDecoder().decode(bytes));
  const lines = <T>(prefix: string): T[] =>
    [...files]
      .filter(([name]) => name.startsWith(prefix))
      .flatMap(([, text]) => text.split('\n').filter((line) => line !== ''))
      .map((line) => JSON.parse(line) as T);
  const reports = lines<ExportReport & { records: readonly Omit<ExportRecord, 'report'>[] }>('reports/');
  const records = reports.flatMap(({ id, records: own }) => own.map((one) => ({ ...one, report: id }) as ExportRecord));
  const byId = <T extends { id: string }>(list: readonly T[]) => {
    const map = new Map(list.map((one) => [one.id, one]));
    return async (ids: readonly string[]) => ids.flatMap((id) => map.get(id) ?? []);
  };
  return {
    ledger: { ...(JSON.parse(files.get('ledger/head.json')!) as Ledger), entries: lines<Entry>('ledger/entries') },
    decisions: lines<Decision>('decisions'),
    reports: byId(reports),
    records: byId(records),
    divisions,
    privateNames: async () => ({}),
    changes: async () => [],
    whole: NOTHING,
  };
}

/** Coded reports made by hand, folded as of a moment; what stands in their texts does not matter. */
export function foldedSource(reports: readonly CodedReport[], asOf?: string): ExportSource {
  const ledger = foldLedger({ reports }, asOf === undefined ? {} : { asOf });
  const text = 'words '.repeat(500);
  const records = reports.flatMap(({ card, records: own }) => own.map((one) => ({ ...one, report: card.id })));
  return {
    ledger,
    decisions: [],
    reports: async (ids) =>
      reports.flatMap(({ card }) => (ids.includes(card.id) ? [{ id: card.id, text, card, coder: 'test' }] : [])),
    records: async (ids) => records.filter(({ id }) => ids.includes(id)),
    divisions,
    privateNames: async () => ({}),
    changes: async () => [],
    whole: NOTHING,
  };
}

/** Divisions of places as the bundled gazetteer has them. */
const look = divisionsIn(loadGazetteer());
const divisions: ExportSource['divisions'] = async (places) => new Map(places.map((key) => [key, look(key)]));

const NOTHING: ExportSource['whole'] = {
  version: '0.0.0',
  situations: [],
  async *reports() {},
  async *rejects() {},
  decisions: async () => [],
};

/** A body, whole. */
export async function bytesOf({ body }: Exported): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(typeof part === 'string' ? new TextEncoder().encode(part) : part);
  return new Uint8Array(Buffer.concat(parts));
}

export const textOf = async (exported: Exported | Promise<Exported>): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(await exported));
