/** Common nouns for people who act: "troops", "gunmen", "protesters"; with a country they make an actor. */
import { checkEntries, firstProblem, sectorProblem } from './check.ts';
import { readLexicon, type LexiconEntry } from './load.ts';

/** Forms hold singular and plural, in lower case. */
export interface AgentEntry extends LexiconEntry {
  /** PLOVER sector; empty for people of whom the noun says nothing ("people", "man"). */
  readonly sector: string;
}

/** Reads `lexicons/en/agents.jsonl`. */
export const readAgents = (): readonly AgentEntry[] =>
  checkEntries('en/agents', readLexicon('en/agents'), agentProblem);

/** What is wrong with an entry of the list, if anything. */
export const agentProblem = (entry: AgentEntry): string | undefined =>
  firstProblem(entry.sector === '' ? undefined : sectorProblem(entry.sector));
