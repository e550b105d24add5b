/** What a bundle says of itself: versions, counts, and the hash of every file in it. */

export const BUNDLE_FORMAT = 'trucewatch-bundle';
/** Grows when older programs could not read what newer ones write. */
export const BUNDLE_VERSION = 1;

export interface Member {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT;
  readonly formatVersion: number;
  /** Program that wrote it. */
  readonly program: string;
  /** Hash of the ledger that these reports and decisions fold to; absent when something was withheld. */
  readonly ledgerHash?: string;
  readonly redacted: boolean;
  readonly counts: { readonly reports: number; readonly rejects: number; readonly decisions: number };
  /** Every file of the archive but this one, in order. */
  readonly members: readonly Member[];
}
