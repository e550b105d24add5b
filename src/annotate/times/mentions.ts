/** Makes the mentions out of expressions, in order of the text, since a date can lean on the one before it. */
import { twoDigits } from '../../model/calendar.ts';
import type { DayNumber } from '../../model/calendar.ts';
import type { Doc, TimeMention } from '../../model/doc.ts';
import type { Anchor } from './anchor.ts';
import { directionOf } from './direction.ts';
import { durationOf } from './expression.ts';
import type { Clock, Expression, When } from './expression.ts';
import { intervalOf, stretchOf, type Interval } from './interval.ts';
import { resolveDate } from './resolve.ts';
import type { Context, Resolved } from './resolved.ts';
import type { Scan } from './scan.ts';
import { contextOf, note } from './telling.ts';
import type { Telling } from './telling.ts';
import { zoneOf, type ZoneFound } from './zone-of.ts';

/** The mentions of all expressions; one whose date does not exist ("February 30") is dropped. */
export function mentionsOf(doc: Doc, scan: Scan, anchor: Anchor, expressions: readonly Expression[]): TimeMention[] {
  const mentions: TimeMention[] = [];
  const telling: Telling = { doc, scan, anchor, expressions, told: {} };
  for (let at = 0; at < expressions.length; at++) {
    const expression = expressions[at]!;
    if (isNoFuture(telling, expression)) continue;
    const mention = expression.kind === 'when' ? fromWhen(telling, at) : plain(telling, expression);
    if (mention !== undefined) mentions.push(mention);
  }
  return mentions;
}

/** "soon" in a tale of the past ("soon became") is no time to come. */
const isNoFuture = ({ doc, scan }: Telling, expression: Expression): boolean =>
  expression.value === 'FUTURE_REF' &&
  expression.rule === 'soon' &&
  directionOf(doc, scan.times, expression) === 'past';

/** Lengths, sets and references: their value is in the words. */
function plain({ doc, scan, anchor }: Telling, expression: Expression): TimeMention {
  const { length } = expression;
  if (expression.kind !== 'length')
    return mentionOf(expression, expression.kind === 'set' ? 'SET' : 'DATE', expression.value!);
  const zone = length!.side === undefined ? undefined : zoneOf(doc, scan, anchor, expression);
  const stretch = anchor.day === undefined ? undefined : stretchOf(length!, anchor.day, anchor.minutes, zone?.zone);
  return mentionOf(expression, 'DURATION', length!.value, stretch === undefined ? undefined : zone, stretch);
}

function fromWhen(telling: Telling, at: number): TimeMention | undefined {
  const expression = telling.expressions[at]!;
  const context = contextOf(telling, at);
  const date = dated(expression, context) ?? contextLength(expression);
  if (date === undefined) return undefined;
  note(telling, date, expression);
  const { mod } = expression;
  if (date.value.startsWith('P')) return mentionOf(withoutMod(expression), 'DURATION', date.value);
  const value = withTime(date, expression.when!);
  const type = value.includes('T') ? 'TIME' : 'DATE';
  const zone = zoneOf(telling.doc, telling.scan, telling.anchor, expression);
  const interval = intervalOf(value, mod, zone?.zone, isNightBefore(expression, date.day, context));
  const shown = interval === undefined && zone?.zoneBasis !== 'stated' ? undefined : zone;
  return mentionOf(expression, type, value, shown, interval);
}

const withoutMod = ({ mod: _, ...expression }: Expression): Expression => expression;

function mentionOf(
  { start, end, rule, mod }: Expression,
  type: TimeMention['type'],
  value: string,
  zone?: ZoneFound,
  interval?: Interval,
): TimeMention {
  return {
    start,
    end,
    type,
    value,
    rule,
    mod,
    zone: zone?.zone,
    zoneBasis: zone?.zoneBasis,
    earliest: interval?.earliest,
    latest: interval?.latest,
  };
}

/** "an hour later" with no clock before it is no more than an hour. */
function contextLength({ when }: Expression): Resolved | undefined {
  const shift = when?.shift;
  if (shift === undefined || (shift.unit !== 'hour' && shift.unit !== 'minute' && shift.unit !== 'second'))
    return undefined;
  return { value: durationOf(shift.unit, Math.abs(shift.n)) };
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

/** Minute of the day from which a report can tell of its own night. */
const EVENING = 20 * 60;

/**
 * "The night of September 13" told on that day in the past tense is the night that ended that morning: a report
 * cannot tell the night to come as past. Told later, it is the night that began on that day. The same goes for
 * "this night" and "at night". "Friday night" is always the night that begins on Friday, and a report that is itself
 * dated to the evening may tell of the night that has begun.
 */
function isNightBefore({ rule }: Expression, day: DayNumber | undefined, context: Context): boolean {
  if (rule !== 'night-of' && rule !== 'this-night' && rule !== 'at-night') return false;
  if ((context.anchor.minutes ?? 0) >= EVENING) return false;
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
