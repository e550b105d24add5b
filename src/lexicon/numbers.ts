/** Number words, vague quantities, and the words before a number that make it a bound. */
import { type LexiconEntry, readLexicon } from './load.ts';
import { interned } from './word-table.ts';

export type NumberEntry = LexiconEntry &
  (
    | { readonly role: 'unit' | 'ten' | 'scale'; readonly value: number }
    | { readonly role: 'vague'; readonly low: number; readonly high: number }
    | { readonly role: 'bound'; readonly bound: Bound }
  );

export type Bound = 'low' | 'high' | 'about' | 'exact';

/** A wording of several words: compared word by word, for to join words anew for a look-up costs more than all else here. */
export interface Wording<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** By forms in lower case. */
export interface NumberLexicon {
  readonly values: ReadonlyMap<string, { readonly role: 'unit' | 'ten' | 'scale'; readonly value: number }>;
  /** Vague quantities by their first word, the longest first. */
  readonly vague: ReadonlyMap<string, readonly Wording<{ readonly low: number; readonly high: number }>[]>;
  /** Bounds by their last word, the longest first. */
  readonly bounds: ReadonlyMap<string, readonly Wording<Bound>[]>;
  /** Words of numbers and vague quantities, "a" and parts of others: what a number may begin with. */
  readonly opens: (lower: string) => boolean;
}

export function loadNumbers(): NumberLexicon {
  const values = new Map<string, NumberEntry & { role: 'unit' | 'ten' | 'scale' }>();
  const vague: Wording<NumberEntry & { role: 'vague' }>[] = [];
  const bounds: Wording<Bound>[] = [];
  for (const entry of readLexicon<NumberEntry>('en/numbers')) {
    for (const form of entry.forms) {
      const words = form.split(' ').map(interned);
      if (entry.role === 'bound') bounds.push({ words, value: entry.bound });
      else if (entry.role === 'vague') vague.push({ words, value: entry });
      else values.set(form, entry);
    }
  }
  return {
    values,
    vague: groupedBy(vague, ({ words }) => words[0]!),
    bounds: groupedBy(bounds, ({ words }) => words.at(-1)!),
    opens: opener([...values.keys(), ...vague.map(({ words }) => words.join(' ')), 'a', 'tens', 'half']),
  };
}

/** Asked of every token: its length and first letter go before the look-up. */
function opener(words: readonly string[]): (lower: string) => boolean {
  const known = new Set(words);
  const initials: (number | undefined)[] = [];
  for (const word of words) initials[word.length] = (initials[word.length] ?? 0) | (1 << (word.charCodeAt(0) & 31));
  return (lower) => ((initials[lower.length] ?? 0) & (1 << (lower.charCodeAt(0) & 31))) !== 0 && known.has(lower);
}

function groupedBy<T>(
  wordings: readonly Wording<T>[],
  keyOf: (wording: Wording<T>) => string,
): ReadonlyMap<string, readonly Wording<T>[]> {
  return Map.groupBy(
    wordings.toSorted((a, b) => b.words.length - a.words.length),
    keyOf,
  );
}
