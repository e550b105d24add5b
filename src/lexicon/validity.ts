/** Validity dates of lexicon entries: ISO date prefixes, both ends included at their own precision. */

export interface Validity {
  /** First day, month or year: "2018-05-08", "2018-05", "2018". */
  readonly from?: string;
  /** Last day, month or year, included: until "1997-05" holds on 31 May 1997. */
  readonly until?: string;
}

/** A code with the time in which it is right. */
export interface DatedCode extends Validity {
  readonly code: string;
}

const DATE_PREFIX = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether `date` is an ISO date prefix: year, month or day. */
export const isDatePrefix = (date: string): boolean => DATE_PREFIX.test(date);

/**
 * Whether it holds on `date`, an ISO date prefix. A date that is coarser than an end counts as inside:
 * "2020" and from "2020-11-10" overlap. Without a date everything holds.
 */
export function holdsAt(validity: Validity, date: string | undefined): boolean {
  if (date === undefined) return true;
  const { from, until } = validity;
  if (from !== undefined && compare(date, from) < 0) return false;
  return until === undefined || compare(date, until) <= 0;
}

/** Compares at the precision that both have. */
function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const x = a.slice(0, length);
  const y = b.slice(0, length);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The code of an entry on `date`: the dated one that holds then, else the entry's own. */
export function codeAt(entry: { readonly code: string; readonly codes?: readonly DatedCode[] }, date?: string): string {
  if (entry.codes === undefined || date === undefined) return entry.code;
  for (const dated of entry.codes) if (holdsAt(dated, date)) return dated.code;
  return entry.code;
}
