/** What a time is read against: the report around it, and the times told before it. Carried along by `mentionsOf`. */
import type { DayNumber } from '../../model/calendar.ts';
import type { Doc } from '../../model/doc.ts';
import type { Anchor } from './anchor.ts';
import { directionOf, sentenceAt } from './direction.ts';
import type { Direction } from './direction.ts';
import type { Clock, Expression, When } from './expression.ts';
import { resolveDate } from './resolve.ts';
import type { Context, Resolved, Spoken } from './resolved.ts';
import { normAt } from './scan.ts';
import type { Scan } from './scan.ts';

/** The report as its times are read, from the first to the last. */
export interface Telling {
  readonly doc: Doc;
  readonly scan: Scan;
  readonly anchor: Anchor;
  readonly expressions: readonly Expression[];
  /** What was told so far; changes as the reading goes on. */
  readonly told: Told;
}

/** What is carried from one mention to the next. */
interface Told {
  spoken?: Spoken;
  /** Where the last date exact to the day stands. */
  at?: number;
  day?: DayNumber;
}

/** Keeps the date of an expression for those behind it. */
export function note({ told }: Telling, date: Resolved, expression: Expression): void {
  if (date.spoken !== undefined) told.spoken = withMinutes(date.spoken, expression.when?.clock);
  if (date.day === undefined) return;
  told.day = date.day;
  told.at = expression.start;
}

const withMinutes = (spoken: Spoken, clock: Clock | undefined): Spoken =>
  clock === undefined ? spoken : { ...spoken, minutes: clock.hour * 60 + (clock.minute ?? 0) };

/** The context of expression `at`, which is a time to resolve. */
export function contextOf(telling: Telling, at: number): Context {
  const { doc, scan, anchor, expressions, told } = telling;
  const expression = expressions[at]!;
  let direction: Direction | undefined;
  const context = {
    anchor,
    ...(told.spoken === undefined ? {} : { spoken: told.spoken }),
    direction: () => (direction ??= directionOf(doc, scan.times, expression)),
    adverbial: normAt(scan, expression.first - 1) === 'on' && normAt(scan, expression.last + 1) !== 's',
  };
  const near = isDateless(expression.when!) ? nearDay(telling, context, at) : undefined;
  return near === undefined ? context : { ...context, near };
}

const isDateless = (when: When): boolean =>
  when.shift === undefined && when.weekday === undefined && when.month === undefined && when.holiday === undefined;

/** The day that a bare clock or "at night" belongs to: told in its sentence or the one before, else the day of the report. */
function nearDay(telling: Telling, context: Context, at: number): DayNumber | undefined {
  const { doc, expressions, told } = telling;
  const { start, rule } = expressions[at]!;
  const here = sentenceAt(doc.sentences, start);
  const sentence = doc.sentences[here];
  if (sentence === undefined || rule === 'at-night') return context.anchor.day;
  if (told.at !== undefined && told.at >= sentence.start) return told.day;
  const ahead = dayAhead(expressions, context, at, sentence.end);
  if (ahead !== undefined) return ahead;
  const before = doc.sentences[here - 1];
  const isTold = told.at !== undefined && before?.paragraph === sentence.paragraph && told.at >= before.start;
  return isTold ? told.day : context.anchor.day;
}

/** How many times are looked through for the day of a clock before them. */
const AHEAD = 6;

/** The first day told behind expression `at` in its sentence. */
function dayAhead(
  expressions: readonly Expression[],
  context: Context,
  at: number,
  end: number,
): DayNumber | undefined {
  for (let next = at + 1; next <= at + AHEAD && (expressions[next]?.start ?? end) < end; next++) {
    const { when } = expressions[next]!;
    const day = when === undefined || isDateless(when) ? undefined : resolveDate(when, context)?.day;
    if (day !== undefined) return day;
  }
  return undefined;
}
