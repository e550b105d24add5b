/** Finds what dates a report from within: dates with their year, told as past or as coming, and the weekdays of its telling. */
import type { TimeLexicon, TimeWord } from '../../lexicon/times.ts';
import { wordsOf } from '../../lexicon/words.ts';
import { dayNumber, daysInMonth, isCivil } from '../../model/calendar.ts';
import type { DayNumber } from '../../model/calendar.ts';
import type { Word } from '../../model/doc.ts';
import type { Span } from '../../model/span.ts';

/** A date with its year: the days that it can be, and the side of the report that its words put it on. */
export interface DatedWords extends Span {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly side: 'past' | 'ahead' | 'open';
  /** The date of something made: "the statement of November 26, 2021". */
  readonly made?: boolean;
}

/** A weekday of the telling: "said on Tuesday". With a date behind it, "Tuesday, September 13", it is exact. */
export interface ToldWeekday extends Span {
  readonly weekday: number;
  readonly month?: number;
  readonly day?: number;
}

export interface Evidence {
  readonly dates: readonly DatedWords[];
  /** Years told as past without a month: too vague to bound a report, good enough to contradict a date before them. */
  readonly years: readonly number[];
  readonly weekdays: readonly ToldWeekday[];
}

/** A reader of one stretch of text. */
interface Reader {
  readonly text: string;
  readonly words: readonly Word[];
  readonly times: TimeLexicon;
}

/** The evidence in `body`, with spans into `text`. */
export function findEvidence(text: string, body: Span, times: TimeLexicon): Evidence {
  const part = text.slice(body.start, body.end);
  const words = wordsOf(part).map((word) => ({ ...word, start: word.start + body.start, end: word.end + body.start }));
  const reader: Reader = { text, words, times };
  const dates: DatedWords[] = [];
  const weekdays: ToldWeekday[] = [];
  const years: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const date = dateFrom(reader, at);
    if (date !== undefined) dates.push(date);
    const year = yearAlone(reader, at);
    if (year !== undefined) years.push(year);
    const weekday = known(reader, at)?.weekday === undefined ? undefined : toldWeekday(reader, at);
    if (weekday !== undefined) weekdays.push(weekday);
  }
  return { dates, years, weekdays };
}

const known = ({ words, times }: Reader, at: number): TimeWord | undefined => {
  const word = words[at];
  return word === undefined ? undefined : times.words.get(word.norm);
};

const number = ({ words }: Reader, at: number, pattern: RegExp): number | undefined => {
  const norm = words[at]?.norm;
  return norm !== undefined && pattern.test(norm) ? Number(/^\d+/.exec(norm)![0]) : undefined;
};

const YEAR = /^(?:19|20)\d\d$/;
const DAY = /^\d{1,2}(?:st|nd|rd|th)?$/;

/**
 * The date with its year that begins at word `at`: "November 26, 2021", "26 November 2021", "November 2021". A year
 * alone tells too little: half of them lie far back, and plans name them as often as tales.
 */
function dateFrom(reader: Reader, at: number): DatedWords | undefined {
  const month = monthAt(reader, at);
  if (month !== undefined) return fromMonth(reader, at, month);
  const day = number(reader, at, DAY);
  const behind = day === undefined ? undefined : monthAt(reader, at + 1);
  const year = behind === undefined ? undefined : number(reader, at + 2, YEAR);
  if (
    day !== undefined &&
    behind !== undefined &&
    year !== undefined &&
    isNear(reader, at, 2) &&
    isCivil(year, behind, day)
  )
    return dated(reader, at, at + 2, dayNumber(year, behind, day), dayNumber(year, behind, day));
  return undefined;
}

function fromMonth(reader: Reader, at: number, month: number): DatedWords | undefined {
  const day = number(reader, at + 1, DAY);
  const year = number(reader, at + 2, YEAR);
  if (day !== undefined && year !== undefined && isNear(reader, at, 2)) {
    if (!isCivil(year, month, day)) return undefined;
    return dated(reader, at, at + 2, dayNumber(year, month, day), dayNumber(year, month, day));
  }
  const next = number(reader, at + 1, YEAR);
  if (next === undefined || !isNear(reader, at, 1) || DAY.test(reader.words[at - 1]?.norm ?? '')) return undefined;
  return dated(reader, at, at + 1, dayNumber(next, month, 1), dayNumber(next, month, daysInMonth(next, month)));
}

/** "in 2021", "since 2021". */
function yearAlone(reader: Reader, at: number): number | undefined {
  const year = number(reader, at, YEAR);
  const lead = reader.words[at - 1]?.norm;
  if (year === undefined || (lead !== 'in' && lead !== 'since') || known(reader, at + 1)?.counted !== undefined)
    return undefined;
  return sideOf(reader, at) === 'past' ? year : undefined;
}

