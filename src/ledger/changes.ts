/** What a new report changed, for those who keep a ledger of their own and only need to mend it. */
import type { Entry, LedgerHead, Truce } from '../model/ledger.ts';
import { byText } from './keys.ts';
import { bundleAt, settleState, slotOfItem } from './settle.ts';
import type { Slot } from './slots.ts';
import { type Changes, type LedgerState, endOfReports } from './state.ts';
import { storiesIn } from './stories/book.ts';
import { isoOf } from './time.ts';
import { entryOf, headOf, storyByReport, trucesAt } from './view.ts';

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

/**
 * What a store must write to hold the ledger that stands now, when it holds the one of the last call: afterwards
 * `{ ...head, entries }` of the store is `ledgerOf(state)` to the letter, hash and stories included.
 */
export interface LedgerDelta {
  /** All but the entries, whole: replaces the head that is kept. */
  readonly head: LedgerHead;
  /** Entries that are new, or differ in anything, by id. */
  readonly entries: readonly Entry[];
  /** Ids of entries that are no more; disjoint from `entries`. */
  readonly gone: readonly string[];
}

/**
 * From now on the state remembers what changes; `takeChanges` and `takeDelta` tell it. Call it once a state holds what
 * the store holds, before anything is added.
 */
export function trackChanges(state: LedgerState): void {
  settleState(state);
  for (const slot of state.slots) bundleAt(state, slot);
  state.changes = newChanges(storyByReport(storiesIn(state.storyBook)));
}

const newChanges = (stories: Changes['stories']): Changes => ({
  slots: new Set(),
  gone: new Set(),
  truces: new Set(),
  stories,
});

/**
 * The delta since the last call, or since `trackChanges`. Its cost is that of the entries that changed, and of the head,
 * which grows with truces, agenda, stories and days but not with entries. Call it once after a batch of
 * `addReports`, `removeReport`, `setDecisions` and `addDecision`.
 *
 * `addReports(state, batch); const { head, entries, gone } = takeDelta(state);`
 */
export function takeDelta(state: LedgerState): LedgerDelta {
  settleState(state);
  const changes = changesOf(state);
  const stories = storiesIn(state.storyBook);
  const told = storyByReport(stories);
  for (const slot of slotsRetold(state, changes.stories, told)) changes.slots.add(slot);
  state.changes = newChanges(told);
  const entries = standing(state, changes).map((slot) =>
    entryOf(state, slot, told.get(bundleAt(state, slot).items[0]!.card.id)),
  );
  return { head: headOf(state, stories, undefined, []), ...sorted(entries, changes.gone) };
}

/** Entries that begin with a report whose story is another now. */
function slotsRetold(state: LedgerState, before: Changes['stories'], after: Changes['stories']): Slot[] {
  const slots: Slot[] = [];
  for (const [report, story] of after) {
    if (before.get(report) === story) continue;
    for (const item of state.reports.get(report)!.items) {
      const slot = slotOfItem(item);
      if (bundleAt(state, slot).items[0] === item) slots.push(slot);
    }
  }
  return slots;
}

function changesOf({ changes }: LedgerState): Changes {
  if (changes === undefined) throw new Error('changes are asked for before trackChanges');
  return changes;
}

const standing = (state: LedgerState, { slots }: Changes): Slot[] => [...slots].filter((slot) => state.slots.has(slot));

function sorted(entries: Entry[], gone: ReadonlySet<string>): Pick<LedgerDelta, 'entries' | 'gone'> {
  const there = new Set(entries.map((entry) => entry.id));
  return {
    entries: entries.sort((a, b) => byText(a.id, b.id)),
    gone: [...gone].filter((id) => !there.has(id)).sort(),
  };
}

/** The cheap part of what changed since the last call: no stories, agenda or hash, and truces as of the last report. */
export function takeChanges(state: LedgerState): LedgerChanges {
  settleState(state);
  const changes = changesOf(state);
  state.changes = newChanges(changes.stories);
  const end = endOfReports(state);
  return {
    ...sorted(
      standing(state, changes).map((slot) => entryOf(state, slot)),
      changes.gone,
    ),
    truces: end === undefined ? [] : trucesAt(state, end, changes.truces),
    goneTruces: [...changes.truces].filter((id) => !state.truces.lives.has(id)).sort(),
    ...(end === undefined ? {} : { asOf: isoOf(end) }),
  };
}
