/**
 * Which country a bare "the army" or "rebels" belongs to: the one that the report is about, else for organs of a state
 * the one of the dateline, else none. Outlets and bodies of no state do not count.
 */
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';

export interface Homes {
  /** The country of the report, when one stands out. */
  readonly report: string;
  /** The country of the dateline, when the report has much to say of it. */
  readonly dateline: string;
  /** The one country that a sentence names, empty when it names several. */
  readonly bySentence: ReadonlyMap<number, string>;
  /** So short a report that its sentences are all there is to go by. */
  readonly isShort: boolean;
}

const NON_STATE = new Set(['EUR', 'IGO', 'IMG', 'ISM', 'MNC', 'NGO', 'UNO', 'UNK', '']);
/** A country stands out with this share of all mentions of countries. */
const SHARE = 0.6;
/** The dateline's country counts with this share. */
const DATELINE_SHARE = 0.25;
/** Up to so many mentions of countries tell nothing about the report. */
const FEW = 3;

/** Counts the countries that the report names. `dateline` is the country of the dateline's place, if known. */
export function homesOf(context: Context, drafts: readonly Draft[], dateline: string): Homes {
  const counts = new Map<string, number>();
  const bySentence = new Map<number, string>();
  let total = 0;
  const count = (country: string): void => {
    counts.set(country, (counts.get(country) ?? 0) + 1);
    total++;
  };
  for (const draft of drafts) {
    if (draft.type === 'outlet' || NON_STATE.has(draft.country)) continue;
    const sentence = context.sentences[draft.first]!;
    const own = bySentence.get(sentence);
    bySentence.set(sentence, own === undefined || own === draft.country ? draft.country : '');
    count(draft.country);
  }
  const isShort = total <= FEW && dateline === '';
  if (dateline !== '') count(dateline);
  let report = '';
  for (const [country, number] of counts)
    if (number >= total * SHARE && number > (counts.get(report) ?? 0)) report = country;
  const isCovered = dateline !== '' && counts.get(dateline)! >= total * DATELINE_SHARE;
  return { report, dateline: isCovered ? dateline : '', bySentence, isShort };
}

/** Sectors of a state: a bare one is the state's that the report is written from. */
const OF_STATE = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY']);
/** Sectors that have the country of the report; all others only that of a short report's sentence. */
const PUBLIC = new Set([...OF_STATE, 'REB', 'OPP', 'PTY', 'UAF', 'PRM']);

/** The country that a bare mention may be given; empty when it is not safe to say. */
export function homeOf(homes: Homes, draft: Draft, sentence: number): string {
  const sector = draft.sector.slice(0, 3);
  const own = homes.bySentence.get(sentence);
  // A name stands beside other countries' names: only what the report is about tells whose it is.
  if (homes.isShort && own !== undefined && draft.person === undefined) return own;
  if (!PUBLIC.has(sector)) return '';
  if (homes.report !== '' && (own === undefined || own === '' || own === homes.report || draft.person !== undefined))
    return homes.report;
  // "50 soldiers were killed" beside another country's name may be anybody's.
  if (sector === 'MIL' && own !== undefined) return '';
  return OF_STATE.has(sector) ? homes.dateline : '';
}
