/** Tells a bundle from other archives by its first bytes. */
import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { README } from '../export/bundle/readme.ts';

/** The first file of a bundle is its README; both stand well within these bytes. */
const HEAD = 4096;

/** Whether a file begins as a bundle does. */
export function isBundle(file: string): boolean {
  const head = headOf(file);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return false;
  try {
    // The head of a file has no end: what there is, is unpacked
    const start = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    return start.includes(README.slice(0, 40));
  } catch {
    return false;
  }
}

function headOf(file: string): Uint8Array {
  const head = new Uint8Array(HEAD);
  const handle = openSync(file, 'r');
  try {
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}
