/** Builds the entry of one bundle: readings, corroboration, differences, title. Links come later, from truces and plans. */
import type { Decision } from '../../model/decision.ts';
import type { Entry, Join, LedgerSlot, Reading } from '../../model/ledger.ts';
import type { Bundle } from '../bundle.ts';
import { sortedSet } from '../keys.ts';
import { type Window, isoOf, lengthOf, windowOf, windowOfValue } from '../time.ts';
import { corroborate } from './corroborate.ts';
import { differencesOf } from './differences.ts';
import { divide } from './standing.ts';
import { slotOf } from './readings.ts';
import { SLOTS } from './slots.ts';
import { titleOf } from './titles.ts';
import { type Frame, type Weighing, frameOf } from './voices.ts';

/** An entry without its links and story, with what truces ask of it. */
export interface Core {
  /** The records that count; all of them where an agency took everything back. */
  readonly bundle: Bundle;
  /** True when nothing is left that counts. */
  readonly isGone: boolean;
  readonly entry: Omit<Entry, 'links' | 'story'>;
  readonly frame: Frame;
  readonly when: Window | undefined;
}

/** The core of a bundle. `joins` hold it together; `decisions` are those that touch one of its records. */
export function coreOf(
  bundle: Bundle,
  joins: readonly Join[],
  weighing: Weighing,
  decisions: readonly Decision[],
): Core {
  const { counted, withdrawn, isGone } = divide(bundle, weighing);
  const frame = frameOf(counted, weighing.sides);
  const told = SLOTS[bundle.kind].flatMap((spec) => slotOf(spec, bundle.items, isGone ? [] : withdrawn) ?? []);
  const { differences, replaced } = differencesOf(bundle, told);
  const slots = replaced.size === 0 ? told : told.map((slot) => currentFirst(slot, replaced));
  const when = windowOfEntry(counted, slots);
  const grade = decisions.findLast((decision) => decision.type === 'grade')?.grade;
  const corroboration = corroborate(counted, frame, weighing, grade);
  const review = decisions.findLast((decision) => decision.type === 'confirm' || decision.type === 'reject');
  const published = bundle.items.flatMap((item) => item.card.published.value ?? []);
  return {
    bundle: counted,
    isGone,
    frame,
    when,
    entry: {
      id: bundle.id,
      kind: bundle.kind,
      title: `${titleOf(counted, slots, { frame, book: weighing.sides, origins: corroboration.origins })}${isGone ? ' (withdrawn)' : ''}`,
      slots,
      records: bundle.items.map((item) => item.uid),
      reports: sortedSet(bundle.items.map((item) => item.card.id)),
      joins,
      factuality: [...new Set(bundle.items.map((item) => item.record.factuality))].sort(),
      ...(when === undefined ? {} : { earliest: isoOf(when.lo), latest: isoOf(when.hi) }),
      ...(published.length === 0 ? {} : { firstReported: published[0]!, lastReported: published.at(-1)! }),
      corroboration: isGone ? { ...corroboration, ...NOBODY } : corroboration,
      differences,
      decisions: decisions.map((decision) => decision.id),
      review: review === undefined ? 'unreviewed' : review.type === 'reject' ? 'rejected' : 'confirmed',
      ...(withdrawn.length === 0 ? {} : { withdrawn }),
    },
  };
}

/** What an agency took back has no voice. */
const NOBODY = { step: 'one party alone', reached: [], origins: [], deniedBy: [] } as const;

/** Readings that still stand before those that were taken back. */
const currentFirst = (slot: LedgerSlot, replaced: ReadonlySet<Reading>): LedgerSlot => ({
  name: slot.name,
  readings: [
    ...slot.readings.filter((reading) => !replaced.has(reading)),
    ...slot.readings.filter((reading) => replaced.has(reading)),
  ],
});

/** When the thing itself was. An instrument is placed by the hour or date that is shown; all else by what its tellings leave open. */
export function windowOfEntry(bundle: Bundle, slots: readonly LedgerSlot[]): Window | undefined {
  if (bundle.kind === 'agreement') {
    const effective = shown(slots, 'effective');
    const signed = shown(slots, 'signed');
    if (typeof effective === 'object' && 'value' in effective) return windowOf(effective);
    if (typeof signed === 'string') return windowOfValue(signed);
  }
  const said = bundle.items.flatMap((item) => (item.when === undefined || item.newsTime ? [] : [item.when]));
  if (said.length > 0) return agreed(said);
  return agreed(bundle.items.flatMap((item) => item.when ?? []));
}

const shown = (slots: readonly LedgerSlot[], name: string): Reading['value'] | undefined =>
  slots.find((slot) => slot.name === name)?.readings[0]?.value;

/** What all windows leave open; where they exclude each other, the one that most tell, the finer and then the earlier. */
function agreed(windows: readonly Window[]): Window | undefined {
  if (windows.length === 0) return undefined;
  const lo = Math.max(...windows.map((w) => w.lo));
  const hi = Math.min(...windows.map((w) => w.hi));
  if (hi > lo) return { lo, hi };
  const votes = (w: Window): number => windows.filter((other) => other.lo === w.lo && other.hi === w.hi).length;
  return windows.toSorted((a, b) => votes(b) - votes(a) || lengthOf(a) - lengthOf(b) || a.lo - b.lo)[0];
}
