/** Words that end in a stop which ends no sentence, and what must follow for that. */
import { type LexiconEntry, readLexicon } from './load.ts';

/**
 * `name`: never ends a sentence before a capital ("Gen. Smith"); `number`: never before a digit ("Sept. 5");
 * `open`: may well end one ("5 p.m."), so the next word decides.
 */
export type FollowedBy = 'name' | 'number' | 'open';

interface AbbreviationEntry extends LexiconEntry {
  readonly followedBy: FollowedBy;
}

/** By form without its last stop, as written: "Gen", "a.m". */
export type Abbreviations = ReadonlyMap<string, FollowedBy>;

export function loadAbbreviations(): Abbreviations {
  const byForm = new Map<string, FollowedBy>();
  for (const entry of readLexicon<AbbreviationEntry>('en/abbreviations'))
    for (const form of entry.forms) byForm.set(form, entry.followedBy);
  return byForm;
}
