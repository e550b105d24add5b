/** Words that stand around a report: page furniture, take and update slugs, end marks, credits. Used by `read`. */
import { readLexicon, type LexiconEntry } from './load.ts';
import { fold } from './words.ts';

interface WireWordEntry extends LexiconEntry {
  readonly kind: 'chrome-line' | 'chrome-start' | 'update' | 'label' | 'end' | 'credit' | 'footer' | 'voice';
}

export interface WireWords {
  /** Whole lines of a page, as keys of `lineKey`. */
  readonly chromeLines: ReadonlySet<string>;
  /** Beginnings of short lines of a page, lower case. */
  readonly chromeStarts: Starts;
  /** What a later take does to an earlier one: "recasts", "corrects". Folded. */
  readonly updates: ReadonlySet<string>;
  /** Labels before a headline: "urgent", "factbox". Keys of `lineKey`. */
  readonly labels: ReadonlySet<string>;
  /** End marks, keys of `lineKey`. */
  readonly ends: ReadonlySet<string>;
  /** Beginnings of credits and contacts below a report, lower case. */
  readonly credits: Starts;
  /** What a footer note contains, lower case. */
  readonly footers: readonly string[];
  /** Last words of those whom headlines name as their source: "ministry", "aide". */
  readonly voices: ReadonlySet<string>;
}

/** Phrases by the first three letters, so that a line is held against few of them. */
export type Starts = ReadonlyMap<string, readonly string[]>;

/** Letters and digits of a line in lower case, one space between words. */
export const lineKey = (line: string): string =>
  fold(line)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether `lower` begins with one of the phrases. */
export function startsWithAny(lower: string, starts: Starts): boolean {
  const phrases = starts.get(lower.slice(0, 3));
  return phrases !== undefined && phrases.some((phrase) => lower.startsWith(phrase));
}

const keys = (forms: readonly string[]): ReadonlySet<string> => new Set(forms.map(lineKey));

let loaded: WireWords | undefined;

/** Reads `lexicons/en/wire-words.jsonl`, once. */
export function loadWireWords(): WireWords {
  if (loaded !== undefined) return loaded;
  const forms: Record<WireWordEntry['kind'], string[]> = {
    'chrome-line': [],
    'chrome-start': [],
    update: [],
    label: [],
    end: [],
    credit: [],
    footer: [],
    voice: [],
  };
  for (const entry of readLexicon<WireWordEntry>('en/wire-words')) forms[entry.kind].push(...entry.forms);
  loaded = {
    chromeLines: keys(forms['chrome-line']),
    chromeStarts: startsOf(forms['chrome-start']),
    updates: keys(forms.update),
    labels: keys([...forms.label, ...forms.update]),
    ends: keys(forms.end),
    credits: startsOf(forms.credit),
    footers: forms.footer.map((form) => form.toLowerCase()),
    voices: keys(forms.voice),
  };
  return loaded;
}

function startsOf(phrases: readonly string[]): Starts {
  const starts = new Map<string, string[]>();
  for (const phrase of new Set(phrases.map((form) => form.toLowerCase()))) {
    const head = phrase.slice(0, 3);
    const list = starts.get(head);
    if (list === undefined) starts.set(head, [phrase]);
    else list.push(phrase);
  }
  return starts;
}
