/** Announced meetings: kept, moved, cancelled, missed or overdue, by what later reports tell and by the clock. */
import type { MeetingRecord } from '../../model/record.ts';
import type { Core } from '../entry/entry.ts';
import { type MeetingFacts, conflict, meetingFusion } from '../fuse/meeting.ts';
import type { Item } from '../item.ts';
import { type Window, DAY, narrowed } from '../time.ts';
import { type Dated, type Outcome, agendaItem, byClock, latest, reason } from './items.ts';

/** Where a meeting finds the others that tell what became of it, in the order of time. */
export interface MeetingLookup {
  /** Meetings that are its new date or its cancellation. */
  toldBy(core: Core): readonly Core[];
  /** Meetings that the same report announces for the same place. */
  beside(core: Core): ReadonlySet<Core>;
}

export const status = (item: Item): string => (item.record as MeetingRecord).status.value;

export const isPlanned = (item: Item): boolean => status(item) === 'planned' || status(item) === 'tentative';

/** By body, or by participants where none is named: meetings with a key in common can be one another's new dates or cancellations. */
export const seriesKeys = (core: Core): Set<string> =>
  new Set(
    core.bundle.items.map((one) => {
      const { body, who } = factsOf(one);
      return body === '' ? `who ${who.join()}` : `body ${body}`;
    }),
  );

/** By report and place. */
export const placeKeys = (core: Core): string[] =>
  core.bundle.items.flatMap((one) => (factsOf(one).place === '' ? [] : [`${one.card.id} ${factsOf(one).place}`]));

export const isAnnounced = (core: Core): boolean => core.bundle.items.some(isPlanned);

/** The agenda item of a meeting that somebody announced. */
export function meetingItem(core: Core, lookup: MeetingLookup, moment: number): Dated {
  const planned = core.bundle.items.filter(isPlanned);
  const due = dueOfMeeting(planned) ?? dueBeside(core, lookup);
  const { outcome, reasons } = meetingOutcome(core, due, lookup, moment);
  const time = planned.map(({ record }) => record.time?.value).find((value) => value !== undefined);
  return { due, item: agendaItem(core, due, time, outcome, reasons) };
}

/** Talks with no time of their own fall due with the one meeting that the same report announces for the same place. */
function dueBeside(core: Core, lookup: MeetingLookup): Window | undefined {
  const beside = [...lookup.beside(core)].filter((other) => other !== core && other.when !== undefined);
  return beside.length === 1 ? beside[0]!.when : undefined;
}

const factsOf = (one: Item): MeetingFacts => meetingFusion.facts(one);

const dueOfMeeting = (planned: readonly Item[]): Window | undefined =>
  narrowed(planned.flatMap((one) => factsOf(one).when ?? []));

function meetingOutcome(core: Core, due: Window | undefined, lookup: MeetingLookup, moment: number): Outcome {
  const { items } = core.bundle;
  const said = (word: string): Item[] => items.filter((one) => status(one) === word);
  const cancelled = said('cancelled');
  const held = said('held');
  // Nothing is kept before its hour: a report of the same day may have come out later than the asked moment
  const isToCome = due !== undefined && moment < due.lo;
  if (held.length > 0 && !isToCome && isLastWord(held, cancelled))
    return {
      outcome: 'kept',
      reasons: [reason('reported-held', `${held.length} report(s) tell of it as held`, core, held)],
    };
  if (cancelled.length > 0)
    return {
      outcome: 'cancelled',
      reasons: [reason('reported-cancelled', 'a report tells that it was called off', core, cancelled)],
    };
  const tellers = lookup.toldBy(core);
  const moved = tellers.find((other) => isMoved(core, other));
  if (moved !== undefined)
    return {
      outcome: 'moved',
      reasons: [
        reason(
          'announced-anew',
          `a later report gives it another time: ${moved.entry.title}`,
          moved,
          moved.bundle.items,
        ),
      ],
    };
  const call = tellers.find((other) => isCancellationOf(core, other));
  if (call !== undefined)
    return {
      outcome: 'cancelled',
      reasons: [reason('reported-cancelled', 'a later report tells that it was called off', call, call.bundle.items)],
    };
  return byClock(due, moment, core);
}

const isLastWord = (a: readonly Item[], b: readonly Item[]): boolean => latest(a) >= latest(b);

/** The same meeting announced for another time, by a report of the same day or later and before the first time was past. */
function isMoved(core: Core, other: Core): boolean {
  if (other.when === undefined || core.when === undefined || core.when.lo === other.when.lo) return false;
  const planned = other.bundle.items.filter(isPlanned);
  const first = latest(core.bundle.items.filter(isPlanned));
  if (latest(planned) <= first || latest(planned) > core.when.hi + DAY) return false;
  return isSameSeries(core, other);
}

const isSameSeries = (a: Core, b: Core): boolean =>
  a.bundle.items.some((x) => b.bundle.items.some((y) => isSameMeeting(factsOf(x), factsOf(y))));

/** The same body, or the same participants at the same place; a form and place that do not exclude each other. */
function isSameMeeting(a: MeetingFacts, b: MeetingFacts): boolean {
  if (conflict(a, b)) return false;
  if (a.body !== '') return a.body === b.body;
  return b.body === '' && a.who.length >= 2 && a.who.join() === b.who.join() && a.form === b.form;
}

/** A cancellation that repeats no time is of the only meeting of that body or people then due. */
const isCancellationOf = (core: Core, other: Core): boolean =>
  other.when === undefined &&
  other.bundle.items.every((one) => status(one) === 'cancelled') &&
  latest(other.bundle.items) >= latest(core.bundle.items.filter(isPlanned)) &&
  isSameSeries(core, other);

/** Whether the other meeting can tell what became of this one. */
export const isToldBy = (core: Core, other: Core): boolean => isMoved(core, other) || isCancellationOf(core, other);
