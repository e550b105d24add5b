import { describe, expect, test } from 'vitest';
import { entitiesIn } from './names-in.ts';

describe('entities', () => {
  test.each([
    ['Shells hit a hospital near Dareva.', ['a hospital: Location']],
    ['Coalition advisers met the villagers.', ['Coalition advisers: Organisation', 'the villagers: Organisation']],
    ['The families of the victims wept.', ['The families of the victims: Organisation']],
    ['Mr. Otieno Mburu left northern Kenya.', ['Mr. Otieno Mburu: Person']],
    ['Fighting went on in northern Kenya.', ['northern Kenya: Location']],
    ['Kenya warned the rebels.', ['Kenya: Organisation', 'the rebels: Organisation']],
    ['We will not wait, he said.', ['We: Organisation', 'he: Person']],
  ])('%s', (text, expected) => expect(entitiesIn(text)).toEqual(expect.arrayContaining(expected)));

  test('none overlaps another of people, organisations and places', () => {
    const found = entitiesIn(
      'The commander of the Kenyan army in the city of Mombasa met Col. Otieno Mburu of Uganda.',
    );
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(2);
  });
});
