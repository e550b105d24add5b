/** Undoes the content codings of an answer, piece by piece, and stops as soon as more comes out than is allowed. */
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';

/** Thrown when a body is larger than allowed, packed or unpacked. */
export class TooMuchError extends Error {
  override readonly name = 'TooMuchError';
}

/** Nobody packs more often; a server that claims to wants something else. */
const MOST_CODINGS = 2;

/** All of `body` without its codings ("gzip", "br, gzip"). Throws TooMuchError, or what zlib says of damaged data. */
export async function unpack(
  body: AsyncIterable<Uint8Array>,
  codings: string,
  maxBytes: number,
  isCutAllowed: boolean,
): Promise<Uint8Array> {
  const names = codings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MOST_CODINGS) throw new Error(`packed ${names.length} times`);
  const bytes = await collect(body, maxBytes, isCutAllowed);
  if (names.length === 0) return isGzip(bytes) ? undo(bytes, 'gzip', maxBytes, isCutAllowed) : bytes;
  let result = bytes;
  for (const name of names.reverse()) result = await undo(result, name, maxBytes, isCutAllowed);
  return result;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function undo(bytes: Uint8Array, name: string, maxBytes: number, isCutAllowed: boolean): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  // Some servers name a coding and send the bytes as they are.
  if ((name === 'gzip' || name === 'x-gzip') && !isGzip(bytes)) return bytes;
  const decoder = decoderOf(name, bytes);
  if (decoder === undefined) throw new Error(`unknown content coding ${name}`);
  const input = Readable.from([bytes]);
  input.pipe(decoder);
  try {
    return await collect(decoder as AsyncIterable<Uint8Array>, maxBytes, isCutAllowed);
  } finally {
    input.destroy();
    decoder.destroy();
  }
}

function decoderOf(name: string, bytes: Uint8Array) {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      // Half the servers send it without the zlib frame that the standard asks for.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    default:
      return undefined;
  }
}

async function collect(source: AsyncIterable<Uint8Array>, max: number, isCutAllowed: boolean): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= max) continue;
    if (!isCutAllowed) throw new TooMuchError(`more than ${max} bytes`);
    break;
  }
  return Buffer.concat(chunks).subarray(0, max);
}
