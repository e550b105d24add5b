/** The lists of actors, agents, bodies, offices and outlets as a whole: what holds for every entry, and samples. */
import { describe, expect, test } from 'vitest';
import { readActors, type ActorEntry } from '../../src/lexicon/actors.ts';
import { readAgents } from '../../src/lexicon/agents.ts';
import { readBodies } from '../../src/lexicon/bodies.ts';
import { isActorCode } from '../../src/lexicon/codes.ts';
import { readCountries, readCountryNames, readMetonyms } from '../../src/lexicon/countries.ts';
import { readOffices } from '../../src/lexicon/offices.ts';
import { readOutlets } from '../../src/lexicon/outlets.ts';
import { readPersons } from '../../src/lexicon/persons.ts';
import { phraseIndex } from '../../src/lexicon/phrase-index.ts';
import { codeAt, holdsAt } from '../../src/lexicon/validity.ts';
import { wordsOf } from '../../src/lexicon/words.ts';

const actors = readActors();
const [agents, bodies, offices, outlets, persons] = [
  readAgents(),
  readBodies(),
  readOffices(),
  readOutlets(),
  readPersons(),
];
const countries = new Set(readCountries().map(({ code }) => code));
const index = phraseIndex(actors.flatMap((entry) => entry.forms.map((form) => [form, entry] as const)));

