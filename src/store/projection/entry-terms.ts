/** Everything that an entry can be filtered by, one word each: `accuser:ARM`, `place:gn:174895`, `truce:agreement-…`. */
import type { Entry } from '../../model/ledger.ts';
import type { EntryLine } from '../../model/lines.ts';
import { sidesIn, slotOf, unique } from './entry-line.ts';
import type { Namer } from './namer.ts';

/** The filters of lists, by the first part of their terms. */
export const TERM_FILTERS = [
  'accuser',
  'accused',
  'speaker',
  'addressee',
  'act',
  'type',
  'place',
  'truce',
  'story',
  'report',
  'party',
  'step',
  'standing',
  'factuality',
  'assigned',
  'reviewed',
  'mapped',
] as const;
export type TermFilter = (typeof TERM_FILTERS)[number];

/** Slots that name parties of the thing itself. */
const PARTY_SLOTS = [
  'perpetrators',
  'targets',
  'side',
  'counter',
  'parties',
  'declaredBy',
  'participants',
  'requester',
  'addressee',
  'speaker',
  'addressees',
  'actors',
  'recipients',
  'who',
  'monitor',
];

/** What a list of entries can be asked for, without repetition, in order. */
export function termsOf(entry: Entry, line: EntryLine, namer: Namer): string[] {
  const terms: string[] = [];
  const add = (filter: TermFilter, values: readonly string[]): void => {
    for (const value of values) if (value !== '') terms.push(`${filter}:${value.slice(0, 200)}`);
  };
  if (entry.kind === 'incident') {
    add('accuser', line.accusers.map(keyOf));
    add('accused', line.accused.length === 0 ? ['unknown'] : line.accused.map(keyOf));
    add('standing', [line.standing]);
    add('type', texts(entry, 'type'));
  }
  if (entry.kind === 'statement') {
    add('speaker', actorTerms(entry, 'speaker', namer));
    add('addressee', actorTerms(entry, 'addressees', namer));
    add('act', texts(entry, 'act'));
  }
  if (entry.kind === 'agreement') add('type', texts(entry, 'class'));
  add('party', unique([...line.accusers.map(keyOf), ...PARTY_SLOTS.flatMap((slot) => sidesIn(entry, slot, namer))]));
  add('place', line.places.map(keyOf));
  add('mapped', line.places.some(({ lat }) => lat !== undefined) ? ['yes'] : []);
  add('truce', line.truces);
  add('report', entry.reports);
  add('story', line.story === undefined ? [] : [line.story]);
  add('step', [line.step]);
  add('factuality', entry.factuality);
  add('assigned', line.assigned === undefined ? [] : [line.assigned]);
  add('reviewed', entry.review === 'unreviewed' ? [] : [entry.review]);
  return unique(terms).sort();
}

const keyOf = ({ key }: { readonly key: string }): string => key;

const texts = (entry: Entry, slot: string): string[] =>
  slotOf(entry, slot).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

/** A person or body by name, by code and by side. */
const actorTerms = (entry: Entry, slot: string, namer: Namer): string[] =>
  slotOf(entry, slot).flatMap(({ value, label }) =>
    typeof value === 'string' ? [label, value, namer.sideOf(value)] : [],
  );
