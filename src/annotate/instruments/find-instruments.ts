/**
 * Named agreements, treaties, statements and resolutions. One mention an instrument: "the trilateral statements of
 * the leaders of A, B and C of D1, D2 and D3" is three.
 */
import type { InstrumentEntry } from '../../lexicon/instruments.ts';
import type { PhraseMatch } from '../../lexicon/phrase-index.ts';
import type { Doc, InstrumentMention, Token } from '../../model/doc.ts';
import { indexAt, type Span } from '../../model/span.ts';
import type { Step } from '../step.ts';
import { nameAround, type NameAround } from './name-around.ts';
import { tailOf, type Tail } from './tail.ts';

/** Fills `doc.instruments`; runs after times and names, whose mentions it takes as dates and parties. */
export const findInstruments: Step = (doc, { instruments }) => {
  const found: InstrumentMention[] = [];
  for (const match of instruments.findAll(doc.text, doc.words)) found.push(...mentionsAt(doc, match));
  return { ...doc, instruments: found };
};

function mentionsAt(doc: Doc, match: PhraseMatch<InstrumentEntry>): InstrumentMention[] {
  const first = indexAt(doc.tokens, match.start);
  const last = indexAt(doc.tokens, match.end - 1);
  const sentence = doc.sentences[indexAt(doc.sentences, match.start)];
  if (sentence === undefined || first < sentence.first || doc.tokens[first]!.pos === 'VERB') return [];
  if (isInsideName(doc, match)) return [];
  const entry = match.values[0]!;
  const name = nameAround(doc, first, last, sentence);
  const tail = tailOf(doc, name.last, sentence);
  if (!isCertain(doc, entry, name, tail)) return [];
  const span: Span = {
    start: doc.tokens[name.first]!.start,
    end: Math.max(match.end, doc.tokens[name.last]!.end, tail.end),
  };
  const parties = tail.parties.length > 0 ? tail.parties : name.parties;
  const base = { ...span, class: classOf(entry, name), parties, ...(name.name !== undefined && { name: name.name }) };
  const dates = tail.dates.length > 0 ? tail.dates : name.dates;
  if (dates.length === 0) return [{ ...base, key: keyOf(base.class, name.name) }];
  return dates.map(({ value, span: dateSpan }) => ({
    ...base,
    date: value,
    dateSpan,
    key: keyOf(base.class, name.name, value),
  }));
}

/** "Treaty" in the name of an organisation is no treaty. */
function isInsideName({ actors }: Doc, { start, end }: Span): boolean {
  const actor = actors[indexAt(actors, start)];
  return actor !== undefined && actor.start < start && actor.end >= end;
}

const keyOf = (group: string, name: string | undefined, date?: string): string =>
  [group, name?.toLowerCase(), date].filter((part) => part !== undefined).join('|');

/** Whether the words mean one certain instrument rather than "a statement" that somebody made. */
function isCertain(doc: Doc, { needs, id }: InstrumentEntry, name: NameAround, tail: Tail): boolean {
  const isDated = tail.dates.length > 0 || name.dates.length > 0;
  if (name.name !== undefined && (NO_TITLE.test(name.name) || (!isDated && KIND_OF_DEALS.test(name.name))))
    return false;
  // An official's memorandum to a chief binds nobody
  if (id === 'memorandum' && name.name === undefined && tail.parties.length < 2) return false;
  if (id === 'resolution' && !/\d/.test(name.name ?? '') && !isDated) return false;
  // "a convention on X" may be a gathering
  if (/\bconvention\b/i.test(name.name ?? '') && isIndefinite(doc.tokens, name.first)) return false;
  if (!isDated && isWished(doc.tokens, name.first)) return false;
  switch (needs) {
    case 'any':
      return !isIndefinite(doc.tokens, name.first) || name.name !== undefined || isDated;
    case 'joint':
      return (name.isJoint && (isDated || tail.parties.length > 1)) || (tail.isDatedByOf && !tail.isSpeech);
    case 'name':
      return name.name !== undefined || tail.isDatedByOf || (name.isJoint && isDated) || name.dates.length > 0;
    case 'number':
      return name.name !== undefined;
    default:
      return needs satisfies never;
  }
}

/** "an ambitious and balanced agreement": one that is still to be made. */
function isWished(tokens: readonly Token[], first: number): boolean {
  for (let at = first; at >= Math.max(0, first - 4); at--) {
    const { lower, pos } = tokens[at]!;
    if (lower === 'a' || lower === 'an') return at < first;
    if (at < first && pos !== 'ADJ' && pos !== 'CCONJ' && pos !== 'ADV') return false;
  }
  return false;
}

/** A house, a body or a draft that has the word in its name. */
const NO_TITLE =
  /(?:\b(?:cent(?:er|re)|committee|commission|council|hall|secretariat|areas?|fund|bank|body|conference|group|office|states|members?)$|\bdraft\b)/i;
/** Plurals that mean a kind of deal: "free trade agreements", "visiting forces agreements". */
const KIND_OF_DEALS =
  /\b(?:trade|investment|regional|bilateral|american|african|asian|european|tax|air|fishing)\b.*(?:agreements|accords|deals|treaties|pacts|conventions|protocols)$/i;

/** "a peace agreement" may be any. */
const isIndefinite = (tokens: readonly Token[], first: number): boolean =>
  /^(?:an?|any|some|no)$/.test(tokens[first]!.lower);

/** A named treaty that speaks of peace or truce is of that class. */
function classOf({ class: group }: InstrumentEntry, { name }: NameAround): InstrumentMention['class'] {
  if (name === undefined || group === 'resolution' || group === 'joint statement') return group;
  if (/\b(?:cease-?fire|truce|armistice)\b/i.test(name)) return 'ceasefire';
  return /\bpeace\b/i.test(name) ? 'peace' : group;
}
