/** Reads a bundle back into a store: checks it whole first, then adds what is not there yet. Safe to run again. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { BundleReject, BundleReport } from '../export/bundle/bundle-source.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Manifest } from '../export/bundle/manifest.ts';
import type { Decision } from '../model/decision.ts';
import { TrucewatchError } from '../model/errors.ts';
import { type ByteSource, ByteStream, tarEntries } from '../pipeline.ts';
import type { NewReport, Rejected, Store } from '../store/store.ts';

/** A file of a bundle that is larger is damage, not a report. */
const MOST = 1_000_000_000;

export interface Restored {
  readonly manifest: Manifest;
  readonly reports: number;
  /** Reports that were stored before. */
  readonly known: number;
  readonly decisions: number;
  readonly rejects: number;
}

export interface RestoreOptions {
  readonly store: Store;
  /** Name for messages. */
  readonly name: string;
  /** Opens the bundle for one reading. */
  readonly open: () => ByteSource;
  /** Id of the run, started by the caller. */
  readonly run: string;
}

/** Throws `bad-archive` before anything is stored when a file is missing, changed or of a newer format. */
export async function restoreBundle(options: RestoreOptions): Promise<Restored> {
  const manifest = await checkedManifest(options);
  const done = { reports: 0, known: 0, decisions: 0, rejects: 0 };
  const raws = new Map<string, Uint8Array>();
  for await (const { name, bytes } of filesOf(options)) {
    const [folder, rest = ''] = name.split('/');
    if (folder === 'raw') raws.set(rest, bytes);
    else if (folder === 'quarantine' && !rest.endsWith('.json')) raws.set(rest, bytes);
    else if (folder === 'reports') await addReports(linesOf(bytes) as StoredLine[], raws, options, done);
    else if (folder === 'quarantine')
      await addRejects(linesOf(bytes) as Omit<BundleReject, 'raw'>[], raws, options, done);
    else if (name === 'decisions.jsonl') await addDecisions(linesOf(bytes) as Decision[], options, done);
  }
  return { manifest, ...done };
}

/** Goes through the whole archive once and holds every file against the manifest. */
export async function checkedManifest({ name, open }: Pick<RestoreOptions, 'name' | 'open'>): Promise<Manifest> {
  const found = new Map<string, string>();
  let manifest: Manifest | undefined;
  for await (const { name: file, bytes } of filesOf({ name, open }))
    if (file === 'manifest.json') manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    else found.set(file, createHash('sha256').update(bytes).digest('hex'));
  if (manifest?.format !== BUNDLE_FORMAT) throw new TrucewatchError('bad-archive', `${name} (no bundle)`);
  if (manifest.formatVersion > BUNDLE_VERSION)
    throw new TrucewatchError(
      'bad-option',
      `${name} was written by a newer trucewatch (${manifest.program}). Upgrade.`,
    );
  const wrong = manifest.members.find((member) => found.get(member.name) !== member.sha256);
  if (wrong !== undefined || found.size !== manifest.members.length)
    throw new TrucewatchError('bad-archive', `${name} (${wrong?.name ?? 'a file that the manifest does not name'})`);
  return manifest;
}

async function* filesOf({
  name,
  open,
}: Pick<RestoreOptions, 'name' | 'open'>): AsyncIterable<{ name: string; bytes: Uint8Array }> {
  const unpacked = Readable.from(open()).pipe(createGunzip());
  try {
    for await (const { name: file, bytes } of tarEntries(new ByteStream(unpacked), MOST)) {
      if (bytes === undefined) throw new TrucewatchError('bad-archive', `${name} (${file})`);
      yield { name: file, bytes: bytes.slice() };
    }
  } catch (cause) {
    throw cause instanceof TrucewatchError ? cause : new TrucewatchError('bad-archive', name, cause);
  }
}

/** A report as `write-bundle` writes it: its text stands once. */
interface StoredLine extends Omit<BundleReport, 'raw' | 'article'> {
  readonly text: string;
  readonly received: Omit<BundleReport['article']['report'], 'text'>;
  readonly article: Omit<BundleReport['article'], 'text' | 'report'>;
}

async function addReports(
  lines: readonly StoredLine[],
  raws: Map<string, Uint8Array>,
  { store, run }: RestoreOptions,
  done: { reports: number; known: number },
): Promise<void> {
  const known = await store.known(lines.map(({ hash }) => hash));
  const added = lines.filter(({ hash }) => !known.has(hash)).map((line) => reportOf(line, raws.get(line.hash)!));
  if (added.length > 0) await store.addReports(run, added, []);
  for (const { hash } of lines) raws.delete(hash);
  done.reports += added.length;
  done.known += lines.length - added.length;
}

const reportOf = ({ text, received, article, ...line }: StoredLine, raw: Uint8Array): NewReport => ({
  ...line,
  article: { ...article, text, report: { ...received, text } },
  raw,
});

async function addRejects(
  rejects: readonly Omit<BundleReject, 'raw'>[],
  raws: Map<string, Uint8Array>,
  { store, run }: RestoreOptions,
  done: { rejects: number },
): Promise<void> {
  const known = await store.known(rejects.map(({ hash }) => hash));
  const added = rejects
    .filter(({ hash }) => !known.has(hash))
    .map((reject): Rejected => ({ ...reject, raw: raws.get(reject.hash)! }));
  if (added.length > 0) await store.addReports(run, [], added);
  for (const { hash } of rejects) raws.delete(hash);
  done.rejects += added.length;
}

async function addDecisions(
  decisions: readonly Decision[],
  { store }: RestoreOptions,
  done: { decisions: number },
): Promise<void> {
  const known = new Set((await store.decisions()).map(({ id }) => id));
  const added = decisions.filter(({ id }) => !known.has(id));
  if (added.length > 0) await store.addDecisions(added);
  done.decisions += added.length;
}

const linesOf = (bytes: Uint8Array): readonly unknown[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
