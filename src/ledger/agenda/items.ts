/** What agenda items are made of, and what the clock alone says of one. */
import type { AgendaItem, AgendaOutcome, Reason } from '../../model/ledger.ts';
import type { TimeRef } from '../../model/record.ts';
import type { Core } from '../entry/entry.ts';
import { evidenceOf } from '../entry/voices.ts';
import type { Item } from '../item.ts';
import { type Window, DAY, isoOf } from '../time.ts';

/** An item, and when it is due: the passing of time changes it then. */
export interface Dated {
  readonly item: AgendaItem;
  readonly due: Window | undefined;
}

export type Outcome = Pick<AgendaItem, 'outcome' | 'reasons'>;

export function reason(rule: string, text: string, core: Core, items: readonly Item[]): Reason {
  return { rule, text, entries: [core.entry.id], evidence: items.map(evidenceOf) };
}

export function agendaItem(
  core: Core,
  due: Window | undefined,
  time: TimeRef | undefined,
  outcome: AgendaOutcome,
  reasons: readonly Reason[],
  promisedBy?: string,
): AgendaItem {
  return {
    entry: core.entry.id,
    title: core.entry.title,
    ...(due === undefined ? {} : { earliest: isoOf(due.lo), latest: isoOf(due.hi) }),
    ...(time === undefined ? {} : { due: time }),
    ...(promisedBy === undefined ? {} : { promisedBy }),
    outcome,
    reasons,
  };
}

export const latest = (items: readonly Item[]): number =>
  Math.max(-Infinity, ...items.map((one) => one.pub?.lo ?? -Infinity));

/** How long after it was due nothing needs to be reported of a thing before it counts as missed. */
const PATIENCE = 2 * DAY;

/** Instants at which the passing of time alone can change what came of something. */
export const turnsOf = (due: Window | undefined): readonly number[] =>
  due === undefined ? [] : [due.lo, due.hi, due.hi + PATIENCE];

/** Nothing is reported of it: what the clock says as of the asked moment. */
export function byClock(due: Window | undefined, moment: number, core: Core): Outcome {
  const { items } = core.bundle;
  if (due === undefined)
    return { outcome: 'open', reasons: [reason('no-due-time', 'no report gives a time for it', core, items)] };
  if (moment < due.hi)
    return { outcome: 'due', reasons: [reason('not-yet-due', `due until ${isoOf(due.hi)}`, core, items)] };
  if (moment < due.hi + PATIENCE)
    return {
      outcome: 'overdue',
      reasons: [reason('past-due', `due by ${isoOf(due.hi)}, and no report tells what came of it`, core, items)],
    };
  return {
    outcome: 'missed',
    reasons: [
      reason(
        'no-report-after-due',
        `due by ${isoOf(due.hi)}, and no report in the two days after tells of it`,
        core,
        items,
      ),
    ],
  };
}
