/** How one entry hangs on others: the truces that an incident bears on, what an agreement rests on, what a statement is about. */
import type { Entry } from '../model/ledger.ts';
import { byText } from './keys.ts';
import { slotOfItem } from './settle.ts';
import { type Slot, bundleOfSlot } from './slots.ts';
import type { LedgerState } from './state.ts';
import { reasonOf } from './truce/assign.ts';
import { bearingsOfAct } from './truce/book.ts';

type Link = Entry['links'][number];

const BEARING = { during: 'bears on', before: 'not against', uncertain: 'about' } as const;

const NONE: readonly Link[] = [];

/** The links of an entry, by type and target. */
export function linksOf(state: LedgerState, slot: Slot): readonly Link[] {
  const found = [...actLinks(state, slot), ...truceLinks(state, slot), ...recordLinks(slot)];
  if (found.length === 0) return NONE;
  return found.sort((a, b) => byText(a.type, b.type) || byText(a.entry, b.entry));
}

function actLinks(state: LedgerState, { act }: Slot): Link[] {
  if (act === undefined) return [];
  return bearingsOfAct(state.truces, act).map((bearing) => ({
    type: BEARING[bearing.relation],
    entry: bearing.truce.instrument.core.entry.id,
    reason: reasonOf(bearing),
  }));
}

function truceLinks(state: LedgerState, { instrument }: Slot): Link[] {
  const before = instrument && state.truces.lives.get(instrument.core.entry.id)?.before;
  if (before === undefined) return [];
  const reason = 'it took effect later, between the same sides';
  return [{ type: 'supersedes', entry: before.instrument.core.entry.id, reason }];
}

/** What the records themselves point at. */
function recordLinks(slot: Slot): Link[] {
  if (slot.kind !== 'statement' && slot.kind !== 'agreement') return [];
  const { id, items } = bundleOfSlot(slot);
  const found = new Map<string, Link>();
  for (const item of items)
    for (const target of item.to) {
      const entry = bundleOfSlot(slotOfItem(target)).id;
      if (entry !== id) found.set(entry, { ...POINTS[slot.kind], entry });
    }
  return [...found.values()];
}

const POINTS = {
  statement: { type: 'about', reason: 'it is what the statement says' },
  agreement: { type: 'rests on', reason: 'a report says that it rests on it' },
} as const;
