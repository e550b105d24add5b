/**
 * What a wording can mean for names: one sense for each lexicon that has it, and one index over them all, so that a
 * text is looked up once.
 */
import type { ActorEntry } from '../../lexicon/actors.ts';
import type { AgentEntry } from '../../lexicon/agents.ts';
import type { BodyEntry } from '../../lexicon/bodies.ts';
import { countryWordings, type CountryWording, type MetonymEntry } from '../../lexicon/countries.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { GivenNameEntry, NameWordUse, TitleEntry } from '../../lexicon/name-words.ts';
import type { OfficeEntry } from '../../lexicon/offices.ts';
import type { OutletEntry } from '../../lexicon/outlets.ts';
import type { PersonEntry } from '../../lexicon/persons.ts';
import { phraseIndex, type PhraseIndex } from '../../lexicon/phrase-index.ts';
import { wordsOf } from '../../lexicon/words.ts';

/** One bit for each kind of sense, so that a hit can be asked quickly what it may be. */
export const IS = {
  country: 1,
  adjective: 2,
  people: 4,
  capital: 8,
  actor: 1 << 4,
  person: 1 << 5,
  office: 1 << 6,
  body: 1 << 7,
  agent: 1 << 8,
  outlet: 1 << 9,
  seat: 1 << 10,
  given: 1 << 11,
  title: 1 << 12,
  organisation: 1 << 13,
  placeName: 1 << 14,
  placeNoun: 1 << 15,
  group: 1 << 16,
  one: 1 << 17,
  particle: 1 << 18,
  suffix: 1 << 19,
  calendar: 1 << 20,
  faith: 1 << 21,
  opener: 1 << 22,
  direction: 1 << 23,
  former: 1 << 24,
  rank: 1 << 25,
  sport: 1 << 26,
  weakGiven: 1 << 27,
  thing: 1 << 28,
} as const;

/** A sense: its bit, and the entry where one is needed. */
export type Sense =
  | { readonly bit: number; readonly kind: 'country'; readonly wording: CountryWording; readonly name: string }
  | { readonly bit: number; readonly kind: 'actor'; readonly entry: ActorEntry; readonly weak: boolean }
  | { readonly bit: number; readonly kind: 'person'; readonly entry: PersonEntry; readonly full: boolean }
  | RoleSense<'office', OfficeEntry>
  | RoleSense<'body', BodyEntry>
  | RoleSense<'agent', AgentEntry>
  | { readonly bit: number; readonly kind: 'outlet'; readonly entry: OutletEntry }
  | { readonly bit: number; readonly kind: 'seat'; readonly entry: MetonymEntry; readonly city: boolean }
  | { readonly bit: number; readonly kind: 'given'; readonly entry: GivenNameEntry }
  | { readonly bit: number; readonly kind: 'title'; readonly entry: TitleEntry }
  | { readonly bit: number; readonly kind: 'organisation'; readonly sector: string }
  | { readonly bit: number; readonly kind: 'word' };

/** A noun that makes an actor. `country` where its own words name one: "Kremlin aide", "State Department". */
export interface RoleSense<K extends 'office' | 'body' | 'agent', E> {
  readonly bit: number;
  readonly kind: K;
  readonly entry: E;
  readonly plural: boolean;
  readonly country: string;
}

export type SenseOf<K extends Sense['kind']> = Extract<Sense, { kind: K }>;

const made = new WeakMap<Lexicons, PhraseIndex<Sense>>();

/** The index over all lexicons of names; made once for each set of lexicons. */
export function senseIndex(lexicons: Lexicons): PhraseIndex<Sense> {
  let index = made.get(lexicons);
  if (index === undefined) made.set(lexicons, (index = buildIndex(lexicons)));
  return index;
}

function buildIndex(lexicons: Lexicons): PhraseIndex<Sense> {
  const named = [...countrySenses(lexicons), ...actorSenses(lexicons)];
  const openings = phraseIndex(named);
  return phraseIndex([...named, ...roleSenses(lexicons, openings), ...wordSenses(lexicons)]);
}

const COUNTRY_BIT = { name: IS.country, adjective: IS.adjective, people: IS.people, capital: IS.capital } as const;

