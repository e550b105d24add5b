/**
 * The working state of a ledger: reports and the entries they fused into, kept up to date a block at a time. What it
 * shows is a function of the reports and decisions that are in it; `foldLedger` builds it from nothing.
 */
import type { Decision } from '../model/decision.ts';
import type { CodedReport, ReportCard, Situation } from '../model/ledger.ts';
import type { CodedRecord } from '../model/record.ts';
import { type Coverage, addCoverage, createCoverage, dropCoverage } from './coverage.ts';
import { type Applied, NOTHING_APPLIED, applyDecisions, correct, standingDecisions } from './decisions.ts';
import type { Weighing } from './entry/voices.ts';
import { deleteItem, insertItem } from './fuse/engine.ts';
import { type Engines, createEngines } from './fuse/fusions.ts';
import { type HashTree, createHashTree } from './hash-tree.ts';
import { type Item, connectItems, itemOf, partiesOfReport, publicationOf } from './item.ts';
import { pairKey } from './keys.ts';
import { type SideBook, sideBook } from './sides.ts';
import type { Slot, Stake } from './slots.ts';
import {
  type Retractions,
  addRetractionCard,
  createRetractions,
  dropRetractionCard,
  settleRetractions,
} from './stories/retractions.ts';
import { type StoryBook, addStoryCard, createStoryBook, dropStoryCard } from './stories/book.ts';
import { type Copies, addCopyCard, createCopies, dropCopyCard, firstOutlet } from './stories/copies.ts';
import type { Told } from './tracked.ts';
import { type TruceBook, createTruceBook } from './truce/book.ts';

export interface Held {
  readonly card: ReportCard;
  readonly records: readonly CodedRecord[];
  items: readonly Item[];
}

export interface LedgerSetup {
  readonly situations?: readonly Situation[];
  readonly decisions?: readonly Decision[];
  /** Names for people of countries and other codes: `{ ARM: 'Armenia' }`. */
  readonly names?: Readonly<Record<string, string>>;
}

/** What changed since somebody last asked. */
export interface Changes {
  readonly slots: Set<Slot>;
  /** Slots that nobody was told of yet. */
  readonly fresh: Set<Slot>;
  readonly gone: Set<string>;
  readonly truces: Set<string>;
  /** Meetings and plans that came, went or hang on something that did. */
  readonly announced: Set<Slot>;
}

export interface LedgerState {
  readonly setup: LedgerSetup;
  readonly reports: Map<string, Held>;
  readonly engines: Engines;
  readonly slots: Set<Slot>;
  /** Meetings and plans among them: what the agenda is made of. */
  readonly announced: Set<Slot>;
  /** Digests of all slots that have one; the others are in `unhashed`, beside some that are gone. */
  readonly hashes: HashTree;
  readonly unhashed: Slot[];
  /** Configured situations that incidents and agreements belong to, with how much they weigh. */
  readonly stakes: Map<string, Stake>;
  /** Items that decisions name, by record. */
  readonly named: Map<string, Item>;
  readonly copies: Copies;
  readonly retractions: Retractions;
  readonly storyBook: StoryBook;
  readonly truces: TruceBook;
  readonly coverage: Coverage;
  /** All decisions as they were laid down, and those of them that stand. */
  log: readonly Decision[];
  decisions: readonly Decision[];
  applied: Applied;
  book: SideBook;
  weighing: Weighing;
  /** Reports that came or went, or whose decisions changed, since the entries were last brought up to date. */
  readonly pending: Set<string>;
  /** The end of the last dated report, when no report that had it was taken out. */
  end: number | undefined;
  isEndStale: boolean;
  /** What changed since somebody last asked, and all but the entries as it was told then; undefined while nobody does. */
  changes: Changes | undefined;
  told: Told | undefined;
}

