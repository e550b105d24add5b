/** Everything that one entry rests on, in the order in which a person asks: what, who says so, why joined, who decided. */
import type { Decision } from '../model/decision.ts';
import type { Corroboration, Difference, Entry, Join, Ledger, Reason, Story, Truce } from '../model/ledger.ts';
import { TrucewatchError } from '../model/errors.ts';
import type { CodedRecord } from '../model/record.ts';
import type { Span } from '../model/span.ts';

/** One record of an entry, with the words that each of its slots rests on. */
export interface ExplainedRecord {
  readonly id: string;
  readonly report: string;
  /** The rule of `code` that made it. */
  readonly rule: string;
  readonly spans: readonly Span[];
  readonly factuality: string;
  /** The voices, nearest first: "Defence Ministry ← Sample Wire". */
  readonly attribution: string;
  readonly slots: readonly {
    readonly name: string;
    readonly label: string;
    readonly spans: readonly Span[];
    readonly rule?: string;
  }[];
}

export interface Explanation {
  readonly entry: Entry;
  readonly truce?: Truce;
  readonly records: readonly ExplainedRecord[];
  readonly joins: readonly Join[];
  readonly corroboration: Corroboration;
  readonly differences: readonly Difference[];
  readonly links: readonly {
    readonly type: string;
    readonly title: string;
    readonly entry: string;
    readonly reason: string;
  }[];
  readonly reasons: readonly Reason[];
  /** Reports of the entry that repeat, update, correct or take back another report. */
  readonly chains: readonly Story['chains'][number][];
  readonly decisions: readonly Decision[];
}

/**
 * What the entry `id` of a ledger rests on. `records` holds at least the entry's own, by id; `decisions` is the whole
 * log. Throws `unknown-id` when the ledger has no such entry.
 */
export function explainEntry(
  ledger: Ledger,
  records: ReadonlyMap<string, CodedRecord>,
  decisions: readonly Decision[],
  id: string,
): Explanation {
  const entry = ledger.entries.find((one) => one.id === id);
  if (entry === undefined) throw new TrucewatchError('unknown-id', id);
  const titles = new Map(ledger.entries.map((one) => [one.id, one.title]));
  const truce = ledger.truces.find((one) => one.id === id);
  return {
    entry,
    ...(truce === undefined ? {} : { truce }),
    records: entry.records.flatMap((uid) => {
      const record = records.get(uid.split('~')[0]!);
      return record === undefined ? [] : [explainRecord(record, entry)];
    }),
    joins: entry.joins,
    corroboration: entry.corroboration,
    differences: entry.differences,
    links: entry.links.map((link) => ({ ...link, title: titles.get(link.entry) ?? link.entry })),
    reasons: [
      ...(truce?.reasons ?? []),
      ...ledger.agenda.filter((item) => item.entry === id).flatMap((item) => item.reasons),
    ],
    chains: ledger.stories.flatMap(({ chains }) =>
      chains.filter(({ from, to }) => entry.reports.includes(from) || entry.reports.includes(to)),
    ),
    decisions: decisions.filter((decision) => entry.decisions.includes(decision.id)),
  };
}

function explainRecord(record: CodedRecord, entry: Entry): ExplainedRecord {
  const slots = entry.slots.flatMap(({ name, readings }) =>
    readings.flatMap(({ label, evidence }) =>
      evidence
        .filter((one) => one.record === record.id)
        .map(({ spans, rule }) => ({ name, label, spans, ...(rule === undefined ? {} : { rule }) })),
    ),
  );
  const report = entry.slots
    .flatMap((slot) => slot.readings.flatMap((r) => r.evidence))
    .find((one) => one.record === record.id)?.report;
  return {
    id: record.id,
    report: report ?? entry.reports[0]!,
    rule: record.rule,
    spans: record.spans,
    factuality: record.factuality,
    attribution: record.attribution.map((voice) => voice.name).join(' ← '),
    slots,
  };
}
