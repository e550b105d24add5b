/** Reports side by side: what several of them tell, where they fill a slot differently, what only one of them has. */
import type { Entry, Evidence } from '../../model/ledger.ts';
import { TrucewatchError } from '../../model/errors.ts';
import type { LedgerView, ReadableStore } from '../desk-source.ts';
import { linesById, quotesOf } from './quotes.ts';
import type { ComparedEntry, Comparison } from './types.ts';

/** Entries of one report that are looked at. */
const MOST = 500;

export async function compareReports(
  view: LedgerView,
  store: ReadableStore,
  ids: readonly string[],
): Promise<Comparison> {
  const lines = await linesById(store, ids);
  const missing = ids.find((id) => !lines.has(id));
  if (missing !== undefined) throw new TrucewatchError('unknown-id', missing);
  const entries = await entriesOf(view, ids);
  const compared = entries.map((entry) => ({ entry, line: comparedEntry(entry, ids) }));
  const shared = compared.filter(({ line }) => Object.keys(line.records).length > 1);
  const only = Object.fromEntries(
    ids.map((id) => [id, compared.flatMap(({ line }) => (Object.keys(line.records).join() === id ? [line] : []))]),
  );
  return {
    reports: ids.map((id) => lines.get(id)!),
    shared: shared.map(({ line }) => line),
    differing: shared.flatMap(({ entry, line }) => differing(entry, line, ids)),
    only,
    quotes: await quotesOf(
      store,
      entries.flatMap((entry) => evidenceFrom(entry, ids)),
    ),
  };
}

async function entriesOf({ projection }: LedgerView, reports: readonly string[]): Promise<readonly Entry[]> {
  const found = new Set<string>();
  for (const report of reports) {
    const { rows } = await projection.entries({ terms: [['report', report]], limit: MOST });
    for (const { id } of rows) found.add(id);
  }
  return projection.bodies([...found]);
}

function comparedEntry({ id, kind, title, slots, corroboration }: Entry, reports: readonly string[]): ComparedEntry {
  const records: Record<string, string[]> = {};
  const note = ({ report, record }: Evidence): void => {
    if (!reports.includes(report)) return;
    const known = (records[report] ??= []);
    if (!known.includes(record)) known.push(record);
  };
  for (const { readings } of slots) for (const { evidence } of readings) evidence.forEach(note);
  for (const { evidence } of [...corroboration.origins, ...corroboration.deniedBy]) evidence.forEach(note);
  return { entry: id, kind, title, records };
}

/** Slots of which each report gives readings, and not the same ones. */
function differing(entry: Entry, line: ComparedEntry, reports: readonly string[]): Comparison['differing'] {
  return entry.slots.flatMap(({ name, readings }) => {
    const told = readings.flatMap(({ label, evidence }) => {
      const by = reports.filter((id) => evidence.some(({ report }) => report === id));
      return by.length === 0 ? [] : [{ label, reports: by }];
    });
    const tellers = new Set(told.flatMap((reading) => reading.reports));
    const isDiffering = tellers.size > 1 && told.some((reading) => reading.reports.length < tellers.size);
    return isDiffering ? [{ ...line, slot: name, readings: told }] : [];
  });
}

const evidenceFrom = ({ slots }: Entry, reports: readonly string[]): Evidence[] =>
  slots.flatMap(({ readings }) =>
    readings.flatMap(({ evidence }) => evidence.filter(({ report }) => reports.includes(report))),
  );
