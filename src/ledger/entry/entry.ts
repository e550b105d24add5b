/** Builds the entry of one bundle: readings, corroboration, differences, title. Links come later, from truces and plans. */
import type { Decision } from '../../model/decision.ts';
import type { Entry } from '../../model/ledger.ts';
import type { Bundle } from '../bundle.ts';
import { sortedSet } from '../keys.ts';
import { type Window, isoOf, narrowed } from '../time.ts';
import { corroborate } from './corroborate.ts';
import { differencesOf } from './differences.ts';
import { slotOf } from './readings.ts';
import { SLOTS } from './slots.ts';
import { titleOf } from './titles.ts';
import { type Frame, type Weighing, frameOf } from './voices.ts';

/** An entry without its links and story, with what truces ask of it. */
export interface Core {
  readonly bundle: Bundle;
  readonly entry: Omit<Entry, 'links' | 'story'>;
  readonly frame: Frame;
  readonly when: Window | undefined;
}

/** The core of a bundle. `decisions` are those that touch one of its records. */
export function coreOf(bundle: Bundle, weighing: Weighing, decisions: readonly Decision[]): Core {
  const frame = frameOf(bundle, weighing.sides);
  const slots = SLOTS[bundle.kind].flatMap((spec) => slotOf(spec, bundle.items) ?? []);
  const when = windowOfBundle(bundle);
  const grade = decisions.findLast((decision) => decision.type === 'grade')?.grade;
  const corroboration = corroborate(bundle, frame, weighing, grade);
  const review = decisions.findLast((decision) => decision.type === 'confirm' || decision.type === 'reject');
  const published = bundle.items.flatMap((item) => item.card.published.value ?? []);
  return {
    bundle,
    frame,
    when,
    entry: {
      id: bundle.id,
      kind: bundle.kind,
      title: titleOf(bundle, slots, { frame, book: weighing.sides, origins: corroboration.origins }),
      slots,
      records: bundle.items.map((item) => item.uid),
      reports: sortedSet(bundle.items.map((item) => item.card.id)),
      joins: bundle.joins,
      factuality: [...new Set(bundle.items.map((item) => item.record.factuality))].sort(),
      ...(when === undefined ? {} : { earliest: isoOf(when.lo), latest: isoOf(when.hi) }),
      ...(published.length === 0 ? {} : { firstReported: published[0]!, lastReported: published.at(-1)! }),
      corroboration,
      differences: differencesOf(bundle, slots),
      decisions: decisions.map((decision) => decision.id),
      review: review === undefined ? 'unreviewed' : review.type === 'reject' ? 'rejected' : 'confirmed',
    },
  };
}

/** What all tellings with a time of their own leave open; the report's date serves where none has one. */
function windowOfBundle(bundle: Bundle): Window | undefined {
  const said = bundle.items.flatMap((item) => (item.when === undefined || item.newsTime ? [] : [item.when]));
  if (said.length > 0) return narrowed(said);
  return narrowed(bundle.items.flatMap((item) => item.when ?? []));
}
