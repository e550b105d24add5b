/** Turns the paths of a command line into inputs: files, folders with everything below them, `-` for standard input. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { TrucewatchError } from '../model/errors.ts';
import { READABLE_EXTENSIONS, SOURCE_EXTENSIONS } from '../pipeline.ts';
import type { Input } from '../work/ingest.ts';

/**
 * Inputs in a fixed order: as given, folders by name. In folders only files that a reader exists for are taken; a
 * file that is named is always tried. Throws `unreadable-file` for a path that is not there, `no-reports` when nothing is left.
 */
export function inputsOf(paths: readonly string[]): Input[] {
  const inputs = paths.flatMap((path) => (path === '-' ? [standardInput()] : fromPath(path)));
  if (inputs.length === 0) throw new TrucewatchError('no-reports', paths.join(', '));
  return inputs;
}

const isTaken = (name: string): boolean =>
  READABLE_EXTENSIONS.has(extname(name).toLowerCase()) || SOURCE_EXTENSIONS.has(extname(name).toLowerCase());

function fromPath(path: string): Input[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new TrucewatchError('unreadable-file', path);
  if (!stat.isDirectory()) return [fileInput(path)];
  const inputs: Input[] = [];
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    const isHidden = file
      .slice(path.length)
      .split(/[\\/]/)
      .some((part) => part.startsWith('.'));
    if (entry.isFile() && !isHidden && isTaken(entry.name)) inputs.push(fileInput(file));
  }
  return inputs.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const fileInput = (name: string): Input => ({ name, open: () => fileBytes(name) });

/** The file as a stream; an archive of many gigabytes is never held whole. */
async function* fileBytes(name: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(name, { highWaterMark: CHUNK })) yield chunk as Uint8Array;
  } catch (cause) {
    throw new TrucewatchError('unreadable-file', name, cause);
  }
}

/** Bytes read at a time. */
const CHUNK = 256 * 1024;

const standardInput = (): Input => ({ name: '-', open: () => process.stdin as AsyncIterable<Uint8Array> });
