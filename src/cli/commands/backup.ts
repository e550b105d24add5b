/** `trucewatch backup`: a whole, consistent copy of the embedded store, also while it is in use. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { TrucewatchError } from '../../model/errors.ts';
import { STORE_FILE } from '../../store/open.ts';
import { dataFolder, print, settings, type StoreOptions } from '../context.ts';

export async function run(file: string, options: StoreOptions): Promise<void> {
  if (options.data === undefined && settings().database !== '')
    throw new TrucewatchError('bad-option', 'backup copies the embedded store; for PostgreSQL use pg_dump');
  const source = join(dataFolder(options), STORE_FILE);
  if (!existsSync(source)) throw new TrucewatchError('unreadable-file', source);
  if (existsSync(file))
    throw new TrucewatchError('bad-option', `${file} exists already. Name a new file; nothing was overwritten.`);
  const db = new DatabaseSync(source, { readOnly: true });
  try {
    await backup(db, file);
  } finally {
    db.close();
  }
  print(`${source} copied to ${file}`);
}
