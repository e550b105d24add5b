/** What changed from one ledger to a later one: for "what is new since I last looked" and for feeds. */
import type { AgendaItem, Entry, Ledger, Truce } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import { detailsOf } from './diff-details.ts';

/** One change, in a line for people; `entry` is the id in the later ledger, or in the earlier one for what is gone. */
export interface LedgerChange {
  readonly type: 'new' | 'gone' | 'changed' | 'status' | 'agenda';
  readonly entry: string;
  readonly kind?: RecordKind;
  readonly text: string;
  readonly before?: string;
  readonly after?: string;
  /** What differs, each in a few words: "killed: 49 → 105", "now denied by Azerbaijan". */
  readonly details?: readonly string[];
}

/** Statuses first, then the agenda, then entries: what differs between `a` and the later `b`. */
export function diffLedgers(a: Ledger, b: Ledger): LedgerChange[] {
  const past = earlier(a);
  const left = new Map(b.entries.flatMap((entry) => entry.records.map((record) => [record, entry] as const)));
  return [
    ...statusChanges(a, b, past),
    ...agendaChanges(a, b, past),
    ...b.entries.flatMap((entry) => entryChange(past.of(entry), entry) ?? []),
    ...a.entries.flatMap((entry) => goneChange(entry, left, past) ?? []),
  ];
}

/** The earlier ledger: an entry is found again by its id, or by its records where an older report gave it another id. */
interface Past {
  of(entry: Entry): Entry | undefined;
  /** The id that an entry of the later ledger had. */
  idOf(id: string): string;
}

function earlier({ entries }: Ledger): Past {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byRecord = new Map(entries.flatMap((entry) => entry.records.map((record) => [record, entry] as const)));
  const renamed = new Map<string, string>();
  return {
    of: (entry) => {
      const found =
        byId.get(entry.id) ?? entry.records.map((record) => byRecord.get(record)).find((one) => one !== undefined);
      if (found !== undefined) renamed.set(entry.id, found.id);
      return found;
    },
    idOf: (id) => renamed.get(id) ?? id,
  };
}

function statusChanges(a: Ledger, b: Ledger, past: Past): LedgerChange[] {
  for (const entry of b.entries) past.of(entry);
  const truces = new Map(a.truces.map((truce) => [truce.id, truce]));
  return b.truces.flatMap((truce) => statusChange(truces.get(past.idOf(truce.id)), truce) ?? []);
}

function statusChange(before: Truce | undefined, after: Truce): LedgerChange | undefined {
  if (before?.status === after.status) return undefined;
  return {
    type: 'status',
    entry: after.id,
    kind: 'agreement',
    text: `${after.title}: ${before === undefined ? '' : `${before.status} → `}${after.status}`,
    after: after.status,
    ...(before === undefined ? {} : { before: before.status }),
    details: after.reasons.slice(0, 1).map(({ text }) => text),
  };
}

function agendaChanges(a: Ledger, b: Ledger, past: Past): LedgerChange[] {
  const agenda = new Map(a.agenda.map((item) => [item.entry, item]));
  return b.agenda.flatMap((item) => agendaChange(agenda.get(past.idOf(item.entry)), item) ?? []);
}

function agendaChange(before: AgendaItem | undefined, after: AgendaItem): LedgerChange | undefined {
  if (before?.outcome === after.outcome) return undefined;
  return {
    type: 'agenda',
    entry: after.entry,
    text: `${after.title}: ${before === undefined ? '' : `${before.outcome} → `}${after.outcome}`,
    after: after.outcome,
    ...(before === undefined ? {} : { before: before.outcome }),
    details: after.reasons.slice(0, 1).map(({ text }) => text),
  };
}

function entryChange(before: Entry | undefined, after: Entry): LedgerChange | undefined {
  const { id: entry, kind, title: text } = after;
  if (before === undefined) return { type: 'new', entry, kind, text };
  const details = detailsOf(before, after);
  return details.length === 0 ? undefined : { type: 'changed', entry, kind, text, details };
}

/** An entry whose records are in no entry any more, or that became part of another one. */
function goneChange(
  { id, kind, title, records }: Entry,
  left: ReadonlyMap<string, Entry>,
  past: Past,
): LedgerChange | undefined {
  const now = records.map((record) => left.get(record)).find((entry) => entry !== undefined);
  if (now !== undefined && (now.id === id || past.idOf(now.id) === id)) return undefined;
  const details = now === undefined ? [] : [`is one thing now with: ${now.title}`];
  return { type: 'gone', entry: id, kind, text: title, details };
}
