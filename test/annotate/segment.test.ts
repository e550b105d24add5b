import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { docOf, wordsAt } from '../support/doc.ts';

const sentencesOf = (text: string) => {
  const doc = docOf(text, { steps: [] });
  return doc.sentences.map((sentence) => wordsAt(doc, sentence));
};

const tokensOf = (text: string) => docOf(text, { steps: [] }).tokens;

describe('sentences', () => {
  test.each([
    ['a rank before a name', 'The order came from Lt. Gen. Oleg Ostrov. He left.', 2],
    ['initials in a name', 'Envoy Peter J. Holm arrived. He left.', 2],
    ['a month before a day', 'They met on Sept. 5 in Tirana. They parted.', 2],
    ['a country in stops before a capital', 'The U.S. Navy sent ships. They sailed.', 2],
    ['a country in stops at the end', 'He flew to the U.S. They did not follow.', 2],
    ['time of day before a zone', 'It begins at 5 p.m. Ankara time. It lasts a day.', 2],
    ['time of day at the end', 'It begins at 5 p.m. The envoy will attend.', 2],
    ['stops inside brackets', 'Troops (under Col. Rask. He is ill.) withdrew. All is quiet.', 2],
    ['a question with its speaker behind it', '"Who fired first?" Holm asked. Nobody knew.', 2],
    ['two sentences in one quotation', '"We will go. They will stay," he said.', 2],
    ['a stop before a closing quotation mark', 'He said "we will go." They stayed.', 2],
    ['dots in the middle', 'The envoy ... did not answer.', 1],
    ['a lower-case word behind a stop', 'The firm Acme Corp. said so.', 1],
  ])('%s', (_, text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  test('end with the marks that close them', () => {
    expect(sentencesOf('He said "we will go." They stayed.')[0]).toBe('He said "we will go."');
  });

  test('never run over a paragraph, and know their paragraph', () => {
    const doc = docOf('First block\nwith two lines\n\nSecond block', { steps: [] });
    expect(doc.sentences.map((s) => [wordsAt(doc, s), s.paragraph])).toEqual([
      ['First block\nwith two lines', 0],
      ['Second block', 1],
    ]);
  });

  test('know headline and deck', () => {
    const doc = docOf('Truce holds\n\nTwo days of calm\n\nBAKU: all quiet.', {
      steps: [],
      headline: 'Truce holds',
      deck: 'Two days of calm',
    });
    expect(doc.sentences.map((s) => [s.zone, s.paragraph])).toEqual([
      ['headline', -1],
      ['deck', -1],
      ['body', 0],
    ]);
  });
});

describe('tokens', () => {
  test.each([
    ['compounds', 'a cease-fire', ['a', 'cease-fire']],
    ['negation', 'they don’t', ['they', 'do', 'n’t']],
    ['doubled quotation marks', "``no''", ['``', 'no', "''"]],
    ['a genitive', 'Spain’s king', ['Spain', '’s', 'king']],
    ['a dash between words', 'truce–again', ['truce', '–', 'again']],
    ['an abbreviation with its stop', 'Brig. Holm', ['Brig.', 'Holm']],
  ])('%s', (_, text, expected) => {
    expect(tokensOf(text).map((t) => t.text)).toEqual(expected);
  });

  test.each([
    ['a Kremlin-backed plan', 'Kremlin-backed', 'ADJ'],
    ['a military build-up', 'build-up', 'NOUN'],
    ['they re-opened the road', 're-opened', 'VERB'],
    ['on May 15-16', '15-16', 'NUM'],
  ])('tag of a compound: %s', (text, word, pos) => {
    expect(tokensOf(text).find((t) => t.text === word)?.pos).toBe(pos);
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('He', 'said', '"', '”', '“', '(', ')', '[', ' ', '\n\n', '.', ',', 'U.S.', '-', 'x', '’', '5'),
      )
      .map((parts) => parts.join('')),
  );

  test('gives tokens inside the text, in order, that equal their words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const doc = docOf(text, { steps: [] });
        let at = 0;
        for (const token of doc.tokens) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          at = token.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('gives sentences that share out the tokens', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const doc = docOf(text, { steps: [] });
        const owned = doc.sentences.flatMap((s) => Array.from({ length: s.last - s.first + 1 }, (_, i) => s.first + i));
        expect(owned).toEqual(doc.tokens.map((_, i) => i));
      }),
    );
  });

  test('is read the same a second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(docOf(text, { steps: [] }).tokens).toEqual(docOf(text, { steps: [] }).tokens);
      }),
      { numRuns: 50 },
    );
  });
});
