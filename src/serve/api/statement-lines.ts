/** Statements with their words; where an act was asked for, the words that do it, and that act before the others. */
import type { Entry } from '../../model/ledger.ts';
import type { EntryLine } from '../../model/lines.ts';
import type { LedgerView, ReadableStore } from '../desk-source.ts';
import { quotesOf } from './quotes.ts';
import type { StatementLine } from './types.ts';

export interface StatementContext {
  readonly store: ReadableStore;
  readonly view: LedgerView;
  /** The act that the list was asked for. */
  readonly act: string | undefined;
}

/** Each line with the words of one of its records. */
export async function statementLines(
  lines: readonly EntryLine[],
  { store, view, act }: StatementContext,
): Promise<StatementLine[]> {
  const chosen = act === undefined ? new Map<string, Chosen>() : await chosenBy(act, view, lines);
  const recordOf = (line: EntryLine): string => own(chosen.get(line.id)?.record ?? line.record);
  const records = await store.records({ ids: lines.map(recordOf) });
  const spans = records.map((record) => ({
    record: record.id,
    report: record.report,
    spans: record.kind === 'statement' && record.content.length > 0 ? record.content : record.spans,
  }));
  const quotes = new Map((await quotesOf(store, spans)).map((quote) => [quote.record, quote]));
  return lines.map((line) => {
    const words = quotes.get(recordOf(line));
    const acts = chosen.get(line.id)?.acts;
    return { ...line, ...(acts !== undefined && { acts }), ...(words !== undefined && { words }) };
  });
}

/** A record taken out of an entry has a mark behind its id. */
const own = (record: string): string => record.split('~')[0]!;

interface Chosen {
  readonly record: string | undefined;
  readonly acts: readonly string[];
}

async function chosenBy(
  act: string,
  { projection }: LedgerView,
  lines: readonly EntryLine[],
): Promise<ReadonlyMap<string, Chosen>> {
  const bodies = await projection.bodies(lines.map(({ id }) => id));
  return new Map(bodies.map((entry) => [entry.id, chosenIn(entry, act)]));
}

function chosenIn({ slots }: Entry, act: string): Chosen {
  const readings = slots.find(({ name }) => name === 'act')?.readings ?? [];
  const others = readings.flatMap(({ value }) => (typeof value === 'string' && value !== act ? [value] : []));
  return { record: readings.find(({ value }) => value === act)?.evidence[0]?.record, acts: [act, ...others] };
}
