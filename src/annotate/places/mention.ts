/** A candidate with what the report says of where it lies. */
import type { Candidate } from './match.ts';

export interface Mention {
  readonly candidate: Candidate;
  /** Confidence between 0 and 1 that it is a place. */
  sure: number;
  /** Mention that it lies in, by the words: "Paris, Texas". */
  within?: Mention;
  /** State that it is said to lie in, where no place of its name that we know does. */
  outside?: Mention;
  /** Its neighbours in a list: "Alabama, Georgia and Florida". */
  readonly listed: Mention[];
  /** Row of the gazetteer chosen so far, -1 for none. */
  row: number;
}
