/** Footnotes: every sentence of the report leads to the words that it rests on, and these to their report. */
import type { Evidence } from '../../model/ledger.ts';
import type { Span } from '../../model/span.ts';
import type { ExportReport } from '../source.ts';
import { oneLine } from '../words.ts';

export interface Note {
  readonly number: number;
  /** Words as they stand in the report. */
  readonly words: string;
  /** Outlet, headline, date. */
  readonly source: string;
  readonly report: string;
  readonly url?: string;
}

export interface NoteBook {
  /** Marks of the notes for some evidence, "[^1][^2]"; a note that is there already keeps its number. */
  cite(evidence: readonly Evidence[]): string;
  readonly notes: readonly Note[];
}

/** Notes at one sentence; what else there is stands in the ledger. */
const MOST = 3;
/** Longest quotation, in characters: a note shows the words, not the report. */
const LONGEST = 240;

export function noteBook(reports: ReadonlyMap<string, ExportReport>): NoteBook {
  const notes: Note[] = [];
  const known = new Map<string, number>();
  const numberOf = ({ report, spans }: Evidence): number | undefined => {
    const found = reports.get(report);
    const [first] = spans;
    if (found === undefined || first === undefined) return undefined;
    const { start, end } = sentenceAround(found.text, first);
    const key = `${report} ${start} ${end}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    const { card } = found;
    notes.push({
      number: notes.length + 1,
      words: cut(oneLine(found.text.slice(start, end))),
      source: [card.outlet, card.headline, card.published.value].filter((part) => part !== undefined).join(', '),
      report,
      ...(card.url !== undefined && { url: card.url }),
    });
    known.set(key, notes.length);
    return notes.length;
  };
  return {
    notes,
    cite: (evidence) => {
      const numbers = new Set<number>();
      for (const one of evidence) {
        if (numbers.size >= MOST) break;
        const number = numberOf(one);
        if (number !== undefined) numbers.add(number);
      }
      return [...numbers].map((number) => `[^${number}]`).join('');
    },
  };
}

/** The sentence or line around some words; of a long one as much as a note has room for. */
function sentenceAround(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - LONGEST);
  const before = text.slice(from, start);
  const stops = [...before.matchAll(/\n|[.!?][”"’']?\s+(?=[\p{Lu}“"‘'])/gu)];
  const last = stops.at(-1);
  const cutAt = from === 0 ? 0 : before.indexOf(' ') + 1;
  const begin = from + (last === undefined ? cutAt : last.index + last[0].length);
  const after = /[.!?][”"’']?(?=\s+[\p{Lu}“"‘']|\s*$)|\n/u.exec(text.slice(end, end + LONGEST));
  const finish = after === null ? end : end + after.index + after[0].trimEnd().length;
  // Of a sentence that is too long the words themselves are shown, with what stands before them as far as it fits
  const near = text.indexOf(' ', Math.max(begin, start - LONGEST / 2)) + 1;
  const isLong = Math.max(finish, end) - begin > LONGEST && start - begin > LONGEST / 2;
  return { start: Math.min(isLong ? near : begin, start), end: Math.max(finish, end) };
}

function cut(words: string): string {
  if (words.length <= LONGEST) return words;
  const head = words.slice(0, LONGEST);
  return `${head.slice(0, head.lastIndexOf(' '))} …`;
}
