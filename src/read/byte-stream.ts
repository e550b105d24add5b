/** Reads a stream of bytes in portions of the reader's choice, holding back no more than is asked for. */

export type ByteSource = AsyncIterable<Uint8Array>;

const EMPTY = new Uint8Array(0);

export class ByteStream {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunks: Uint8Array[] = [];
  #held = 0;
  #isDone = false;
  /** Bytes handed out or stepped over so far. */
  position = 0;

  constructor(source: ByteSource) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next bytes without taking them: `length` of them, or all that is left. */
  async peek(length: number): Promise<Uint8Array> {
    await this.#hold(length);
    return this.#joined(Math.min(length, this.#held));
  }

  /** Takes `length` bytes, or all that is left. */
  async take(length: number): Promise<Uint8Array> {
    const bytes = await this.peek(length);
    this.#drop(bytes.length);
    return bytes;
  }

  /** Steps over `length` bytes; gives how many there were. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      await this.#hold(1);
      const step = Math.min(left, this.#held);
      if (step === 0) break;
      this.#drop(step);
      left -= step;
    }
    return length - left;
  }

  /** Takes a line without its end; undefined at the end. A line longer than `limit` is cut there. */
  async line(limit: number): Promise<Uint8Array | undefined> {
    for (let look = 256; ; look = Math.min(look * 4, limit)) {
      const bytes = await this.peek(look);
      if (bytes.length === 0) return undefined;
      const end = bytes.indexOf(10);
      if (end < 0 && bytes.length >= look && look < limit) continue;
      const length = end < 0 ? bytes.length : end + 1;
      this.#drop(length);
      return bytes.subarray(0, end < 0 ? length : bytes[end - 1] === 13 ? end - 1 : end);
    }
  }

  /** What is left, chunk by chunk. */
  async *rest(): ByteSource {
    for (;;) {
      await this.#hold(1);
      const chunk = this.#chunks[0];
      if (chunk === undefined) return;
      this.#drop(chunk.length);
      yield chunk;
    }
  }

  /** Lets go of the source: what is left in it is not wanted. */
  async close(): Promise<void> {
    if (!this.#isDone) await this.#source.return?.();
    this.#isDone = true;
  }

  async #hold(length: number): Promise<void> {
    while (this.#held < length && !this.#isDone) {
      const next = await this.#source.next();
      if (next.done === true) this.#isDone = true;
      else if (next.value.length > 0) {
        // Files come as Buffers, whose `slice` shares their memory: a plain array is what every reader expects.
        const { buffer, byteOffset, length: size } = next.value;
        this.#chunks.push(new Uint8Array(buffer, byteOffset, size));
        this.#held += next.value.length;
      }
    }
  }

  #joined(length: number): Uint8Array {
    const first = this.#chunks[0] ?? EMPTY;
    if (first.length >= length) return first.subarray(0, length);
    const whole = new Uint8Array(this.#held);
    let at = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    this.#chunks = [whole];
    return whole.subarray(0, length);
  }

  #drop(length: number): void {
    let left = length;
    this.#held -= length;
    this.position += length;
    while (left > 0) {
      const first = this.#chunks[0] as Uint8Array;
      if (first.length > left) {
        this.#chunks[0] = first.subarray(left);
        return;
      }
      this.#chunks.shift();
      left -= first.length;
    }
  }
}

/** Bytes that are in memory already, as a source. */
export async function* sourceOf(bytes: Uint8Array): ByteSource {
  yield bytes;
}
