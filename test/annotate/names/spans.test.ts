import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInside } from '../../../src/model/span.ts';
import { mentionOf, namesDoc } from './names-in.ts';

/** Pieces of text that meet badly: brackets, capitals, stops, particles, possessives. */
const PIECES = (
  'the |The |President |Mr. |Kenya|Kenya\'s |Kenyan | and |, |. |\n\n|[|]|(|)|"|army |officials |al-|Hugo |J. |' +
  'QUISPE |U.S. |UN |of |he |said |former |Ministry of |’s |Nairobi |-based |12 |é|𝒜|troops'
).split('|');

describe('spans', () => {
  test('whatever the text, mentions lie inside it, in order, none over another', () => {
    const texts = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const { actors, entities } = namesDoc(text);
        let end = 0;
        for (const actor of actors) {
          expect(isInside(text, actor)).toBe(true);
          expect(actor.start).toBeGreaterThanOrEqual(end);
          expect(actor.code).toMatch(/^[A-Z]{3}(?: [A-Z]{3})*$/);
          if (actor.evidence !== undefined) expect(isInside(text, actor.evidence)).toBe(true);
          end = actor.end;
        }
        for (const entity of entities) expect(isInside(text, entity)).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('reading twice gives the same', () => {
    const text = 'Kenyan President Otieno Mburu met Chadian rebels. He urged Nairobi to wait, the ministry said.';
    expect(namesDoc(text).actors).toEqual(namesDoc(text).actors);
  });

  test('the stop of an abbreviation belongs to it', () => {
    const text = 'He left the U.S. on Monday.';
    expect(mentionOf(namesDoc(text), 'U.S.').code).toBe('USA');
  });
});

describe('validity at the date of the report', () => {
  test.each([
    ['2010-03-02', 'president'],
    ['2014-03-02', 'prime minister'],
  ])('an office held in %s', (published, office) => {
    const doc = namesDoc('Dmitry Medvedev spoke first.', { published });
    expect(mentionOf(doc, 'Dmitry Medvedev')).toMatchObject({ office, code: 'RUS GOV', basis: 'lexicon' });
  });

  test.each([
    ['2000-05-01', 'YUG GOV'],
    ['2010-05-01', 'SRB GOV'],
  ])('whose government a seat is in %s', (published, code) => {
    const doc = namesDoc('Belgrade rejected the plan.', { published });
    expect(mentionOf(doc, 'Belgrade').code).toBe(code);
  });
});
