/** What unpacking may cost: bounds against archives that are small outside and endless inside. */
import { DEFAULT_MAX_TEXT } from './format.ts';

export interface Limits {
  /** Longest text of one report, in UTF-16 units. */
  readonly maxText: number;
  /** Largest file that is held in memory, in bytes, after unpacking. */
  readonly maxFile: number;
  /** Archives within archives. */
  readonly maxDepth: number;
  /** How many times its size an archive may unpack to… */
  readonly maxRatio: number;
  /** …once it has unpacked to this many bytes. */
  readonly freeBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxText: DEFAULT_MAX_TEXT,
  maxFile: 64_000_000,
  maxDepth: 3,
  maxRatio: 200,
  freeBytes: 256_000_000,
};

/** Counts what goes into and comes out of one archive. */
export interface Meter {
  packed: number;
  unpacked: number;
}

export const isBomb = ({ packed, unpacked }: Meter, { maxRatio, freeBytes }: Limits): boolean =>
  unpacked > freeBytes && unpacked > packed * maxRatio;
