/**
 * Term vectors of reports: which words, not how often, weighed by how rare they are among the reports compared, more for
 * names, numbers and the head of the report. A prior stands in for what few reports cannot tell of rarity.
 */
import type { StoryFeatures } from '../../model/ledger.ts';
import { byText } from '../keys.ts';

/** A unit vector: term numbers ascending, and their weights. */
export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** Reports that the prior counts as, and in which share of them it takes a plain word and a name or number to stand. */
const PRIOR = 100;
const PLAIN = 0.1;
const NAME = 0.01;
const RARITY = 1.25;
const BOOST = { proper: 1.75, number: 1.25, lead: 1.5 } as const;
/** Terms that a report is compared by: its weightiest. More cost much and tell little. */
const TELLING = 30;
/** Beyond this many reports a word in half of them tells nothing. */
const MANY = 30;

export interface Corpus {
  readonly vectors: readonly Vector[];
  /** In how many reports each term stands. */
  readonly frequency: Int32Array;
}

/** The vectors of all texts. Terms are numbered in their own order, so that sums come out alike for any order of texts. */
export function vectorsOf(texts: readonly StoryFeatures[]): Corpus {
  const counts = new Map<string, number>();
  for (const { terms } of texts) for (const term of Object.keys(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const ordered = [...counts.keys()].sort(byText);
  const numbers = new Map(ordered.map((term, index) => [term, index] as const));
  const frequency = Int32Array.from(ordered, (term) => counts.get(term)!);
  return { vectors: texts.map((text) => vectorOf(text, numbers, frequency, texts.length)), frequency };
}

function vectorOf(text: StoryFeatures, numbers: ReadonlyMap<string, number>, frequency: Int32Array, n: number): Vector {
  const proper = new Set(text.proper);
  const lead = new Set(text.lead);
  const found: { id: number; weight: number }[] = [];
  for (const term of Object.keys(text.terms)) {
    const id = numbers.get(term)!;
    const weight = weightOf(term, frequency[id]!, n, proper.has(term), lead.has(term));
    if (weight > 0) found.push({ id, weight });
  }
  if (found.length > TELLING) found.sort((a, b) => b.weight - a.weight || a.id - b.id).length = TELLING;
  found.sort((a, b) => a.id - b.id);
  const norm = Math.sqrt(found.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    terms: Int32Array.from(found, ({ id }) => id),
    weights: Float64Array.from(found, ({ weight }) => weight / norm),
  };
}

function weightOf(term: string, df: number, n: number, isProper: boolean, isLead: boolean): number {
  if (n > MANY && df > n / 2) return 0;
  const isNumber = term.charCodeAt(0) < 58;
  const rarity = Math.log((n + PRIOR) / (df + PRIOR * (isProper || isNumber ? NAME : PLAIN)));
  if (rarity <= 0) return 0;
  const kind = isProper ? BOOST.proper : isNumber ? BOOST.number : 1;
  return rarity ** RARITY * kind * (isLead ? BOOST.lead : 1) * (df < 2 ? (PRIOR / (n + PRIOR)) ** 2 : 1);
}
