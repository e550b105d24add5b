import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { findStatements } from '../../src/annotate/statements/find-statements.ts';
import { parseSyntax } from '../../src/annotate/syntax/parse-syntax.ts';
import { findTimes } from '../../src/annotate/times/find-times.ts';
import type { ActorMention, StatementMention } from '../../src/model/doc.ts';
import { isInside } from '../../src/model/span.ts';
import { docOf, wordsAt, type DocOptions } from '../support/doc.ts';

const STEPS = [parseSyntax, findStatements];

/** Source, cue and content of each statement, in words. */
function told(text: string, options: DocOptions = {}): string[][] {
  const doc = docOf(text, { steps: STEPS, ...options });
  return doc.statements.map(({ source, cue, content }) => [source, cue, content].map((spans) => wordsAt(doc, spans)));
}

function first(text: string, options: DocOptions = {}): StatementMention {
  return docOf(text, { steps: STEPS, ...options }).statements[0]!;
}

describe('indirect speech', () => {
  test.each([
    ['The ministry said that shelling had stopped.', 'The ministry', 'said', 'that shelling had stopped'],
    [
      'The ministry said shelling had stopped near the river.',
      'The ministry',
      'said',
      'shelling had stopped near the river',
    ],
    ['Shelling had stopped, the ministry said on Friday.', 'the ministry', 'said', 'Shelling had stopped'],
    ['The shelling, the ministry said, had stopped.', 'the ministry', 'said', 'The shelling … had stopped'],
    [
      'Ana Horvat, who leads the mission, said the road was open.',
      'Ana Horvat, who leads the mission',
      'said',
      'the road was open',
    ],
    ['Ana Horvat, speaking in Oslo, said the road was open.', 'Ana Horvat', 'said', 'the road was open'],
    ['Ana Horvat, in Oslo, said the road was open.', 'Ana Horvat', 'said', 'the road was open'],
    ['Oslo urged both armies to pull back.', 'Oslo', 'urged', 'both armies to pull back'],
    ['Oslo called on both armies to pull back.', 'Oslo', 'called on', 'both armies to pull back'],
    ['Chad accused Niger of shelling a village.', 'Chad', 'accused', 'Niger of shelling a village'],
    ['The militia denied shelling the village.', 'The militia', 'denied', 'shelling the village'],
    ['The envoy condemned the raid on Belin.', 'The envoy', 'condemned', 'the raid on Belin'],
    ['The council called for an inquiry.', 'The council', 'called for', 'an inquiry'],
    ['Chad vowed to answer every attack.', 'Chad', 'vowed', 'to answer every attack'],
    ['According to the mission, the road was open.', 'the mission', 'According to', 'the road was open'],
    ['Rask was quoted as saying that the road was open.', 'Rask', 'was quoted as saying', 'that the road was open'],
    ['The road was open, Rask was quoted as saying.', 'Rask', 'was quoted as saying', 'The road was open'],
    ['The road was open, according to the mission.', 'the mission', 'according to', 'The road was open'],
    ['Rask dismissed the claim that troops had left.', 'Rask', 'dismissed the claim', 'that troops had left'],
    ["Oslo's warning that talks might fail was ignored.", 'Oslo', 'warning', 'that talks might fail'],
    ['Her promise to withdraw was kept.', 'Her', 'promise', 'to withdraw'],
  ])('%s', (text, source, cue, content) => {
    expect(told(text)).toContainEqual([source, cue, content]);
  });

  test.each([
    ['Ana Horvat on Tuesday said the road was open.'],
    ['Ana Horvat last week said the road was open.'],
    ['Ana Horvat later on Tuesday said the road was open.'],
  ])('a time is no part of its source: %s', (text) => {
    expect(told(text, { steps: [parseSyntax, findTimes, findStatements], published: '2019-05-16' })[0]![0]).toBe(
      'Ana Horvat',
    );
  });

  test('an announcement without a speaker has no source', () => {
    expect(told('It was announced that the border would open.')).toEqual([
      ['', 'was announced', 'that the border would open'],
    ]);
  });

  test('the second verb of a speaker has the same source, and its own content', () => {
    expect(told('The ministry said the convoy had been hit, adding that two drivers were hurt.')).toEqual([
      ['The ministry', 'said', 'the convoy had been hit'],
      ['The ministry', 'adding', 'that two drivers were hurt'],
    ]);
  });

  test('content ends where another speaker begins', () => {
    expect(told('Chad said the road was open, but Niger said it was closed.')).toEqual([
      ['Chad', 'said', 'the road was open'],
      ['Niger', 'said', 'it was closed'],
    ]);
  });

  test.each(['Rebels shelled the village at dawn.', 'The army crossed the river and took the bridge.'])(
    'nobody says anything: %s',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});

describe('quotations', () => {
  test.each([
    ['"We will not leave," Rask said.', 'Rask', '"We will not leave,"'],
    ['"We will not leave," said Rask, a retired colonel.', 'Rask, a retired colonel', '"We will not leave,"'],
    ['“Who fired?” Rask asked.', 'Rask', '“Who fired?”'],
    ["``We will not leave,'' Rask said.", 'Rask', "``We will not leave,''"],
    ['«We will not leave», Rask said.', 'Rask', '«We will not leave»'],
    ["'We will not leave,' Rask said.", 'Rask', "'We will not leave,'"],
    ['Rask said: "We will not leave."', 'Rask', '"We will not leave."'],
    ['Rask told reporters, "We will not leave."', 'Rask', '"We will not leave."'],
    ['"We," Rask said, "will not leave."', 'Rask', '"We," … "will not leave."'],
    ['"We stay," Rask said. "They go."', 'Rask', '"We stay," … "They go."'],
    ['"We stay. They go," Rask said.', 'Rask', '"We stay. They go,"'],
    ['"We stay," Rask (Ind.) said.', 'Rask (Ind.)', '"We stay,"'],
    ['"We stay," Rask, who leads the militia, told a crowd.', 'Rask, who leads the militia', '"We stay,"'],
    ['"The \'so-called truce\' is dead," Rask said.', 'Rask', '"The \'so-called truce\' is dead,"'],
  ])('%s', (text, source, content) => {
    const doc = docOf(text, { steps: STEPS });
    expect(doc.statements.map((s) => [wordsAt(doc, s.source), wordsAt(doc, s.content)])).toEqual([[source, content]]);
    expect(doc.statements[0]!.direct).toBe(true);
  });

  test('over paragraphs: the next one opens again, and one that is all quotation goes on', () => {
    const text = '"We stay. They go.\n\n"So it is," Rask said.\n\n"It will not change."\n\nThe sun rose.';
    expect(told(text)).toEqual([['Rask', 'said', '"We stay. They go. … "So it is," … "It will not change."']]);
  });

  test('quoted words inside a clause stay in it, and do not make it direct', () => {
    const text = 'Rask said the truce was "dead" and the talks were over.';
    expect(told(text)).toEqual([['Rask', 'said', 'the truce was "dead" and the talks were over']]);
    expect(first(text).direct).toBe(false);
  });

  test('what a quoted speaker believes is no statement beside the quotation', () => {
    expect(told('"I believe the truce will hold," Rask said.')).toHaveLength(1);
  });

  test('an apostrophe opens nothing', () => {
    expect(told("The rebels' leader said the '90s were better.")).toEqual([
      ["The rebels' leader", 'said', "the '90s were better"],
    ]);
  });
});

describe('headlines', () => {
  test('the source behind a dash speaks the words before it', () => {
    const text = 'Truce holds in the north — mission\n\nAll was quiet.';
    const headline = { start: 0, end: 34, text: text.slice(0, 34) };
    const headlineSource = { start: 27, end: 34, text: 'mission' };
    expect(told(text, { article: { headline, headlineSource } })).toContainEqual([
      'mission',
      '',
      'Truce holds in the north',
    ]);
  });

  test('a name before a colon speaks the words behind it', () => {
    expect(told('Rask: We will not leave')).toEqual([['Rask', ':', 'We will not leave']]);
  });
});

describe('speakers', () => {
  const actor = (text: string, words: string, name: string): ActorMention => {
    const start = text.indexOf(words);
    return {
      start,
      end: start + words.length,
      code: 'NOR GOV',
      name,
      type: 'organisation',
      key: name,
      basis: 'lexicon',
    };
  };
  const speakers = (text: string, actors: readonly ActorMention[]) => {
    const withActors = { steps: [parseSyntax, (doc) => ({ ...doc, actors }), findStatements] } satisfies DocOptions;
    return docOf(text, withActors).statements.map(({ speaker }) => speaker?.name);
  };

  test('are the actor at the head of the source', () => {
    const text = 'The ministry in Belin said the road was open.';
    expect(speakers(text, [actor(text, 'The ministry', 'Ministry'), actor(text, 'Belin', 'Belin')])).toEqual([
      'Ministry',
    ]);
  });

  test('are what a relative pronoun stands for', () => {
    const text = 'The mission, which said the road was open, left.';
    expect(speakers(text, [actor(text, 'The mission', 'Mission')])).toEqual(['Mission']);
  });

  test('speak through their statement', () => {
    const text = 'The ministry said the road was open. "It is safe," the statement said.';
    expect(speakers(text, [actor(text, 'The ministry', 'Ministry')])).toEqual(['Ministry', 'Ministry']);
  });

  test('stay unknown where no actor stands', () => {
    const text = 'A resident said the road was open.';
    expect(speakers(text, [])).toEqual([undefined]);
  });
});

describe('channels and nesting', () => {
  test.each([
    ['Rask told reporters that the road was open.', 'told reporters'],
    ['Rask said in a statement that the road was open.', 'in a statement'],
    ['The road was open, Rask said on state television.', 'on state television'],
    ['Rask said the road was open.', undefined],
  ])('%s', (text, channel) => {
    expect(first(text).channel?.value).toBe(channel);
  });

  test('a statement within another knows it', () => {
    const doc = docOf('Rask said that Oslo had promised to send monitors.', { steps: STEPS });
    const inner = docOf('Rask said that the envoy had said the road was open.', { steps: STEPS });
    expect(doc.statements.map(({ within }) => within)).toEqual([undefined]);
    expect(inner.statements.map(({ within }) => within)).toEqual([undefined, 0]);
  });
});

/** Milliseconds for a text of `count` times the same words. */
function time(words: string, count: number): number {
  const text = words.repeat(count);
  const start = performance.now();
  docOf(text, { steps: STEPS });
  return performance.now() - start;
}

describe('any text', () => {
  test.each(['Rask said that ', 'said Rask, ', 'according to Rask, ', '"We stay," he said, '])(
    'takes time in proportion to its length: %s',
    (words) => {
      time(words, 500);
      const short = Math.min(time(words, 1000), time(words, 1000));
      expect(time(words, 8000)).toBeLessThan(short * 40 + 200);
    },
  );

  const words = fc
    .array(
      fc.constantFrom(
        ...'Rask said that he told reporters " “ ” ‘ ’ \' , . : — ( ) urged them to according who the truce and Oslo called for claim adding “We \n\n'.split(
          ' ',
        ),
      ),
      { maxLength: 50 },
    )
    .map((parts) => parts.join(' '));

  test('gives spans inside the text, and content', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { statements } = docOf(text, { steps: STEPS });
        for (const { source, cue, content, sentences, within } of statements) {
          expect(content.length).toBeGreaterThan(0);
          expect(sentences.length).toBeGreaterThan(0);
          for (const span of [...source, ...cue, ...content]) expect(isInside(text, span)).toBe(true);
          if (within !== undefined) expect(statements[within]).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});
