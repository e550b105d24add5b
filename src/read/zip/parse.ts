/** Files of a ZIP archive (PKWARE APPNOTE 6.3): read by its central directory, unpacked one at a time. */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  /** Of its local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 1_000_000;

/** The entries, folders left out; undefined when there is no central directory. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = directoryAt(view, end);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === DIRECTORY && entries.length < MOST_ENTRIES) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((from) => view.getUint16(at + from, true)) as [
      number,
      number,
      number,
    ];
    const flags = view.getUint16(at + 8, true);
    const name = new TextDecoder((flags & 0x800) === 0 ? 'latin1' : 'utf-8').decode(
      bytes.subarray(at + 46, at + 46 + nameLength),
    );
    const sizes = wideSizes(view, at, { from: at + 46 + nameLength, length: extraLength });
    if (!name.endsWith('/'))
      entries.push({ name, method: view.getUint16(at + 10, true), isEncrypted: (flags & 1) === 1, ...sizes });
    at += 46 + nameLength + extraLength + noteLength;
  }
  return entries;
}

/** The end record stands last, behind it only a comment of at most 64 kB. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function directoryAt(view: DataView, end: number): number {
  const at = view.getUint32(end + 16, true);
  if (at !== 0xffffffff || end < 20) return at;
  const end64 = Number(view.getBigUint64(end - 20 + 8, true));
  return end64 + 56 <= view.byteLength && view.getUint32(end64, true) === END_64
    ? Number(view.getBigUint64(end64 + 48, true))
    : at;
}

/** Sizes and offset, from the ZIP64 field where the short ones are full. */
function wideSizes(view: DataView, at: number, extra: { from: number; length: number }) {
  let unpacked = view.getUint32(at + 24, true);
  let packed = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  const end = Math.min(extra.from + extra.length, view.byteLength);
  for (let field = extra.from; field + 4 <= end;) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1) {
      let value = field + 4;
      const next = (): number => {
        value += 8;
        return value <= end ? Number(view.getBigUint64(value - 8, true)) : 0;
      };
      if (unpacked === 0xffffffff) unpacked = next();
      if (packed === 0xffffffff) packed = next();
      if (offset === 0xffffffff) offset = next();
    }
    field += 4 + length;
  }
  return { unpacked, packed, offset };
}

/** The entry's bytes; undefined when they are damaged, locked, packed in an unusual way, or more than `max`. */
export function unzip(bytes: Uint8Array, entry: ZipEntry, max: number): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed, method } = entry;
  if (entry.isEncrypted || offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return undefined;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed) return undefined;
  if (method === 0) return packed <= max ? data : undefined;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(data, { maxOutputLength: max });
  } catch {
    return undefined;
  }
}
