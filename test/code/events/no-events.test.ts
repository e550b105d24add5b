/** Near misses: sentences that tell no PLOVER event, though their words could. */
import { expect, test } from 'vitest';
import { recordsOf } from '../phrase-book.ts';
import { mainEvent, viewOf } from './phrase-book.ts';

test.each([
  'Norway denied accusations by Denmark that its troops had crossed the border.',
  'A Danish armed group claimed responsibility for an attack on the Norwegian embassy.',
  'The Danish foreign minister expressed concern about the drought.',
  'The spokesman declined to comment on the report.',
  "Norway's ambassador to Denmark expressed condolences to the families of the victims.",
  'The Danish prime minister hopes that the harvest will be good.',
  'The Finnish president called on Danish voters to support the reform.',
  'Norway is considering sending aid to Iceland.',
  'Denmark did not attack the Norwegian convoy.',
])('a comment, denial, claim or mere appeal: %s', (text) => {
  expect(mainEvent(text)).toMatch(/^STATEMENT: /);
});

test.each([
  'The weather in Copenhagen was mild.',
  'The Danish team beat Norway 3-1 on Sunday.',
  'The bill was put on the table in April.',
  'The Danish minister fired his driver.',
])('nothing: %s', (text) => {
  expect(viewOf(text)).toEqual([]);
});

test('a hope makes no event record', () => {
  const records = recordsOf('The Danish prime minister hopes that Norway will prosper.');
  expect(records.filter(({ kind }) => kind === 'event')).toEqual([]);
});