/** The actors that the whole of `words` can mean on `date`. */
function meant(words: string, date?: string): readonly ActorEntry[] {
  const all = wordsOf(words);
  const match = index.matchAt(words, all, 0);
  return match?.last === all.length - 1 ? match.values.filter((entry) => holdsAt(entry, date)) : [];
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

describe('every entry', () => {
  test('has the code of a country that exists', () => {
    const codes = [
      ...actors.flatMap(({ id, code, codes: dated = [] }) => [[id, code], ...dated.map((one) => [id, one.code])]),
      ...persons.flatMap(({ id, roles }) => roles.map(({ code }) => [id, code])),
      ...outlets.flatMap(({ id, affiliation, country }) =>
        [affiliation, country].flatMap((code) => (code ? [[id, code]] : [])),
      ),
    ];
    for (const [id, code] of codes) expect(isActorCode(code!, countries), `${id}: ${code}`).toBe(true);
  });

  test('has an id that no other list of names has', () => {
    const seen = new Map<string, string>();
    const lists = { actors, outlets, persons };
    for (const [list, entries] of Object.entries(lists))
      for (const { id } of entries) {
        expect(seen.get(id), `${id} in ${list}`).toBeUndefined();
        seen.set(id, list);
      }
  });

  test('has forms that can be found in a text', () => {
    const lists = [
      actors,
      agents,
      bodies,
      offices,
      outlets,
      persons,
      readCountries(),
      readCountryNames(),
      readMetonyms(),
    ];
    const lost = lists
      .flat()
      .flatMap(({ id, forms }) =>
        forms
          .filter((form) => phraseIndex([[form, id]]).findAll(form, wordsOf(form)).length !== 1)
          .map((form) => `${id}: ${form}`),
      );
    expect(lost).toEqual([]);
  });

  test('dated codes are in order and meet no other', () => {
    for (const { id, codes = [] } of actors)
      for (let i = 1; i < codes.length; i++) {
        const [before, after] = [codes[i - 1]!, codes[i]!];
        expect(before.until !== undefined && after.from !== undefined, id).toBe(true);
        expect(before.until! <= after.from!, `${id}: ${before.until} then ${after.from}`).toBe(true);
      }
  });

  test('weak forms are none of the sure ones', () => {
    for (const { id, forms, weak = [] } of actors) for (const form of weak) expect(forms, id).not.toContain(form);
  });

  test('agents and offices agree on the sector of a word', () => {
    const sectors = new Map(agents.flatMap(({ forms, sector }) => forms.map((form) => [form, sector])));
    const differing = offices.flatMap(({ forms, sector }) =>
      forms.filter((form) => sectors.get(form) && sector && sectors.get(form)!.slice(0, 3) !== sector.slice(0, 3)),
    );
    expect(differing).toEqual([]);
  });
});

describe('the lists are as long as a newspaper needs', () => {
  test.each([
    ['actors', actors, 900],
    ['persons', persons, 700],
    ['offices', offices, 150],
    ['bodies', bodies, 80],
    ['agents', agents, 250],
    ['outlets', outlets, 200],
  ])('%s', (_, list, least) => expect(list.length).toBeGreaterThanOrEqual(least));
});

describe('actors', () => {
  test.each([
    ['Hezbollah', '2006-08-14', 'LBN REB'],
    ['Hizbullah', '2024-11-27', 'LBN REB'],
    ['Hamas', '2025-01-15', 'PSE REB'],
    ['IDF', '2014-08-26', 'ISR MIL'],
    ['CSTO', '2022-09-13', 'IGO'],
    ['U.N. Security Council', '2006-08-11', 'IGO UNO'],
    ['al-Qaeda', '2004-01-01', 'IMG REB'],
    ['Nagorno-Karabakh Defense Army', '2016-04-05', 'AZE PRE MIL'],
    ['Abkhazia', '2008-08-10', 'GEO PRE'],
    ['Polisario Front', '1991-09-06', 'ESH REB'],
    ['LTTE', '2002-02-22', 'LKA REB'],
    ['M23', '2025-01-27', 'COD REB'],
    ['GAM', '2005-08-15', 'IDN REB'],
    ['IFOR', '1996-01-15', 'IGO MIL'],
    ['INTERFET', '1999-09-20', 'IGO MIL'],
    ['Sinn Féin', '1994-08-31', 'GBR PTY'],
    ['Kosovo Liberation Army', '1998-10-13', 'SRB REB'],
  ])('%s on %s is %s', (words, date, code) => {
    expect(meant(words, date).map((entry) => codeAt(entry, date))).toEqual([code]);
  });

  test('one that changed hands has the code of the day', () => {
    const taliban = meant('Taliban')[0]!;
    expect(['1995-05-01', '1999-01-01', '2010-01-01', '2022-01-01'].map((date) => codeAt(taliban, date))).toEqual([
      'AFG REB',
      'AFG GOV',
      'AFG REB',
      'AFG GOV',
    ]);
    const renamo = meant('RENAMO')[0]!;
    expect(['1991-01-01', '1999-01-01', '2013-11-01'].map((date) => codeAt(renamo, date))).toEqual([
      'MOZ REB',
      'MOZ PTY',
      'MOZ REB',
    ]);
  });

  test('one that is over is not meant later', () => {
    expect(meant('IFOR', '2004-01-01')).toEqual([]);
    expect(meant('UNPROFOR', '1993-04-18')).toHaveLength(1);
    expect(meant('UNPROFOR', '2003-04-18')).toEqual([]);
  });

  test('names that begin in lower case need their capital', () => {
    expect(meant('al-Shabaab')).toHaveLength(1);
    expect(meant('al-shabaab')).toHaveLength(0);
  });

  test('every monitoring mission that the issue of ceasefires knows has an entry', () => {
    const missions =
      'OSCE SMM,UNIFIL,UNDOF,UNMHA,CTSAMVM,EUMM,EUMA,SLMM,AMM,IMT,UNMIN,UNTSO,MONUSCO,UNPROFOR,IFOR,KFOR,INTERFET';
    for (const mission of missions.split(',')) expect(meant(mission), mission).not.toEqual([]);
  });
});

describe('outlets', () => {
  const outlet = (id: string) => outlets.find((entry) => entry.id === id);

  test('have zones that exist', () => {
    const zones = new Set(outlets.flatMap(({ zone }) => zone ?? []));
    expect([...zones].filter((zone) => !isZone(zone))).toEqual([]);
  });

  test.each([
    ['tass', 'RUS GOV'],
    ['xinhua', 'CHN GOV'],
    ['anadolu-agency', 'TUR GOV'],
    ['irna', 'IRN GOV'],
    ['sana', 'SYR GOV'],
    ['azertac', 'AZE GOV'],
    ['armenpress', 'ARM GOV'],
    ['reuters', undefined],
    ['bbc', undefined],
  ])('%s is of %s', (id, affiliation) => expect(outlet(id)?.affiliation).toBe(affiliation));

  test('the agencies of the samples say that they are invented', () => {
    const samples = ['wire', 'press', 'caspian', 'north', 'desk', 'atlantic'].map((name) => outlet(`sample-${name}`));
    for (const sample of samples) expect(sample?.note).toBe('invented for the bundled samples');
    expect(samples.map((sample) => sample?.country)).toEqual([undefined, 'ARM', 'AZE', 'RUS', undefined, 'USA']);
    expect(samples.map((sample) => sample?.affiliation)).toEqual([
      undefined,
      undefined,
      undefined,
      'RUS GOV',
      undefined,
      undefined,
    ]);
  });
});
