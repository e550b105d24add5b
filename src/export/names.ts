/** Names of countries for people, by their code. */
import { readCountries } from '../lexicon/countries.ts';

let names: ReadonlyMap<string, string> | undefined;

/** "Armenia" for ARM; the code itself for what is no country. */
export function countryName(code: string): string {
  names ??= new Map(readCountries().map((country) => [country.code, country.name]));
  return names.get(code) ?? code;
}
