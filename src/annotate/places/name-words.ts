/** Given names, titles and peoples as sets of folded words, made once for each set of lexicons. */
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { fold } from '../../lexicon/words.ts';

export interface NameWords {
  readonly given: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  /** Adjectives and nouns of peoples, which are no places: "Somali", "Swiss". */
  readonly peoples: ReadonlySet<string>;
}

const made = new WeakMap<Lexicons, NameWords>();

export function nameWords(lexicons: Lexicons): NameWords {
  let words = made.get(lexicons);
  if (words === undefined) made.set(lexicons, (words = collect(lexicons)));
  return words;
}

/** Saints are left out of the titles: "St. Louis" is no person. */
function collect({ names, countries, countryNames }: Lexicons): NameWords {
  const given = new Set(names.given.flatMap((entry) => entry.forms.map(fold)));
  const titles = names.titles.filter((entry) => !entry.forms.includes('St')).flatMap((entry) => entry.forms);
  const forms = [
    ...countries.flatMap(({ adjectives, demonyms }) => [...adjectives, ...demonyms]),
    ...countryNames.flatMap((entry) => (entry.use === 'adjective' || entry.use === 'people' ? entry.forms : [])),
  ];
  const countryKeys = new Set(countries.flatMap((country) => country.forms.map(fold)));
  const peoples = new Set(forms.map(fold).filter((form) => !countryKeys.has(form)));
  return { peoples, given, titles: new Set(titles.map((form) => fold(form).replace(/^.*[ .]/, ''))) };
}
