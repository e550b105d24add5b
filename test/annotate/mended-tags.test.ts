/** Phrase book of words that the tagger takes for something else, and of noun phrases cut where a new thing begins. */
import { expect, test } from 'vitest';
import { parseSyntax } from '../../src/annotate/syntax/parse-syntax.ts';
import { docOf, wordsAt } from '../support/doc.ts';

test.each([
  ['The Danish military has shelled the port.', 'military', 'NOUN'],
  ['The Danish military exercise ended.', 'military', 'ADJ'],
  ['Danish military and civilian staff left.', 'military', 'ADJ'],
  ['They met the deputy chief of the guard.', 'chief', 'NOUN'],
  ['Norwegian troops remained on alert in the north.', 'alert', 'NOUN'],
  ['Norwegian troops remained on alert in the north.', 'north', 'NOUN'],
  ['Danish police tortured an inmate.', 'tortured', 'VERB'],
  ['Danish jets are striking Norwegian positions.', 'striking', 'VERB'],
  ['They visited a kingdom neighbouring Niger.', 'neighbouring', 'VERB'],
  ['Masked gunmen beheaded three men.', 'beheaded', 'VERB'],
  ['The neighbouring kingdom agreed.', 'neighbouring', 'ADJ'],
  ['Police fired tear gas at the crowd.', 'tear', 'NOUN'],
  ['Reinforced Danish troops held the bridge.', 'Reinforced', 'ADJ'],
  ['Norway rejected proposed changes to the map.', 'proposed', 'ADJ'],
])('%s: %s is %s', (text, word, pos) => {
  const { tokens } = docOf(text, { steps: [] });
  expect(tokens.find((token) => token.text === word)?.pos).toBe(pos);
});

test.each([
  ['Danish police tortured an inmate.', 'tortured', 'torture'],
  ['Danish jets are striking Norwegian positions.', 'striking', 'strike'],
])('%s: the lemma of %s is %s', (text, word, lemma) => {
  const { tokens } = docOf(text, { steps: [] });
  expect(tokens.find((token) => token.text === word)?.lemma).toBe(lemma);
});

test.each([
  ['Denmark last week cut its aid.', ['Denmark', 'last week', 'its aid']],
  ['The fund gave Chad 5 million dollars.', ['The fund', 'Chad', '5 million dollars']],
  [
    'Envoys from Tirana called on the internationally recognised government.',
    ['Envoys', 'Tirana', 'the internationally recognised government'],
  ],
  ["Chad's internationally recognised government fell.", ['Chad', 'internationally recognised government']],
])('%s', (text, phrases) => {
  const doc = docOf(text, { steps: [parseSyntax] });
  expect(doc.phrases.map((phrase) => wordsAt(doc, phrase))).toEqual(phrases);
});

test('hours before something are no subject', () => {
  const doc = docOf('Hours before the vote, gunmen stormed the hall.', { steps: [parseSyntax] });
  expect(doc.clauses[0]!.subjects.map((index) => wordsAt(doc, doc.phrases[index]!))).toEqual(['gunmen']);
});
