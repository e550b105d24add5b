/** Headers of a TAR archive (POSIX ustar): what every system unpacks, and no limit to the number of files. */

const BLOCK = 512;

/** Two blocks of noughts end an archive. */
export const TAR_END = new Uint8Array(2 * BLOCK);

/** A file with its header, filled up to whole blocks. Names have at most 100 characters, all of them ASCII. */
export function tarFile(name: string, bytes: Uint8Array): Uint8Array {
  const file = new Uint8Array(BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK);
  file.set(headerOf(name, bytes.length));
  file.set(bytes, BLOCK);
  return file;
}

/** Owner, time and mode are the same for all, so that the same store gives the same bytes. */
function headerOf(name: string, size: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (text: string, at: number): void => header.set(new TextEncoder().encode(text), at);
  put(name, 0);
  put('0000644\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(sizeField(size), 124);
  put('00000000000\0', 136);
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\0', 257);
  put('00', 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Eleven octal digits hold 8 GiB: no member is as large. */
function sizeField(size: number): string {
  const digits = size.toString(8).padStart(11, '0');
  if (digits.length > 11) throw new RangeError(`a file of ${size} bytes does not fit into the archive`);
  return `${digits}\0`;
}
