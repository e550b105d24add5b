/** Plans and promises: when they fall due, and which held meeting tells that one was kept. */
import type { MeetingRecord, PlanRecord } from '../../model/record.ts';
import type { Core } from '../entry/entry.ts';
import type { Item } from '../item.ts';
import { foldName, sideOfActor } from '../keys.ts';
import { HOUR, narrowed, overlapOf, windowOf } from '../time.ts';
import { type Dated, type Outcome, agendaItem, byClock, latest, reason } from './items.ts';
import { status } from './meetings.ts';

/** Where a plan finds what it hangs on. */
export interface PlanLookup {
  /** Meetings that were held and have this word as their place or body, in the order of time. */
  heldAt(word: string): readonly Core[];
  /** The entry of a record that a plan comes after. */
  coreOf(item: Item): Core;
}

/** The agenda item of a plan. */
export function planItem(core: Core, lookup: PlanLookup, moment: number): Dated {
  const plans = core.bundle.items.map((one) => one.record as PlanRecord);
  const after = core.bundle.items.flatMap((one) => one.to.map((item) => lookup.coreOf(item)))[0];
  const stated = narrowed(core.bundle.items.flatMap((one) => windowOf((one.record as PlanRecord).due?.value) ?? []));
  const due = stated ?? (after?.when === undefined ? undefined : { lo: after.when.hi, hi: after.when.hi + 12 * HOUR });
  const promised = plans.flatMap((plan) => plan.promisedBy?.value.name ?? [])[0];
  const time = plans.flatMap((plan) => plan.due?.value ?? [])[0];
  const possible = plans.every((plan) => plan.factuality === 'possible');
  const { outcome, reasons } = keptBy(core, lookup) ?? byClock(due, moment, core);
  const open = outcome === 'missed' || (possible && outcome === 'overdue');
  return { due, item: agendaItem(core, due, time, open ? 'open' : outcome, reasons, promised) };
}

/** Names that a held meeting goes by: of its place and body. */
export function heldNames(core: Core): Set<string> {
  const names = new Set<string>();
  for (const item of core.bundle.items) {
    if (status(item) !== 'held') continue;
    const { place, body } = item.record as MeetingRecord;
    for (const name of [place?.value, body?.value])
      if (name !== undefined && NAMED.test(name)) names.add(foldName(name));
  }
  return names;
}

/** "leaders" is everybody's: only a name tells which meeting it was. */
const NAMED = /^\p{Lu}/u;

const TALKS: ReadonlySet<string> = new Set([
  'talk',
  'talks',
  'meet',
  'meeting',
  'session',
  'summit',
  'council',
  'confer',
]);

/** Words by which a plan to talk or meet finds the meeting that keeps it; none for other plans. */
export function meetingWords(core: Core): readonly string[] {
  const words = foldName((core.bundle.items[0]!.record as PlanRecord).what.value).split(' ');
  return words.some((word) => TALKS.has(word)) ? words : NO_WORDS;
}

const NO_WORDS: readonly string[] = [];

/** A plan to talk or meet is kept by a meeting held later, of its doer, at a place or of a body that the plan names. */
function keptBy(core: Core, lookup: PlanLookup): Outcome | undefined {
  for (const word of meetingWords(core)) {
    const meeting = lookup.heldAt(word).find((held) => isKeptBy(core, held));
    if (meeting === undefined) continue;
    const text = `a later report tells of it as held: ${meeting.entry.title}`;
    return { outcome: 'kept', reasons: [reason('reported-held', text, meeting, meeting.bundle.items)] };
  }
  return undefined;
}

/** Whether a held meeting of that name is the one that was planned. */
export function isKeptBy(core: Core, meeting: Core): boolean {
  if (latest(meeting.bundle.items) < latest(core.bundle.items)) return false;
  if (isAnotherTime(core, meeting) || meeting.bundle.items.every(isCall)) return false;
  const plans = core.bundle.items.map((one) => one.record as PlanRecord);
  return isAttended(
    meeting,
    plans.flatMap(({ who }) => (who === undefined ? [] : [sideOfActor(who.value)])),
  );
}

/** Held at a time when the plan was not due. */
const isAnotherTime = (plan: Core, meeting: Core): boolean =>
  plan.when !== undefined && meeting.when !== undefined && overlapOf(plan.when, meeting.when) <= 0;

/** Nobody sits down to talk by telephone. */
const isCall = ({ record }: Item): boolean => (record as MeetingRecord).form.value === 'call';

/** Whether the doers were there, as far as anybody says who was. */
function isAttended(meeting: Core, doers: readonly string[]): boolean {
  const there = meeting.bundle.items.flatMap(({ record }) =>
    (record as MeetingRecord).participants.map((slot) => sideOfActor(slot.value)),
  );
  return doers.length === 0 || there.length === 0 || doers.some((side) => there.includes(side));
}
