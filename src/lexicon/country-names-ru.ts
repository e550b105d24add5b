/** Russian names of countries, for reports that are written in Russian. */
import { readFileSync } from 'node:fs';

let names: Readonly<Record<string, string>> | undefined;

/** "Армения" for ARM; undefined for what is no code of a country. Made by `scripts/build-country-names-ru.ts`. */
export function russianCountryName(code: string): string | undefined {
  names ??= JSON.parse(
    readFileSync(new URL('../../lexicons/ru/countries.json', import.meta.url), 'utf8'),
  ) as typeof names;
  return names![code.slice(0, 3)];
}
