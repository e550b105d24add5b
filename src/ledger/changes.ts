/** What new reports and decisions changed, for those who keep a ledger of their own and only need to mend it. */
import { keyOfDay } from '../model/coverage-key.ts';
import type { Changed, Entry, LedgerDelta } from '../model/ledger.ts';
import { byText } from './keys.ts';
import { settleState, slotOfItem } from './settle.ts';
import { type Slot, bundleOfSlot } from './slots.ts';
import type { Changes, LedgerState } from './state.ts';
import { tellHead } from './told.ts';
import { createTold } from './tracked.ts';
import { entryOf, firstReport } from './view.ts';

/**
 * From now on the state remembers what changes, and `takeDelta` tells it. Call it once a state holds what the store
 * holds, before anything is added. It costs what the hash of the whole ledger costs.
 */
export function trackChanges(state: LedgerState): void {
  settleState(state);
  for (const slot of state.slots) bundleOfSlot(slot);
  const { coverage, storyBook, truces, announced } = state;
  coverage.touched = new Set(
    [...coverage.days].flatMap(([side, days]) => [...days.keys()].map((day) => keyOfDay({ day, side }))),
  );
  storyBook.touched = new Set(storyBook.told.keys());
  state.told = createTold();
  tellHead(state, state.told, { ...newChanges(), truces: new Set(truces.lives.keys()), announced: new Set(announced) });
  state.changes = newChanges();
}

const newChanges = (): Changes => ({
  slots: new Set(),
  fresh: new Set(),
  gone: new Set(),
  truces: new Set(),
  announced: new Set(),
});

/**
 * What a store must write to hold the ledger that stands now, when it holds the one of the last call, or that of
 * `trackChanges`: afterwards it holds `ledgerOf(state)` to the letter, with its hash. The cost is that of what changed.
 * Call it once after a batch of `addReports`, `removeReport`, `setDecisions` and `addDecision`.
 *
 * `addReports(state, batch); const { head, entries, truces } = takeDelta(state);`
 */
export function takeDelta(state: LedgerState): LedgerDelta {
  settleState(state);
  const { changes, told } = state;
  if (changes === undefined || told === undefined) throw new Error('changes are asked for before trackChanges');
  const { retold, ...head } = tellHead(state, told, changes);
  for (const slot of slotsOf(state, retold)) changes.slots.add(slot);
  state.changes = newChanges();
  const entries = [...changes.slots]
    .filter((slot) => state.slots.has(slot))
    .map((slot) => entryOf(state, slot, told.storyOf.get(firstReport(slot))));
  return { ...head, entries: sorted(entries, changes.gone) };
}

/** Entries that begin with one of these reports. */
function slotsOf(state: LedgerState, reports: readonly string[]): Slot[] {
  const slots: Slot[] = [];
  for (const report of reports)
    for (const item of state.reports.get(report)?.items ?? []) {
      const slot = slotOfItem(item);
      if (bundleOfSlot(slot).items[0] === item) slots.push(slot);
    }
  return slots;
}

function sorted(entries: Entry[], gone: ReadonlySet<string>): Changed<Entry> {
  const there = new Set(entries.map((entry) => entry.id));
  return {
    changed: entries.sort((a, b) => byText(a.id, b.id)),
    gone: [...gone].filter((id) => !there.has(id)).sort(),
  };
}
