/** Phrase book of sides that the clause of the act leaves unsaid. */
import { expect, test } from 'vitest';
import { docOf } from '../../support/doc.ts';
import { codeDoc } from '../../../src/code/code-doc.ts';
import { loadLexicons } from '../../../src/lexicon/lexicons.ts';
import { mainCodes, mainEvent } from './phrase-book.ts';

test.each([
  // who arrests is the land where it is done
  ['A Danish sailor was arrested in Norway on Monday.', 'NOR > DNK MIL'],
  // who kills is told by the clause of time
  ['Nine Danish nurses were killed when Norwegian warplanes bombed the harbour.', 'NOR MIL > DNK MED'],
  // the other side stands in what hangs on the act
  [
    'Norwegian workers began a hunger strike to demand the resignation of President Lars Holm of Denmark.',
    'NOR LAB > DNK GOV',
  ],
  ['Iceland launched a mediation effort to settle the rift between Denmark and Norway.', 'ISL > DNK'],
  ['The army carried out an operation to clear the hills of Danish rebels.', 'DNK MIL > DNK REB'],
])('%s', (text, sides) => {
  expect(mainCodes(text)).toBe(sides);
});

test.each([
  ['The Norwegian rebels said they will stop and accept the plan.', 'AGREE: The Norwegian rebels > '],
  [
    'President Kari Moen of Norway said he is prepared to lift the blockade.',
    'AGREE: President Kari Moen of Norway > ',
  ],
])('%s', (text, event) => {
  expect(mainEvent(text)).toBe(event);
});

test('no record has a side that was not said', () => {
  const doc = docOf('Nine soldiers were killed when Norwegian warplanes bombed the harbour.', {
    published: '2019-05-16',
    outlet: 'Test Wire',
  });
  const killed = codeDoc(doc, loadLexicons()).records.filter(
    ({ kind, spans }) => kind === 'incident' && doc.text.slice(spans[0]!.start).startsWith('killed'),
  );
  expect(killed.map((record) => record.kind === 'incident' && record.perpetrators)).toEqual([[]]);
});
