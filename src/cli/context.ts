/** What every command needs: settings, the store's place, output, and errors in one line. */
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TrucewatchError } from '../model/errors.ts';
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Situation } from '../model/ledger.ts';
import { settingsFrom, type Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';

/** Root of the clone or package. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Options that every command with a store has. */
export interface StoreOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly asOf?: string;
}

export const settings = (): Settings => settingsFrom(process.env);

/** Folder of the store: option, setting, `./.trucewatch` in a clone, else the user's data folder. */
export function dataFolder(options: StoreOptions): string {
  const named = options.data ?? settings().data;
  if (named !== '') return resolve(named);
  if (existsSync(join(ROOT, 'examples')) && process.cwd().startsWith(resolve(ROOT))) return join(ROOT, '.trucewatch');
  const base = process.env['XDG_DATA_HOME'] ?? (process.platform === 'win32' ? process.env['LOCALAPPDATA'] : undefined);
  return join(base ?? join(homedir(), '.local', 'share'), 'trucewatch');
}

/** Opens the store, lends it to `work` and closes it whatever happens. */
export async function withStore<T>(options: StoreOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const { openPostgresStore, openSqliteStore, STORE_FILE } = await import('../store/open.ts');
  const database = settings().database;
  const isShared = options.data === undefined && database !== '';
  const store = await (isShared ? openPostgresStore(database) : openSqliteStore(dataFolder(options)));
  if (isShared || isLarge(join(dataFolder(options), STORE_FILE))) await makeRoom(store);
  return store;
}

/** A smaller file holds no more records than any process has room for, and its records need not be counted. */
const isLarge = (file: string): boolean => statSync(file).size > 2 ** 29;

async function makeRoom(store: Store): Promise<void> {
  const { giveRoom } = await import('./room.ts');
  const { records } = await store.counts('');
  await giveRoom({ records, close: () => store.close(), say: remark });
  const { hash } = await store.marks();
  if (hash === undefined && records > MANY)
    remark(`The ledger of ${records} records is not up to date; what asks for it folds it first, which takes minutes.`);
}

/** From so many records on a fold is long enough to be told of. */
const MANY = 200_000;

/** File of an imported gazetteer beside the store. */
export const gazetteerFile = (options: StoreOptions): string => join(dataFolder(options), 'gazetteer.bin.gz');

/** The lexicons, with the imported gazetteer where there is one. */
export async function lexicons(options: StoreOptions = {}): Promise<Lexicons> {
  const { loadLexicons } = await import('../lexicon/lexicons.ts');
  const file = gazetteerFile(options);
  return loadLexicons(existsSync(file) ? { gazetteer: file } : {});
}

export async function situations(): Promise<readonly Situation[]> {
  const { loadSituations } = await import('../lexicon/situations.ts');
  return loadSituations();
}

/** An instant or a date as people type it; a date means its end, so that the day itself is seen. */
export function instantOf(text: string): string {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime('UTC').toInstant().toString();
    if (/[zZ]$|[+-]\d{2}:?\d{2}$|\]$/.test(text)) return Temporal.Instant.from(text).toString();
    return Temporal.PlainDateTime.from(text).toZonedDateTime(settings().zone).toInstant().toString();
  } catch (cause) {
    throw new TrucewatchError(
      'bad-option',
      `"${text}" is no moment. Write 2022-09-15, 2022-09-15T12:00Z or 2022-09-15T12:00+04:00.`,
      cause,
    );
  }
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));
/** Remarks that are no result: they never mix with `--json` on standard output. */
export const remark = (text: string): void => void process.stderr.write(`${text}\n`);
