/** To which configured situation a truce belongs, from text to ledger. Nothing that is told here happened. */
import { describe, expect, test } from 'vitest';
import { ledgerOfTold, told } from '../support/told.ts';

const situationsOf = (on: string, text: string): string[] =>
  ledgerOfTold([told('a', on, 'Truce', `ADDIS ABABA, (Sample Wire) - ${text}`)]).situations.map(({ name }) => name);

describe('a truce whose sides are known belongs to a situation that knows both', () => {
  test.each([
    [
      'Ethiopia and the Oromo Liberation Army agreed on a ceasefire on Tuesday.',
      'Ethiopia and the Oromo Liberation Army',
    ],
    ['Ethiopia and Eritrea agreed on a ceasefire on Tuesday.', 'Eritrea – Ethiopia'],
    ["Ethiopia and Eritrea agreed on a ceasefire on Tuesday, Ethiopia's Foreign Ministry said.", 'Eritrea – Ethiopia'],
    ['Ethiopia and Kenya agreed on a ceasefire on Tuesday.', 'Ethiopia – Kenya'],
  ])('%s', (text, name) => {
    expect(situationsOf('2023-05-02', text)).toEqual([name]);
  });
});

test('a truce of one side alone still finds the conflict of that side', () => {
  expect(situationsOf('2023-05-02', 'The Oromo Liberation Army declared a unilateral ceasefire on Tuesday.')).toEqual([
    'Ethiopia and the Oromo Liberation Army',
  ]);
});

test('rebels without a name are the other side of their country', () => {
  expect(situationsOf('2005-12-06', 'Sri Lanka and the rebels agreed on a ceasefire on Tuesday.')).toHaveLength(1);
  expect(situationsOf('2005-12-06', 'Sri Lanka and the rebels agreed on a ceasefire on Tuesday.')[0]).toMatch(
    /Sri Lanka/,
  );
});
