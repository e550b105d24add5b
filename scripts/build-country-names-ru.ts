/** Writes lexicons/ru/countries.json: Russian names of countries by ISO 3166-1 code, from world-countries (ODbL 1.0). */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Source {
  readonly cca3: string;
  readonly translations: { readonly rus?: { readonly common: string } };
}

const countries = createRequire(import.meta.url)('world-countries') as Source[];
const names = countries
  .flatMap(({ cca3, translations }) =>
    translations.rus === undefined || cca3 === 'UNK' ? [] : [[cca3, translations.rus.common] as const],
  )
  .toSorted(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  new URL('../lexicons/ru/countries.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(names), null, 1)}\n`,
);
