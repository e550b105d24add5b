/** The list of what the relevance gate held back: one JSON object a line, written as it comes, so that memory stays flat. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Dropped } from '../pipeline.ts';

export class DroppedFile {
  /** Where the list stands; undefined while nothing was held back. */
  path: string | undefined;
  readonly #wanted: string;
  #file = -1;

  /** A file, or a folder in which each run has a file of its own. */
  constructor(wanted: string) {
    this.#wanted = wanted;
  }

  add(dropped: Dropped): void {
    if (this.#file < 0) this.#open();
    writeSync(this.#file, `${JSON.stringify(dropped)}\n`);
  }

  close(): void {
    if (this.#file >= 0) closeSync(this.#file);
    this.#file = -1;
  }

  #open(): void {
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
    this.path = extname(this.#wanted) === '' ? join(this.#wanted, `${stamp}.jsonl`) : this.#wanted;
    mkdirSync(dirname(this.path), { recursive: true });
    this.#file = openSync(this.path, 'w');
  }
}
