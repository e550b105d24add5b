/** States and territories, their people, and the capitals and seats that stand for governments. */
import {
  checkEntries,
  codeProblem,
  datedCodesProblem,
  firstProblem,
  nameProblem,
  oneOfProblem,
  validityProblem,
} from './check.ts';
import { readLexicon, type LexiconEntry } from './load.ts';
import type { DatedCode, Validity } from './validity.ts';

/** One row of `countries.jsonl`, made by `scripts/build-countries.ts`. Forms are its names. */
export interface CountryEntry extends LexiconEntry {
  readonly name: string;
  readonly code: string;
  /** Nouns for one of its people. */
  readonly demonyms: readonly string[];
  readonly adjectives: readonly string[];
  readonly capitals: readonly string[];
  /** Codes of its neighbours by land. */
  readonly borders: readonly string[];
  readonly region: string;
  /** Whether it is a member of the United Nations. */
  readonly un: boolean;
}

export const COUNTRY_USES = ['name', 'adjective', 'people', 'capital'] as const;

/** What a wording of a country is: its name, an adjective, a noun for its people, a seat of government. */
export type CountryUse = 'name' | 'adjective' | 'people' | 'capital';

/** Wordings of news that the generated list lacks, with validity dates where they need them. */
export interface CountryNameEntry extends LexiconEntry, Validity {
  readonly code: string;
  readonly use: CountryUse;
}

/** A place that stands for an authority: "the Kremlin", "Baku". `code` is the authority's. */
export interface MetonymEntry extends LexiconEntry, Validity {
  readonly code: string;
  readonly codes?: readonly DatedCode[];
  /** Other authorities that the same place can stand for: "Brussels" for the EU, NATO or Belgium. */
  readonly others?: readonly string[];
}

/** One wording with what it means, of whichever list. */
export interface CountryWording extends Validity {
  readonly form: string;
  readonly code: string;
  readonly use: CountryUse;
}

/** Reads `lexicons/en/countries.jsonl`. */
export const readCountries = (): readonly CountryEntry[] =>
  checkEntries('en/countries', readLexicon('en/countries'), countryProblem);

/** Reads `lexicons/en/country-names.jsonl`. */
export const readCountryNames = (): readonly CountryNameEntry[] =>
  checkEntries('en/country-names', readLexicon('en/country-names'), countryNameProblem);

/** Reads `lexicons/en/metonyms.jsonl`. */
export const readMetonyms = (): readonly MetonymEntry[] =>
  checkEntries('en/metonyms', readLexicon('en/metonyms'), metonymProblem);

/** What is wrong with a country, if anything. */
export const countryProblem = (entry: CountryEntry): string | undefined =>
  firstProblem(
    nameProblem(entry.name),
    codeProblem(entry.code),
    ...(['demonyms', 'adjectives', 'capitals', 'borders'] as const).map((field) =>
      Array.isArray(entry[field]) ? undefined : `needs a list "${field}"`,
    ),
  );

/** What is wrong with a hand-made wording, if anything. */
export const countryNameProblem = (entry: CountryNameEntry): string | undefined =>
  firstProblem(codeProblem(entry.code), oneOfProblem('use', entry.use, COUNTRY_USES), validityProblem(entry));

/** What is wrong with a metonym, if anything. */
export const metonymProblem = (entry: MetonymEntry): string | undefined =>
  firstProblem(
    codeProblem(entry.code),
    ...(entry.others ?? []).map(codeProblem),
    datedCodesProblem(entry.codes),
    validityProblem(entry),
  );

/** Every wording of every country, generated list first. */
export function countryWordings(
  countries: readonly CountryEntry[],
  names: readonly CountryNameEntry[],
): readonly CountryWording[] {
  const wordings: CountryWording[] = [];
  for (const { code, forms, adjectives, demonyms, capitals } of countries) {
    for (const form of forms) wordings.push({ form, code, use: 'name' });
    for (const form of adjectives) wordings.push({ form, code, use: 'adjective' });
    for (const form of demonyms) wordings.push({ form, code, use: 'people' });
    for (const form of capitals) wordings.push({ form, code, use: 'capital' });
  }
  for (const { id: _, source: __, note: ___, forms, ...rest } of names)
    for (const form of forms) wordings.push({ form, ...rest });
  return wordings;
}
