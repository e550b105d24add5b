/** Makes the mentions out of expressions, in order of the text, since a date can lean on the one before it. */
import { twoDigits } from '../../model/calendar.ts';
import type { DayNumber } from '../../model/calendar.ts';
import type { Doc, TimeMention } from '../../model/doc.ts';
import type { Anchor } from './anchor.ts';
import { directionOf, sentenceAt } from './direction.ts';
import type { Direction } from './direction.ts';
import { durationOf } from './expression.ts';
import type { Clock, Expression, When } from './expression.ts';
import { intervalOf, stretchOf } from './interval.ts';
import { resolveDate } from './resolve.ts';
import type { Context, Resolved, Spoken } from './resolved.ts';
import { normAt } from './scan.ts';
import type { Scan } from './scan.ts';
import { zoneOf } from './zone-of.ts';

/** What is carried from one mention to the next. */
interface Told {
  spoken?: Spoken;
  /** Where the last date exact to the day stands. */
  at?: number;
  day?: DayNumber;
}

/** The mentions of all expressions; one whose date does not exist ("February 30") is dropped. */
export function mentionsOf(doc: Doc, scan: Scan, anchor: Anchor, expressions: readonly Expression[]): TimeMention[] {
  const mentions: TimeMention[] = [];
  const told: Told = {};
  for (let at = 0; at < expressions.length; at++) {
    const expression = expressions[at]!;
    if (isNoFuture(doc, scan, expression)) continue;
    const mention =
      expression.kind === 'when'
        ? fromWhen(doc, scan, anchor, expressions, at, told)
        : plain(doc, scan, anchor, expression);
    if (mention !== undefined) mentions.push(mention);
  }
  return mentions;
}

/** "soon" in a tale of the past ("soon became") is no time to come. */
const isNoFuture = (doc: Doc, scan: Scan, expression: Expression): boolean =>
  expression.value === 'FUTURE_REF' &&
  expression.rule === 'soon' &&
  directionOf(doc, scan.times, expression) === 'past';

/** Lengths, sets and references: their value is in the words. */
function plain(doc: Doc, scan: Scan, anchor: Anchor, expression: Expression): TimeMention {
  const { start, end, rule, mod, length } = expression;
  const base = { start, end, rule, ...(mod === undefined ? {} : { mod }) };
  if (expression.kind !== 'length')
    return { ...base, type: expression.kind === 'set' ? 'SET' : 'DATE', value: expression.value! };
  const zone = length!.side === undefined ? undefined : zoneOf(doc, scan, anchor, expression);
  const stretch = anchor.day === undefined ? undefined : stretchOf(length!, anchor.day, anchor.minutes, zone?.zone);
  return { ...base, type: 'DURATION', value: length!.value, ...(stretch === undefined ? {} : { ...zone, ...stretch }) };
}

function fromWhen(
  doc: Doc,
  scan: Scan,
  anchor: Anchor,
  expressions: readonly Expression[],
  at: number,
  told: Told,
): TimeMention | undefined {
  const expression = expressions[at]!;
  const when = expression.when!;
  const context = contextOf(doc, scan, anchor, expressions, at, told);
  const date = dated(expression, context) ?? contextLength(expression);
  if (date === undefined) return undefined;
  note(told, date, expression);
  const { start, end, mod } = expression;
  if (date.value.startsWith('P')) return { start, end, type: 'DURATION', value: date.value, rule: expression.rule };
  const value = withTime(date, when);
  const zone = zoneOf(doc, scan, anchor, expression);
  const interval = intervalOf(value, mod, zone?.zone, isNightBefore(expression, date.day, context));
  const stated = interval === undefined && zone?.zoneBasis !== 'stated' ? undefined : zone;
  return {
    start,
    end,
    type: value.includes('T') ? 'TIME' : 'DATE',
    value,
    ...(mod === undefined ? {} : { mod }),
    ...stated,
    ...interval,
    rule: expression.rule,
  };
}

function note(told: Told, date: Resolved, expression: Expression): void {
  if (date.spoken !== undefined) told.spoken = withMinutes(date.spoken, expression.when?.clock);
  if (date.day === undefined) return;
  told.day = date.day;
  told.at = expression.start;
}

const withMinutes = (spoken: Spoken, clock: Clock | undefined): Spoken =>
  clock === undefined ? spoken : { ...spoken, minutes: clock.hour * 60 + (clock.minute ?? 0) };

