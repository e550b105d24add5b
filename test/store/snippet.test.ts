/** Words around a hit: marked, whatever their accents, where most of what was asked for stands together. */
import { expect, test } from 'vitest';
import { snippetOf } from '../../src/store/snippet.ts';

const LONG = `${'Nothing of note was said here. '.repeat(12)}The mission's observers heard mortar fire near Stepanavan at dawn. ${'Later it was quiet. '.repeat(12)}`;

test.each([
  ['The truce holds.', ['truce'], 'The \u0002truce\u0003 holds.'],
  ['Talks in Yerevan', ['yer'], 'Talks in \u0002Yerevan\u0003'],
  ['Le cessez-le-feu à Évian', ['evian'], 'Le cessez-le-feu à \u0002Évian\u0003'],
  ['No such word', ['ceasefire'], 'No such word'],
])('%s, asked for %j', (text, terms, snippet) => {
  expect(snippetOf(text, terms)).toBe(snippet);
});

test('a long text is cut around the place where all words stand', () => {
  const snippet = snippetOf(LONG, ['said', 'mortar', 'dawn']);
  expect(snippet).toMatch(/^….*\u0002mortar\u0003 fire near Stepanavan at \u0002dawn\u0003.*…$/s);
  expect(snippet.length).toBeLessThan(220);
});
