/** Finds the time expressions of a text: one pass over its words, rules only where a word can start a time. */
import type { TimeWord } from '../../lexicon/times.ts';
import type { Expression } from './expression.ts';
import { joinNeighbours } from './join.ts';
import { withModifier } from './modifiers.ts';
import { clockTime } from './rules/clock.ts';
import { monthDate } from './rules/month-date.ts';
import { deicticDay, feast } from './rules/named-day.ts';
import { numericDate } from './rules/numeric-date.ts';
import { partOfDay } from './rules/part-of-day.ts';
import { currentState, frequency, partOfYear, reference, season } from './rules/small-words.ts';
import { unitTime } from './rules/unit.ts';
import { weekday } from './rules/weekday.ts';
import { yearDate } from './rules/year.ts';
import { isCapitalised, isNumeric, knownAt } from './scan.ts';
import type { Scan } from './scan.ts';
import { shareYears } from './share-year.ts';
import { NOTHING } from '../../model/lists.ts';

/** All expressions in order, joined and with shared years handed on; none overlaps another. */
export function findExpressions(scan: Scan): Expression[] {
  const found: Expression[] = [];
  const { text, words, times } = scan;
  for (let at = 0; at < words.length; at++) if (times.mayStart(text, words[at]!)) at = takeAt(scan, at, found);
  return shareYears(scan, joinNeighbours(scan, found));
}

/** Adds what starts at word `at`, and gives the last word that has been read. */
function takeAt(scan: Scan, at: number, found: Expression[]): number {
  let last = at;
  for (const expression of startingAt(scan, at)) {
    const grown = withModifier(scan, expression);
    if (place(found, grown)) last = Math.max(last, grown.last);
  }
  return last;
}

function startingAt(scan: Scan, at: number): readonly Expression[] {
  if (isNumeric(scan.words[at])) return inFigures(scan, at);
  const word = knownAt(scan, at);
  return word === undefined ? NOTHING : atWord(scan, at, word);
}

/** Appends an expression. Where it runs into the one before, the longer of the two stays. */
function place(found: Expression[], expression: Expression): boolean {
  const before = found.at(-1);
  if (before !== undefined && expression.first <= before.last) {
    if (expression.end - expression.start <= before.end - before.start) return false;
    found.pop();
    return place(found, expression);
  }
  found.push(expression);
  return true;
}

const one = (expression: Expression | undefined): readonly Expression[] =>
  expression === undefined ? NOTHING : [expression];

const inFigures = (scan: Scan, at: number): readonly Expression[] =>
  one(numericDate(scan, at) ?? clockTime(scan, at) ?? yearDate(scan, at));

/** The rules for a word with time senses; phrases before words, since they are longer. */
function atWord(scan: Scan, at: number, word: TimeWord): readonly Expression[] {
  if (word.phrase) {
    const expression = phraseTime(scan, at);
    if (expression !== undefined) return [expression];
  }
  if (!word.trigger || (word.capital && !isCapitalised(scan, at))) return NOTHING;
  if (word.month !== undefined) return monthDate(scan, at);
  return one(wordTime(scan, at, word));
}

function phraseTime(scan: Scan, at: number): Expression | undefined {
  const match = scan.times.phrases.matchAt(scan.text, scan.words, at);
  const entry = match?.values[0];
  if (match === undefined || entry === undefined) return undefined;
  if (entry.sense === 'holiday') return feast(scan, entry, match.first, match.last);
  if (entry.sense === 'day') return deicticDay(scan, entry, match.first, match.last);
  return entry.sense === 'reference' ? reference(scan, entry, match.first, match.last) : undefined;
}

function wordTime(scan: Scan, at: number, word: TimeWord): Expression | undefined {
  if (word.weekday !== undefined) return weekday(scan, at);
  if (word.day !== undefined) return deicticDay(scan, word.day, at, at);
  if (word.holiday !== undefined) return feast(scan, word.holiday, at, at);
  if (word.half !== undefined) return partOfYear(scan, at);
  if (word.unit !== undefined)
    return (word.unit.value === 'quarter' ? partOfYear(scan, at) : undefined) ?? unitTime(scan, at);
  if (word.part !== undefined) return partOfDay(scan, at);
  if (word.season !== undefined) return season(scan, at);
  if (word.clock !== undefined || word.number !== undefined) return clockTime(scan, at);
  if (word.frequency !== undefined) return frequency(scan, at);
  if (word.reference !== undefined) return reference(scan, word.reference, at, at);
  return word.state === undefined ? undefined : currentState(scan, at);
}
