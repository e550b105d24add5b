/**
 * Which country a bare "the army" or "rebels" belongs to: the one that the sentence names alone, else the one that the
 * report is about, else none. Outlets, adjectives of talks and bodies of no state do not count.
 */
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';

export interface Homes {
  /** The country of the report, when one stands out. */
  readonly report: string;
  /** Countries of each sentence, in order of mention. */
  readonly bySentence: ReadonlyMap<number, readonly string[]>;
}

const NON_STATE = new Set(['EUR', 'IGO', 'IMG', 'ISM', 'MNC', 'NGO', 'UNO', 'UNK', '']);
/** A country stands out with this share of all mentions of countries. */
const SHARE = 0.6;

/** Counts the countries that the report names. `dateline` is the country of the dateline's place, if known. */
export function homesOf(context: Context, drafts: readonly Draft[], dateline: string): Homes {
  const counts = new Map<string, number>();
  const bySentence = new Map<number, string[]>();
  let total = 0;
  for (const draft of drafts) {
    if (draft.type === 'outlet' || NON_STATE.has(draft.country)) continue;
    const sentence = context.sentences[draft.first]!;
    const list = bySentence.get(sentence);
    if (list === undefined) bySentence.set(sentence, [draft.country]);
    else list.push(draft.country);
    counts.set(draft.country, (counts.get(draft.country) ?? 0) + 1);
    total++;
  }
  if (dateline !== '') {
    counts.set(dateline, (counts.get(dateline) ?? 0) + 1);
    total++;
  }
  let report = '';
  for (const [country, count] of counts)
    if (count >= total * SHARE && count > (counts.get(report) ?? 0)) report = country;
  return { report, bySentence };
}

/** The country that a bare mention in `sentence` may be given; empty when it is not safe to say. */
export function homeIn(homes: Homes, sentence: number, onlyHere = false): string {
  const own = homes.bySentence.get(sentence);
  if (own !== undefined && own.every((country) => country === own[0])) return own[0]!;
  return onlyHere ? '' : homes.report;
}
