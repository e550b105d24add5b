/** What a wording can mean for names: one kind of sense for each lexicon that has it. */
import type { ActorEntry } from '../../lexicon/actors.ts';
import type { CountryWording, MetonymEntry } from '../../lexicon/countries.ts';
import type { GivenNameEntry, TitleEntry } from '../../lexicon/name-words.ts';
import type { OutletEntry } from '../../lexicon/outlets.ts';
import type { PersonEntry } from '../../lexicon/persons.ts';

/** One bit for each kind of sense, so that a hit can be asked quickly what it may be. */
export const IS = {
  country: 1,
  adjective: 2,
  people: 4,
  capital: 8,
  actor: 1 << 4,
  person: 1 << 5,
  // The four roles stand in the order in which one goes before another.
  office: 1 << 6,
  body: 1 << 7,
  agent: 1 << 8,
  title: 1 << 9,
  role: (1 << 6) | (1 << 7) | (1 << 8) | (1 << 9),
  outlet: 1 << 10,
  seat: 1 << 11,
  given: 1 << 12,
  honorific: 1 << 13,
  organisation: 1 << 14,
  placeName: 1 << 15,
  placeNoun: 1 << 16,
  group: 1 << 17,
  one: 1 << 18,
  particle: 1 << 19,
  suffix: 1 << 20,
  calendar: 1 << 21,
  faith: 1 << 22,
  opener: 1 << 23,
  direction: 1 << 24,
  former: 1 << 25,
  rank: 1 << 26,
  sport: 1 << 27,
  weakGiven: 1 << 28,
  thing: 1 << 29,
} as const;

/** What a noun says of those who bear it. */
export interface Role {
  readonly kind: 'office' | 'body' | 'agent' | 'title';
  /** Id of its lexicon entry. */
  readonly id: string;
  readonly sector: string;
  /** Country or prefix that its own words name: "Kremlin aide", "State Department". */
  readonly country: string;
  /** Canonical name of an office. */
  readonly office: string | undefined;
  /** Canonical name of a body. */
  readonly name: string | undefined;
  readonly plural: boolean;
  readonly gender: 'm' | 'f' | undefined;
}

/** A sense: its bit, and the entry where one is needed. */
export type Sense =
  | { readonly bit: number; readonly kind: 'country'; readonly wording: CountryWording; readonly name: string }
  | { readonly bit: number; readonly kind: 'actor'; readonly entry: ActorEntry; readonly weak: boolean }
  | { readonly bit: number; readonly kind: 'person'; readonly entry: PersonEntry; readonly full: boolean }
  | { readonly bit: number; readonly kind: 'role'; readonly role: Role }
  | { readonly bit: number; readonly kind: 'outlet'; readonly entry: OutletEntry }
  | { readonly bit: number; readonly kind: 'seat'; readonly entry: MetonymEntry; readonly city: boolean }
  | { readonly bit: number; readonly kind: 'given'; readonly entry: GivenNameEntry }
  | { readonly bit: number; readonly kind: 'honorific'; readonly entry: TitleEntry }
  | { readonly bit: number; readonly kind: 'organisation'; readonly sector: string }
  | { readonly bit: number; readonly kind: 'word' };

export type SenseOf<K extends Sense['kind']> = Extract<Sense, { kind: K }>;
export type RoleSense = SenseOf<'role'>;
