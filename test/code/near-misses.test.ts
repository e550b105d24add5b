/** Pairs of sentences, alike but for what a rule asks for: the first makes no record, the second does. */
import { describe, expect, test } from 'vitest';
import { codes } from './phrase-book.ts';

const told = (text: string): string[] => codes(text).filter((line) => /^(?:incident|request|agreement)/.test(line));

type Pair = readonly [dropped: string, kept: string, line: string];

function check(dropped: string, kept: string, line: string): void {
  expect(told(dropped)).toEqual([]);
  expect(told(kept).join('\n')).toContain(line);
}

test.each<Pair>([
  [
    'The family’s truce took effect on Friday.',
    'The army’s truce took effect on Friday.',
    'agreement: ceasefire in force',
  ],
  ['The brothers’ truce collapsed on Monday.', 'The rebels’ truce collapsed on Monday.', 'agreement: ceasefire broken'],
])('truces of a house: not "%s", but "%s"', check);

test('a truce of states is theirs in a sentence that speaks of a quarrel', () => {
  expect(told('The quarrel broke the fragile truce of Kenya with Chad.').join()).toContain('KEN+TCD');
});

test.each<Pair>([
  [
    'Kenyan officials denied reports that the Somali rebels had agreed to a ceasefire with Kenya.',
    'Kenyan officials confirmed reports that the Somali rebels had agreed to a ceasefire with Kenya.',
    'agreement: ceasefire agreed',
  ],
])('a truce that is denied: not "%s", but "%s"', check);

test.each<Pair>([
  [
    'Senators spoke of the year-end budget agreement of 2015.',
    'Senators spoke of the border agreement of 2015.',
    'agreement: accord',
  ],
  [
    'The League’s collective bargaining agreement was read aloud.',
    'The League’s border agreement was read aloud.',
    'agreement: accord',
  ],
  [
    'The 2015 tax agreement was read aloud.',
    'The 2015 tax agreement between Chile and Kenya was read aloud.',
    'agreement: accord recalled CHL+KEN',
  ],
])('agreements of a house, a firm and its men: not "%s", but "%s"', check);

test.each<Pair>([
  ['Traders spoke of the Doha deal rumours.', 'Envoys spoke of the Doha deal violations.', 'agreement: accord'],
  ['Traders took part in this week’s deal talk.', 'Traders spoke of this week’s deal.', 'agreement: accord'],
  ['The front broke Palace protocol.', 'The front broke the Lusaka protocol.', 'agreement: '],
  [
    'The front was no party to past ceasefire agreements.',
    'The front was no party to the 1999 ceasefire agreement.',
    'agreement: ceasefire',
  ],
  [
    'Thursday’s agreement was read aloud.',
    'Thursday’s agreement between Chile and Kenya was read aloud.',
    'agreement: accord recalled CHL+KEN',
  ],
])('words that name no agreement: not "%s", but "%s"', check);

test.each<Pair>([
  [
    'Kenyan soldiers penetrated the networks of the Somali army near Lamu.',
    'Kenyan soldiers penetrated the border of Somalia near Lamu.',
    'incident: KEN MIL >  movement',
  ],
])('computers: not "%s", but "%s"', check);

test.each<Pair>([
  [
    'Students threw petrol bombs at a bank in Nairobi on Monday.',
    'Somali rebels threw petrol bombs at a bank in Nairobi on Monday.',
    'incident: SOM REB > KEN BUS mine at Nairobi',
  ],
])('riots: not "%s", but "%s"', check);

test.each<Pair>([
  [
    'Kenyan soldiers killed three villagers in Lamu over the past two years.',
    'Kenyan soldiers killed three villagers in Lamu on Tuesday, the worst raid over the past two years.',
    'incident: KEN MIL > KEN CVL other at Lamu',
  ],
  [
    'Somali insurgents have attacked Lamu with mortars since the beginning of this year.',
    'Somali insurgents attacked Lamu with mortars at the beginning of this year.',
    'incident: SOM REB >  fire at Lamu',
  ],
])('sums over months and years: not "%s", but "%s"', check);

test.each<Pair>([
  [
    'The Kenyan government exploded with anger in Lamu on Monday.',
    'The Kenyan government exploded a mine near Lamu on Monday.',
    'incident: KEN MIL >  mine near Lamu',
  ],
])('figures: not "%s", but "%s"', check);

test.each<Pair>([
  [
    'The Kenyan army has targeted killings in Lamu.',
    'The Kenyan army has targeted Somali militants in Lamu.',
    'incident: KEN MIL > SOM UAF fire at Lamu',
  ],
])('kinds of acts: not "%s", but "%s"', check);

test.each<Pair>([
  [
    'The Kenyan army doubted the wisdom of shelling Somali militants in Lamu.',
    'The Kenyan army boasted of shelling Somali militants in Lamu.',
    'incident: KEN MIL > SOM UAF fire at Lamu',
  ],
  [
    'The Kenyan army was accused of planning on shelling Somali militants in Lamu.',
    'The Kenyan army was accused of shelling Somali militants in Lamu.',
    'incident: KEN MIL > SOM UAF fire at Lamu',
  ],
  [
    'Attacking the port of Lamu would help, the Kenyan general said.',
    'Attacking the port of Lamu helped, the Kenyan general said.',
    'incident: KEN MIL >  fire at Lamu',
  ],
])('acts that are weighed and supposed: not "%s", but "%s"', check);

describe('who did it', () => {
  test.each([
    ['a land before a bombing', 'The Kenya mosque attack in Lamu on Monday killed ten soldiers.', 'incident:  >'],
    ['a land before its arms', 'The Kenya rocket attack in Lamu on Monday killed ten soldiers.', 'incident: KEN MIL >'],
    ['the owner of a bomb', 'Kenya’s truck bomb attack in Lamu on Monday killed ten soldiers.', 'incident: KEN MIL >'],
    ['forces of a creed', 'Islamic forces captured Lamu on Monday.', 'incident: UNK UAF >'],
    ['forces against a government', 'Anti-government soldiers shelled Lamu on Monday.', 'incident: UNK UAF >'],
    [
      'authorities, who are no army',
      'The Kenyan authorities arrested three Somali rebels in Lamu.',
      'incident: KEN GOV >',
    ],
    ['a state, which has one', 'Kenya arrested three Somali rebels in Lamu.', 'incident: KEN MIL >'],
    ['forces of no creed', 'Elite forces captured Lamu on Monday.', 'incident: UNK MIL >'],
    [
      'troops that rebels have with them',
      'The Somali rebels left with troops advancing. They began their offensive on Lamu on Monday.',
      'incident: SOM REB >',
    ],
    [
      'troops with a land of their own',
      'The Somali rebels left with Kenyan troops advancing. They began their offensive on Lamu on Monday.',
      'incident: KEN MIL >',
    ],
    [
      'troops of whoever stands nearer',
      'The Somali rebels spoke. The president came with troops. They shelled Lamu on Monday.',
      'incident: SOM MIL >',
    ],
  ])('%s: %s', (_, text, line) => {
    expect(told(text).join('\n')).toContain(line);
  });
});
