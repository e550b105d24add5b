/**
 * The working state of a ledger: reports and the entries they fused into, kept up to date a block at a time. What it
 * shows is a function of the reports and decisions that are in it; `foldLedger` builds it from nothing.
 */
import type { Decision } from '../model/decision.ts';
import type { CodedReport, Join, ReportCard, Situation } from '../model/ledger.ts';
import { type CodedRecord, RECORD_KINDS, type RecordKind } from '../model/record.ts';
import { type Bundle, bundleOf } from './bundle.ts';
import { type Applied, applyDecisions, correct, standingDecisions } from './decisions.ts';
import { type Core, coreOf } from './entry/entry.ts';
import type { Weighing } from './entry/voices.ts';
import { deleteItem, insertItem } from './fuse/engine.ts';
import { type Engines, createEngines } from './fuse/fusions.ts';
import type { Cluster } from './fuse/kind.ts';
import { settle } from './fuse/settle.ts';
import { type Item, itemOf, partiesOfReport, publicationOf } from './item.ts';
import { pairKey } from './keys.ts';
import { type SideBook, sideBook } from './sides.ts';
import { type Copies, addCopyCard, createCopies, dropCopyCard, firstOutlet } from './stories/copies.ts';
import { type StoryBook, addStoryCard, createStoryBook, dropStoryCard } from './stories/book.ts';

/** What one entry is made of; its core is built when somebody asks. */
export interface Slot {
  readonly clusters: readonly Cluster<unknown>[];
  readonly merges: readonly Join[];
  bundle: Bundle | undefined;
  core: Core | undefined;
}

interface Held {
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

export interface LedgerState {
  readonly setup: LedgerSetup;
  readonly reports: Map<string, Held>;
  readonly engines: Engines;
  readonly slots: Map<Cluster<unknown>, Slot>;
  readonly about: Map<string, Item[]>;
  readonly copies: Copies;
  readonly storyBook: StoryBook;
  decisions: readonly Decision[];
  applied: Applied;
  book: SideBook;
  weighing: Weighing;
  /** Reports that came or went since the decisions were last looked up. */
  readonly pending: Set<string>;
  /** Grows with every change: what was derived from an older revision is stale. */
  revision: number;
}

const NOTHING_APPLIED: Applied = {
  byRecord: new Map(),
  merges: [],
  splits: new Set(),
  splitRecords: new Set(),
  splitFrom: new Map(),
  splitPartners: new Map(),
  unattached: [],
};

/** An empty ledger with its decisions and situations. */
export function createLedgerState(setup: LedgerSetup = {}): LedgerState {
  const decisions = standingDecisions(setup.decisions ?? []);
  const book = sideBook(setup.situations ?? [], decisions, setup.names ?? {});
  const about = new Map<string, Item[]>();
  const copies = createCopies();
  return {
    setup,
    reports: new Map(),
    engines: createEngines(),
    slots: new Map(),
    about,
    copies,
    storyBook: createStoryBook(),
    decisions,
    applied: NOTHING_APPLIED,
    book,
    weighing: {
      sides: book,
      statementsAbout: (uid) => about.get(uid) ?? [],
      firstOutlet: (report) => firstOutlet(copies, report),
    },
    pending: new Set(),
    revision: 0,
  };
}

/** Replaces the decisions. Only the reports that they speak of are entered anew, all entries when sides changed. */
export function setDecisions(state: LedgerState, decisions: readonly Decision[]): void {
  const before = state.decisions;
  state.decisions = standingDecisions(decisions);
  const changed = symmetricDifference(before, state.decisions);
  for (const decision of changed) for (const report of reportsOf(decision)) state.pending.add(report);
  if (changed.some((decision) => decision.type === 'side')) {
    state.book = sideBook(state.setup.situations ?? [], state.decisions, state.setup.names ?? {});
    state.weighing = { ...state.weighing, sides: state.book };
    for (const slot of state.slots.values()) slot.core = undefined;
  }
  state.revision++;
}

function symmetricDifference(a: readonly Decision[], b: readonly Decision[]): Decision[] {
  const inA = new Set(a.map((decision) => decision.id));
  const inB = new Set(b.map((decision) => decision.id));
  return [...a.filter((decision) => !inB.has(decision.id)), ...b.filter((decision) => !inA.has(decision.id))];
}

function reportsOf(decision: Decision): string[] {
  if (decision.type === 'side' || decision.type === 'undo') return [];
  const target = decision.target.report;
  return decision.type === 'merge' || decision.type === 'split' ? [target, decision.other.report] : [target];
}

/** Takes reports in. A report that is already there is replaced by its newer coding. */
export function addReports(state: LedgerState, reports: Iterable<CodedReport>): void {
  for (const { card, records } of reports) {
    if (state.reports.has(card.id)) removeReport(state, card.id);
    state.reports.set(card.id, { card, records: withUniqueIds(records), items: [] });
    state.pending.add(card.id);
    addStoryCard(state.storyBook, card);
    for (const touched of addCopyCard(state.copies, card)) forget(state, touched);
  }
  state.revision++;
}

/** Takes a report and everything that it contributed out again. */
export function removeReport(state: LedgerState, id: string): void {
  const held = state.reports.get(id);
  if (held === undefined) return;
  withdraw(state, held);
  state.reports.delete(id);
  dropStoryCard(state.storyBook, held.card);
  state.pending.add(id);
  for (const touched of dropCopyCard(state.copies, held.card)) forget(state, touched);
  state.revision++;
}

/** Two records of one report with one id would be one record: the later ones get a suffix. */
function withUniqueIds(records: readonly CodedRecord[]): readonly CodedRecord[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const count = (seen.get(record.id) ?? 0) + 1;
    seen.set(record.id, count);
    return count === 1 ? record : { ...record, id: `${record.id}~${count}` };
  });
}

