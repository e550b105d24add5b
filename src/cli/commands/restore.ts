/** `trucewatch restore`: a backup becomes the store of a folder that has none. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TrucewatchError } from '../../model/errors.ts';
import { STORE_FILE } from '../../store/open.ts';
import { dataFolder, print, withStore, type StoreOptions } from '../context.ts';
import { plural } from '../text.ts';

export async function run(file: string, options: StoreOptions): Promise<void> {
  const folder = dataFolder(options);
  const target = join(folder, STORE_FILE);
  if (!existsSync(file)) throw new TrucewatchError('unreadable-file', file);
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
