/** Weapons by class, and words that only look like one. */
import { expect, test } from 'vitest';
import { docOf } from '../../support/doc.ts';

const weapons = (text: string): string[] => docOf(text).weapons.map(({ name, class: group }) => `${name}: ${group}`);

test('arms of one sentence, each with its class', () => {
  expect(weapons('They used artillery, mortars and attack drones near the town.')).toEqual([
    'artillery: artillery',
    'mortars: mortar',
    'attack drones: drone',
  ]);
});

test.each([
  'Twelve miners died in a coal mine.',
  'A suicide bomber entered the market.',
  'A think tank in London published the paper.',
])('no weapon: %s', (text) => {
  expect(weapons(text)).toEqual([]);
});
