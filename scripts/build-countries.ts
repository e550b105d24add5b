/**
 * Writes `lexicons/en/countries.jsonl` from the package world-countries (ODbL 1.0): names, demonyms, capitals, borders.
 * Run with `node scripts/build-countries.ts`; what news calls countries besides stands in `country-names.jsonl` by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Source {
  readonly name: { readonly common: string; readonly official: string };
  readonly cca3: string;
  readonly independent: boolean | null;
  readonly unMember: boolean;
  readonly capital: readonly string[];
  readonly region: string;
  readonly borders: readonly string[];
  readonly demonyms: { readonly eng?: { readonly m: string; readonly f: string } };
}

const require = createRequire(import.meta.url);
const PACKAGE = require.resolve('world-countries/package.json');
const VERSION = (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version
  .split('.')
  .slice(0, 2)
  .join('.');

/** ISO 3166-1 gives these no code of their own: claimed state and PLOVER's sector of partial recognition. */
const CLAIMED: Readonly<Record<string, string>> = { UNK: 'SRB PRE' };

/** No news of their own, or a name that would only mislead: uninhabited islands and pieces of the sea. */
const LEFT_OUT: ReadonlySet<string> = new Set(['ATA', 'ATF', 'BES', 'BVT', 'HMD', 'IOT', 'SGS', 'SJM', 'UMI']);

/** Demonyms of the package that are no adjective in English, with the adjective. */
const ADJECTIVE: Readonly<Record<string, string>> = {
  BWA: 'Botswanan',
  DJI: 'Djiboutian',
  HKG: 'Hong Kong',
  IRL: 'Irish',
  ISL: 'Icelandic',
  LIE: 'Liechtenstein',
  LSO: 'Lesotho',
  LUX: 'Luxembourg',
  MAR: 'Moroccan',
  MCO: 'Monegasque',
  PHL: 'Philippine',
  SVN: 'Slovenian',
  TJK: 'Tajik',
};

/** Demonyms that are only adjectives: "a Spanish" is nobody. Their people nouns are in `country-names.jsonl`. */
const NO_NOUN = /(?:ish|ese|French|Dutch|Swiss|Irish|Faroese|Manx|Greenlandic|Hong Kong|Gibraltar|Djibouti)$/;

const countries = (require('world-countries') as Source[]).filter(({ cca3 }) => !LEFT_OUT.has(cca3));
const sovereign = new Set(countries.filter((each) => each.independent === true).flatMap(demonymsOf));

const HEADER = {
  lexicon: 'countries',
  origin: `Made by scripts/build-countries.ts from world-countries ${VERSION} (ODbL 1.0). Do not edit by hand.`,
  gaps: 'Short names, former states, plural nouns for people and seats of government stand in country-names and metonyms.',
};

/** A comma or bracket joins no words of a form: "Republic of China (Taiwan)", "Nation of Brunei, Abode of Peace". */
const asSaid = (name: string): string => name.replace(/ \([^)]*\)/, '').replace(/,.*/, '');

/** The package gives Sri Lanka a border with India, but not India one with Sri Lanka. */
const isMutual = (code: string, neighbour: string): boolean =>
  countries.some((one) => one.cca3 === neighbour && one.borders.includes(code));

/** The whole file. */
export function countryLines(): string {
  const rows = countries.map(rowOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${[HEADER, ...rows].map((row) => JSON.stringify(row)).join('\n')}\n`;
}

if (import.meta.main) writeFileSync(new URL('../lexicons/en/countries.jsonl', import.meta.url), countryLines());

function demonymsOf({ demonyms }: Source): string[] {
  const { m = '', f = '' } = demonyms.eng ?? {};
  return [...new Set([m, f].flatMap((word) => word.split(/, | or /)))].filter((word) => word !== '');
}

function rowOf(source: Source): { id: string } & Record<string, unknown> {
  const { cca3, name, independent } = source;
  // A dependency that shares its demonym with a state ("Dutch", "Norwegian") must not take it over.
  const demonyms = demonymsOf(source).filter((word) => independent === true || !sovereign.has(word));
  const adjectives = ADJECTIVE[cca3] === undefined ? demonyms : [ADJECTIVE[cca3]];
  return {
    id: cca3 === 'UNK' ? 'xkx' : cca3.toLowerCase(),
    forms: [...new Set([name.common, name.official].map(asSaid))],
    name: name.common,
    code: CLAIMED[cca3] ?? cca3,
    adjectives,
    demonyms: [...new Set(demonyms.filter((word) => !NO_NOUN.test(word)).flatMap((word) => [word, plural(word)]))],
    capitals: source.capital,
    borders: source.borders.filter((code) => isMutual(cca3, code)).map((code) => (code === 'UNK' ? 'XKX' : code)),
    region: source.region,
    // The package counts the Holy See, an observer, as a member.
    un: source.unMember && cca3 !== 'VAT',
    source: `world-countries ${VERSION}`,
  };
}

function plural(word: string): string {
  return /(?:[sxz]|I-Kiribati|Ni-Vanuatu)$/.test(word) ? word : `${word}s`;
}
