/** Number words, vague quantities, and the words before a number that make it a bound. */
import { type LexiconEntry, readLexicon } from './load.ts';

export type NumberEntry = LexiconEntry &
  (
    | { readonly role: 'unit' | 'ten' | 'scale'; readonly value: number }
    | { readonly role: 'vague'; readonly low: number; readonly high: number }
    | { readonly role: 'bound'; readonly bound: Bound }
  );

export type Bound = 'low' | 'high' | 'about' | 'exact';

/** Each by its form in lower case, words joined by one space. */
export interface NumberLexicon {
  readonly values: ReadonlyMap<string, { readonly role: 'unit' | 'ten' | 'scale'; readonly value: number }>;
  readonly vague: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
  /** First words of vague quantities. */
  readonly vagueStarts: ReadonlySet<string>;
  readonly bounds: ReadonlyMap<string, Bound>;
  /** Last words of bounds. */
  readonly boundEnds: ReadonlySet<string>;
  /** Words of numbers and vague quantities, "a" and parts of others: what a number may begin with. */
  readonly openers: ReadonlySet<string>;
}

export function loadNumbers(): NumberLexicon {
  const lexicon = {
    values: new Map<string, NumberEntry & { role: 'unit' | 'ten' | 'scale' }>(),
    vague: new Map<string, NumberEntry & { role: 'vague' }>(),
    bounds: new Map<string, Bound>(),
  };
  for (const entry of readLexicon<NumberEntry>('en/numbers')) {
    for (const form of entry.forms) {
      if (entry.role === 'bound') lexicon.bounds.set(form, entry.bound);
      else if (entry.role === 'vague') lexicon.vague.set(form, entry);
      else lexicon.values.set(form, entry);
    }
  }
  return {
    ...lexicon,
    vagueStarts: new Set([...lexicon.vague.keys()].map((form) => form.split(' ', 1)[0]!)),
    boundEnds: new Set([...lexicon.bounds.keys()].map((form: string) => form.slice(form.lastIndexOf(' ') + 1))),
    openers: new Set([...lexicon.values.keys(), ...lexicon.vague.keys(), 'a', 'tens', 'half']),
  };
}