function withdraw(state: LedgerState, held: Held): void {
  for (const item of held.items) {
    deleteItem(state.engines[item.kind], item.uid);
    if (item.record.kind === 'statement') for (const uid of item.record.about) dropAbout(state, uid, item);
  }
  held.items = [];
}

function dropAbout(state: LedgerState, uid: string, item: Item): void {
  const left = state.about.get(uid)?.filter((other) => other !== item) ?? [];
  if (left.length === 0) state.about.delete(uid);
  else state.about.set(uid, left);
}

function enter(state: LedgerState, held: Held): void {
  const pub = publicationOf(held.card);
  const parties = partiesOfReport(held.records);
  held.items = held.records.map((coded) => {
    const { record, corrected } = correct(coded, state.applied.byRecord.get(coded.id) ?? []);
    return itemOf(record, held.card, pub, parties, corrected);
  });
  for (const item of held.items) {
    insertItem(state.engines[item.kind], item);
    if (item.record.kind === 'statement')
      for (const uid of item.record.about) state.about.set(uid, [...(state.about.get(uid) ?? []), item]);
  }
}

/** Brings entries up to date with the reports and decisions. Cheap when nothing changed. */
export function settleState(state: LedgerState): void {
  if (state.pending.size === 0 && state.applied !== NOTHING_APPLIED) return;
  applyAnew(state);
  for (const id of state.pending) {
    const held = state.reports.get(id);
    if (held === undefined) continue;
    withdraw(state, held);
    enter(state, held);
  }
  state.pending.clear();
  for (const kind of RECORD_KINDS) settleKind(state, kind);
}

/** Looks up the records of the decisions again. A merge or split holds by both records, so both reports are entered anew. */
function applyAnew(state: LedgerState): void {
  if (state.decisions.length === 0 && state.applied === NOTHING_APPLIED) return;
  state.applied = applyDecisions(state.decisions, (report) => state.reports.get(report)?.records);
  for (const decision of state.decisions)
    if (
      (decision.type === 'split' || decision.type === 'merge') &&
      reportsOf(decision).some((report) => state.pending.has(report))
    )
      for (const report of reportsOf(decision)) state.pending.add(report);
  for (const engine of Object.values(state.engines))
    engine.apart = {
      has: (uid) => state.applied.splitRecords.has(uid),
      isApart: (a, b) => state.applied.splits.has(pairKey(a, b)),
      splitFrom: (uid) => state.applied.splitFrom.get(uid) ?? [],
      splitPartners: (uid) => state.applied.splitPartners.get(uid) ?? [],
    };
}

