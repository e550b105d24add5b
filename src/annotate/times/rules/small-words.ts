/** Times of one word or phrase: "daily", "now", "recently", "in the future"; and seasons, quarters and halves of a year. */
import type { TimeEntry } from '../../../lexicon/times.ts';
import type { Expression, When } from '../expression.ts';
import { gapAfter, isCapitalised, knownAt, normAt, spanOver, yearAt } from '../scan.ts';
import type { Scan } from '../scan.ts';

/** "daily", "annual". */
export const frequency = (scan: Scan, at: number): Expression => ({
  ...spanOver(scan, at, at),
  kind: 'set',
  value: knownAt(scan, at)!.frequency!.value!,
  rule: 'frequency',
});

/** "now", "in the past", "the future"; not "soon" in "as soon as", nor "in the past" in "in the past week". */
export function reference(scan: Scan, entry: TimeEntry, first: number, last: number): Expression | undefined {
  const next = normAt(scan, last + 1);
  const word = normAt(scan, first);
  if (word === 'soon' && (next === 'as' || next === 'after' || normAt(scan, first - 1) === 'as')) return undefined;
  if ((word === 'shortly' || word === 'now') && (next === 'before' || next === 'after' || next === 'defunct'))
    return undefined;
  // "Now, the army will answer": more often a turn of speech than a time
  if (word === 'now' && scan.text[scan.words[first]!.start] === 'N') return undefined;
  if (word === 'future' && normAt(scan, first - 1) === 'a') return undefined;
  if (/[.,\n]/.test(scan.text.slice(scan.words[first]!.start, scan.words[last]!.end))) return undefined;
  const more = knownAt(scan, last + 1);
  if (normAt(scan, last) === 'past' && (more?.number ?? more?.unit ?? more?.vague ?? more?.weekday) !== undefined)
    return undefined;
  if (normAt(scan, last) === 'past' && /^\d/.test(next)) return undefined;
  const from =
    normAt(scan, first - 1) === 'the' && gapAfter(scan, first - 1) === ' ' && normAt(scan, last) === 'future'
      ? first - 1
      : first;
  return {
    ...spanOver(scan, from, last),
    kind: 'reference',
    value: entry.value!,
    rule: entry.id === 'ref-soon' ? 'soon' : 'reference',
  };
}

/** "current" before what is current; the word alone is no time: "the current strengthened". */
export function currentState(scan: Scan, at: number): Expression {
  return { ...spanOver(scan, at, at), kind: 'reference', value: 'PRESENT_REF', rule: 'current' };
}

const WHICH: Readonly<Record<string, 'last' | 'next' | 'this'>> = {
  last: 'last',
  past: 'last',
  next: 'next',
  coming: 'next',
  this: 'this',
};

const PLACERS = new Set(['in', 'during', 'by', 'over', 'until', 'since']);

/** "last summer", "summer 2021", "the spring of 1999", "in the winter". */
export function season(scan: Scan, at: number): Expression | undefined {
  const code = knownAt(scan, at)!.season!.value!;
  const before = gapAfter(scan, at - 1) === ' ' ? normAt(scan, at - 1) : '';
  const which = WHICH[knownAt(scan, at - 1)?.which?.value ?? ''];
  const of = normAt(scan, at + 1) === 'of' ? at + 2 : at + 1;
  const year = gapAfter(scan, at) === ' ' ? yearAt(scan, of) : undefined;
  if (year !== undefined) {
    const first = before === 'the' ? at - 1 : at;
    return { ...spanOver(scan, first, of), kind: 'when', when: { season: code, year }, rule: 'season' };
  }
  if (before !== '' && which !== undefined)
    return { ...spanOver(scan, at - 1, at), kind: 'when', when: { season: code, which }, rule: 'season' };
  if (isCapitalised(scan, at)) return undefined;
  const placed = PLACERS.has(before === 'the' ? normAt(scan, at - 2) : before);
  const first = before === 'the' ? at - 1 : at;
  return {
    ...spanOver(scan, first, at),
    kind: 'when',
    when: { season: code },
    rule: 'season',
    ...(placed ? {} : { weak: true }),
  };
}

/** "the third quarter", "fourth-quarter", "the first half of 1998", "Q3 2021". */
export function partOfYear(scan: Scan, at: number): Expression | undefined {
  const code = /^q([1-4])$/.exec(normAt(scan, at))?.[1];
  const noun = code === undefined ? normAt(scan, at) : 'quarter';
  const nth = code === undefined ? knownAt(scan, at - 1)?.ordinal?.n : Number(code);
  const gap = gapAfter(scan, at - 1);
  if (nth === undefined || nth > (noun === 'half' ? 2 : 4) || (code === undefined && gap !== ' ' && gap !== '-'))
    return undefined;
  const of = normAt(scan, at + 1) === 'of' ? at + 2 : at + 1;
  const year = gapAfter(scan, at) === ' ' ? yearAt(scan, of) : undefined;
  if (noun === 'half' && year === undefined) return undefined;
  const first = code === undefined ? at - 1 : at;
  const from = normAt(scan, first - 1) === 'the' && gapAfter(scan, first - 1) === ' ' ? first - 1 : first;
  const when: When = {
    ...(noun === 'half' ? { half: nth } : { quarter: nth }),
    ...(year === undefined ? {} : { year }),
  };
  return { ...spanOver(scan, from, year === undefined ? at : of), kind: 'when', when, rule: 'part-of-year' };
}
