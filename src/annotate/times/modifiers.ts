/** Takes the words before a time into it that change it: "approximately 18:30", "the end of May", "immediately after midnight". */
import type { LeftPhrase } from '../../lexicon/times.ts';
import type { Expression } from './expression.ts';
import { gapAfter, knownAt, normAt } from './scan.ts';
import type { Scan } from './scan.ts';

/** The expression with the wording before it that changes it, if there is one that fits. */
export function withModifier(scan: Scan, expression: Expression): Expression {
  const phrase = leftPhrase(scan, expression.first - 1, expression);
  if (phrase === undefined) return laterIn(scan, expression);
  const first = expression.first - phrase.words.length;
  const { weak: _, ...strong } = expression;
  const grown = { ...expression, first, start: scan.words[first]!.start, mod: expression.mod ?? phrase.entry.value! };
  if (phrase.entry.sense !== 'phase') return grown;
  return expression.rule === 'definite-unit' || expression.rule === 'season'
    ? { ...strong, first, start: grown.start, mod: grown.mod }
    : grown;
}

/** "later in the week", "earlier in the month": the unit is a time though nothing points at it. */
function laterIn(scan: Scan, expression: Expression): Expression {
  if (expression.rule !== 'definite-unit' || normAt(scan, expression.first - 1) !== 'in') return expression;
  if (knownAt(scan, expression.first - 2)?.shift === undefined) return expression;
  const { weak: _, ...strong } = expression;
  return strong;
}

function leftPhrase(scan: Scan, at: number, expression: Expression): LeftPhrase | undefined {
  const phrases = scan.times.left.get(normAt(scan, at));
  if (phrases === undefined) return undefined;
  return phrases.find((phrase) => standsAt(scan, at, phrase) && fits(expression, phrase));
}

/** Whether the words of the phrase end at word `at`, tied to each other and to the time. */
function standsAt(scan: Scan, at: number, { words, entry }: LeftPhrase): boolean {
  const gap = gapAfter(scan, at);
  if (gap !== ' ' && !(gap === '-' && entry.sense === 'phase')) return false;
  for (let back = 1; back < words.length; back++) {
    if (normAt(scan, at - back) !== words[words.length - 1 - back] || gapAfter(scan, at - back) !== ' ') return false;
  }
  return true;
}

/** Amounts change lengths and clocks, phases change dates, edges change clocks, limits change both. */
function fits(expression: Expression, { words, entry }: LeftPhrase): boolean {
  const { when, length } = expression;
  const word = words[words.length - 1]!;
  if (entry.sense === 'edge') return when?.clock !== undefined;
  if (entry.sense === 'limit') return when !== undefined;
  if (entry.sense === 'phase')
    return when !== undefined && when.clock === undefined && expression.rule !== 'shifted-unit';
  // "over the past week" and "around the last days" are prepositions before a stretch, amounts before a bare length
  if (length !== undefined)
    return length.side === undefined || (word !== 'over' && word !== 'under' && word !== 'around');
  if (when === undefined || word === 'over' || word === 'under' || word === 'some') return false;
  if (when.clock !== undefined || expression.rule === 'shifted-unit') return true;
  return entry.value === 'APPROX' && word !== 'about' && (when.month !== undefined || when.year !== undefined);
}