function settleKind(state: LedgerState, kind: RecordKind): void {
  const engine = state.engines[kind];
  const { changed, gone } = settle(engine);
  for (const cluster of [...gone, ...changed]) dissolve(state, cluster);
  for (const cluster of changed) if (!cluster.dead) state.slots.set(cluster, newSlot([cluster], []));
  mergeSlots(state, kind);
}

const newSlot = (clusters: readonly Cluster<unknown>[], merges: readonly Join[]): Slot => ({
  clusters,
  merges,
  bundle: undefined,
  core: undefined,
});

/** Takes a slot apart: its other clusters stand alone until decisions merge them again. */
function dissolve(state: LedgerState, cluster: Cluster<unknown>): void {
  const slot = state.slots.get(cluster);
  if (slot === undefined) return;
  state.slots.delete(cluster);
  for (const other of slot.clusters) if (other !== cluster && !other.dead) state.slots.set(other, newSlot([other], []));
}

function mergeSlots(state: LedgerState, kind: RecordKind): void {
  for (const { a, b, decision } of state.applied.merges) {
    const [x, y] = [clusterOf(state, kind, a), clusterOf(state, kind, b)];
    if (x === undefined || y === undefined) continue;
    const [left, right] = [state.slots.get(x)!, state.slots.get(y)!];
    if (left === right) continue;
    const join: Join = { rule: 'decision-merge', a, b, reason: `merged by ${decision.by}: ${decision.why}` };
    const merged = newSlot([...left.clusters, ...right.clusters], [...left.merges, ...right.merges, join]);
    for (const cluster of merged.clusters) state.slots.set(cluster, merged);
  }
}

const clusterOf = (state: LedgerState, kind: RecordKind, uid: string): Cluster<unknown> | undefined =>
  state.engines[kind].nodeOf.get(uid)?.cluster;

/** The slot that holds a record. */
export function slotOfRecord(state: LedgerState, uid: string): Slot | undefined {
  for (const kind of RECORD_KINDS) {
    const cluster = clusterOf(state, kind, uid);
    if (cluster !== undefined) return state.slots.get(cluster);
  }
  return undefined;
}

export function bundleOfSlot(state: LedgerState, slot: Slot): Bundle {
  slot.bundle ??= bundleOf(state.engines[slot.clusters[0]!.kind].fusion, slot.clusters, slot.merges);
  return slot.bundle;
}

/** The entry of a slot, built when it changed. */
export function coreOfSlot(state: LedgerState, slot: Slot): Core {
  slot.core ??= buildCore(state, bundleOfSlot(state, slot));
  return slot.core;
}

function buildCore(state: LedgerState, bundle: Bundle): Core {
  const { byRecord } = state.applied;
  const touching =
    byRecord.size === 0 ? [] : [...new Set(bundle.items.flatMap((item) => byRecord.get(item.uid) ?? []))];
  return coreOf(bundle, state.weighing, touching.length < 2 ? touching : inOrder(state, touching));
}

const inOrder = (state: LedgerState, touching: readonly Decision[]): Decision[] => {
  const set = new Set(touching);
  return state.decisions.filter((decision) => set.has(decision));
};

/** Entries of a report are weighed anew, because it turned out to be a copy, or no copy. */
function forget(state: LedgerState, report: string): void {
  for (const item of state.reports.get(report)?.items ?? []) {
    const cluster = clusterOf(state, item.kind, item.uid);
    const slot = cluster && state.slots.get(cluster);
    if (slot !== undefined) slot.core = undefined;
  }
}

/** Every slot once. */
export const allSlots = (state: LedgerState): Set<Slot> => new Set(state.slots.values());
