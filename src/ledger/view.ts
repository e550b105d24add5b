/** Shows a state as a ledger: entries with their links, truces and agenda as of a moment, coverage, hash. */
import { keyOfDay } from '../model/coverage-key.ts';
import type { CodedReport, Entry, Ledger, LedgerBrief, LedgerHead } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import { addToAgenda, byDue, createAgenda, tellAgenda } from './agenda/agenda.ts';
import { hashOf } from './canonical.ts';
import { coverageDays, daysOf } from './coverage.ts';
import { digestOf } from './digest.ts';
import { hashOfSet } from './hash-tree.ts';
import { publicationOf } from './item.ts';
import { byText } from './keys.ts';
import { linksOf } from './links.ts';
import { hashOfList } from './part.ts';
import { coreOfSlot, hashOfEntries, settleState, slotOfItem } from './settle.ts';
import { hashOfSituations, situationsOf } from './situations.ts';
import { type Slot, bundleOfSlot } from './slots.ts';
import { type LedgerState, addReports, createLedgerState, endOfReports } from './state.ts';
import { storiesIn } from './stories/book.ts';
import { instant, isoOf, windowOfValue } from './time.ts';
import { type Heard, truceAt } from './truce/truce.ts';

export interface LedgerOptions {
  /** The moment: an instant, or a date that stands for its end. Reports that came later are left out. */
  readonly asOf?: string;
  /** Whether a report counts from its own date or from its capture. */
  readonly asOfBy?: 'report' | 'capture';
}

/** The ledger of a state as of a moment. */
export function ledgerOf(state: LedgerState, options: LedgerOptions = {}): Ledger {
  const { asOf } = options;
  if (asOf === undefined) return show(state, undefined, []);
  const moment = momentOf(asOf);
  const { known, undated, all } = knownBy(state, moment, options.asOfBy ?? 'report');
  if (all) return show(state, moment, undated);
  const decisions = state.decisions.filter(
    (decision) => options.asOfBy !== 'capture' || (instant(decision.at) ?? 0) <= moment,
  );
  const then = createLedgerState({ ...state.setup, decisions });
  addReports(then, known);
  return show(then, moment, undated);
}

/** A date means its end, anything finer its own instant. */
function momentOf(asOf: string): number {
  const window = windowOfValue(asOf);
  if (window === undefined) throw new RangeError(`"${asOf}" is no date and no instant`);
  return asOf.length <= 10 ? window.hi : window.lo;
}

function knownBy(
  state: LedgerState,
  moment: number,
  by: 'report' | 'capture',
): { known: CodedReport[]; undated: string[]; all: boolean } {
  const known: CodedReport[] = [];
  const undated: string[] = [];
  for (const { card, records } of state.reports.values()) {
    const captured = card.captured === undefined ? undefined : instant(card.captured);
    const at = by === 'capture' ? captured : (publicationOf(card)?.lo ?? captured);
    if (at === undefined) undated.push(card.id);
    else if (at < moment) known.push({ card, records });
  }
  return { known, undated: undated.sort(byText), all: known.length === state.reports.size };
}

function show(state: LedgerState, asked: number | undefined, undated: readonly string[]): Ledger {
  settleState(state);
  const slots = orderedSlots(state, state.slots);
  const { hash, asOf, asOfBasis, ...head } = headOf(state, asked, undated);
  const storyOf = new Map(head.stories.flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)));
  return {
    hash,
    ...(asOf === undefined ? {} : { asOf, asOfBasis: asOfBasis! }),
    entries: slots.map((slot) => entryOf(state, slot, storyOf.get(firstReport(slot)))),
    ...head,
  };
}

/** The report that gives an entry its story. */
export const firstReport = (slot: Slot): string => bundleOfSlot(slot).items[0]!.card.id;

