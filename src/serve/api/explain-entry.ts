/** Everything behind an entry, read from the store: records with rules, and the words of each value. */
import type { Entry } from '../../model/ledger.ts';
import type { Span } from '../../model/span.ts';
import type { LedgerView, ReadableStore } from '../desk-source.ts';
import { textsOf } from './quotes.ts';
import type { EntryExplanation } from './types.ts';

/** Records that are explained in one answer. */
const MOST = 500;

export async function explainEntry(view: LedgerView, store: ReadableStore, entry: Entry): Promise<EntryExplanation> {
  const ids = entry.records.slice(0, MOST);
  const records = await store.records({ ids: ids.map((id) => id.split('~')[0]!) });
  const texts = await textsOf(store, [...new Set(records.map(({ report }) => report))]);
  const wordsOf = (report: string, spans: readonly Span[]): string =>
    spans.map(({ start, end }) => texts.get(report)?.slice(start, end) ?? '').join(' … ');
  const truce = entry.kind === 'agreement' ? await view.projection.truce(entry.id) : undefined;
  const agenda = await view.projection.agenda({ ids: [entry.id], limit: 1 });
  const decisions = entry.decisions.length === 0 ? [] : await store.decisions();
  return {
    entry,
    records: records.map((record) => ({
      id: record.id,
      report: record.report,
      rule: record.rule,
      factuality: record.factuality,
      attribution: record.attribution.map(({ name }) => name).join(' ← '),
      words: wordsOf(record.report, record.spans),
      slots: slotsOf(entry, record.id).map(({ spans, ...slot }) => ({ ...slot, words: wordsOf(record.report, spans) })),
    })),
    reasons: [...(truce?.truce.reasons ?? []), ...agenda.rows.flatMap(({ reasons }) => reasons)],
    decisions: decisions.filter((one) => entry.decisions.includes(one.id)),
  };
}

function slotsOf(
  entry: Entry,
  record: string,
): { name: string; label: string; spans: readonly Span[]; rule?: string }[] {
  return entry.slots.flatMap(({ name, readings }) =>
    readings.flatMap(({ label, evidence }) =>
      evidence
        .filter((one) => one.record.split('~')[0] === record)
        .map(({ spans, rule }) => ({ name, label, spans, ...(rule !== undefined && { rule }) })),
    ),
  );
}
