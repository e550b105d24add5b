/** What a new report changed, for those who keep a ledger of their own and only need to mend it. */
import type { Entry, Truce } from '../model/ledger.ts';
import { isoOf } from './time.ts';
import { bundleAt, settleState } from './settle.ts';
import { type LedgerState, endOfReports } from './state.ts';
import { entryOf, trucesAt } from './view.ts';

export interface LedgerChanges {
  /** Entries that are new or differ, without their story, which only the whole ledger tells. */
  readonly entries: readonly Entry[];
  /** Ids of entries that are no more. */
  readonly gone: readonly string[];
  /** Truces that are new or differ, as of the last report. */
  readonly truces: readonly Truce[];
  /** Ids of entries that are no truces any more. */
  readonly goneTruces: readonly string[];
  readonly asOf?: string;
}

/** From now on the state remembers what changes; `takeChanges` tells it. */
export function trackChanges(state: LedgerState): void {
  settleState(state);
  state.changes = { slots: new Set(), gone: new Set(), truces: new Set() };
  for (const slot of state.slots) bundleAt(state, slot);
}

/** What changed since the last call, or since `trackChanges`. */
export function takeChanges(state: LedgerState): LedgerChanges {
  settleState(state);
  const { changes } = state;
  if (changes === undefined) throw new Error('takeChanges before trackChanges');
  state.changes = { slots: new Set(), gone: new Set(), truces: new Set() };
  const entries = [...changes.slots].filter((slot) => state.slots.has(slot)).map((slot) => entryOf(state, slot));
  const there = new Set(entries.map((entry) => entry.id));
  const end = endOfReports(state);
  return {
    entries: entries.sort((a, b) => (a.id < b.id ? -1 : 1)),
    gone: [...changes.gone].filter((id) => !there.has(id)).sort(),
    truces: end === undefined ? [] : trucesAt(state, end, changes.truces),
    goneTruces: [...changes.truces].filter((id) => !state.truces.lives.has(id)).sort(),
    ...(end === undefined ? {} : { asOf: isoOf(end) }),
  };
}