/** "an hour later" with no clock before it is no more than an hour. */
function contextLength({ when }: Expression): Resolved | undefined {
  const shift = when?.shift;
  if (shift === undefined || (shift.unit !== 'hour' && shift.unit !== 'minute' && shift.unit !== 'second'))
    return undefined;
  return { value: durationOf(shift.unit, Math.abs(shift.n)) };
}

function contextOf(
  doc: Doc,
  scan: Scan,
  anchor: Anchor,
  expressions: readonly Expression[],
  at: number,
  told: Told,
): Context {
  const expression = expressions[at]!;
  let direction: Direction | undefined;
  const context = {
    anchor,
    ...(told.spoken === undefined ? {} : { spoken: told.spoken }),
    direction: () => (direction ??= directionOf(doc, scan.times, expression)),
    adverbial: normAt(scan, expression.first - 1) === 'on' && normAt(scan, expression.last + 1) !== 's',
  };
  const near = isDateless(expression.when!) ? nearDay(doc, context, expressions, at, told) : undefined;
  return near === undefined ? context : { ...context, near };
}

const isDateless = (when: When): boolean =>
  when.shift === undefined && when.weekday === undefined && when.month === undefined && when.holiday === undefined;

/** How many times are looked through for the day of a clock before them. */
const AHEAD = 6;

/** The day that a bare clock or "at night" belongs to: told in its sentence or the one before, else the day of the report. */
function nearDay(
  doc: Doc,
  context: Context,
  expressions: readonly Expression[],
  at: number,
  told: Told,
): DayNumber | undefined {
  const { start, rule } = expressions[at]!;
  const here = sentenceAt(doc.sentences, start);
  const sentence = doc.sentences[here];
  if (sentence === undefined || rule === 'at-night') return context.anchor.day;
  if (told.at !== undefined && told.at >= sentence.start) return told.day;
  for (let next = at + 1; next <= at + AHEAD && (expressions[next]?.start ?? sentence.end) < sentence.end; next++) {
    const when = expressions[next]!.when;
    if (when !== undefined && !isDateless(when)) {
      const day = resolveDate(when, context)?.day;
      if (day !== undefined) return day;
    }
  }
  const before = doc.sentences[here - 1];
  if (
    told.at !== undefined &&
    before !== undefined &&
    before.paragraph === sentence.paragraph &&
    told.at >= before.start
  )
    return told.day;
  return context.anchor.day;
}

/** The date of an expression; "overnight" of what is to come begins this evening, a midnight to come ends this day. */
function dated(expression: Expression, context: Context): Resolved | undefined {
  const when = expression.when!;
  const { day } = context.anchor;
  if (expression.rule === 'overnight' && day !== undefined && context.direction() === 'future')
    return resolveDate({ ...when, shift: { unit: 'day', n: 0, from: 'published' } }, context);
  if (
    expression.rule === 'named-hour' &&
    when.clock?.hour === 0 &&
    context.near !== undefined &&
    context.near === day &&
    context.direction() === 'future'
  )
    return resolveDate(when, { ...context, near: context.near + 1 });
  // "they hide at night" tells of no night in particular
  if (expression.rule === 'at-night' && context.direction() === 'none') return { value: 'XXXX-XX-XX' };
  return resolveDate(when, context);
}

/**
 * "The night of September 13" told on that day in the past tense is the night that ended that morning: a report
 * cannot tell the night to come as past. Told later, it is the night that began on that day. The same goes for
 * "this night" and "at night". "Friday night" is always the night that begins on Friday.
 */
function isNightBefore({ rule }: Expression, day: DayNumber | undefined, context: Context): boolean {
  if (rule !== 'night-of' && rule !== 'this-night' && rule !== 'at-night') return false;
  return day !== undefined && day === context.anchor.day && context.direction() !== 'future';
}

function withTime(date: Resolved, when: When): string {
  if (date.day === undefined && !date.value.startsWith('XXXX-')) return date.value;
  if (date.value.includes('T') || date.value.includes('/')) return date.value;
  if (when.clock !== undefined) {
    const from = `${date.value}T${clockText(when.clock)}`;
    return when.endClock === undefined ? from : `${from}/${date.value}T${clockText(when.endClock)}`;
  }
  return when.part === undefined ? date.value : `${date.value}T${when.part}`;
}

const clockText = ({ hour, minute, second }: Clock): string =>
  `${twoDigits(hour)}:${twoDigits(minute ?? 0)}${second === undefined ? '' : `:${twoDigits(second)}`}`;
