/** A JSONL file of any size in portions of whole lines. */
import type { ByteStream } from '../byte-stream.ts';

export interface Portion {
  readonly bytes: Uint8Array;
  /** Number of its first line in the file, from 1. */
  readonly firstLine: number;
}

/** About as much as is read at a time. */
const PORTION = 1_000_000;

/** Portions that end with a line; only a line longer than `maxLine` is cut, for it is refused in any case. */
export async function* linesIn(stream: ByteStream, maxLine: number): AsyncGenerator<Portion> {
  let firstLine = 1;
  for (;;) {
    let look = PORTION;
    let bytes = await stream.peek(look);
    while (bytes.length === look && bytes.lastIndexOf(10) < 0 && look <= maxLine) {
      look *= 4;
      bytes = await stream.peek(look);
    }
    if (bytes.length === 0) return;
    const end = bytes.length < look ? bytes.length : bytes.lastIndexOf(10) + 1;
    const portion = await stream.take(end === 0 ? bytes.length : end);
    yield { bytes: portion, firstLine };
    for (let at = portion.indexOf(10); at >= 0; at = portion.indexOf(10, at + 1)) firstLine++;
  }
}
