/** The words that name times, by word and by phrase: what `annotate/times` and `read/dating` look up. */
import { readLexicon } from './load.ts';
import type { LexiconEntry } from './load.ts';
import { phraseIndex } from './phrase-index.ts';
import type { PhraseIndex } from './phrase-index.ts';
import type { Word } from '../model/doc.ts';
import type { Mutable } from '../model/mutable.ts';
import { sieveOf } from './word-table.ts';
import { wordsOf } from './words.ts';

type TimeSenseName =
  | 'month'
  | 'weekday'
  | 'unit'
  | 'number'
  | 'ordinal'
  | 'vague'
  | 'filler'
  | 'part'
  | 'season'
  | 'day'
  | 'clock'
  | 'frequency'
  | 'half'
  | 'state'
  | 'every'
  | 'which'
  | 'shift'
  | 'reference'
  | 'holiday'
  | 'amount'
  | 'phase'
  | 'edge'
  | 'limit'
  /** Before a year or a month: "in", "since". */
  | 'lead'
  | 'leadYear'
  /** Nouns that a number before them counts, and words that announce a count. */
  | 'counted'
  | 'counter'
  /** Function words, which no number counts. */
  | 'closer'
  /** Lemmas of verbs that tell on which side of the report a date lies. */
  | 'planning'
  | 'deadline'
  | 'coming'
  | 'scheduled'
  | 'saying'
  /** Forms that tell, without grammar, on which side of the report a date lies. */
  | 'stamp'
  | 'ahead'
  | 'phaseEnd'
  | 'open'
  | 'said';

/** One line of `lexicons/en/times.jsonl`. */
export interface TimeEntry extends LexiconEntry {
  readonly sense: TimeSenseName;
  /** Month 1-12, weekday 1-7, number, shift in days, sign. */
  readonly n?: number;
  /** TIMEX3 code, unit, feast rule. */
  readonly value?: string;
  readonly plural?: boolean;
  /** An abbreviation: a time only beside a number. */
  readonly short?: boolean;
  /** Also a common word or a name: a month only in company ("in May", "May 5"). */
  readonly ambiguous?: boolean;
}

/** What one word can mean. */
export type TimeWord = {
  readonly [sense in TimeSenseName]?: TimeEntry;
} & {
  /** Whether a mention can start from this word. */
  readonly trigger: boolean;
  /** Whether a phrase of several words starts here. */
  readonly phrase: boolean;
  /** The sense holds for the capitalised word only. */
  readonly capital: boolean;
};

/** A wording that stands to the left of a time and changes it: "at least", "the end of". */
export interface LeftPhrase {
  readonly words: readonly string[];
  readonly entry: TimeEntry;
}

export interface TimeLexicon {
  readonly words: ReadonlyMap<string, TimeWord>;
  /** Phrases of two words and more that are times themselves: feasts, "at the moment". */
  readonly phrases: PhraseIndex<TimeEntry>;
  /** Whether a time can start from the word of the text; quick, and wrong only by saying yes too often. */
  mayStart(text: string, word: Word): boolean;
  /** Left phrases by their last word, longest first. */
  readonly left: ReadonlyMap<string, readonly LeftPhrase[]>;
}

const LEFT = new Set<TimeSenseName>(['amount', 'phase', 'edge', 'limit']);
const TRIGGERS = new Set<TimeSenseName>([
  'month',
  'weekday',
  'unit',
  'number',
  'part',
  'season',
  'day',
  'clock',
  'frequency',
  'half',
  'state',
  'reference',
  'holiday',
]);

type Draft = Mutable<TimeWord>;

let loaded: TimeLexicon | undefined;

/** Reads and indexes `lexicons/en/times.jsonl`, once. */
export function loadTimes(): TimeLexicon {
  loaded ??= readTimes();
  return loaded;
}

function readTimes(): TimeLexicon {
  const words = new Map<string, Draft>();
  const phrases: [string, TimeEntry][] = [];
  const left = new Map<string, LeftPhrase[]>();
  for (const entry of readLexicon<TimeEntry>('en/times')) {
    for (const form of entry.forms) {
      const parts = wordsOf(form).map((word) => word.norm);
      if (LEFT.has(entry.sense)) addLeft(left, { words: parts, entry });
      else if (parts.length === 1) addWord(words, parts[0]!, form, entry);
      else {
        phrases.push([form, entry]);
        draftOf(words, parts[0]!).phrase = true;
      }
    }
  }
  for (const list of left.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { words, phrases: phraseIndex(phrases), mayStart: starterOf(words), left };
}

/** A filter before the look-up, since it is asked for every word of every report: figures pass, and words of the sieve. */
function starterOf(words: ReadonlyMap<string, TimeWord>): TimeLexicon['mayStart'] {
  const mayBe = sieveOf([...words].filter(([, word]) => word.trigger || word.phrase).map(([norm]) => norm));
  return (text, { start, hash }) => {
    const unit = text.charCodeAt(start);
    return (unit >= 48 && unit <= 57) || mayBe(hash);
  };
}

function draftOf(words: Map<string, Draft>, norm: string): Draft {
  let draft = words.get(norm);
  if (draft === undefined) words.set(norm, (draft = { trigger: false, phrase: false, capital: false }));
  return draft;
}

function addWord(words: Map<string, Draft>, norm: string, form: string, entry: TimeEntry): void {
  const draft = draftOf(words, norm);
  draft[entry.sense] = entry;
  if (TRIGGERS.has(entry.sense)) draft.trigger = true;
  if (form[0] !== form[0]!.toLowerCase()) draft.capital = true;
}

function addLeft(left: Map<string, LeftPhrase[]>, phrase: LeftPhrase): void {
  const last = phrase.words.at(-1)!;
  const list = left.get(last);
  if (list === undefined) left.set(last, [phrase]);
  else list.push(phrase);
}
