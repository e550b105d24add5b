/** Actor mentions in the making: what the readers hand to each other until `find-names` turns them into mentions. */
import type { ActorMention } from '../../model/doc.ts';
import type { Span } from '../../model/span.ts';

/** A person's name as it stands in the text. */
export interface PersonName {
  /** Words, first and last included. */
  readonly first: number;
  readonly last: number;
  /** Its parts as they are looked up: "bashar", "al-assad". */
  readonly parts: readonly string[];
  /** The same parts as written. */
  readonly written: readonly string[];
}

export interface Draft {
  /** Words of the whole mention, last included. */
  first: number;
  last: number;
  type: ActorMention['type'];
  /** ISO3, a non-state prefix, or empty when nothing told yet. */
  country: string;
  /** PLOVER sectors, empty when none. */
  sector: string;
  name: string;
  key: string;
  basis: ActorMention['basis'];
  office?: string | undefined;
  evidence?: Span;
  person?: PersonName;
  gender?: 'm' | 'f' | undefined;
  /** The head is plural: "officials". */
  plural?: boolean;
  /** "former", "ex-", "ousted" stands before the office. */
  former?: boolean;
  /** What its head says without a country: lexicon id of office, body or agent. */
  head?: string;
  /** Its head is an office, a body or an agent noun. */
  headKind?: 'office' | 'body' | 'agent' | 'title';
  /** A country's adjective that no head took: "Russian" in "Russian mediation". */
  adjectival?: boolean;
  /** Where the head stands; the last word of what decides. */
  headWord: number;
  /** Stands bare: no country, no name; the context may give one. */
  bare?: boolean;
  /** A seat of government that acts only in some places of a sentence. */
  city?: boolean;
  /** Weak form of a lexicon entry: stands only beside another sign of it. */
  weak?: boolean;
  /** "Bosnia" in "Bosnia commander": where it is, for entities. */
  sure?: boolean;
}

/** A capitalised run that no rule has read yet. */
export interface Run {
  readonly first: number;
  readonly last: number;
  /** Lower-case words of it, joined by spaces. */
  readonly norm: string;
  kind: 'person' | 'organisation' | 'place' | 'thing' | 'unknown';
  /** Read from its own words or a sure context rather than guessed. */
  sure: boolean;
  sector: string;
  country: string;
  name?: PersonName;
  gender?: 'm' | 'f' | undefined;
}

/** A pronoun or short description that may stand for something said before. */
export interface Reference {
  readonly first: number;
  readonly last: number;
  readonly kind: 'he' | 'she' | 'they' | 'it';
}
