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
  result: Result | undefined;
}

interface Dated {
  readonly card: ReportCard;
  readonly day: number | undefined;
}

interface Result {
  readonly stories: readonly Story[];
  /** Reports of the next week that these stories took. */
  readonly taken: ReadonlySet<string>;
}

export interface StoryBook {
  readonly few: number;
  readonly weeks: Map<number, Week>;
  /** Stories by id, as they were told last. */
  readonly told: Map<string, Story>;
  /** Weeks of which the stories can be others now. */
  readonly stale: Set<number>;
  /** Whether all reports were grouped together when they were told last. */
  isWhole: boolean;
  size: number;
  /** Ids of stories that came, went or were told anew since somebody last asked; undefined while nobody does. */
  touched: Set<string> | undefined;
}

const FEW = 3000;

const DAYS = 7;
/** Undated reports stand in a week of their own. */
const UNDATED = Number.MIN_SAFE_INTEGER;

/** An empty book; up to `few` reports are grouped all together. */
export const createStoryBook = (few = FEW): StoryBook => ({
  few,
  weeks: new Map(),
  told: new Map(),
  stale: new Set(),
  isWhole: true,
  size: 0,
  touched: undefined,
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
  if (entry === undefined) book.weeks.set(week, (entry = { cards: new Map(), result: undefined }));
  if (!entry.cards.has(card.id)) book.size++;
  entry.cards.set(card.id, { card, day });
  spoil(book, week);
}

/** Takes a report out again. */
export function dropStoryCard(book: StoryBook, card: ReportCard): void {
  const { week } = placeOf(card);
  if (book.weeks.get(week)?.cards.delete(card.id) !== true) return;
  spoil(book, week);
  book.size--;
}

/** A week is grouped with the one after it. */
function spoil(book: StoryBook, week: number): void {
  book.stale.add(week);
  if (week !== UNDATED) book.stale.add(week - 1);
}

/** All stories by id, each report in one. */
export function storiesIn(book: StoryBook): readonly Story[] {
  tellStories(book);
  return [...book.told.values()].sort((a, b) => byText(a.id, b.id));
}

/** Brings `told` up to date. */
export function tellStories(book: StoryBook): void {
  if (book.stale.size === 0) return;
  if (book.size <= book.few) tellWhole(book);
  else tellWeeks(book);
  book.stale.clear();
}

function tellWhole(book: StoryBook): void {
  for (const story of book.told.values()) untell(book, story);
  const cards = [...book.weeks.values()].flatMap((week) => [...week.cards.values()]);
  for (const story of groupsOf(cards, []).stories) tell(book, story);
  book.isWhole = true;
}

/** In the order of time: what a week took of the next one is left to it. */
function tellWeeks(book: StoryBook): void {
  if (book.isWhole) {
    for (const story of book.told.values()) untell(book, story);
    for (const [number, week] of book.weeks) {
      week.result = undefined;
      book.stale.add(number);
    }
    book.isWhole = false;
  }
  const waiting = [...book.stale].sort((a, b) => a - b);
  for (let at = 0; at < waiting.length; at++) {
    const number = waiting[at]!;
    const week = book.weeks.get(number);
    if (week === undefined || !tellWeek(book, number, week)) continue;
    if (book.weeks.has(number + 1) && waiting[at + 1] !== number + 1) waiting.splice(at + 1, 0, number + 1);
  }
}

/** Tells a week anew; true when it takes other reports of the next one than before. */
function tellWeek(book: StoryBook, number: number, week: Week): boolean {
  const before = week.result;
  for (const story of before?.stories ?? []) untell(book, story);
  const taken = book.weeks.get(number - 1)?.result?.taken ?? NONE;
  const free = [...week.cards.values()].filter(({ card }) => !taken.has(card.id));
  const next = number === UNDATED ? undefined : book.weeks.get(number + 1);
  week.result = groupsOf(free, [...(next?.cards.values() ?? [])]);
  for (const story of week.result.stories) tell(book, story);
  return week.result.taken.symmetricDifference(before?.taken ?? NONE).size > 0;
}

const NONE: ReadonlySet<string> = new Set();

function tell(book: StoryBook, story: Story): void {
  book.told.set(story.id, story);
  book.touched?.add(story.id);
}

/** Another week may have told a story of that id since. */
function untell(book: StoryBook, story: Story): void {
  if (book.told.get(story.id) === story) book.told.delete(story.id);
  book.touched?.add(story.id);
}

/** The stories that begin in a week; those that lie wholly in the next one are left to it. */
function groupsOf(free: readonly Dated[], next: readonly Dated[]): { stories: Story[]; taken: Set<string> } {
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
