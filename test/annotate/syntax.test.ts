import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Clause, Doc } from '../../src/model/doc.ts';
import { parseSyntax } from '../../src/annotate/syntax/parse-syntax.ts';
import { docOf, wordsAt } from '../support/doc.ts';

const parsed = (text: string): Doc => docOf(text, { steps: [parseSyntax] });

const phraseWords = (doc: Doc, phrases: readonly number[]) =>
  phrases.map((index) => wordsAt(doc, doc.phrases[index]!)).join(' + ');

/** Milliseconds for a text of `count` times the same words. */
function time(count: number): number {
  const text = 'Rask, who led the troops, said that the town of Belin and the port, '.repeat(count);
  const start = performance.now();
  parsed(text);
  return performance.now() - start;
}

/** One line a clause: role, verb group, subjects (a star when inherited), objects, prepositional arguments. */
function outline(text: string): string[] {
  const doc = parsed(text);
  return doc.clauses.map((clause: Clause) => {
    const parts = [
      `${clause.role}:${clause.marker ?? ''}`,
      wordsAt(doc, doc.verbs[clause.verb]!),
      `${clause.inheritedSubject ? '*' : ''}${phraseWords(doc, clause.subjects)}`,
      phraseWords(doc, clause.objects),
      clause.obliques
        .map(({ preposition, phrase }) => `${preposition} ${wordsAt(doc, doc.phrases[phrase]!)}`)
        .join(', '),
    ];
    return parts.join(' | ');
  });
}

test('whom a relative clause accuses is who did it', () => {
  expect(outline('The guard, which Chad accused of shelling the town, left.')[1]).toBe(
    'gerund:of | shelling | *The guard | the town | ',
  );
});

describe('noun phrases', () => {
  test.each([
    ['a title and a name', 'Croatian envoy Ana Horvat left.', 'Croatian envoy Ana Horvat'],
    ['a count', 'At least 14 civilians fled.', 'At least 14 civilians'],
    ['joined adjectives', 'Political and economic ties suffered.', 'Political and economic ties'],
    ['a date with its year', 'It dates from March 3, 2019.', 'March 3, 2019'],
    ['words in brackets', 'The [second] round failed.', 'The [second] round'],
    ['a participle before its noun', 'The besieged town fell.', 'The besieged town'],
  ])('%s', (_, text, expected) => {
    const doc = parsed(text);
    expect(doc.phrases.map((phrase) => wordsAt(doc, phrase))).toContain(expected);
  });

  test.each([
    ['units of the army fled.', 'the army', 'of', 'units'],
    ["Chad's army fled.", 'Chad', 'possessive', 'army'],
    ['Rask, a retired colonel, left.', 'a retired colonel', 'apposition', 'Rask'],
    ['Chad and Niger agreed.', 'Niger', 'coordination', 'Chad'],
    ['Chad, Niger and Mali agreed.', 'Mali', 'coordination', 'Chad'],
    ['the talks between both sides failed.', 'both sides', 'prep', 'the talks'],
  ])('%s', (text, words, relation, parent) => {
    const doc = parsed(text);
    const phrase = doc.phrases.find((candidate) => wordsAt(doc, candidate) === words);
    expect(phrase?.relation).toBe(relation);
    expect(wordsAt(doc, doc.phrases[phrase!.parent!]!)).toBe(parent);
  });
});

describe('verb groups', () => {
  test.each([
    [
      'They had not been attacked.',
      'had not been attacked',
      { voice: 'passive', tense: 'past', perfect: true, negated: true },
    ],
    ['They will withdraw.', 'will withdraw', { voice: 'active', tense: 'future', form: 'finite' }],
    ['They could strike again.', 'could strike', { modal: 'could', tense: 'none' }],
    ['The road is being repaired.', 'is being repaired', { voice: 'passive', tense: 'present' }],
    ['No shots were fired.', 'were fired', { negated: true }],
    ['Not one gun was moved.', 'was moved', { negated: true }],
    ['No fewer than six guns were moved.', 'were moved', { negated: false }],
    ['Neither side will withdraw.', 'will withdraw', { negated: true }],
    ['They refused to leave.', 'to leave', { form: 'infinitive' }],
    ['After leaving, they talked.', 'leaving', { form: 'gerund' }],
    ['They called off the march.', 'called off', { lemma: 'call', particle: 'off' }],
    ['They don’t accept it.', 'don’t accept', { negated: true, tense: 'present' }],
    [
      'The border has also repeatedly been closed.',
      'has also repeatedly been closed',
      { voice: 'passive', perfect: true },
    ],
  ])('%s', (text, words, expected) => {
    const doc = parsed(text);
    expect(doc.verbs.find((verb) => wordsAt(doc, verb) === words)).toMatchObject(expected);
  });
});

