/** Countries, what news calls them, and the seats that stand for authorities. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countryLines } from '../../scripts/build-countries.ts';
import { countryWordings, readCountries, readCountryNames, readMetonyms } from '../../src/lexicon/countries.ts';
import { codeAt, holdsAt } from '../../src/lexicon/validity.ts';
import { fold } from '../../src/lexicon/words.ts';

const countries = readCountries();
const wordings = countryWordings(countries, readCountryNames());
const metonyms = readMetonyms();

/** "CODE use" of a wording on `date`. */
const meant = (form: string, date?: string): string[] =>
  [
    ...new Set(
      wordings.filter((one) => one.form === form && holdsAt(one, date)).map((one) => `${one.code} ${one.use}`),
    ),
  ].toSorted();

describe('countries', () => {
  test('are what the package says', () => {
    expect(readFileSync(new URL('../../lexicons/en/countries.jsonl', import.meta.url), 'utf8')).toBe(countryLines());
  });

  test('are 193 members of the United Nations and more', () => {
    expect(countries.filter(({ un }) => un)).toHaveLength(193);
  });

  test('borders are mutual', () => {
    const borders = new Map(countries.map(({ code, borders: codes }) => [code === 'SRB PRE' ? 'XKX' : code, codes]));
    for (const [code, codes] of borders)
      for (const other of codes) expect(borders.get(other) ?? [code], `${code} and ${other}`).toContain(code);
  });

  test.each([
    ['Armenian', ['ARM adjective', 'ARM people']],
    ['Azeris', ['AZE people']],
    ['Turks', ['TUR people']],
    ['Britain', ['GBR name']],
    ['Congolese', ['COD adjective', 'COD people', 'COG adjective']],
    ['East Timor', ['TLS name']],
    ['Kosovo', ['SRB PRE name']],
    ['Yerevan', ['ARM capital']],
    ['Dutch', ['NLD adjective', 'NLD people']],
  ])('%s', (form, expected) => expect(meant(form)).toEqual(expected));

  test.each([
    ['Soviet Union', '1991-08-19', ['SUN name']],
    ['Soviet Union', '1992-01-01', []],
    ['Zaire', '1997-05-01', ['COD name']],
    ['Zaire', '1998-01-01', []],
    ['Yugoslavia', '1999-06-09', ['YUG name']],
    ['Congo', '2012-11-20', ['COD name']],
  ])('%s on %s', (form, date, expected) => expect(meant(form, date)).toEqual(expected));
});

describe('seats', () => {
  const seat = (form: string) => metonyms.find(({ forms }) => forms.includes(form))!;

  test.each([
    ['Kremlin', '2022-09-13', 'RUS GOV'],
    ['Moscow', '1990-05-01', 'SUN GOV'],
    ['Pentagon', '2003-03-20', 'USA MIL'],
    ['Belgrade', '1999-06-09', 'YUG GOV'],
    ['Belgrade', '2013-04-19', 'SRB GOV'],
    ['Sanaa', '2012-01-01', 'YEM GOV'],
    ['Sanaa', '2018-12-13', 'YEM REB'],
  ])('%s on %s stands for %s', (form, date, code) => expect(codeAt(seat(form), date)).toBe(code));

  test('Brussels tells that it can stand for others', () => {
    expect(seat('Brussels').others).toEqual(['IGO', 'BEL GOV']);
  });

  test('every capital of a state with a land border has one', () => {
    const known = new Set(metonyms.flatMap(({ forms }) => forms.map(fold)));
    const missing = countries.filter(
      ({ un, borders, capitals, forms }) =>
        un && borders.length > 3 && !capitals.some((city) => known.has(fold(city)) || forms.includes(city)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
