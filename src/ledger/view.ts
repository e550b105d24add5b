/** Shows a state as a ledger: entries with their links, truces and agenda as of a moment, coverage, hash. */
import type { CodedReport, Entry, Ledger, LedgerHead, Situation, Story } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import { agendaOf } from './agenda/agenda.ts';
import { hashOf } from './canonical.ts';
import { coverageDays, daysOf } from './coverage.ts';
import { digestOf, sumOf } from './digest.ts';
import type { Core } from './entry/entry.ts';
import { publicationOf } from './item.ts';
import { byText } from './keys.ts';
import { linksOf } from './links.ts';
import { bundleAt, coreOfSlot, settleState, slotOfItem, sumOfEntries } from './settle.ts';
import type { Slot } from './slots.ts';
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
  const stories = storiesIn(state.storyBook);
  const storyOf = storyByReport(stories);
  const { hash, asOf, asOfBasis, ...head } = headOf(state, stories, asked, undated);
  return {
    hash,
    ...(asOf === undefined ? {} : { asOf, asOfBasis: asOfBasis! }),
    entries: slots.map((slot) => entryOf(state, slot, storyOf.get(bundleAt(state, slot).items[0]!.card.id))),
    ...head,
  };
}

export const storyByReport = (stories: readonly Story[]): ReadonlyMap<string, string> =>
  new Map(stories.flatMap((story) => story.reports.map((report) => [report, story.id] as const)));

/** Everything but the entries, for a settled state; its cost grows with truces, agenda, stories and days. */
export function headOf(
  state: LedgerState,
  stories: readonly Story[],
  asked: number | undefined,
  undated: readonly string[],
): LedgerHead {
  const moment = asked ?? endOfReports(state);
  const view: Omit<LedgerHead, 'hash'> = {
    ...(moment === undefined ? {} : { asOf: isoOf(moment), asOfBasis: asked === undefined ? 'last report' : 'asked' }),
    truces: moment === undefined ? [] : trucesAt(state, moment, state.truces.lives.keys()),
    agenda: moment === undefined ? [] : agendaAt(state, moment),
    stories,
    situations: situationsOf(state),
    coverage: coverageDays(state.coverage),
    unattached: state.applied.unattached,
    undated,
  };
  return { hash: hashWith(view, sumOfEntries(state)), ...view };
}

/** Truces of these ids as of a moment, by when they took effect. */
export function trucesAt(state: LedgerState, moment: number, ids: Iterable<string>): Ledger['truces'] {
  const heard: Heard = (side) => daysOf(state.coverage, side);
  return [...ids]
    .flatMap((id) => state.truces.lives.get(id) ?? [])
    .map((life) => truceAt(life, moment, state.weighing, heard))
    .sort((a, b) => byText(a.effectiveFrom ?? '9', b.effectiveFrom ?? '9') || byText(a.id, b.id));
}

function agendaAt(state: LedgerState, moment: number): Ledger['agenda'] {
  const slots = orderedSlots(state, state.announced);
  const ofKind = (kind: RecordKind): Core[] =>
    slots.flatMap((slot) => (slot.kind === kind ? [coreOfSlot(state, slot)] : []));
  return agendaOf(ofKind('meeting'), ofKind('plan'), moment, (item) => coreOfSlot(state, slotOfItem(item)));
}

/** The hash of everything in a ledger but the hash itself; entries count as a set, by what they are made of. */
export function hashLedger({ entries, ...view }: Omit<Ledger, 'hash'>): string {
  return hashWith(view, sumOf(entries.map(digestOf)));
}

const hashWith = (view: Omit<LedgerHead, 'hash'>, entries: string): string =>
  hashOf({ ...view, entries, hash: undefined });

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

/**
 * The configured situations that incidents and agreements belong to, and one derived for every set of parties that has
 * a truce and no configuration; older instruments derive one only where no truce does. The one with most of them first.
 */
function situationsOf(state: LedgerState): Situation[] {
  const found = new Map([...state.stakes.values()].map(({ situation }) => [situation.id, situation]));
  const lives = [...state.truces.lives.values()].sort(
    (a, b) =>
      Number(a.standing) - Number(b.standing) ||
      byText(a.dated.instrument.core.entry.id, b.dated.instrument.core.entry.id),
  );
  for (const { dated, standing } of lives) {
    const { parties, core } = dated.instrument;
    if (core.frame.situation !== undefined || parties.length < 2) continue;
    if (standing && isCovered([...found.values()], parties)) continue;
    const id = `derived:${parties.join('~')}`;
    const named = parties.map((key) => ({ key, name: state.book.nameOf(key) }));
    found.set(id, {
      id,
      name: named.map(({ name }) => name).join(' – '),
      sides: named.map(({ key, name }) => ({ key, name, codes: [{ code: key, role: 'party' as const }] })),
      derived: true,
    });
  }
  const weightOf = ({ id }: Situation): number => state.stakes.get(id)?.weight ?? 0;
  return [...found.values()].sort((a, b) => weightOf(b) - weightOf(a) || byText(a.id, b.id));
}

const isCovered = (situations: readonly Situation[], parties: readonly string[]): boolean =>
  situations.some(({ sides }) => sides.filter(({ key }) => parties.includes(key)).length >= 2);
