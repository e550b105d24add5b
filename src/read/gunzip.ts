/** Unpacks gzip as a stream, members one behind the other included, and stops a stream that will not end. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ByteSource } from './byte-stream.ts';
import { isBomb, type Limits, type Meter } from './limits.ts';

/** Thrown by a stream that unpacks to more than the limits allow. */
class BombError extends Error {
  override readonly name = 'BombError';
}

/** The unpacked bytes. Throws on damaged data, after what came before the damage. */
export async function* gunzip(source: ByteSource, limits: Limits): ByteSource {
  const meter: Meter = { packed: 0, unpacked: 0 };
  const input = Readable.from(counted(source, meter), { objectMode: true });
  const output = createGunzip({ chunkSize: 256 * 1024 });
  input.on('error', (error) => output.destroy(error));
  input.pipe(output);
  try {
    for await (const chunk of output as AsyncIterable<Uint8Array>) {
      meter.unpacked += chunk.length;
      if (isBomb(meter, limits)) throw new BombError(`unpacks to more than ${meter.unpacked} bytes`);
      yield chunk;
    }
  } finally {
    input.destroy();
    output.destroy();
  }
}

async function* counted(source: ByteSource, meter: Meter): ByteSource {
  for await (const chunk of source) {
    meter.packed += chunk.length;
    yield chunk;
  }
}
