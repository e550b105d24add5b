/** Our tags and lemmas are the library's own: wink-nlp reads the same words, and every tag and lemma is compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { applyPatterns } from '../../src/annotate/segment/tag-patterns.ts';
import { loadWordModel } from '../../src/annotate/segment/word-model.ts';

const wink = winkNLP(model, ['pos']);
const { its } = wink as unknown as { readonly its: Record<'pos' | 'lemma', ItsFunction<string>> };
const words = loadWordModel();

const byLibrary = (text: readonly string[]): string[] => {
  const tokens = wink.readDoc(text.join(' ')).tokens();
  const lemmas = tokens.out(its.lemma);
  return tokens.out(its.pos).map((tag, at) => `${lemmas[at]!.toLowerCase()}/${tag}`);
};

const byUs = (text: readonly string[]): string[] => {
  const readings = text.flatMap((word) => [words.readingOf(word), ...(words.readingOf(word).rest ?? [])]);
  const tags = Uint8Array.from(readings, ({ tag }) => tag);
  applyPatterns(readings, tags);
  return readings.map((reading, at) => {
    const tag = reading.fixed ? reading.tag : tags[at]!;
    return `${words.lemmaOf(reading, tag)}/${words.tags[tag]}`;
  });
};

const reports = join(import.meta.dirname, '../../examples/reports');
const PIECE = /[A-Za-z]+|[.,;:!?()$%/&"-]|'s\b|\b10\b/g;

test.each(readdirSync(reports).filter((file) => file.endsWith('.txt')))('%s', (file) => {
  const text = readFileSync(join(reports, file), 'utf8').match(PIECE)!;
  expect(byUs(text)).toEqual(byLibrary(text));
});

test('capitals, contractions, words that nobody knows', () => {
  const text = 'THE Envoys cannot agree ; Dont Zorbling grobly wont KORVED to blorfish organise Qx analyse US Us'.split(
    ' ',
  );
  expect(byUs(text)).toEqual(byLibrary(text));
});

test('any words in any order', () => {
  const common =
    'the of to and will not that attack fire talks agreed said hit by no one as well like before her US May cant'.split(
      ' ',
    );
  const word = fc.oneof(
    fc.constantFrom(...common, ',', '.', '"', "'s", '10', '-'),
    fc.stringMatching(/^[A-Za-z]{1,9}(?:ing|ed|ly|s)?$/),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (text) => {
      expect(byUs(text)).toEqual(byLibrary(text));
    }),
    { numRuns: 400 },
  );
});