/** An empty ledger with its decisions and situations. */
export function createLedgerState(setup: LedgerSetup = {}): LedgerState {
  const decisions = standingDecisions(setup.decisions ?? []);
  const book = sideBook(setup.situations ?? [], decisions, setup.names ?? {});
  const copies = createCopies();
  return {
    setup,
    reports: new Map(),
    engines: createEngines(),
    slots: new Set(),
    announced: new Set(),
    hashes: createHashTree(),
    unhashed: [],
    stakes: new Map(),
    named: new Map(),
    copies,
    retractions: createRetractions(),
    storyBook: createStoryBook(),
    truces: createTruceBook(),
    coverage: createCoverage(),
    log: setup.decisions ?? [],
    decisions,
    applied: NOTHING_APPLIED,
    book,
    weighing: {
      sides: book,
      firstOutlet: (report) => firstOutlet(copies, report),
      withdrawalOf: undefined,
    },
    pending: new Set(),
    end: undefined,
    isEndStale: false,
    changes: undefined,
    told: undefined,
  };
}

/** Replaces the decisions. Only the reports that they speak of are entered anew, all of them when sides changed. */
export function setDecisions(state: LedgerState, decisions: readonly Decision[]): void {
  const before = state.decisions;
  state.log = decisions;
  state.decisions = standingDecisions(decisions);
  const changed = symmetricDifference(before, state.decisions);
  for (const decision of changed) for (const report of reportsOf(decision)) state.pending.add(report);
  if (!changed.some((decision) => decision.type === 'side')) return;
  state.book = sideBook(state.setup.situations ?? [], state.decisions, state.setup.names ?? {});
  state.weighing = { ...state.weighing, sides: state.book };
  for (const report of state.reports.keys()) state.pending.add(report);
}

function symmetricDifference(a: readonly Decision[], b: readonly Decision[]): Decision[] {
  const inA = new Set(a.map((decision) => decision.id));
  const inB = new Set(b.map((decision) => decision.id));
  return [...a.filter((decision) => !inB.has(decision.id)), ...b.filter((decision) => !inA.has(decision.id))];
}

function reportsOf(decision: Decision): string[] {
  if (decision.type === 'side' || decision.type === 'undo') return [];
  const target = decision.target.report;
  return isPair(decision) ? [target, decision.other.report] : [target];
}

const isPair = (decision: Decision): decision is Extract<Decision, { type: 'merge' | 'split' }> =>
  decision.type === 'merge' || decision.type === 'split';

/** Lays one more decision on top of those that are there. */
export function addDecision(state: LedgerState, decision: Decision): void {
  setDecisions(state, [...state.log, decision]);
}

/** Takes reports in. A report that is already there is replaced by its newer coding. */
export function addReports(state: LedgerState, reports: Iterable<CodedReport>): void {
  for (const { card, records } of reports) {
    if (state.reports.has(card.id)) removeReport(state, card.id);
    state.reports.set(card.id, { card, records: withUniqueIds(records), items: [] });
    state.pending.add(card.id);
    addStoryCard(state.storyBook, card);
    addRetractionCard(state.retractions, card);
    for (const touched of addCopyCard(state.copies, card)) state.pending.add(touched);
  }
}

/** Takes a report and everything that it contributed out again. */
export function removeReport(state: LedgerState, id: string): void {
  const held = state.reports.get(id);
  if (held === undefined) return;
  withdraw(state, held);
  state.isEndStale ||= publicationOf(held.card)?.hi === state.end;
  state.reports.delete(id);
  dropStoryCard(state.storyBook, held.card);
  dropRetractionCard(state.retractions, held.card);
  state.pending.add(id);
  for (const touched of dropCopyCard(state.copies, held.card)) state.pending.add(touched);
}

/** Most reports have few records: comparing them is cheaper than a set of them. */
function hasTwins(records: readonly CodedRecord[]): boolean {
  if (records.length > 24) return new Set(records.map(({ id }) => id)).size < records.length;
  for (let a = 1; a < records.length; a++)
    for (let b = 0; b < a; b++) if (records[a]!.id === records[b]!.id) return true;
  return false;
}

