/** Weekdays: "Tuesday", "last Friday", "every Monday", "on Sundays". */
import type { Expression, When } from '../expression.ts';
import { dayAt, gapAfter, isCapitalised, knownAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';

const WHICH: Readonly<Record<string, 'last' | 'next' | 'this'>> = {
  last: 'last',
  past: 'last',
  previous: 'last',
  next: 'next',
  coming: 'next',
  following: 'next',
  this: 'this',
};

/** The weekday at word `at`. */
export function weekday(scan: Scan, at: number): Expression | undefined {
  const sense = knownAt(scan, at)!.weekday!;
  if (sense.short === true && !besideDate(scan, at)) return undefined;
  const tied = gapAfter(scan, at - 1) === ' ';
  const before = tied ? knownAt(scan, at - 1) : undefined;
  const every = before?.every !== undefined;
  if (every || sense.plural === true) return recurring(scan, every ? at - 1 : at, at, sense.n!);
  const which = WHICH[before?.which?.value ?? ''];
  const first = which === undefined ? at : firstOf(scan, at - 1);
  const when: When = { weekday: sense.n!, ...(which === undefined ? {} : { which }) };
  return { ...spanOver(scan, first, at), kind: 'when', when, rule: 'weekday' };
}

/** "this past Friday", "this coming Sunday". */
const firstOf = (scan: Scan, which: number): number =>
  knownAt(scan, which - 1)?.which?.value === 'this' && gapAfter(scan, which - 1) === ' ' ? which - 1 : which;

function recurring(scan: Scan, first: number, last: number, n: number): Expression {
  return { ...spanOver(scan, first, last), kind: 'set', value: `XXXX-WXX-${n}`, rule: 'recurring-weekday' };
}

/** "Sun" and "Sat" are days only before a date: "Sat, Sept. 3", "Tue 13 Sep". */
function besideDate(scan: Scan, at: number): boolean {
  const gap = gapAfter(scan, at);
  if (!isCapitalised(scan, at) || gap === 'far' || gap === '-') return false;
  const next = knownAt(scan, at + 1);
  return next?.month !== undefined || (dayAt(scan, at + 1) !== undefined && knownAt(scan, at + 2)?.month !== undefined);
}
