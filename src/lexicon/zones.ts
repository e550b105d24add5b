/** Time zones by the names that reports give them ("Moscow time", "GMT") and by the cities that lie in them. */
import { readLexicon } from './load.ts';
import type { LexiconEntry } from './load.ts';
import { phraseIndex } from './phrase-index.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { wordsOf } from './words.ts';

/** One line of `lexicons/en/zones.jsonl`. `id` is an IANA zone, an offset like `-05:00`, or `local`. */
export interface ZoneEntry extends LexiconEntry {
  readonly places?: readonly string[];
}

export interface ZoneLexicon {
  /** Zone ids by wording: "Moscow time", "Yerevan time", "GMT", "local time". */
  readonly names: PhraseIndex<string>;
  /** Zone of a city by its name, in any casing. */
  ofPlace(name: string): string | undefined;
}

const keyOf = (place: string): string =>
  wordsOf(place)
    .map((word) => word.norm)
    .join(' ');

/** Reads and indexes `lexicons/en/zones.jsonl`. */
export function loadZones(): ZoneLexicon {
  const forms = new Map<string, string>();
  const places = new Map<string, string>();
  for (const { id, forms: names, places: within } of readLexicon<ZoneEntry>('en/zones')) {
    for (const name of names) forms.set(name, id);
    for (const place of within ?? []) {
      places.set(keyOf(place), id);
      if (!forms.has(`${place} time`)) forms.set(`${place} time`, id);
    }
  }
  return { names: phraseIndex(forms), ofPlace: (name) => places.get(keyOf(name)) };
}
