/** Nouns that make place names, and names that only look like places. Used by `annotate/places`. */
import { readLexicon, type LexiconEntry } from './load.ts';
import { phraseIndex, type PhraseIndex } from './phrase-index.ts';
import { fold, wordsOf } from './words.ts';

/** A noun that a place's name ends or begins with. */
export interface FeatureNoun extends LexiconEntry {
  /** GeoNames class, R for roads. */
  readonly feature: string;
  /** Where the noun stands: "Mill Street", "Lake Van", "Highway 12". */
  readonly place: 'after' | 'before' | 'number';
  /** Lies where the rest of the name lies: "Gori District". */
  readonly located?: boolean;
  /** Is a surname as well: "Lane". */
  readonly surname?: boolean;
}

interface Decoy extends LexiconEntry {
  readonly use: 'phrase' | 'never';
}

export interface PlaceFeatures {
  readonly nouns: PhraseIndex<FeatureNoun>;
  /** First words of the nouns, folded: a quick test. */
  readonly openings: ReadonlySet<string>;
  readonly decoys: PhraseIndex<Decoy>;
  /** Single words that never name a place by themselves, folded. */
  readonly never: ReadonlySet<string>;
}

/** Reads `lexicons/en/place-features.jsonl` and `lexicons/en/place-decoys.jsonl`. */
export function loadPlaceFeatures(): PlaceFeatures {
  const nouns = readLexicon<FeatureNoun>('en/place-features');
  const decoys = readLexicon<Decoy>('en/place-decoys');
  const forms = nouns.flatMap((noun) => noun.forms.map((form) => [form, noun] as const));
  return {
    nouns: phraseIndex(forms),
    openings: new Set(forms.map(([form]) => wordsOf(form)[0]!.norm)),
    decoys: phraseIndex(
      decoys.flatMap((entry) => (entry.use === 'never' ? [] : entry.forms.map((form) => [form, entry] as const))),
    ),
    never: new Set(decoys.flatMap((entry) => (entry.use === 'never' ? entry.forms.map(fold) : []))),
  };
}