function* countrySenses({ countries, countryNames, metonyms }: Lexicons): Generator<[string, Sense]> {
  const names = new Map(countries.map((country) => [country.code, country.name]));
  const capitals = new Set<string>();
  for (const wording of countryWordings(countries, countryNames)) {
    if (wording.use === 'capital') capitals.add(wording.form);
    const name = names.get(wording.code) ?? wording.code;
    yield [wording.form, { bit: COUNTRY_BIT[wording.use], kind: 'country', wording, name }];
  }
  for (const entry of metonyms)
    for (const form of entry.forms) yield [form, { bit: IS.seat, kind: 'seat', entry, city: capitals.has(form) }];
}

function* actorSenses({ actors, outlets, persons }: Lexicons): Generator<[string, Sense]> {
  for (const entry of actors) {
    for (const form of entry.forms) yield [form, { bit: IS.actor, kind: 'actor', entry, weak: false }];
    for (const form of entry.weak ?? []) yield [form, { bit: IS.actor, kind: 'actor', entry, weak: true }];
  }
  for (const entry of outlets) for (const form of entry.forms) yield [form, { bit: IS.outlet, kind: 'outlet', entry }];
  for (const entry of persons)
    for (const form of entry.forms)
      yield [form, { bit: IS.person, kind: 'person', entry, full: wordsOf(form).length > 1 }];
}

const isPlural = (form: string): boolean => /(?:s|men|women|people|police|troops|staff|personnel|military)$/.test(form);

function* roleSenses(lexicons: Lexicons, openings: PhraseIndex<Sense>): Generator<[string, Sense]> {
  const { offices, bodies, agents, names } = lexicons;
  for (const entry of offices)
    for (const form of entry.forms)
      yield [
        form,
        { bit: IS.office, kind: 'office', entry, plural: isPlural(form), country: countryIn(form, openings) },
      ];
  for (const entry of bodies)
    for (const form of entry.forms) {
      const country = entry.country ?? countryIn(form, openings);
      yield [form, { bit: IS.body, kind: 'body', entry, plural: isPlural(form), country }];
    }
  for (const entry of agents)
    for (const form of entry.forms)
      yield [form, { bit: IS.agent, kind: 'agent', entry, plural: isPlural(form), country: countryIn(form, openings) }];
  for (const entry of names.titles)
    for (const form of entry.forms) yield [form, { bit: IS.title, kind: 'title', entry }];
}

/** The country that a form opens with: "Kremlin aide" is Russia's, "Russian-backed separatists" are nobody's yet. */
function countryIn(form: string, openings: PhraseIndex<Sense>): string {
  if (!/^\p{Lu}/u.test(form)) return '';
  const match = openings.matchAt(form, wordsOf(form), 0);
  if (match === undefined || form[match.end] !== ' ') return '';
  for (const sense of match.values) {
    if (sense.kind === 'country') return sense.wording.code;
    if (sense.kind === 'seat' || (sense.kind === 'actor' && !sense.weak)) return sense.entry.code.slice(0, 3);
  }
  return '';
}

/** Uses that are looked up as words of the text; the others are sets beside them. */
const USE_BIT: Readonly<Partial<Record<NameWordUse, number>>> = {
  particle: IS.particle,
  suffix: IS.suffix,
  calendar: IS.calendar,
  faith: IS.faith,
  opener: IS.opener,
  direction: IS.direction,
  former: IS.former,
  rank: IS.rank,
  thing: IS.thing,
};

function* wordSenses({ names }: Lexicons): Generator<[string, Sense]> {
  for (const entry of names.given) {
    const bit = entry.weak === true ? IS.weakGiven : IS.given;
    for (const form of entry.forms) yield [form, { bit, kind: 'given', entry }];
  }
  for (const { forms, sector, sport } of names.organisations) {
    const bit = sport === true ? IS.sport | IS.organisation : IS.organisation;
    for (const form of forms) yield [form, { bit, kind: 'organisation', sector: sector ?? 'UNK' }];
  }
  for (const { forms, use } of names.places)
    for (const form of forms) yield [form, { bit: use === 'name' ? IS.placeName : IS.placeNoun, kind: 'word' }];
  for (const { forms, number } of names.people)
    for (const form of forms) yield [form, { bit: number === 'group' ? IS.group : IS.one, kind: 'word' }];
  for (const { forms, use } of names.words) {
    const bit = USE_BIT[use];
    if (bit !== undefined) for (const form of forms) yield [form, { bit, kind: 'word' }];
  }
}
