/** Words of dates as pages print them: months in many languages, zones by their letters, and what a date is the date of. */
import { type LexiconEntry, readLexicon } from './load.ts';
import { fold } from './words.ts';
import type { ZoneEntry } from './zones.ts';

export interface StampWords {
  /** 1 to 12 by the folded name. */
  readonly months: ReadonlyMap<string, number>;
  /** IANA zone or offset by letters: `EDT`, `MSK`. */
  readonly zones: ReadonlyMap<string, string>;
  /** Folded labels: "published", "обновлено". */
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

/** Letters that stand for zones on both sides of the world decide nothing. */
const AMBIGUOUS = new Set(['CST', 'IST', 'AMT', 'BST']);

let loaded: StampWords | undefined;

export function loadStampWords(): StampWords {
  return (loaded ??= {
    months: new Map(
      readLexicon<LexiconEntry & { month: number }>('en/month-names').flatMap(({ forms, month }) =>
        forms.map((form) => [fold(form), month] as const),
      ),
    ),
    zones: new Map(
      readLexicon<ZoneEntry>('en/zones').flatMap(({ id, forms }) =>
        forms.filter((form) => /^[A-Z]{2,5}$/.test(form) && !AMBIGUOUS.has(form)).map((form) => [form, id] as const),
      ),
    ),
    published: labels('published'),
    updated: labels('updated'),
  });
}

const labels = (wanted: string): string[] =>
  readLexicon('en/date-labels').flatMap(({ id, forms }) => (id === wanted ? forms.map(fold) : []));
