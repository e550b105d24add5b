/** First- and second-level divisions, placed by the cities in them; what the hand list has already is left out. */
import { placeKey } from '../../src/lexicon/place-key.ts';
import { addForm, km, NAMING, type Draft } from './drafts.ts';
import type { Division } from './sources.ts';

interface Extent {
  south: number;
  north: number;
  west: number;
  east: number;
  latSum: number;
  lonSum: number;
  cities: number;
  people: number;
}

/** Divisions with at least one city, by name and middle. */
export function divisionDrafts(
  level: 1 | 2,
  divisions: readonly Division[],
  cities: readonly Draft[],
  known: readonly Draft[],
  alpha3: ReadonlyMap<string, string>,
): Draft[] {
  const extents = extentsOf(level, cities);
  const taken = new Set(level === 1 ? known.map((draft) => draft.admin1) : []);
  const byKey = new Map<string, Draft[]>();
  for (const draft of known)
    if (/^[AL]/.test(draft.feature))
      for (const key of draft.forms.keys()) byKey.set(key, [...(byKey.get(key) ?? []), draft]);
  const towns = townsOf(cities);
  const drafts: Draft[] = [];
  for (const division of divisions) {
    const extent = extents.get(division.code);
    const country = alpha3.get(division.code.slice(0, 2)) ?? '';
    if (extent === undefined || taken.has(division.code) || country === '') continue;
    const draft = draftOf(
      level,
      division,
      extent,
      country,
      (name) => (towns.get(`${country} ${placeKey(name)}`) ?? 0) > extent.people / 20,
    );
    const same = [...draft.forms.keys()].flatMap((key) => byKey.get(key) ?? []);
    const twin = same.find((other) => other.country === country && km(other, draft) < 250);
    if (twin !== undefined) {
      if (level === 1 && twin.feature.startsWith('A.ADM1')) twin.admin1 = division.code;
      continue;
    }
    drafts.push(draft);
  }
  return drafts;
}

/** People of the largest town by country and key: "Kherson" is the city before it is the region. */
function townsOf(cities: readonly Draft[]): Map<string, number> {
  const towns = new Map<string, number>();
  for (const { country, forms, population } of cities)
    for (const { key, naming } of forms.values())
      if (naming <= NAMING.own)
        towns.set(`${country} ${key}`, Math.max(population, towns.get(`${country} ${key}`) ?? 0));
  return towns;
}

function extentsOf(level: 1 | 2, cities: readonly Draft[]): Map<string, Extent> {
  const extents = new Map<string, Extent>();
  for (const { lat, lon, population, ...city } of cities) {
    const code = level === 1 ? city.admin1 : city.admin2;
    if (code === '') continue;
    const extent = extents.get(code);
    if (extent === undefined) {
      extents.set(code, {
        south: lat,
        north: lat,
        west: lon,
        east: lon,
        latSum: lat,
        lonSum: lon,
        cities: 1,
        people: population,
      });
      continue;
    }
    extent.south = Math.min(extent.south, lat);
    extent.north = Math.max(extent.north, lat);
    extent.west = Math.min(extent.west, lon);
    extent.east = Math.max(extent.east, lon);
    extent.latSum += lat;
    extent.lonSum += lon;
    extent.cities++;
    extent.people += population;
  }
  return extents;
}

const GENERIC =
  / (?:Province|Region|Oblast|Oblast'|Krai|Kray|Governorate|State|District|Department|Prefecture|Municipality|Parish|County|Canton|Republic|City|Territory|Division|Autonomous Region|Provincia|Voivodeship)$/iu;
const OPENING =
  /^(?:Province of|State of|Departamento de|Provincia de|Provincia di|Région de|Republic of|Muḩāfaz̧at|Wilaya de|Wilāyat) /u;
/** Divisions whose short name is a town's first: "Clark" is Clark County only where the report is about it. */
const NEEDS_NOUN = / (?:County|Parish|City|Municipality|District)$/u;

function draftOf(
  level: 1 | 2,
  division: Division,
  extent: Extent,
  country: string,
  isTownsName: (name: string) => boolean,
): Draft {
  const mean = level === 2;
  const draft: Draft = {
    name: division.name,
    lat: mean ? extent.latSum / extent.cities : (extent.south + extent.north) / 2,
    lon: mean ? extent.lonSum / extent.cities : (extent.west + extent.east) / 2,
    id: 0,
    population: extent.people,
    country,
    admin2: '',
    zone: '',
    feature: `A.ADM${level}`,
    bits: 0,
    admin1: division.code.split('.').slice(0, 2).join('.'),
    forms: new Map(),
  };
  const naming = isTownsName(division.name) ? NAMING.variant : NAMING.name;
  addForm(draft, division.name, naming);
  if (NEEDS_NOUN.test(division.name) && level === 2) {
    if (country === 'USA') addForm(draft, division.name.replace(NEEDS_NOUN, ''), NAMING.variant);
    return draft;
  }
  const short = division.name.replace(GENERIC, '').replace(OPENING, '');
  if (short !== division.name && short.length > 3)
    addForm(draft, short, level === 1 && !isTownsName(short) ? NAMING.name : NAMING.variant);
  return draft;
}
