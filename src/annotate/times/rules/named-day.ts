/** Days with a name of their own: "today", "tonight", "overnight", "the day before yesterday", feasts like "Easter". */
import type { TimeEntry } from '../../../lexicon/times.ts';
import type { Expression, Part, When } from '../expression.ts';
import { gapAfter, isCapitalised, knownAt, normAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';

/** The day that words `first` to `last` name by `entry`, which has the sense `day`. */
export function deicticDay(scan: Scan, entry: TimeEntry, first: number, last: number): Expression {
  const part = entry.value as Part | undefined;
  const when: When = {
    shift: { unit: 'day', n: entry.n!, from: 'published' },
    ...(part === undefined ? {} : { part }),
  };
  const rule = entry.id === 'day-overnight' ? 'overnight' : 'deictic-day';
  const from = normAt(scan, first) === 'day' && normAt(scan, first - 1) === 'the' ? first - 1 : first;
  return { ...spanOver(scan, from, last), kind: 'when', when, rule };
}

/** "Omar Ramadan" is a man: a capital before the feast that no time word or preposition has. */
const isName = (scan: Scan, at: number): boolean => isCapitalised(scan, at) && knownAt(scan, at) === undefined;

const WHICH: Readonly<Record<string, 'last' | 'next' | 'this'>> = {
  last: 'last',
  past: 'last',
  next: 'next',
  this: 'this',
};

/** The feast that words `first` to `last` name. */
export function feast(scan: Scan, entry: TimeEntry, first: number, last: number): Expression | undefined {
  const before = knownAt(scan, first - 1);
  const tied = gapAfter(scan, first - 1) === ' ';
  if (tied && first === last && isName(scan, first - 1)) return undefined;
  if (tied && before?.every !== undefined)
    return { ...spanOver(scan, first - 1, last), kind: 'set', value: 'P1Y', rule: 'feast' };
  const which = tied ? WHICH[before?.which?.value ?? ''] : undefined;
  const week = normAt(scan, last + 1) === 'week' && gapAfter(scan, last) === ' ';
  const when: When = {
    holiday: entry.value!,
    ...(which === undefined ? {} : { which }),
    ...(week ? { weekOf: true } : {}),
  };
  const span = spanOver(scan, which === undefined ? first : first - 1, week ? last + 1 : last);
  return { ...span, kind: 'when', when, rule: week ? 'feast-week' : 'feast' };
}
