/** Head nouns of instruments, and what must stand beside them for a certain instrument to be meant. */
import type { InstrumentMention } from '../model/doc.ts';
import { type LexiconEntry, readLexicon } from './load.ts';
import { phraseIndex, type PhraseIndex } from './phrase-index.ts';

export interface InstrumentEntry extends LexiconEntry {
  readonly class: InstrumentMention['class'];
  /** joint: a word like "trilateral" or leaders as authors, with a date; name: a proper name or a date; number: a number; any: nothing. */
  readonly needs: 'joint' | 'name' | 'number' | 'any';
}

export function loadInstruments(): PhraseIndex<InstrumentEntry> {
  return phraseIndex(
    readLexicon<InstrumentEntry>('en/instruments').flatMap((entry) =>
      entry.forms.map((form) => [form, entry] as const),
    ),
  );
}
