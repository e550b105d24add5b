/** Brings the entries and truces of a state up to date with its reports and decisions; cheap when nothing changed. */
import type { Decision } from '../model/decision.ts';
import type { Join } from '../model/ledger.ts';
import { RECORD_KINDS, type RecordKind } from '../model/record.ts';
import { type Bundle, joinsIn } from './bundle.ts';
import { digestOf } from './digest.ts';
import { weightOf } from './entry/corroborate.ts';
import { type Core, coreOf, windowOfEntry } from './entry/entry.ts';
import { divide } from './entry/standing.ts';
import { type Frame, frameOf } from './entry/voices.ts';
import type { Cluster, Node } from './fuse/kind.ts';
import { settle } from './fuse/settle.ts';
import { addDigest, dropDigest, hashOfTree } from './hash-tree.ts';
import type { Item } from './item.ts';
import { type Slot, bundleOfSlot, newSlot, slotOf } from './slots.ts';
import { type Changes, type LedgerState, enterPending } from './state.ts';
import { type Act, actOf } from './truce/act.ts';
import { type BookContext, setAct, setInstrument, observedIn, setObservation, settleTruces } from './truce/book.ts';
import { instrumentOf } from './truce/instrument.ts';

/** Brings everything up to date. */
export function settleState(state: LedgerState): void {
  if (!enterPending(state)) return;
  if (state.unhashed.length > 2 * state.slots.size + 1000) forgetGone(state);
  for (const kind of RECORD_KINDS) settleKind(state, kind);
  const { truces, relinked } = settleTruces(state.truces, bookContext(state));
  if (state.changes === undefined) return;
  for (const id of truces) state.changes.truces.add(id);
  for (const { items } of relinked) state.changes.slots.add(slotOfItem(items[0]!));
}

/** Nobody asks for the hash: slots that are gone need not be remembered for it. */
function forgetGone(state: LedgerState): void {
  const left = state.unhashed.filter((slot) => state.slots.has(slot));
  state.unhashed.length = 0;
  for (const slot of left) state.unhashed.push(slot);
}

function settleKind(state: LedgerState, kind: RecordKind): void {
  const { changed, gone } = settle(state.engines[kind]);
  const fresh = new Set<Slot>();
  for (const cluster of gone) retire(state, cluster, fresh);
  for (const cluster of changed) retire(state, cluster, fresh);
  for (const cluster of changed) if (!cluster.dead) place(state, newSlot([cluster], NO_MERGES), fresh);
  mergeSlots(state, kind, fresh);
  for (const slot of fresh) enrol(state, slot);
}

const NO_MERGES: readonly Join[] = [];

const isAnnounced = ({ kind }: Slot): boolean => kind === 'meeting' || kind === 'plan';

function place(state: LedgerState, slot: Slot, fresh: Set<Slot>): void {
  for (const cluster of slot.clusters) cluster.slot = slot;
  state.slots.add(slot);
  state.unhashed.push(slot);
  state.changes?.fresh.add(slot);
  if (isAnnounced(slot)) {
    state.announced.add(slot);
    state.changes?.announced.add(slot);
  }
  fresh.add(slot);
}

/** Takes the slot of a cluster away: its other clusters stand alone until decisions merge them again. */
function retire(state: LedgerState, cluster: Cluster<unknown>, fresh: Set<Slot>): void {
  const slot = slotOf(cluster);
  if (slot === undefined) return;
  remove(state, slot, fresh);
  for (const other of slot.clusters) other.slot = undefined;
  for (const other of slot.clusters)
    if (other !== cluster && !other.dead) place(state, newSlot([other], NO_MERGES), fresh);
}

function remove(state: LedgerState, slot: Slot, fresh: Set<Slot>): void {
  state.slots.delete(slot);
  if (state.announced.delete(slot)) state.changes?.announced.add(slot);
  if (slot.digest !== undefined) dropDigest(state.hashes, slot.digest);
  weigh(state, slot, -1);
  if (slot.act !== undefined) setAct(state.truces, slot.act, false);
  if (slot.instrument !== undefined) setInstrument(state.truces, slot.instrument, false);
  if (slot.observation !== undefined) setObservation(state.truces, slot.observation, false);
  fresh.delete(slot);
  if (state.changes === undefined) return;
  state.changes.slots.delete(slot);
  if (!state.changes.fresh.delete(slot)) state.changes.gone.add(slot.bundle!.id);
}

function mergeSlots(state: LedgerState, kind: RecordKind, fresh: Set<Slot>): void {
  for (const { a, b, decision } of mergesOf(state)) {
    if (a.kind !== kind || b.kind !== kind) continue;
    const [left, right] = [slotOfItem(a), slotOfItem(b)];
    if (left === right) continue;
    const join: Join = {
      rule: 'decision-merge',
      a: a.uid,
      b: b.uid,
      reason: `merged by ${decision.by}: ${decision.why}`,
    };
    const merged = newSlot([...left.clusters, ...right.clusters], [...left.merges, ...right.merges, join]);
    for (const slot of [left, right]) remove(state, slot, fresh);
    place(state, merged, fresh);
  }
}

