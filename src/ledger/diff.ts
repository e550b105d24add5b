/** What changed from one ledger to a later one: for "what is new since I last looked" and for feeds. */
import type { AgendaItem, Entry, Ledger, Truce } from '../model/ledger.ts';
import { canonical } from './canonical.ts';

/** One change, in a line for people; `entry` is the id in either ledger. */
export interface LedgerChange {
  readonly type: 'new' | 'gone' | 'changed' | 'status' | 'agenda';
  readonly entry: string;
  readonly text: string;
  readonly before?: string;
  readonly after?: string;
  /** Fields of the entry that differ. */
  readonly what?: readonly string[];
}

/** Statuses first, then the agenda, then entries: what differs between `a` and the later `b`. */
export function diffLedgers(a: Ledger, b: Ledger): LedgerChange[] {
  const truces = new Map(a.truces.map((truce) => [truce.id, truce]));
  const agenda = new Map(a.agenda.map((item) => [item.entry, item]));
  const before = new Map(a.entries.map((entry) => [entry.id, entry]));
  const now = new Set(b.entries.map((entry) => entry.id));
  return [
    ...b.truces.flatMap((truce) => statusChange(truces.get(truce.id), truce) ?? []),
    ...b.agenda.flatMap((item) => agendaChange(agenda.get(item.entry), item) ?? []),
    ...b.entries.flatMap((entry) => entryChange(before.get(entry.id), entry) ?? []),
    ...a.entries
      .filter((entry) => !now.has(entry.id))
      .map(({ id, title }): LedgerChange => ({ type: 'gone', entry: id, text: title })),
  ];
}

function statusChange(before: Truce | undefined, after: Truce): LedgerChange | undefined {
  if (before?.status === after.status) return undefined;
  const text = `${after.title}: ${before === undefined ? '' : `${before.status} → `}${after.status}`;
  return {
    type: 'status',
    entry: after.id,
    text,
    after: after.status,
    ...(before === undefined ? {} : { before: before.status }),
  };
}

function agendaChange(before: AgendaItem | undefined, after: AgendaItem): LedgerChange | undefined {
  if (before?.outcome === after.outcome) return undefined;
  const text = `${after.title}: ${before === undefined ? '' : `${before.outcome} → `}${after.outcome}`;
  return {
    type: 'agenda',
    entry: after.entry,
    text,
    after: after.outcome,
    ...(before === undefined ? {} : { before: before.outcome }),
  };
}

function entryChange(before: Entry | undefined, after: Entry): LedgerChange | undefined {
  if (before === undefined) return { type: 'new', entry: after.id, text: after.title };
  const what = changedKeys(before, after);
  if (what.length === 0) return undefined;
  return { type: 'changed', entry: after.id, text: `${after.title} (${what.join(', ')})`, what };
}

function changedKeys(before: Entry, after: Entry): string[] {
  if (before === after) return [];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Entry)[];
  return keys.filter((key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null)).sort();
}
