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

type Gender = 'm' | 'f';

/** All fields are always there: objects of one shape are read much faster, and there is one for every other phrase. */
export interface Draft {
  /** Words of the whole mention, last included. */
  first: number;
  last: number;
  /** The last word of the head: where tags and subjects are looked up. */
  headWord: number;
  type: ActorMention['type'];
  /** ISO3, a non-state prefix, or empty when nothing told yet. */
  country: string;
  /** PLOVER sectors, empty when none. */
  sector: string;
  name: string;
  key: string;
  basis: ActorMention['basis'];
  office: string | undefined;
  evidence: Span | undefined;
  person: PersonName | undefined;
  gender: Gender | undefined;
  /** The head is plural: "officials". */
  plural: boolean;
  /** "former", "ex-", "ousted" stands before the office. */
  former: boolean;
  /** Lexicon id of the office, body or agent noun. */
  head: string | undefined;
  headKind: 'office' | 'body' | 'agent' | 'title' | undefined;
  /** A country's adjective that no head took: "Russian" in "Russian mediation". */
  adjectival: boolean;
  /** Stands bare: no country of its own; the context may give one. */
  bare: boolean;
  /** A seat of government that is a town: it acts only in some places of a sentence. */
  city: boolean;
}

type Told = 'first' | 'last' | 'type' | 'country' | 'sector' | 'name' | 'key' | 'basis';

/** A draft of what is known so far; the rest is open. */
export const newDraft = (known: Pick<Draft, Told> & Partial<Draft>): Draft => ({
  first: known.first,
  last: known.last,
  headWord: known.headWord ?? known.last,
  type: known.type,
  country: known.country,
  sector: known.sector,
  name: known.name,
  key: known.key,
  basis: known.basis,
  office: known.office,
  evidence: known.evidence,
  person: known.person,
  gender: known.gender,
  plural: known.plural ?? false,
  former: known.former ?? false,
  head: known.head,
  headKind: known.headKind,
  adjectival: known.adjectival ?? false,
  bare: known.bare ?? false,
  city: known.city ?? false,
});

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
  readonly name: PersonName | undefined;
  readonly gender: Gender | undefined;
}

/** A pronoun or short description that may stand for something said before. */
export interface Reference {
  readonly first: number;
  readonly last: number;
  readonly kind: 'he' | 'she' | 'they' | 'it';
}