/** A change shows in the entry itself and in those that point at it. */
function noteChange(state: LedgerState, slot: Slot, changes: Changes): void {
  changes.slots.add(slot);
  for (const item of bundleOfSlot(slot).items)
    for (const other of item.from) {
      const pointing = slotOfItem(other);
      changes.slots.add(pointing);
      if (isAnnounced(pointing)) changes.announced.add(pointing);
      if (pointing.kind === 'agreement') changes.truces.add(bundleOfSlot(pointing).id);
    }
}

/** Merges that stand, with the items of their records. */
function mergesOf(state: LedgerState): { a: Item; b: Item; decision: Decision }[] {
  return state.applied.merges.flatMap(({ a, b, decision }) => {
    const [x, y] = [state.named.get(a), state.named.get(b)];
    return x === undefined || y === undefined ? [] : [{ a: x, b: y, decision }];
  });
}

/** Counts a slot in, or out, for the situation that it belongs to. */
function weigh(state: LedgerState, { stake }: Slot, sign: 1 | -1): void {
  if (stake === undefined) return;
  const { situation } = stake;
  const known = state.stakes.get(situation.id);
  const entries = (known?.entries ?? 0) + sign;
  const weight = (known?.weight ?? 0) + sign * stake.weight;
  if (entries === 0) state.stakes.delete(situation.id);
  else state.stakes.set(situation.id, { situation, weight, entries });
}

function stakeIn(state: LedgerState, slot: Slot, { situation, parties }: Frame): void {
  if (situation === undefined) return;
  slot.stake = { situation, weight: Math.min(parties.length, 2), entries: 1 };
  weigh(state, slot, 1);
}

/** Hands a new slot to the truces. Its core is not kept: most are never looked at. */
function enrol(state: LedgerState, slot: Slot): void {
  if (state.changes !== undefined) noteChange(state, slot, state.changes);
  if (slot.kind === 'incident') enrolIncident(state, slot, bundleOfSlot(slot));
  else if (slot.kind === 'agreement') {
    const core = coreOfSlot(state, slot);
    stakeIn(state, slot, core.frame);
    if (core.entry.review === 'rejected' || core.isGone) return;
    slot.instrument = instrumentOf(core, state.weighing);
    setInstrument(state.truces, slot.instrument, true);
  } else if (slot.kind === 'observation') {
    const core = coreOfSlot(state, slot);
    if (core.isGone) return;
    slot.observation = observedIn(core);
    setObservation(state.truces, slot.observation, true);
  }
}

function enrolIncident(state: LedgerState, slot: Slot, whole: Bundle): void {
  const { counted: bundle, isGone } = divide(whole, state.weighing);
  const frame = frameOf(bundle, state.book);
  stakeIn(state, slot, frame);
  if (isGone || decisionsOn(state, whole).findLast(isReview)?.type === 'reject') return;
  const weight = weightOf(bundle, frame, state.weighing);
  slot.act = actOf({ bundle, frame, when: windowOfEntry(bundle, []), weight });
  if (slot.act !== undefined) setAct(state.truces, slot.act, true);
}

const isReview = (decision: Decision): boolean => decision.type === 'confirm' || decision.type === 'reject';

/** The slot that holds a record. */
export const slotOfItem = (item: Item): Slot => slotOf((item.node as Node<unknown>).cluster!)!;

/** The entry of a slot, built when somebody asks. */
export function coreOfSlot(state: LedgerState, slot: Slot): Core {
  slot.core ??= buildCore(state, slot);
  return slot.core;
}

/** Hash of all entries as a set. Entries that nobody looked at are built for it and not kept. */
export function hashOfEntries(state: LedgerState): string {
  for (const slot of state.unhashed) {
    if (slot.digest !== undefined || !state.slots.has(slot)) continue;
    slot.digest = digestOf((slot.core ?? buildCore(state, slot)).entry);
    addDigest(state.hashes, slot.digest);
  }
  state.unhashed.length = 0;
  return hashOfTree(state.hashes);
}

function buildCore(state: LedgerState, slot: Slot): Core {
  const bundle = bundleOfSlot(slot);
  const joins = joinsIn(state.engines[slot.kind].fusion, slot.clusters, slot.merges);
  return coreOf(bundle, joins, state.weighing, decisionsOn(state, bundle));
}

/** Standing decisions that touch a record of the bundle, in their order. */
function decisionsOn(state: LedgerState, bundle: Bundle): readonly Decision[] {
  const { byRecord } = state.applied;
  if (byRecord.size === 0) return NO_DECISIONS;
  const touching = new Set(bundle.items.flatMap((item) => byRecord.get(item.uid) ?? []));
  return touching.size < 2 ? [...touching] : state.decisions.filter((decision) => touching.has(decision));
}

const NO_DECISIONS: readonly Decision[] = [];

/** How the truces find entries and name acts. */
export function bookContext(state: LedgerState): BookContext {
  const coreOfAct = ({ bundle }: Act): Core => coreOfSlot(state, slotOfItem(bundle.items[0]!));
  return {
    entryOf: (item) => bundleOfSlot(slotOfItem(item)).id,
    titleOf: (act) => coreOfAct(act).entry.title,
    proofOf: (act) => coreOfAct(act).entry.corroboration.reached.at(-1)!.reason,
  };
}
