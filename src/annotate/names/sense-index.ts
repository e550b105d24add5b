/** Fills the trie of meanings from all lexicons of names, so that a text is looked up once. */
import { countryWordings } from '../../lexicon/countries.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { NameWordUse } from '../../lexicon/name-words.ts';
import { wordsOf } from '../../lexicon/words.ts';
import { addForm, hitAt, newTrie, type SenseTrie } from './sense-trie.ts';
import { IS, type Role, type Sense } from './senses.ts';
import { splitCode } from './split-code.ts';

const made = new WeakMap<Lexicons, SenseTrie>();

/** The trie over all lexicons of names; made once for each set of lexicons. */
export function sensesOf(lexicons: Lexicons): SenseTrie {
  let trie = made.get(lexicons);
  if (trie === undefined) made.set(lexicons, (trie = buildTrie(lexicons)));
  return trie;
}

function buildTrie(lexicons: Lexicons): SenseTrie {
  const trie = newTrie();
  for (const [form, sense] of countrySenses(lexicons)) addForm(trie, form, sense);
  for (const [form, sense] of actorSenses(lexicons)) addForm(trie, form, sense);
  // Roles ask what stands in the trie so far: "Kremlin aide" opens with a seat, "State Department spokesman" with a body.
  const bodies = Array.from(bodySenses(lexicons, trie));
  for (const [form, sense] of bodies) addForm(trie, form, sense);
  const roles = Array.from(roleSenses(lexicons, trie));
  for (const [form, sense] of roles) addForm(trie, form, sense);
  for (const [form, sense] of wordSenses(lexicons)) addForm(trie, form, sense);
  return trie;
}

const COUNTRY_BIT = { name: IS.country, adjective: IS.adjective, people: IS.people, capital: IS.capital } as const;

/** Inhabitants from which a seat's name is a town's: White House in Tennessee is not meant. */
const TOWN = 50_000;

function* countrySenses({ countries, countryNames, metonyms, gazetteer }: Lexicons): Generator<[string, Sense]> {
  const names = new Map(countries.map((country) => [country.code, country.name]));
  const capitals = new Set<string>();
  for (const wording of countryWordings(countries, countryNames)) {
    if (wording.use === 'capital') capitals.add(wording.form);
    const name = names.get(wording.code) ?? wording.code;
    yield [wording.form, { bit: COUNTRY_BIT[wording.use], kind: 'country', wording, name }];
  }
  for (const entry of metonyms)
    for (const form of entry.forms) {
      const city = capitals.has(form) || gazetteer.named(form).some(({ population }) => population >= TOWN);
      yield [form, { bit: IS.seat, kind: 'seat', entry, city }];
    }
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

function* bodySenses({ bodies, agents }: Lexicons, openings: SenseTrie): Generator<[string, Sense]> {
  const people = new Set(agents.flatMap(({ forms }) => forms));
  for (const { id, forms, sector, name, country, type } of bodies)
    for (const form of forms)
      // "rebels" and "troops" are people before they are a movement or an army.
      if (!people.has(form) || (type !== 'group' && !form.endsWith('s')))
        yield roleSense(form, 'body', id, sector, country ?? countryIn(form, openings), { name });
}

function* roleSenses({ offices, agents, names }: Lexicons, openings: SenseTrie): Generator<[string, Sense]> {
  for (const { id, forms, sector, office } of offices)
    for (const form of forms) yield roleSense(form, 'office', id, sector, countryIn(form, openings), { office });
  for (const { id, forms, sector } of agents)
    for (const form of forms) yield roleSense(form, 'agent', id, sector, countryIn(form, openings), {});
  for (const entry of names.titles)
    for (const form of entry.forms)
      if (entry.rank === 'honorific') yield [form, { bit: IS.honorific, kind: 'honorific', entry }];
      else yield roleSense(form, 'title', entry.id, entry.sector ?? '', '', { gender: entry.gender });
}

const NON_STATE = new Set(['EUR', 'IGO', 'IMG', 'ISM', 'MNC', 'NGO', 'UNO']);

function roleSense(
  form: string,
  kind: Role['kind'],
  id: string,
  sector: string,
  country: string,
  more: { readonly office?: string; readonly name?: string; readonly gender?: Role['gender'] },
): [string, Sense] {
  // A sector that is a prefix of no state ("IGO UNO") stands in the place of the country.
  const isPrefix = NON_STATE.has(sector.slice(0, 3));
  const role: Role = {
    kind,
    id,
    sector: isPrefix ? '' : sector,
    country: isPrefix && country === '' ? splitCode(sector).country : country,
    office: more.office,
    name: more.name,
    plural: kind !== 'title' && isPlural(form),
    gender: more.gender,
  };
  return [form, { bit: IS[kind], kind: 'role', role }];
}

/** The country that a form opens with: "Kremlin aide" is Russia's, "Russian-backed separatists" are nobody's yet. */
function countryIn(form: string, openings: SenseTrie): string {
  if (!/^\p{Lu}/u.test(form)) return '';
  const words = wordsOf(form);
  const hit = hitAt(openings, form, words, 0);
  if (hit === undefined || form[words[hit.last]!.end] !== ' ') return '';
  for (const sense of hit.senses) {
    if (sense.kind === 'country') return sense.wording.code;
    if (sense.kind === 'role' && sense.role.country !== '') return sense.role.country;
    if (sense.kind === 'seat' || (sense.kind === 'actor' && !sense.weak)) return splitCode(sense.entry.code).country;
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
