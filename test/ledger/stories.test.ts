/** Stories: reports of one happening over days, with what replaced, corrected or copied what. */
import { describe, expect, test } from 'vitest';
import { addStoryCard, createStoryBook, dropStoryCard, storiesIn } from '../../src/ledger/stories/book.ts';
import { clusterStories } from '../../src/ledger/stories/cluster.ts';
import { groupTexts } from '../../src/ledger/stories/group.ts';
import { shinglesOf } from '../../src/annotate/features.ts';
import { wordsOf } from '../../src/lexicon/words.ts';
import type { CodedReport } from '../../src/model/ledger.ts';
import { report } from '../support/ledger.ts';

const QUAKE = 'earthquake struck island magnitude rescue survivors harbour collapsed';
const STRIKE = 'dockworkers strike wages harbour union talks ballot';

const wire = (id: string, published: string, words: string, options: Parameters<typeof report>[3] = {}) =>
  report(id, published, [], { words, ...options });

const groups = (reports: readonly CodedReport[]): string[] =>
  clusterStories(reports).map((story) => story.reports.join(' '));

describe('reports of one happening', () => {
  test('are one story, other news of the same days another', () => {
    expect(
      groups([
        wire('a', '2019-05-01', `${QUAKE} hospital`),
        wire('b', '2019-05-02', `${QUAKE} aid`),
        wire('c', '2019-05-02', `${STRIKE} minister`),
        wire('d', '2019-05-03', `${STRIKE} court`),
      ]),
    ).toEqual(['a b', 'c d']);
  });

  test('of the same words a month later are another story', () => {
    expect(groups([wire('a', '2019-05-01', QUAKE), wire('b', '2019-06-01', QUAKE)])).toEqual(['a', 'b']);
  });

  test('without dates are compared with each other', () => {
    expect(groups([wire('a', '', QUAKE), wire('b', '', QUAKE), wire('c', '', STRIKE)])).toEqual(['a b', 'c']);
  });
});

test('names and numbers tell apart what is otherwise told in the same words', () => {
  const plain = ['quake', 'struck', 'coast', 'houses', 'collapsed', 'people', 'fled', 'homes', 'tremor', 'officials'];
  const text = (names: readonly string[]) => ({
    features: {
      terms: Object.fromEntries([...plain, ...names].map((word) => [word, 1])),
      proper: names.filter((name) => /[a-z]/.test(name)),
      lead: [],
      names: [],
      dates: [],
      shingles: [],
    },
  });
  const one = ['alba', 'brea', 'monday', '61', '2317'];
  const two = ['dora', 'esta', 'friday', '45', '870'];
  const others = Array.from({ length: 30 }, (_, n) => text([`other${n}`, `place${n}`, `${n}00`]));
  const found = groupTexts([text(one), text(one), text(two), text(two), ...others]).slice(0, 2);
  expect(found).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

describe('chains', () => {
  const chainsOf = (reports: readonly CodedReport[]): string[] =>
    clusterStories(reports).flatMap((story) => story.chains.map(({ type, from, to }) => `${to} ${type} of ${from}`));

  test('an update, a correction and a retraction of one outlet follow the report that is most like them', () => {
    expect(
      chainsOf([
        wire('a', '2019-05-01T08:00Z', QUAKE),
        wire('b', '2019-05-01T09:00Z', `${QUAKE} toll`, { slugs: ['RECASTS'] }),
        wire('c', '2019-05-01T10:00Z', `${QUAKE} toll mayor`, { slugs: ['CORRECTS'] }),
        wire('d', '2019-05-01T11:00Z', `${QUAKE} toll mayor`, { slugs: ['WITHDRAWN'] }),
      ]),
    ).toEqual(['b update of a', 'c correction of b', 'd retraction of c']);
  });

  test("another outlet's report is no earlier take", () => {
    expect(
      chainsOf([
        wire('a', '2019-05-01T08:00Z', QUAKE, { outlet: 'One' }),
        wire('b', '2019-05-01T09:00Z', QUAKE, { outlet: 'Two', slugs: ['RECASTS'] }),
      ]),
    ).toEqual([]);
  });

  test('a text that stands in two outlets is a copy', () => {
    const sentence =
      'The island council said on Monday that the harbour would stay closed until the sea wall is mended';
    const whole = `${sentence} and that fishing boats may land their catch at the northern pier instead.`;
    const options = (outlet: string, text: string) => ({ outlet, shingles: shinglesOf(wordsOf(text)) });
    expect(
      chainsOf([
        wire('a', '2019-05-01T08:00Z', QUAKE, options('One', whole)),
        wire('b', '2019-05-01T09:00Z', QUAKE, options('Two', whole)),
        wire('c', '2019-05-01T10:00Z', QUAKE, options('Three', whole.split(' ').toReversed().join(' '))),
      ]),
    ).toEqual(['b copy of a']);
  });
});

describe.each([
  ['all together', 3000],
  ['week by week', 0],
])('a book that groups reports %s', (_, few) => {
  const reports = [
    wire('a', '2019-05-01', QUAKE),
    wire('b', '2019-05-06', QUAKE),
    wire('c', '2019-05-09', STRIKE),
    wire('d', '2019-05-11', `${QUAKE} ${STRIKE}`),
    wire('e', '2019-05-14', STRIKE),
    wire('f', '', QUAKE),
  ];
  const bookOf = (all: readonly CodedReport[]) => {
    const book = createStoryBook(few);
    for (const { card } of all) {
      addStoryCard(book, card);
      storiesIn(book);
    }
    return book;
  };

  test('tells the same after they came and went in any order', () => {
    const book = bookOf(reports.toReversed());
    expect(storiesIn(book)).toEqual(storiesIn(bookOf(reports)));
    dropStoryCard(book, reports[1]!.card);
    dropStoryCard(book, reports[1]!.card);
    expect(storiesIn(book)).toEqual(storiesIn(bookOf(reports.filter(({ card }) => card.id !== 'b'))));
  });

  test('lets reports meet across the turn of a week, whichever day that is', () => {
    for (let day = 10; day < 24; day++) {
      const two = [wire('a', `2019-05-${day}`, QUAKE), wire('b', `2019-05-${day + 1}`, QUAKE)];
      expect(
        storiesIn(bookOf(two)).map((story) => story.reports),
        `2019-05-${day}`,
      ).toEqual([['a', 'b']]);
    }
  });
});

test('a book that outgrows its limit and shrinks again tells what a new one does', () => {
  const words = [QUAKE, STRIKE, `${QUAKE} aid`, `${STRIKE} court`];
  const reports = Array.from({ length: 12 }, (_, n) =>
    wire(`r${n}`, `2019-05-${String(1 + ((n * 5) % 28)).padStart(2, '0')}`, words[n % 4]!),
  );
  const book = createStoryBook(6);
  const kept: CodedReport[] = [];
  const check = (): void => {
    const fresh = createStoryBook(6);
    for (const { card } of kept) addStoryCard(fresh, card);
    expect(storiesIn(book)).toEqual(storiesIn(fresh));
  };
  for (const one of reports) {
    addStoryCard(book, one.card);
    kept.push(one);
    check();
  }
  while (kept.length > 2) {
    dropStoryCard(book, kept.splice(kept.length >> 1, 1)[0]!.card);
    check();
  }
});