describe('clauses', () => {
  test.each<[string, string[]]>([
    ['Rebels shelled the airport.', ['main: | shelled | Rebels | the airport | ']],
    ['The airport was shelled by rebels on Monday.', ['main: | was shelled | The airport |  | by rebels, on Monday']],
    [
      'Rask, who leads the militia, said the truce had collapsed.',
      [
        'relative:who | leads | *Rask | the militia | ',
        'main: | said | Rask |  | ',
        'complement: | had collapsed | the truce |  | ',
      ],
    ],
    [
      'The truce had collapsed, the ministry said on Friday.',
      [
        'complement: | had collapsed | the truce |  | '.replace('the truce', 'The truce'),
        'main: | said | the ministry |  | on Friday',
      ],
    ],
    [
      '"The truce is dead," said Rask, a retired colonel.',
      ['complement: | is | The truce |  | ', 'main: | said | Rask |  | '],
    ],
    [
      'Chad agreed to withdraw its troops and release all prisoners.',
      [
        'main: | agreed | Chad |  | ',
        'infinitive:to | to withdraw | *Chad | its troops | ',
        'coordinate: | release | *Chad | all prisoners | ',
      ],
    ],
    ['In Oslo, his next stop, Rask met monitors.', ['main: | met | Rask | monitors | in Oslo']],
    ['The offer it made ended the talks.', ['relative: | made | it |  | ', 'main: | ended | The offer | the talks | ']],
    [
      'Oslo urged both sides to hold fire.',
      ['main: | urged | Oslo | both sides | ', 'infinitive:to | to hold | *both sides | fire | '],
    ],
    [
      'Oslo called on Chad and Niger to hold fire.',
      ['main: | called | Oslo |  | on Chad, on Niger', 'infinitive:to | to hold | *Chad + Niger | fire | '],
    ],
    [
      'The deal signed in Oslo provides for a pullback.',
      ['participial: | signed | *The deal |  | in Oslo', 'main: | provides | The deal |  | for a pullback'],
    ],
    [
      'After rebels attacked the convoy, Chad closed the border.',
      [
        'adverbial:After | attacked | rebels | the convoy | '.replace('After', 'after'),
        'main: | closed | Chad | the border | ',
      ],
    ],
    [
      'Chad accused Niger of shelling the town, killing two people.',
      [
        'main: | accused | Chad | Niger | ',
        'gerund:of | shelling | *Niger | the town | ',
        'participial: | killing | *Niger | two people | ',
      ],
    ],
    [
      'Troops crossed the river and seized the bridge, but the town held.',
      [
        'main: | crossed | Troops | the river | ',
        'coordinate: | seized | *Troops | the bridge | ',
        'coordinate: | held | the town |  | ',
      ],
    ],
    ['The talks, he said, failed.', ['main: | said | he |  | ', 'complement: | failed | The talks |  | ']],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  test('reach over what hangs on them', () => {
    const doc = parsed('Rask said that units of the army had left the town of Belin, and Oslo agreed.');
    expect(wordsAt(doc, doc.clauses[1]!)).toBe('that units of the army had left the town of Belin');
  });
});

describe('any text', () => {
  const words = fc
    .array(
      fc.constantFrom(
        ...'He who that said to of and , " “ ” ( ) [ ] . ; : attacked the truce troops by Moscow not has been 5 Monday after shelling , , is their ’s'.split(
          ' ',
        ),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(' '));

  test('gives spans inside the text and indices that exist', () => {
    fc.assert(
      fc.property(words, (text) => {
        const doc = parsed(text);
        for (const span of [...doc.phrases, ...doc.verbs, ...doc.clauses]) {
          expect(span.start).toBe(doc.tokens[span.first]!.start);
          expect(span.end).toBe(doc.tokens[span.last]!.end);
          expect(span.end).toBeGreaterThan(span.start);
        }
        for (const [index, clause] of doc.clauses.entries()) {
          expect(clause.parent).not.toBe(index);
          const phrases = [...clause.subjects, ...clause.objects, ...clause.obliques.map(({ phrase }) => phrase)];
          expect(phrases.every((phrase) => doc.phrases[phrase] !== undefined)).toBe(true);
        }
        for (const [index, phrase] of doc.phrases.entries()) expect(phrase.parent).not.toBe(index);
      }),
    );
  });

  test('takes time in proportion to its length', () => {
    time(200);
    const short = Math.min(time(400), time(400));
    expect(time(4000)).toBeLessThan(short * 60 + 200);
  });
});
