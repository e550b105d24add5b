/** News agencies, papers and broadcasters: who publishes, where, and whose they are. Used by `read`, `annotate` and `ledger`. */
import { checkEntries, codeProblem, firstProblem, nameProblem, validityProblem } from './check.ts';
import { readLexicon, type LexiconEntry } from './load.ts';
import type { Validity } from './validity.ts';

export interface OutletEntry extends LexiconEntry, Validity {
  readonly name: string;
  /** ISO 3166-1 alpha-3 of its seat; absent for the invented ones that have none. */
  readonly country?: string;
  /** Actor code of the state or group that owns or directs it; absent when independent or unknown. */
  readonly affiliation?: string;
  /** IANA zone that its copy is dated in. */
  readonly zone?: string;
  /** True for news agencies: their names stand in datelines. */
  readonly agency?: boolean;
  /** Hosts of its pages, without "www.". */
  readonly hosts?: readonly string[];
  /** BCP 47 tag of the language that it mainly writes in; absent where it writes in several, or we do not know. */
  readonly language?: string;
  /** Addresses of its feeds, as it publishes them. */
  readonly feeds?: readonly string[];
}

/** Reads `lexicons/en/outlets.jsonl`. */
export const readOutlets = (): readonly OutletEntry[] =>
  checkEntries('en/outlets', readLexicon('en/outlets'), outletProblem);

/** The outlets by each of their wordings in lower case; of two that share one, the first. */
export function outletsByName(outlets: readonly OutletEntry[]): ReadonlyMap<string, OutletEntry> {
  const named = new Map<string, OutletEntry>();
  for (const outlet of outlets)
    for (const form of outlet.forms) if (!named.has(form.toLowerCase())) named.set(form.toLowerCase(), outlet);
  return named;
}

/** What is wrong with an entry of the list, if anything. */
export const outletProblem = (entry: OutletEntry): string | undefined =>
  firstProblem(
    nameProblem(entry.name),
    entry.country === undefined ? undefined : codeProblem(entry.country),
    entry.affiliation === undefined ? undefined : codeProblem(entry.affiliation),
    entry.zone === undefined || /^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+)+$/.test(entry.zone)
      ? undefined
      : `has zone "${entry.zone}"`,
    entry.language === undefined || /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/.test(entry.language)
      ? undefined
      : `has language "${entry.language}"`,
    entry.feeds?.every((feed) => URL.canParse(feed) && /^https?:/.test(feed)) === false
      ? 'has a feed that is no address'
      : undefined,
    validityProblem(entry),
  );
