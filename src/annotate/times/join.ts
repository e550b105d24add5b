/** Joins neighbours that are one time: "Friday" + "night", "9:00 Moscow time" + "on September 13", "the night" + "of" a date. */
import type { Expression, When } from './expression.ts';
import type { Scan } from './scan.ts';
import { zoneAfter } from './rules/zone.ts';

/** What an expression brings along: clock, part of day, weekday, date, month, and so on. */
type Slot =
  | 'clock'
  | 'part'
  | 'day'
  | 'weekday'
  | 'date'
  | 'month'
  | 'year'
  | 'season'
  | 'feast'
  | 'week'
  | 'weekOf'
  | 'lastYear'
  | 'other';

const AT = new Set(['', ',', 'at', ', at', "'s", '\u2019s']);
const ON = new Set(['', ',', 'on', ', on', 'of']);
const OF = new Set(['of', 'on', 'of the', 'from', 'between']);
const IN = new Set(['', 'in the', 'at']);
const YEAR = new Set(['', 'of']);

/** What may stand between two kinds of expression that are one time. */
const JOINTS: Readonly<Record<string, ReadonlySet<string>>> = {
  'clock>weekday': ON,
  'clock>date': ON,
  'clock>day': ON,
  'clock>feast': ON,
  'part>weekday': new Set([...OF, '']),
  'part>date': OF,
  'part>feast': OF,
  'part>day': new Set(['of', '']),
  'weekday>part': IN,
  'date>part': IN,
  'day>part': IN,
  'feast>part': IN,
  'weekday>clock': AT,
  'date>clock': AT,
  'day>clock': AT,
  'feast>clock': AT,
  'weekday>date': new Set([',', '', 'the']),
  'weekday>week': new Set(['', 'of']),
  'month>lastYear': YEAR,
  'date>lastYear': YEAR,
  'season>lastYear': YEAR,
  'feast>lastYear': YEAR,
  'feast>year': new Set(['', ',', 'of']),
  'weekOf>date': new Set(['of']),
  'weekOf>month': new Set(['of']),
};

/** The expressions with neighbours joined, left to right; those that count only beside a neighbour are dropped. */
export function joinNeighbours(scan: Scan, expressions: readonly Expression[]): Expression[] {
  const joined: Expression[] = [];
  for (const expression of expressions) {
    const before = joined.at(-1);
    const one = before === undefined ? undefined : join(scan, before, expression);
    if (one === undefined) joined.push(expression);
    else joined[joined.length - 1] = one;
  }
  return joined.filter((expression) => expression.weak !== true);
}

function join(scan: Scan, a: Expression, b: Expression): Expression | undefined {
  if (b.when === undefined || b.start - a.end > 8) return undefined;
  const between = scan.text.slice(a.end, b.start);
  if (/\n\s*\n/.test(between)) return undefined;
  const joint = between.trim().toLowerCase();
  if (a.when === undefined) return offsetFrom(a, b, b.when, joint);
  if (joint === '' && between === '') return undefined;
  if (isNightTo(a, b.when, joint)) return { ...a, end: b.end, last: b.last };
  if (!fits(a.when, b.when, joint)) return undefined;
  const mod = a.mod ?? b.mod;
  const when = betweenDays({ ...a.when, ...b.when });
  const zone = when.clock !== undefined && when.zone === undefined ? zoneAfter(scan, b.last, b.end) : undefined;
  return {
    start: a.start,
    end: zone?.end ?? b.end,
    first: a.first,
    last: zone?.last ?? b.last,
    kind: 'when',
    when: zone === undefined ? when : { ...when, zone: zone.zone },
    ...(mod === undefined ? {} : { mod }),
    rule: nameOf(a, b, joint),
  };
}

/** "the night from Monday to Tuesday" is the one that begins on Monday. */
const isNightTo = (a: Expression, b: When, joint: string): boolean =>
  a.when?.part === 'NI' &&
  isDay(a.when) &&
  isDay(b) &&
  b.part === undefined &&
  b.clock === undefined &&
  NIGHT_TO.has(joint);

const NIGHT_TO = new Set(['to', 'and', 'into', '-', '–', 'to the']);

/** "two days after September 13", "the day before last Tuesday". */
function offsetFrom(a: Expression, b: Expression, when: When, joint: string): Expression | undefined {
  const { length } = a;
  if (length?.n === undefined || length.side !== undefined || !Number.isInteger(length.n)) return undefined;
  if ((joint !== 'before' && joint !== 'after') || !isDay(when) || when.clock !== undefined || when.part !== undefined)
    return undefined;
  const offset = { unit: length.unit, n: joint === 'after' ? length.n : -length.n };
  return { ...b, start: a.start, first: a.first, when: { ...when, offset }, rule: 'offset-from-date' };
}

/** The night of September 13-14 is the one that begins on the 13th. */
function betweenDays(when: When): When {
  if (when.part !== 'NI' || when.endDay === undefined || when.endDay !== (when.day ?? 0) + 1) return when;
  const { endDay: _end, ...night } = when;
  return night;
}

/** "the night of" a date keeps its own rule: which night that is depends on when it is told. */
const nameOf = (a: Expression, b: Expression, joint: string): string =>
  a.when?.part === 'NI' && joint === 'of' && b.when?.endDay === undefined
    ? 'night-of'
    : a.when?.clock === undefined && b.when?.clock === undefined
      ? 'date-with-part'
      : 'date-with-clock';

function fits(a: When, b: When, joint: string): boolean {
  const right = slotOf(b);
  if (JOINTS[`${slotOf(a)}>${right}`]?.has(joint) === true) return true;
  // "the night of Friday, Oct. 23": the weekday is in already
  if (a.weekday !== undefined && a.month === undefined && right === 'date') return joint === ',' || joint === '';
  // "Friday night at 9:30", "6 p.m. last night"
  if (right === 'clock' && a.part !== undefined && a.clock === undefined) return isDay(a) && AT.has(joint);
  if (a.clock !== undefined && !isDay(a) && b.part !== undefined && isDay(b)) return ON.has(joint);
  // "10 p.m. Friday night"
  return right === 'part' && a.clock !== undefined && a.part === undefined && isDay(a) && joint === '';
}

const isDay = (when: When): boolean =>
  when.weekday !== undefined || when.day !== undefined || when.shift?.unit === 'day' || when.holiday !== undefined;

function slotOf(when: When): Slot {
  if (when.weekOf === true) return when.month === undefined ? 'weekOf' : 'other';
  if (when.clock !== undefined || when.part !== undefined)
    return isDay(when) ? 'other' : when.part === undefined ? 'clock' : when.clock === undefined ? 'part' : 'other';
  if (when.holiday !== undefined) return when.year === undefined ? 'feast' : 'other';
  if (when.month !== undefined) return when.day !== undefined ? 'date' : when.year === undefined ? 'month' : 'other';
  if (when.weekday !== undefined) return 'weekday';
  if (when.season !== undefined) return when.year === undefined ? 'season' : 'other';
  if (when.shift !== undefined) return slotOfShift(when);
  return when.year !== undefined && when.endYear === undefined ? 'year' : 'other';
}

function slotOfShift({ shift }: When): Slot {
  if (shift?.unit === 'day') return 'day';
  if (shift?.unit === 'week') return 'week';
  return shift?.unit === 'year' ? 'lastYear' : 'other';
}
