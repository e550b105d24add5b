/** Named actors: governments, armed groups, parties, organisations, monitors, with their codes. Used by `annotate/names`. */
import {
  checkEntries,
  codeProblem,
  datedCodesProblem,
  firstProblem,
  nameProblem,
  oneOfProblem,
  validityProblem,
} from './check.ts';
import { readLexicon, type LexiconEntry } from './load.ts';
import type { DatedCode, Validity } from './validity.ts';

export const ACTOR_TYPES = [
  'government',
  'ministry',
  'armed-force',
  'group',
  'party',
  'igo',
  'ngo',
  'monitor',
  'court',
  'company',
  'people',
  'other',
] as const;

export type ActorType =
  | 'government'
  | 'ministry'
  | 'armed-force'
  | 'group'
  | 'party'
  | 'igo'
  | 'ngo'
  | 'monitor'
  | 'court'
  | 'company'
  | 'people'
  | 'other';

/** Validity on the entry: the time in which the actor exists under this name. */
export interface ActorEntry extends LexiconEntry, Validity {
  readonly name: string;
  readonly type: ActorType;
  /** The code now, or the last one that it had. */
  readonly code: string;
  /** ISO 3166-1 alpha-3 of where it is at home, when the code does not say it. */
  readonly country?: string;
  /** Codes that changed with time: a rebel army that became the government. See `codeAt`. */
  readonly codes?: readonly DatedCode[];
  /** Forms that mean it only in a report that also names it in full or names its country: "ADF", "the Council". */
  readonly weak?: readonly string[];
}

/** Reads `lexicons/en/actors.jsonl`. */
export const readActors = (): readonly ActorEntry[] =>
  checkEntries('en/actors', readLexicon('en/actors'), actorProblem);

/** What is wrong with an entry of the list, if anything. */
export const actorProblem = (entry: ActorEntry): string | undefined =>
  firstProblem(
    nameProblem(entry.name),
    oneOfProblem('type', entry.type, ACTOR_TYPES),
    codeProblem(entry.code),
    entry.country === undefined ? undefined : codeProblem(entry.country),
    datedCodesProblem(entry.codes),
    validityProblem(entry),
  );