/** Two records of one report with one id would be one record: the later ones get a suffix. */
function withUniqueIds(records: readonly CodedRecord[]): readonly CodedRecord[] {
  if (!hasTwins(records)) return records;
  const counts = new Map<string, number>();
  return records.map((record) => {
    const count = (counts.get(record.id) ?? 0) + 1;
    counts.set(record.id, count);
    return count === 1 ? record : { ...record, id: `${record.id}~${count}` };
  });
}

function withdraw(state: LedgerState, held: Held): void {
  for (const item of held.items) {
    deleteItem(state.engines[item.kind], item);
    if (state.named.size > 0) state.named.delete(item.uid);
  }
  dropCoverage(state.coverage, held.card.id);
  held.items = [];
}

function enter(state: LedgerState, held: Held): void {
  const pub = publicationOf(held.card);
  if (pub !== undefined && (state.end === undefined || pub.hi > state.end)) state.end = pub.hi;
  const parties = partiesOfReport(held.records, pub, (actors, at) => state.book.enemiesOf(actors, at));
  const { byRecord } = state.applied;
  held.items = held.records.map((coded) => {
    const decisions = byRecord.size === 0 ? undefined : byRecord.get(coded.id);
    if (decisions === undefined) return itemOf(coded, held.card, pub, parties);
    const { record, corrected } = correct(coded, decisions);
    const item = itemOf(record, held.card, pub, parties, corrected);
    state.named.set(item.uid, item);
    return item;
  });
  connectItems(held.items);
  for (const item of held.items) insertItem(state.engines[item.kind], item);
  addCoverage(state.coverage, held.items, state.book);
}

/** The end of the last report's day: what "now" means when nobody says. */
export function endOfReports(state: LedgerState): number | undefined {
  if (!state.isEndStale) return state.end;
  state.end = undefined;
  for (const { card } of state.reports.values()) {
    const end = publicationOf(card)?.hi;
    if (end !== undefined && (state.end === undefined || end > state.end)) state.end = end;
  }
  state.isEndStale = false;
  return state.end;
}

/** Enters what is pending; gives false when there was nothing to do. */
export function enterPending(state: LedgerState): boolean {
  if (state.pending.size === 0 && state.applied !== NOTHING_APPLIED) return false;
  applyAnew(state);
  takeBack(state);
  for (const id of state.pending) {
    const held = state.reports.get(id);
    if (held === undefined) continue;
    withdraw(state, held);
    enter(state, held);
  }
  state.pending.clear();
  return true;
}

/** What agencies took back, or no longer do, is weighed anew. */
function takeBack(state: LedgerState): void {
  for (const id of settleRetractions(state.retractions, state.copies)) state.pending.add(id);
  const { withdrawn } = state.retractions;
  const withdrawalOf = withdrawn.size === 0 ? undefined : (report: string) => withdrawn.get(report);
  state.weighing = { ...state.weighing, withdrawalOf };
}

/** Looks up the records of the decisions again. A merge or split holds by both its records: both reports are entered anew. */
function applyAnew(state: LedgerState): void {
  if (state.decisions.length === 0 && state.applied === NOTHING_APPLIED) return;
  state.applied = applyDecisions(state.decisions, (report) => state.reports.get(report)?.records);
  for (const decision of state.decisions)
    if (isPair(decision) && reportsOf(decision).some((report) => state.pending.has(report)))
      for (const report of reportsOf(decision)) state.pending.add(report);
  const { splitRecords, splits, splitFrom, splitPartners } = state.applied;
  for (const engine of Object.values(state.engines))
    engine.apart = {
      has: (uid) => splitRecords.has(uid),
      isApart: (a, b) => splits.has(pairKey(a, b)),
      splitFrom: (uid) => splitFrom.get(uid) ?? [],
      splitPartners: (uid) => splitPartners.get(uid) ?? [],
      itemOf: (uid) => state.named.get(uid),
    };
}
