/** Joins the two lists of cities: ids, people and other names of the older with the names and newcomers of the newer. */
import { WRITING } from '../../src/lexicon/gazetteer-pack.ts';
import { placeKey } from '../../src/lexicon/place-key.ts';
import { addForm, gridOf, km, NAMING, type Draft } from './drafts.ts';
import type { CurrentCity, DumpCity } from './sources.ts';
import { addVariants } from './variants.ts';

/** People given to a place whose number the newer list does not tell. */
const UNKNOWN_POPULATION = 700;

export interface Names {
  readonly common: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
}

/** All cities, with alpha-3 codes by `alpha3`. */
export function joinCities(
  dump: readonly DumpCity[],
  current: readonly CurrentCity[],
  alpha3: ReadonlyMap<string, string>,
  names: Names,
): Draft[] {
  const drafts = dump.map((city) => draftOfDump(city, alpha3, names));
  const near = gridOf(drafts);
  const added: Draft[] = [];
  for (const city of current) {
    const lat = Number(city.lat);
    const lon = Number(city.lng);
    const country = alpha3.get(city.country) ?? '';
    const same = sameCity(near(lat, lon), { name: city.name, lat, lon, country });
    if (same === undefined) added.push(draftOfCurrent(city, country));
    else {
      addForm(same, city.name, NAMING.name, WRITING.free);
      same.name = city.name;
      if (city.admin2 !== '') same.admin2 = `${city.country}.${city.admin1}.${city.admin2}`;
      if (city.admin1 !== '') same.admin1 = `${city.country}.${city.admin1}`;
    }
  }
  const all = [...drafts, ...added];
  for (const draft of all) addVariants(draft);
  return all;
}

function draftOfDump(city: DumpCity, alpha3: ReadonlyMap<string, string>, names: Names): Draft {
  const draft: Draft = {
    name: city.name,
    lat: city.lat,
    lon: city.lon,
    id: city.id,
    population: city.population,
    country: alpha3.get(city.country) ?? '',
    zone: city.zone,
    feature: `P.${city.feature}`,
    bits: 0,
    admin1: city.admin1 === '' ? '' : `${city.country}.${city.admin1}`,
    admin2: city.admin2 === '' ? '' : `${city.country}.${city.admin1}.${city.admin2}`,
    forms: new Map(),
  };
  addForm(draft, city.name, NAMING.name);
  addForm(draft, city.ascii, NAMING.name);
  if (city.population >= (ENGLISH.has(city.country) ? 100_000 : 2000))
    for (const other of city.others) if (isUseful(other, names)) addForm(draft, other, NAMING.other);
  return draft;
}

/** Where English names are the names: other names of small places are foreign or of old. */
const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE']);

const LATIN = /^[A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏḀ-ỿ'’‘`ʼ. -]*$/u;

/** Other names that English text may have: Latin letters, no airport codes, no word that is far more often another. */
function isUseful(name: string, names: Names): boolean {
  if (name.length < 4 || name.length > 40 || !LATIN.test(name) || name === name.toUpperCase()) return false;
  const key = placeKey(name);
  return !names.common.has(key) && !names.given.has(key) && !names.family.has(key);
}

const draftOfCurrent = (city: CurrentCity, country: string): Draft => {
  const draft: Draft = {
    name: city.name,
    lat: Number(city.lat),
    lon: Number(city.lng),
    id: 0,
    population: UNKNOWN_POPULATION,
    country,
    zone: '',
    feature: 'P.PPL',
    bits: 0,
    forms: new Map(),
    admin1: city.admin1 === '' ? '' : `${city.country}.${city.admin1}`,
    admin2: city.admin2 === '' ? '' : `${city.country}.${city.admin1}.${city.admin2}`,
  };
  addForm(draft, city.name, NAMING.name);
  return draft;
};

interface Sought {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
}

/** The same place by name within 8 km, or under another name on the same spot (renamed since). */
function sameCity(near: readonly Draft[], sought: Sought): Draft | undefined {
  const key = placeKey(sought.name);
  let renamed: Draft | undefined;
  for (const draft of near) {
    if (draft.country !== sought.country) continue;
    const apart = km(draft, sought);
    if (apart < 8 && draft.forms.has(key)) return draft;
    if (apart < 0.05) renamed ??= draft;
  }
  return renamed;
}
