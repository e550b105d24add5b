/** Turns what the databases throw into errors that say what to do next. */
import { TrucewatchError } from '../model/errors.ts';

const SQLITE_FULL = 13;
const SQLITE_IOERR = 10;
const POSTGRES_DISK_FULL = '53100';

/** Runs `work`; errors of the database become `disk-full` or `store-unusable` with the store's name. */
export async function translated<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translate(name, error);
  }
}

function translate(name: string, error: unknown): unknown {
  if (error instanceof TrucewatchError || !(error instanceof Error)) return error;
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  if (code === 'ENOSPC' || errcode === SQLITE_FULL || code === POSTGRES_DISK_FULL)
    return new TrucewatchError('disk-full', name, error);
  if (errcode !== undefined && (errcode & 0xff) === SQLITE_IOERR) return new TrucewatchError('disk-full', name, error);
  if (errcode !== undefined || code !== undefined)
    return new TrucewatchError('store-unusable', `${name} (${error.message})`, error);
  return error;
}
