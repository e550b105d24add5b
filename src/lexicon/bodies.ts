/** Organ nouns that make an actor with a country: "the Armenian defence ministry", "Sudan's army". */
import { ACTOR_TYPES, type ActorType } from './actors.ts';
import { checkEntries, firstProblem, nameProblem, oneOfProblem, sectorProblem } from './check.ts';
import { readLexicon, type LexiconEntry } from './load.ts';

export interface BodyEntry extends LexiconEntry {
  /** What it is called after a country's adjective: "Foreign Ministry". */
  readonly name: string;
  readonly sector: string;
  readonly type: ActorType;
  /** Set where one country alone has it: "State Department" USA. */
  readonly country?: string;
}

/** Reads `lexicons/en/bodies.jsonl`. */
export const readBodies = (): readonly BodyEntry[] => checkEntries('en/bodies', readLexicon('en/bodies'), bodyProblem);

/** What is wrong with an entry of the list, if anything. */
export const bodyProblem = (entry: BodyEntry): string | undefined =>
  firstProblem(
    nameProblem(entry.name),
    sectorProblem(entry.sector),
    oneOfProblem('type', entry.type, ACTOR_TYPES),
    entry.country === undefined || /^[A-Z]{3}$/.test(entry.country) ? undefined : `has country "${entry.country}"`,
  );
