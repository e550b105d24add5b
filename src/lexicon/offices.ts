/** Titles that stand before or after a name or for their holder: "Prime Minister", "the spokesman". */
import { checkEntries, firstProblem, nameProblem, sectorProblem } from './check.ts';
import { readLexicon, type LexiconEntry } from './load.ts';

export interface OfficeEntry extends LexiconEntry {
  /** Canonical name in lower case. */
  readonly office: string;
  /** PLOVER sector of the holder; empty where the title says nothing of it ("aide"): take the body's. */
  readonly sector: string;
}

/** Reads `lexicons/en/offices.jsonl`. */
export const readOffices = (): readonly OfficeEntry[] =>
  checkEntries('en/offices', readLexicon('en/offices'), officeProblem);

/** What is wrong with an entry of the list, if anything. */
export const officeProblem = (entry: OfficeEntry): string | undefined =>
  firstProblem(nameProblem(entry.office), entry.sector === '' ? undefined : sectorProblem(entry.sector));
