/** A unit without a number: "for years", "a week-long truce", "the weekend", "the week of March 6", "the end of the month". */
import { durationOf } from '../expression.ts';
import type { Expression, Unit } from '../expression.ts';
import { gapAfter, knownAt, normAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { withLong } from './counted-unit.ts';

const SPENT = new Set(['for', 'after', 'over', 'within', 'through']);
const FOLLOWED = new Set(['followed', 'preceded', 'passed', 'follow']);
const RELATIVE = new Set(['before', 'after', 'earlier', 'later']);

/** The time of the unit at word `at`, which nothing counts and nothing points at. */
export function bareUnit(scan: Scan, at: number, unit: Unit, plural: boolean): Expression | undefined {
  const last = withLong(scan, at);
  if (last !== at) return vague(scan, at, last, unit, plural);
  if (plural) return pluralUnit(scan, at, unit);
  const article = normAt(scan, at - 1) === 'the' && gapAfter(scan, at - 1) === ' ';
  return article ? definiteUnit(scan, at, unit) : undefined;
}

/** "for weeks", "years ago", "in the days before the vote". */
function pluralUnit(scan: Scan, at: number, unit: Unit): Expression | undefined {
  if (gapAfter(scan, at) === ' ' && knownAt(scan, at + 1)?.shift?.value === 'published')
    return { ...spanOver(scan, at, at + 1), kind: 'reference', value: 'PAST_REF', rule: 'vague-shift' };
  const spent = gapAfter(scan, at - 1) === ' ' && SPENT.has(normAt(scan, at - 1));
  const relative =
    gapAfter(scan, at) === ' ' && RELATIVE.has(normAt(scan, at + 1)) && normAt(scan, at - 2) !== 'matter';
  const followed = normAt(scan, at + 1) === 'that' && FOLLOWED.has(normAt(scan, at + 2));
  if (!spent && !relative && !followed) return undefined;
  const first = normAt(scan, at - 1) === 'the' && gapAfter(scan, at - 1) === ' ' ? at - 1 : at;
  return vague(scan, first, at, unit, true);
}

function vague(scan: Scan, first: number, last: number, unit: Unit, plural: boolean): Expression {
  const length = { value: durationOf(unit, plural ? undefined : 1), unit, ...(plural ? {} : { n: 1 }) };
  return { ...spanOver(scan, first, last), kind: 'length', length, rule: 'bare-length' };
}

/** "the weekend"; "the week of" a date; "the month" only where its start or end is meant, which `modifiers` sees. */
function definiteUnit(scan: Scan, at: number, unit: Unit): Expression | undefined {
  const span = spanOver(scan, at - 1, at);
  const when = { shift: { unit, n: 0, from: 'published' } } as const;
  if (unit === 'day')
    return { ...span, kind: 'length', length: { value: 'P1D', unit, n: 1 }, weak: true, rule: 'the-day' };
  if (unit === 'weekend') return { ...span, kind: 'when', when, rule: 'weekend' };
  if (unit === 'week' && normAt(scan, at + 1) === 'of')
    return { ...span, kind: 'when', when: { weekOf: true }, weak: true, rule: 'week-of' };
  if (unit !== 'month' && unit !== 'year' && unit !== 'week' && unit !== 'decade' && unit !== 'century')
    return undefined;
  return { ...span, kind: 'when', when, weak: true, rule: 'definite-unit' };
}
