/**
 * Keeps reports by week. A few thousand are grouped all together. More are grouped week by week, each with the one
 * after it: what is rare is then told by the news of those days, a story runs for two weeks at most, and a new report
 * touches only the weeks around it; undated reports are compared with each other.
 */
import type { ReportCard, Story } from '../../model/ledger.ts';
import { publicationOf } from '../item.ts';
import { byText } from '../keys.ts';
import { dayNumber } from '../time.ts';
import { groupTexts } from './group.ts';
import { storyOf } from './story.ts';

interface Week {
  readonly cards: Map<string, Dated>;
  /** Grows when a report comes or goes. */
  revision: number;
  result: Result | undefined;
}

interface Dated {
  readonly card: ReportCard;
  readonly day: number | undefined;
}

interface Result {
  /** What it was made from: revisions of this week and the next, and the reports that were already told. */
  readonly from: string;
  readonly stories: readonly Story[];
  /** Reports of the next week that these stories took. */
  readonly taken: ReadonlySet<string>;
}

export interface StoryBook {
  readonly few: number;
  readonly weeks: Map<number, Week>;
  /** The stories of all reports together, while there are few, and the revision of the book that they are of. */
  all: { readonly revision: number; readonly stories: readonly Story[] } | undefined;
  revision: number;
  size: number;
}

const FEW = 3000;

const DAYS = 7;
/** Undated reports stand in a week of their own. */
const UNDATED = Number.MIN_SAFE_INTEGER;

/** An empty book; up to `few` reports are grouped all together. */
export const createStoryBook = (few = FEW): StoryBook => ({
  few,
  weeks: new Map(),
  all: undefined,
  revision: 0,
  size: 0,
});

const placeOf = (card: ReportCard): { readonly week: number; readonly day: number | undefined } => {
  const pub = publicationOf(card);
  if (pub === undefined) return { week: UNDATED, day: undefined };
  const day = dayNumber(pub.lo);
  return { week: Math.floor(day / DAYS), day };
};

/** Takes a report in. */
export function addStoryCard(book: StoryBook, card: ReportCard): void {
  const { week, day } = placeOf(card);
  let entry = book.weeks.get(week);
  if (entry === undefined) book.weeks.set(week, (entry = { cards: new Map(), revision: 0, result: undefined }));
  if (!entry.cards.has(card.id)) book.size++;
  entry.cards.set(card.id, { card, day });
  entry.revision++;
  book.revision++;
}

/** Takes a report out again. */
export function dropStoryCard(book: StoryBook, card: ReportCard): void {
  const entry = book.weeks.get(placeOf(card).week);
  if (entry?.cards.delete(card.id) !== true) return;
  entry.revision++;
  book.revision++;
  book.size--;
}

/** All stories by id, each report in one. */
export function storiesIn(book: StoryBook): readonly Story[] {
  if (book.size > book.few) return byWeek(book);
  if (book.all?.revision !== book.revision) {
    const cards = [...book.weeks.values()].flatMap((week) => [...week.cards.values()]);
    const { stories } = tell(cards, []);
    book.all = { revision: book.revision, stories: stories.sort((a, b) => byText(a.id, b.id)) };
  }
  return book.all.stories;
}

function byWeek(book: StoryBook): Story[] {
  const stories: Story[] = [];
  let taken: ReadonlySet<string> = new Set();
  for (const number of [...book.weeks.keys()].sort((a, b) => a - b)) {
    const result = resultOf(book, number, taken);
    stories.push(...result.stories);
    taken = result.taken;
  }
  return stories.sort((a, b) => byText(a.id, b.id));
}

function resultOf(book: StoryBook, number: number, told: ReadonlySet<string>): Result {
  const week = book.weeks.get(number)!;
  const next = number === UNDATED ? undefined : book.weeks.get(number + 1);
  const free = [...week.cards.values()].filter(({ card }) => !told.has(card.id));
  const gone = free.length === week.cards.size ? '' : [...told].sort(byText).join(' ');
  const from = `${week.revision} ${next?.revision ?? -1} ${gone}`;
  if (week.result?.from === from) return week.result;
  week.result = { from, ...tell(free, [...(next?.cards.values() ?? [])]) };
  return week.result;
}

/** The stories that begin in a week; those that lie wholly in the next one are left to it. */
function tell(free: readonly Dated[], next: readonly Dated[]): { stories: Story[]; taken: Set<string> } {
  const own = new Set(free.map(({ card }) => card.id));
  const all = [...free, ...next].sort((a, b) => byText(a.card.id, b.card.id));
  const texts = all.map(({ card, day }) => ({ features: card.features, ...(day === undefined ? {} : { day }) }));
  const stories: Story[] = [];
  const taken = new Set<string>();
  for (const group of groupTexts(texts)) {
    const cards = group.map((at) => all[at]!.card);
    if (!cards.some((card) => own.has(card.id))) continue;
    stories.push(storyOf(cards));
    for (const card of cards) if (!own.has(card.id)) taken.add(card.id);
  }
  return { stories, taken };
}
