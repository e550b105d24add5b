/** The persons of the lexicon as rules ask for them: by the key of a mention, and what names each may be called by. */
import { fold } from '../../lexicon/words.ts';
import type { PersonEntry } from '../../lexicon/persons.ts';
import { once } from './once.ts';

/** Persons by the key that mentions of them have. */
export const personsById = once(
  (persons: readonly PersonEntry[]): ReadonlyMap<string, PersonEntry> =>
    new Map(persons.map((person) => [person.id, person])),
);

/** Given names of one person, folded, of all forms of the name: its words but the last. */
export const givenNames = once(
  ({ name, forms }: PersonEntry): ReadonlySet<string> => new Set([name, ...forms].flatMap(wordsButLast)),
);

const wordsButLast = (form: string): string[] =>
  fold(form)
    .split(/[\s-]+/)
    .slice(0, -1);
