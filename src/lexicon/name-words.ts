/** Words that stand in and around names: given names, titles, head nouns of organisations and places. Used by `annotate/names`. */
import { readLexicon, type LexiconEntry } from './load.ts';

export interface GivenNameEntry extends LexiconEntry {
  readonly gender: 'm' | 'f' | 'u';
  /** Also a common word or a place: a name only beside other evidence. */
  readonly weak?: boolean;
}

/** What stands before a name: "Mr", "Lt. Gen.", "Sheikh". */
export interface TitleEntry extends LexiconEntry {
  readonly rank: 'honorific' | 'royal' | 'clergy' | 'military' | 'police' | 'court' | 'office';
  readonly gender?: 'm' | 'f';
  /** PLOVER sector of its bearers. */
  readonly sector?: string;
}

/** A noun that ends or opens the name of an organisation: "Front", "University", "Bank". */
export interface OrganisationWordEntry extends LexiconEntry {
  /** PLOVER sector, `UNK` where the noun says nothing of it. */
  readonly sector?: string;
  /** Clubs and contests: organisations that act in no conflict. */
  readonly sport?: boolean;
}

/** `name`: makes a capitalised run a place ("Lake"); `common`: describes a place ("checkpoint"). */
export interface PlaceWordEntry extends LexiconEntry {
  readonly use: 'name' | 'common';
}

/** Nouns for people: several (`group`) or a single one. */
export interface PeopleWordEntry extends LexiconEntry {
  readonly number: 'group' | 'one';
}

/** What a word does in or beside a name; `docs` of the list tell each use by its words. */
export type NameWordUse =
  | 'particle'
  | 'suffix'
  | 'calendar'
  | 'faith'
  | 'opener'
  | 'direction'
  | 'former'
  | 'rank'
  /** Nouns that make a capitalised run a thing: "Treaty", "Resolution". */
  | 'thing'
  /** Words after a person's name: "said", "who". */
  | 'says'
  /** Prepositions that nearly always have a place behind them, and those that may. */
  | 'placing'
  | 'leading'
  /** Words before a seat of government that acts: "by", "between". */
  | 'personal'
  /** Nouns that come from a government: "statement", "pressure". */
  | 'sent'
  /** Verbs with a government as their object: "urged", "accused". */
  | 'done-to'
  /** What a town has and a government has not: "airport". */
  | 'place-owned'
  /** Behind a country's adjective they make it money: "Australian dollars". */
  | 'currency'
  /** Nouns that are nobody in particular unless somebody owns them: "units", "the side". */
  | 'needs-owner'
  /** Bodies that are none behind another noun: "ceasefire regime". */
  | 'never-compound'
  /** Behind a country's name they make it a team. */
  | 'sport';

export interface NameWordEntry extends LexiconEntry {
  readonly use: NameWordUse;
}

/** The lists that only names need, kept together. */
export interface NameLexicons {
  readonly given: readonly GivenNameEntry[];
  readonly titles: readonly TitleEntry[];
  readonly organisations: readonly OrganisationWordEntry[];
  readonly places: readonly PlaceWordEntry[];
  readonly people: readonly PeopleWordEntry[];
  readonly words: readonly NameWordEntry[];
}

/** Reads the six lists. */
export const readNameLexicons = (): NameLexicons => ({
  given: readLexicon('en/given-names'),
  titles: readLexicon('en/titles'),
  organisations: readLexicon('en/organisation-words'),
  places: readLexicon('en/place-words'),
  people: readLexicon('en/people-words'),
  words: readLexicon('en/name-words'),
});
