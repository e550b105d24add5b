/** Places in invented sentences: what is one, where it is, and how the report stands to it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceMention } from '../../../src/model/doc.ts';
import { docOf } from '../../support/doc.ts';

const placesIn = (text: string): readonly PlaceMention[] => docOf(text).places;
const wordsOf = (text: string): string[] => placesIn(text).map(({ start, end }) => text.slice(start, end));

test('a hamlet in a state where no list has its name is a place of unknown whereabouts', () => {
  const [hamlet, state] = placesIn('The depot stood in Barstow, Vermont.');
  expect(hamlet).toMatchObject({ name: 'Barstow' });
  expect(hamlet?.lat).toBeUndefined();
  expect(state?.lat).toBeTypeOf('number');
});

describe('what is a place', () => {
  test.each([
    ['Two mortar rounds landed in Kupiansk before dawn.', ['Kupiansk']],
    ['The convoy left Wad Madani and reached Kassala on Sunday.', ['Wad Madani', 'Kassala']],
    ['Residents of Kfar Kila fled to Tyre.', ['Kfar Kila', 'Tyre']],
    ['Shells fell on the Lachin corridor and near Lake Sevan.', ['Lachin corridor', 'Lake Sevan']],
    ['A drone struck a depot in the Kherson Region.', ['Kherson Region']],
    ['Monitors visited Port-au-Prince and St. Petersburg.', ['Port-au-Prince', 'St. Petersburg']],
    ['Police closed Harbor Street and Highway 12 after the blast.', ['Harbor Street', 'Highway 12']],
    ['The family moved to Athens, Ga., and then to Macon.', ['Athens', 'Ga', 'Macon']],
  ])('%s', (text, found) => expect(wordsOf(text)).toEqual(found));

  test.each([
    'The Somali delegation and Swiss mediators met Turkish officers.',
    'He paid US$200 for a Toyota.',
    'Doctors feared an outbreak of West Nile virus.',
    'The sides referred to the Minsk agreements and the Geneva Conventions.',
    'General Paul Hamilton spoke to Sidney Lincoln and Mr. Jackson.',
    'Reading the text aloud, he stressed that Nice words were not enough.',
    'The road runs north and then West.',
  ])('no place: %s', (text) => expect(wordsOf(text)).toEqual([]));

  test('a capital that acts is a government, one that things happen in is a place', () => {
    expect(wordsOf('Baku denied the report.')).toEqual([]);
    expect(wordsOf('Protesters gathered in Baku.')).toEqual(['Baku']);
  });

  test('a clock named after a city is no place', () => {
    expect(wordsOf('The truce starts at 10:00 Moscow time.')).toEqual([]);
  });
});

describe('where it is', () => {
  const where = (text: string, name: string): PlaceMention | undefined =>
    placesIn(text).find(({ start, end }) => text.slice(start, end) === name);

  test.each([
    ['Georgia and Armenia opened a crossing.', 'Georgia', 'GEO'],
    ['Alabama, Georgia and Tennessee sent guardsmen.', 'Georgia', 'USA'],
    ['He was born in Tripoli, Lebanon.', 'Tripoli', 'LBN'],
    ['Militias from Misrata shelled Tripoli, Libyan officials said.', 'Tripoli', 'LBY'],
    ['Fighters near Marib and Aden lost Al-Bayda.', 'Al-Bayda', 'YEM'],
    ['Officials in Mansfield, Ohio, opened a shelter.', 'Mansfield', 'USA'],
    ['She flew from London to Geneva.', 'London', 'GBR'],
  ])('%s', (text, name, country) => expect(where(text, name)?.country).toBe(country));

  test('one sense a report', () => {
    const text = 'Firefighters in Paris, Texas, saved a barn. The mayor of Paris thanked them.';
    expect(
      new Set(
        placesIn(text)
          .filter(({ name }) => name === 'Paris')
          .map(({ key }) => key),
      ).size,
    ).toBe(1);
    expect(where(text, 'Paris')?.country).toBe('USA');
  });

  test('a contested place is called as the report calls it, under one key', () => {
    const [armenian] = placesIn('Shots were heard in Shushi overnight.');
    const [azerbaijani] = placesIn('Shots were heard in Shusha overnight.');
    expect(armenian).toMatchObject({ name: 'Shushi', country: 'AZE' });
    expect(azerbaijani).toMatchObject({ name: 'Shusha', key: armenian!.key });
  });

  test('a street that no list has is a place without a point', () => {
    const [street] = placesIn('A car burned on Orchard Grove Lane.');
    expect(street).toMatchObject({ name: 'Orchard Grove Lane', feature: 'R' });
    expect(street?.lat).toBeUndefined();
  });

  test('a district lies at its town and is not the town', () => {
    const [district] = placesIn('Two houses burned in Terter District.');
    const [town] = placesIn('Two houses burned in Terter.');
    expect(district).toMatchObject({ name: 'Terter District', lat: town!.lat, feature: 'A' });
    expect(district!.key).not.toBe(town!.key);
  });
});

describe('relation', () => {
  const relations = (text: string): string[] =>
    placesIn(text).map(({ start, end, relation }) => `${text.slice(start, end)} ${relation}`);

  test.each([
    [
      'Guns fired in the direction of Kapan, Sisian and Meghri settlements.',
      ['Kapan toward', 'Sisian toward', 'Meghri toward'],
    ],
    ['Tanks moved towards Huliaipole.', ['Huliaipole toward']],
    ['A blast was heard near Rutshuru and Masisi.', ['Rutshuru near', 'Masisi near']],
    ['Clashes broke out on the outskirts of Omdurman.', ['Omdurman near']],
    ['The camp is 20 kilometers from Adigrat.', ['Adigrat near']],
    ['It fell ten miles south of Sirte.', ['Sirte near']],
    ['Talks opened in Doha, while shelling went on near Idlib.', ['Doha at', 'Idlib near']],
    ['Envoys travelled to Muscat.', ['Muscat at']],
    ['Fire was directed toward the villages of Talish and Madagiz.', ['Talish toward', 'Madagiz toward']],
  ])('%s', (text, found) => expect(relations(text)).toEqual(found));
});

test('mentions are in order, never overlap, and quote the text', () => {
  const text =
    'GAZA CITY, May 3. Rockets flew from Beit Hanoun toward Sderot and Ashkelon. In Rafah, near the Kerem Shalom crossing, ' +
    'aid trucks from El Arish waited; in Cairo officials from Qatar, Egypt and the United States talked.';
  let end = -1;
  for (const place of placesIn(text)) {
    expect(place.start).toBeGreaterThanOrEqual(end);
    expect(text.slice(place.start, place.end)).toMatch(/^\p{Lu}/u);
    end = place.end;
  }
  expect(placesIn(text).length).toBeGreaterThan(9);
});

test('any text gives places in order that quote it', () => {
  const word = fc.constantFrom(
    ...'Goris Aleppo, Paris Texas. the near toward U.S. St. of Lake County Street Mr. "Xankəndi" al-Bab O’Neill (AP) 12 \n\n 🙂 ş'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      let end = 0;
      for (const place of placesIn(text)) {
        expect(place.start).toBeGreaterThanOrEqual(end);
        expect(place.end).toBeGreaterThan(place.start);
        expect(place.end).toBeLessThanOrEqual(text.length);
        expect(place.lat === undefined).toBe(place.lon === undefined);
        end = place.end;
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});