/** Everything but the entries, for a settled state. */
function headOf(state: LedgerState, asked: number | undefined, undated: readonly string[]): LedgerHead {
  const moment = asked ?? endOfReports(state);
  const view: Omit<LedgerHead, 'hash'> = {
    ...momentIn(moment, asked),
    truces: moment === undefined ? [] : trucesAt(state, moment, state.truces.lives.keys()),
    agenda: agendaAt(state, moment),
    stories: storiesIn(state.storyBook),
    situations: situationsOf(state),
    coverage: coverageDays(state.coverage),
    unattached: state.applied.unattached,
    undated,
  };
  return { hash: hashWith(view, hashOfEntries(state)), ...view };
}

/** How a head names its moment. */
export const momentIn = (moment: number | undefined, asked?: number): Pick<LedgerHead, 'asOf' | 'asOfBasis'> =>
  moment === undefined ? {} : { asOf: isoOf(moment), asOfBasis: asked === undefined ? 'last report' : 'asked' };

/** Truces of these ids as of a moment, by when they took effect. */
export function trucesAt(state: LedgerState, moment: number, ids: Iterable<string>): Ledger['truces'] {
  const heard: Heard = (side) => daysOf(state.coverage, side);
  return [...ids]
    .flatMap((id) => state.truces.lives.get(id) ?? [])
    .map((life) => truceAt(life, moment, state.weighing, heard))
    .sort((a, b) => byText(a.effectiveFrom ?? '9', b.effectiveFrom ?? '9') || byText(a.id, b.id));
}

function agendaAt(state: LedgerState, moment: number | undefined): Ledger['agenda'] {
  const agenda = createAgenda();
  for (const slot of state.announced) addToAgenda(agenda, coreOfSlot(state, slot));
  return tellAgenda(agenda, moment, (item) => coreOfSlot(state, slotOfItem(item))).toSorted(byDue);
}

/** The hash of everything in a ledger but the hash itself; entries count by what they are made of. */
export const hashLedger = ({ entries, ...view }: Omit<Ledger, 'hash'>): string =>
  hashWith(view, hashOfSet(entries.map(digestOf)));

function hashWith(view: Omit<LedgerHead, 'hash'>, entries: string): string {
  const { truces, agenda, stories, coverage, ...brief } = view;
  return hashOfHead(brief, {
    entries,
    truces: hashOfList(truces, ({ id }) => id),
    agenda: hashOfList(agenda, ({ entry }) => entry),
    stories: hashOfList(stories, ({ id }) => id),
    coverage: hashOfList(coverage, keyOfDay),
  });
}

/** The hash of a ledger from those of its lists. */
export const hashOfHead = (
  { situations, ...brief }: Omit<LedgerBrief, 'hash'>,
  lists: Readonly<Record<'entries' | 'truces' | 'agenda' | 'stories' | 'coverage', string>>,
): string => hashOf({ ...brief, ...lists, situations: hashOfSituations(situations), hash: undefined });

const ORDER: Readonly<Record<RecordKind, number>> = {
  agreement: 0,
  incident: 1,
  toll: 2,
  observation: 3,
  request: 4,
  meeting: 5,
  plan: 6,
  mechanism: 7,
  statement: 8,
  event: 9,
};

/** By kind, then time, then id. */
function orderedSlots(state: LedgerState, slots: Iterable<Slot>): Slot[] {
  const keyed = [...slots].map((slot) => {
    const { entry, when } = coreOfSlot(state, slot);
    return { slot, order: ORDER[slot.kind], at: when?.lo ?? Infinity, id: entry.id };
  });
  keyed.sort((a, b) => a.order - b.order || (a.at === b.at ? byText(a.id, b.id) : a.at - b.at));
  return keyed.map(({ slot }) => slot);
}

/** The entry of a slot with its links, and its story where that is asked for. */
export function entryOf(state: LedgerState, slot: Slot, story?: string): Entry {
  const { entry } = coreOfSlot(state, slot);
  return { ...entry, links: linksOf(state, slot), ...(story === undefined ? {} : { story }) };
}
