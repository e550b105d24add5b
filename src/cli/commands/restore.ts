/** `trucewatch restore`: a backup becomes the store of a folder that has none; a bundle is added to any store. */
import { copyFileSync, createReadStream, existsSync, mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TrucewatchError } from '../../model/errors.ts';
import { STORE_FILE } from '../../store/open.ts';
import { isBundle } from '../bundle-file.ts';
import { dataFolder, print, remark, situations, withStore, type StoreOptions } from '../context.ts';
import { plural } from '../text.ts';
import { VERSION } from '../version.ts';

export async function run(file: string, options: StoreOptions): Promise<void> {
  if (!existsSync(file)) throw new TrucewatchError('unreadable-file', file);
  return isBundle(file) ? restoreFromBundle(file, options) : restoreBackup(file, options);
}

async function restoreBackup(file: string, options: StoreOptions): Promise<void> {
  const folder = dataFolder(options);
  const target = join(folder, STORE_FILE);
  if (existsSync(target))
    throw new TrucewatchError(
      'bad-option',
      `${target} exists already. Name an empty folder with --data; nothing was overwritten.`,
    );
  checkIntact(file);
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, target);
  await withStore({ ...options, data: folder }, async (store) => {
    const { reports } = await store.counts('');
    print(`${plural(reports, 'report')} restored to ${target}`);
  });
}

async function restoreFromBundle(file: string, options: StoreOptions): Promise<void> {
  const { restoreBundle } = await import('../../work/bundle.ts');
  const { currentLedger } = await import('../../work/refold.ts');
  await withStore(options, async (store) => {
    const id = randomUUID();
    const now = (): string => Temporal.Now.instant().toString({ smallestUnit: 'second' });
    await store.startRun({ id, started: now(), coder: VERSION, command: 'restore' });
    const done = await restoreBundle({ store, name: file, open: () => createReadStream(file), run: id });
    await store.finishRun(id, now());
    const { hash } = await currentLedger(store, await situations());
    print(
      `${plural(done.reports, 'report')} and ${plural(done.decisions, 'decision')} restored to ${store.name}; ${done.known} known already.`,
    );
    tellHash(hash, done.manifest.ledgerHash);
  });
}

/** Same reports, decisions, situations and program give the same hash; a difference is no loss, but has a reason. */
function tellHash(hash: string, expected: string | undefined): void {
  if (expected === undefined) return remark('Something was withheld from the bundle; its ledger is told anew.');
  if (hash === expected) return print(`The ledger is the same: ${hash}`);
  remark(
    `The ledger here (${hash.slice(0, 12)}) is not the one of the bundle (${expected.slice(0, 12)}): other reports were here, or program or situations differ.`,
  );
}

/** Throws `store-unusable` unless the file is a whole SQLite database. */
function checkIntact(file: string): void {
  try {
    const db = new DatabaseSync(file, { readOnly: true });
    const row = db.prepare('pragma quick_check').get() as { quick_check?: string };
    db.close();
    if (row.quick_check !== 'ok') throw new Error(row.quick_check);
  } catch (cause) {
    throw new TrucewatchError('store-unusable', file, cause);
  }
}
