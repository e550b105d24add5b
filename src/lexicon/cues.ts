/** Words that tell that somebody says, thinks or wants something: verbs, nouns, and what they take. */
import type { SpeechAct } from '../model/vocabulary.ts';
import { type LexiconEntry, readLexicon } from './load.ts';

/**
 * Where the content of a cue stands: `clause` ("said that …"), `quote`, `infinitive` ("agreed to …"),
 * `object-infinitive` ("urged X to …"), `on-infinitive` ("called on X to …"), `gerund` ("denied shelling …"), `object` ("condemned …"), the same in the
 * passive (`passive-clause`, `passive-infinitive`, `passive-object`), or behind the preposition of that name.
 * `that`: takes a clause which is no statement. `ownerless`: a noun that needs no owner ("fears that …").
 */
export type CuePattern = string;

export interface CueEntry extends LexiconEntry {
  readonly part: 'verb' | 'noun' | 'adjective' | 'preposition';
  /** What the speaker does with it; `inform` where it says nothing more. */
  readonly act?: SpeechAct;
  readonly patterns: readonly CuePattern[];
  /** Where the addressee stands: `object` ("told X"), or a preposition ("called on X"). */
  readonly hearer?: string;
  /** `object`: an infinitive behind it has the object for its subject ("urged X to withdraw"). */
  readonly control?: 'object';
}

export interface Cues {
  /** By lemma, with the particle or second word where there is one: "point out", "make clear". */
  readonly verbs: ReadonlyMap<string, CueEntry>;
  readonly nouns: ReadonlyMap<string, CueEntry>;
}

export function loadCues(): Cues {
  const verbs = new Map<string, CueEntry>();
  const nouns = new Map<string, CueEntry>();
  for (const entry of readLexicon<CueEntry>('en/cues')) {
    const map = entry.part === 'verb' ? verbs : nouns;
    for (const form of entry.forms) map.set(form, entry);
  }
  return { verbs, nouns };
}