function monthAt(reader: Reader, at: number): number | undefined {
  const word = reader.words[at];
  const month = known(reader, at)?.month;
  if (word === undefined || month === undefined) return undefined;
  const initial = reader.text[word.start]!;
  return initial === initial.toLowerCase() ? undefined : month.n;
}

/** Whether `count` words behind word `at` follow each other with no more than a comma, a stop or a space between. */
function isNear({ text, words }: Reader, at: number, count: number): boolean {
  for (let next = at; next < at + count; next++)
    if (!/^[\s.,]{1,3}$/.test(text.slice(words[next]!.end, words[next + 1]!.start))) return false;
  return true;
}

function dated(reader: Reader, first: number, last: number, from: DayNumber, to: DayNumber): DatedWords {
  const span = { start: reader.words[first]!.start, end: reader.words[last]!.end, first: from, last: to };
  return isOfDocument(reader, first) ? { ...span, side: 'past', made: true } : { ...span, side: sideOf(reader, first) };
}

/** How far back the words that tell the side of a date are looked for. */
const REACH = 10;

/** Past unless a word before it in its sentence says otherwise: "will be held on", "until". */
function sideOf(reader: Reader, at: number): DatedWords['side'] {
  for (let back = at - 1; back >= 0 && back >= at - REACH; back--) {
    if (endsSentence(reader, back)) return 'past';
    const word = known(reader, back);
    if (word?.ahead !== undefined) return 'ahead';
    if (word?.open !== undefined) return 'open';
  }
  return 'past';
}

/** "the statements of November 9, 2020 and November 26, 2021": a thing that has a date has been made. */
function isOfDocument(reader: Reader, at: number): boolean {
  let back = at - 1;
  while (back >= 0 && back >= at - REACH && isOfList(reader, back)) back--;
  const lead = reader.words[back]?.norm;
  if (lead === 'dated' || lead === 'signed') return true;
  return lead === 'of' && known(reader, back - 1)?.phaseEnd === undefined;
}

/** A word within a list of dates: a month, a number, "and", "as well as". */
function isOfList(reader: Reader, at: number): boolean {
  const norm = reader.words[at]!.norm;
  return /^\d/.test(norm) || norm === 'and' || norm === 'as' || norm === 'well' || monthAt(reader, at) !== undefined;
}

/** Whether a sentence ends behind word `at`; the stop of "Nov." ends none. */
function endsSentence(reader: Reader, at: number): boolean {
  const { text, words } = reader;
  const gap = text.slice(words[at]!.end, words[at + 1]?.start ?? text.length);
  return /[!?;]|\n\s*\n/.test(gap) || (/\.["\u201d']?\s/.test(gap) && known(reader, at)?.month === undefined);
}

/** A weekday that tells when the report was made: not "last Friday", not "every Friday", not one to come. */
function toldWeekday(reader: Reader, at: number): ToldWeekday | undefined {
  const { weekday } = known(reader, at)!;
  if (weekday!.plural === true || weekday!.short === true) return undefined;
  const before = known(reader, at - 1);
  if (before?.which !== undefined || before?.every !== undefined || isToCome(reader, at)) return undefined;
  const { start, end } = reader.words[at]!;
  if (/^['\u2019]s/.test(reader.text.slice(end, end + 2))) return undefined;
  const month = isNear(reader, at, reader.words[at + 1] === undefined ? 0 : 1) ? monthAt(reader, at + 1) : undefined;
  const day = month === undefined ? undefined : number(reader, at + 2, DAY);
  return { start, end, weekday: weekday!.n!, ...(month === undefined || day === undefined ? {} : { month, day }) };
}

/** "will meet Tuesday", "are to meet Tuesday", "talks due Tuesday". */
function isToCome(reader: Reader, at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - REACH; back--) {
    if (endsSentence(reader, back)) return false;
    const { norm } = reader.words[back]!;
    if (norm === 'said' || norm === 'told') return false;
    const word = known(reader, back);
    if (word?.ahead !== undefined || (norm === 'to' && isPlan(reader, back))) return true;
    if (back === at - 1 && norm !== 'from' && word?.open !== undefined) return true;
  }
  return false;
}

const BE = new Set(['is', 'are', 'was', 'were', 'set', 'due', 'plans', 'planned', 'ready', 'plan']);

const isPlan = ({ words }: Reader, to: number): boolean =>
  words[to + 1]?.norm === 'be' || BE.has(words[to - 1]?.norm ?? '');
