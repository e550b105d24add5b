/** Weapons and platforms by class. */
import type { WeaponMention } from '../model/doc.ts';
import { type LexiconEntry, readLexicon } from './load.ts';
import { phraseIndex, type PhraseIndex } from './phrase-index.ts';

export interface WeaponEntry extends LexiconEntry {
  readonly class: WeaponMention['class'];
}

export function loadWeapons(): PhraseIndex<WeaponEntry> {
  return phraseIndex(
    readLexicon<WeaponEntry>('en/weapons').flatMap((entry) => entry.forms.map((form) => [form, entry] as const)),
  );
}
