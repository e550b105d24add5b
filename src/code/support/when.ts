/** When the thing itself happened: the time beside its words, in the zone of whoever tells it. */
import type { Clause, TimeMention, VerbGroup } from '../../model/doc.ts';
import type { Slot, TimeRef } from '../../model/record.ts';
import { dayNumber, daysInMonth } from '../../model/calendar.ts';
import { contains, indexAt, overlaps, type Span } from '../../model/span.ts';
import { clausesIn, sentenceOf, timesIn, verbOf, type CodeContext } from './context.ts';
import { timeSlot } from './slots.ts';

/** Verbs whose own time is that of the telling: "said on Tuesday that …". */
function isTelling(context: CodeContext, clause: Clause): boolean {
  return context.lexicons.cues.verbs.has(verbOf(context, clause).lemma);
}

const isPoint = ({ type, value }: TimeMention): boolean => (type === 'TIME' || type === 'DATE') && /^\d{4}/.test(value);
/** A clock time tells more than a day, a day more than a month. */
const detail = ({ value }: TimeMention): number => value.length;

/**
 * The time of what stands at `span`, told by `clause`: one inside the clause first, the most exact; then one of the
 * sentence that no other clause holds; a time beside the verb of telling is left to the telling.
 */
export function timeOf(context: CodeContext, span: Span, clause?: Clause): TimeMention | undefined {
  const { doc } = context;
  const isOpen = clause !== undefined && isPresentPerfect(verbOf(context, clause));
  const near = timesIn(context, clause ?? span).filter(
    (time) =>
      isPoint(time) &&
      !isNameOfInstrument(context, time) &&
      !isInRelative(context, time, span) &&
      !(isOpen && isRecalled(context, time)),
  );
  if (near.length > 0) return best(near);
  const own = yearBefore(context, span);
  if (own !== undefined) return own;
  const leading = clause === undefined ? undefined : timeBefore(context, clause);
  if (leading !== undefined) return leading;
  // "stormed the square on June 4 and fired on the crowd"
  if (clause?.role === 'coordinate' && clause.inheritedSubject && clause.parent !== undefined) {
    const shared = timesIn(context, doc.clauses[clause.parent]!).filter(
      (time) => isPoint(time) && !isNameOfInstrument(context, time) && !isInRelative(context, time, span),
    );
    if (shared.length > 0) return best(shared);
  }
  const sentence = sentenceOf(context, span);
  const rivals = (context.clausesBySentence[indexAt(doc.sentences, span.start)] ?? [])
    .map((index) => doc.clauses[index]!)
    .filter((other) => other !== clause);
  const free = timesIn(context, sentence).filter(
    (time) =>
      isPoint(time) &&
      !isNameOfInstrument(context, time) &&
      !(isOpen && isRecalled(context, time)) &&
      !rivals.some((other) => contains(other, time) && (isTelling(context, other) || !contains(other, span))),
  );
  return free.length === 0 ? undefined : best(free);
}

/** "the 1998 Lomar invasion": the year in the name that the report gives it. */
const yearBefore = (context: CodeContext, { start }: Span): TimeMention | undefined =>
  timesIn(context, { start: Math.max(0, start - NAME_REACH), end: start }).find(
    ({ end, value }) => /^\d{4}$/.test(value) && /^(?: [A-Z][\w-]*){0,2} $/.test(context.doc.text.slice(end, start)),
  );

/** Code units of a name between its year and its noun. */
const NAME_REACH = 32;

/** "until September 1996, when X took the town": the day that the clause goes on from. */
const timeBefore = (context: CodeContext, { marker, start, sentence }: Clause): TimeMention | undefined =>
  marker === 'when'
    ? timesIn(context, context.doc.sentences[sentence]!).find(
        (time) => isPoint(time) && time.end <= start && start - time.end < 3,
      )
    : undefined;

/** "have stepped up their attacks": what reaches into the present has no day long past. */
const isPresentPerfect = ({ tense, perfect }: VerbGroup): boolean => tense === 'present' && perfect;

/** "the town, which fell in June, was shelled": a relative clause has its own time. */
const isInRelative = (context: CodeContext, time: TimeMention, span: Span): boolean =>
  clausesIn(context, time).some(
    (clause) =>
      clause.role === 'relative' &&
      !contains(clause, span) &&
      (contains(clause, time) ||
        (clause.end <= time.start && time.start - clause.end < CLOSE && time.end <= span.start)),
  );

/** A time that ends a relative clause may stand a few words behind its last argument. */
const CLOSE = 12;

/** "the treaty of 1997": a date that names an agreement tells nothing of when. */
function isNameOfInstrument(context: CodeContext, time: TimeMention): boolean {
  const { instruments } = context.doc;
  const { start } = sentenceOf(context, time);
  for (let at = indexAt(instruments, start); at < instruments.length && instruments[at]!.start < time.end; at++) {
    const { dateSpan } = instruments[at]!;
    if (contains(instruments[at]!, time) || (dateSpan !== undefined && overlaps(dateSpan, time))) return true;
  }
  return false;
}

const best = (times: readonly TimeMention[]): TimeMention =>
  (times.find((time) => isYearsBefore(time, times)) ??
    times.toSorted((a, b) => detail(b) - detail(a) || a.start - b.start)[0])!;

/** "five years ago this week": the first of two that stand together says how far back. */
const isYearsBefore = ({ rule, end, value }: TimeMention, times: readonly TimeMention[]): boolean =>
  rule === 'shifted-unit' && value.length === 4 && times.some(({ start }) => start > end && start - end < 5);

export const timeSlotOf = (time: TimeMention | undefined): Slot<TimeRef> | undefined =>
  time === undefined ? undefined : timeSlot(time);

/** Days after which a happening is told as history. */
const LONG_AGO = 60;

/** Whether `time` lies so far before the report that the report recalls it. */
export function isRecalled({ doc }: CodeContext, time: TimeMention | undefined): boolean {
  const published = doc.article.published.value;
  const [then, now] = [
    time === undefined ? undefined : dayIn(time.value),
    published === undefined ? undefined : dayIn(published),
  ];
  return then !== undefined && now !== undefined && now - then > LONG_AGO;
}

/** What is told as done cannot lie in a month to come: "seized the town in June", told in December, was half a year before. */
export function isLongPast(context: CodeContext, time: TimeMention | undefined): boolean {
  if (time === undefined || isRecalled(context, time)) return time !== undefined;
  const published = context.doc.article.published.value;
  if (published === undefined) return false;
  // "early this year", told in November
  if (time.mod === 'START' && time.value === published.slice(0, 4))
    return isRecalled(context, { ...time, value: `${time.value}-${EARLY}` });
  if (!/^\d{4}-\d\d$/.test(time.value) || time.value <= published.slice(0, 7)) return false;
  return isRecalled(context, { ...time, value: `${Number(time.value.slice(0, 4)) - 1}${time.value.slice(4)}` });
}

/** The last month that is early in a year. */
const EARLY = '04';

/** Last day that an ISO prefix can mean: `2020` is its December 31. */
function dayIn(value: string): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const m = month === undefined ? 12 : Number(month);
  return dayNumber(Number(year), m, day === undefined ? daysInMonth(Number(year), m) : Number(day));
}
