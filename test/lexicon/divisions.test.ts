/** In which divisions places lie: by GeoNames id, by point and name, and not at all where no list has them. */
import { expect, test } from 'vitest';
import { divisionsIn } from '../../src/lexicon/divisions.ts';
import { loadGazetteer } from '../../src/lexicon/gazetteer.ts';

const gazetteer = loadGazetteer();
const look = divisionsIn(gazetteer);

test.each([
  ['Goris', { admin1: 'Syunik' }],
  ['Sotk', { admin1: 'Gegharkunik' }],
  ['Chasiv Yar', { admin1: 'Donetsk Oblast' }],
  ['Ohio', { admin1: 'Ohio' }],
  ['Licking County', { admin1: 'Ohio', admin2: 'Licking County' }],
  ['Armenia', {}],
])('%s', (name, divisions) => expect(look(gazetteer.named(name)[0]!.key)).toEqual(divisions));

test.each(['gn:1', '40.00,45.00:no-such-village', 'village-of-nowhere', ''])('%j is in none', (key) =>
  expect(look(key)).toEqual({}),
);

test('nearly all towns have one', () => {
  const towns = Array.from(gazetteer.pack.id.keys()).filter(
    (row) => row % 97 === 0 && gazetteer.place(row).feature.startsWith('P.'),
  );
  const known = towns.filter((row) => look(gazetteer.place(row).key).admin1 !== undefined);
  expect(known.length / towns.length).toBeGreaterThan(0.95);
});
