/** Files of a TAR archive (POSIX ustar and pax, GNU long names), in one pass. */
import type { ByteStream } from '../byte-stream.ts';

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** Undefined where it is larger than the limit, or cut short. */
  readonly bytes?: Uint8Array;
}

const BLOCK = 512;
const LONGEST_NAME = 65_536;

/** The files in order; folders, links and devices are stepped over. Throws nothing: at damage it ends. */
export async function* tarEntries(stream: ByteStream, maxFile: number): AsyncGenerator<TarEntry> {
  let longName: string | undefined;
  for (;;) {
    const header = await stream.take(BLOCK);
    if (header.length < BLOCK || !isHeader(header)) return;
    const size = numberAt(header, 124, 12);
    const kind = String.fromCharCode(header[156] ?? 0);
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (kind === 'L' || kind === 'x') {
      const text = new TextDecoder().decode(await stream.take(Math.min(size, LONGEST_NAME)));
      await stream.skip(Math.max(0, size - LONGEST_NAME) + padding);
      longName =
        (kind === 'L' ? text.replace(/\0.*$/s, '') : /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1]) ?? longName;
      continue;
    }
    const isFile = kind === '0' || kind === '\0' || kind === '7';
    const isHeld = isFile && size <= maxFile;
    const bytes = isHeld ? await stream.take(size) : undefined;
    if (!isHeld) await stream.skip(size);
    await stream.skip(padding);
    if (isFile) yield { name: longName ?? nameOf(header), size, ...(bytes?.length === size && { bytes }) };
    longName = undefined;
  }
}

/** Whether a block is a header by its sum; the end of an archive is blocks of noughts. */
export function isHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK) return false;
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : (block[i] as number);
  return sum > 256 && sum === numberAt(block, 148, 8);
}

/** Octal digits, or a big number in GNU's binary form. */
function numberAt(block: Uint8Array, from: number, length: number): number {
  if (((block[from] ?? 0) & 0x80) !== 0) {
    let value = 0;
    for (let i = from + 1; i < from + length; i++) value = value * 256 + (block[i] as number);
    return Math.min(value, Number.MAX_SAFE_INTEGER);
  }
  const digits = textAt(block, from, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : 0;
}

function textAt(block: Uint8Array, from: number, length: number): string {
  const end = block.indexOf(0, from);
  return new TextDecoder().decode(block.subarray(from, end < 0 || end > from + length ? from + length : end));
}

function nameOf(header: Uint8Array): string {
  const prefix = textAt(header, 257, 5) === 'ustar' ? textAt(header, 345, 155) : '';
  const name = textAt(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}
