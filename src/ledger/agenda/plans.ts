/** Plans and promises: when they fall due, and which held meeting tells that one was kept. */
import type { AgendaItem } from '../../model/ledger.ts';
import type { MeetingRecord, PlanRecord } from '../../model/record.ts';
import type { Core } from '../entry/entry.ts';
import type { Item } from '../item.ts';
import { foldName, sideOfActor } from '../keys.ts';
import { HOUR, narrowed, overlapOf, windowOf } from '../time.ts';
import { type Outcome, agendaItem, byClock, latest, reason } from './items.ts';
import { status } from './meetings.ts';

/** The agenda items of all plans. `coreOf` gives the entry of a record that a plan comes after. */
export function planItems(
  plans: readonly Core[],
  meetings: readonly Core[],
  moment: number,
  coreOf: (item: Item) => Core,
): AgendaItem[] {
  const held = heldByName(meetings);
  return plans.filter((core) => core.entry.review !== 'rejected').map((core) => planItem(core, held, moment, coreOf));
}

function planItem(core: Core, held: Held, moment: number, coreOf: (item: Item) => Core): AgendaItem {
  const plans = core.bundle.items.map((one) => one.record as PlanRecord);
  const after = core.bundle.items.flatMap((one) => one.to.map(coreOf))[0];
  const stated = narrowed(core.bundle.items.flatMap((one) => windowOf((one.record as PlanRecord).due?.value) ?? []));
  const due = stated ?? (after?.when === undefined ? undefined : { lo: after.when.hi, hi: after.when.hi + 12 * HOUR });
  const promised = plans.flatMap((plan) => plan.promisedBy?.value.name ?? [])[0];
  const time = plans.flatMap((plan) => plan.due?.value ?? [])[0];
  const possible = plans.every((plan) => plan.factuality === 'possible');
  const { outcome, reasons } = keptBy(core, held) ?? byClock(due, moment, core);
  const open = outcome === 'missed' || (possible && outcome === 'overdue');
  return agendaItem(core, due, time, open ? 'open' : outcome, reasons, promised);
}

/** Meetings that were held, by the words of their place and body. */
type Held = ReadonlyMap<string, readonly Core[]>;

function heldByName(meetings: readonly Core[]): Held {
  const found = new Map<string, Core[]>();
  for (const core of meetings) {
    const names = new Set<string>();
    for (const item of core.bundle.items) {
      if (status(item) !== 'held') continue;
      const { place, body } = item.record as MeetingRecord;
      for (const name of [place?.value, body?.value])
        if (name !== undefined && NAMED.test(name)) names.add(foldName(name));
    }
    for (const name of names) found.set(name, [...(found.get(name) ?? []), core]);
  }
  return found;
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

/** A plan to talk or meet is kept by a meeting held later, of its doer, at a place or of a body that the plan names. */
function keptBy(core: Core, held: Held): Outcome | undefined {
  const plans = core.bundle.items.map((one) => one.record as PlanRecord);
  const words = foldName(plans[0]!.what.value).split(' ');
  if (!words.some((word) => TALKS.has(word))) return undefined;
  const doers = plans.flatMap(({ who }) => (who === undefined ? [] : [sideOfActor(who.value)]));
  for (const word of words)
    for (const meeting of held.get(word) ?? []) {
      if (latest(meeting.bundle.items) < latest(core.bundle.items) || !isAttended(meeting, doers)) continue;
      if (isAnotherTime(core, meeting) || meeting.bundle.items.every(isCall)) continue;
      const text = `a later report tells of it as held: ${meeting.entry.title}`;
      return { outcome: 'kept', reasons: [reason('reported-held', text, meeting, meeting.bundle.items)] };
    }
  return undefined;
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
