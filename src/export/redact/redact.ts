/** Withholds what shall not leave the house, before any format sees it, so that no format can forget. */
import type { Decision } from '../../model/decision.ts';
import type { Entry, Ledger } from '../../model/ledger.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { redactBundle } from './redact-bundle.ts';
import { mapStrings, masked, namesAt, patternOf, type PrivateWords, withheld } from './private-words.ts';

/** Reports looked through at a time. */
const REPORTS = 200;

/** The source without what the options withhold. */
export async function redacted(source: ExportSource, { redact = [] }: ExportOptions): Promise<ExportSource> {
  let now = source;
  if (redact.includes('notes')) now = withDecisions(now, (decision) => withoutNotes(decision));
  if (redact.includes('analysts')) now = withDecisions(now, anonymously(source.decisions));
  if (redact.includes('persons')) now = await withoutPersons(now);
  return now;
}

const NOTE = '[note withheld]';

const withoutNotes = (decision: Decision): Decision => ({
  ...decision,
  why: NOTE,
  ...(decision.type === 'note' ? { text: NOTE } : {}),
});

/** Analysts by number, in the order of their first decision: who decided alike stays visible, who it was does not. */
function anonymously(decisions: readonly Decision[]): (decision: Decision) => Decision {
  const people = [...new Set(decisions.map(({ by }) => by))];
  return (decision) => ({ ...decision, by: `analyst ${people.indexOf(decision.by) + 1}` });
}

function withDecisions(source: ExportSource, change: (decision: Decision) => Decision): ExportSource {
  const { whole } = source;
  return {
    ...source,
    ledger: withoutReasons(source.ledger),
    decisions: source.decisions.map(change),
    changes: async (since) => (await source.changes(since)).map((one) => mapStrings(one, withoutMerger)),
    whole: { ...whole, decisions: async () => (await whole.decisions()).map(change), redacted: true },
  };
}

/** The ledger quotes analysts where it tells why records were joined. */
const withoutReasons = (ledger: Ledger): Ledger => ({
  ...ledger,
  entries: ledger.entries.map((entry) => ({
    ...entry,
    joins: entry.joins.map((join) => ({ ...join, reason: withoutMerger(join.reason) })),
  })),
});

const withoutMerger = (text: string): string => text.replace(/merged by .*/s, 'merged by an analyst');

async function withoutPersons(source: ExportSource): Promise<ExportSource> {
  const names = await privateNames(source);
  const wordsIn = (reports: readonly string[]): PrivateWords => patternOf(reports.flatMap((id) => names.get(id) ?? []));
  const inText = (id: string, text: string): string => masked(text, wordsIn([id]));
  return {
    ...source,
    ledger: ledgerWithout(source.ledger, wordsIn),
    reports: async (ids) =>
      (await source.reports(ids)).map((report) => ({
        ...report,
        text: inText(report.id, report.text),
        card: { ...report.card, headline: inText(report.id, report.card.headline) },
      })),
    records: async (ids) =>
      (await source.records(ids)).map((record) =>
        mapStrings(record, (text) => withheld(text, wordsIn([record.report]))),
      ),
    changes: async (since) => {
      const all = wordsIn([...names.keys()]);
      return (await source.changes(since)).map((one) => mapStrings(one, (text) => withheld(text, all)));
    },
    whole: redactBundle(source.whole, source, wordsIn),
  };
}

/** The names of each report that an entry rests on. */
async function privateNames(source: ExportSource): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...new Set(source.ledger.entries.flatMap(({ reports }) => reports))].sort();
  const found = new Map<string, readonly string[]>();
  for (let at = 0; at < ids.length; at += REPORTS) {
    const part = ids.slice(at, at + REPORTS);
    const spans = await source.privateNames(part);
    for (const { id, text } of await source.reports(part)) found.set(id, namesAt(text, spans[id] ?? []));
  }
  return found;
}

/** An entry loses the names of its own reports; what belongs to no entry alone, those of all. */
function ledgerWithout(ledger: Ledger, wordsIn: (reports: readonly string[]) => PrivateWords): Ledger {
  const all = wordsIn([...new Set(ledger.entries.flatMap(({ reports }) => reports))]);
  const without = (entry: Entry): Entry => {
    const words = wordsIn(entry.reports);
    const { id, records, reports, ...rest } = entry;
    return { id, records, reports, ...mapStrings(rest, (text) => withheld(text, words)) };
  };
  const { entries, hash, coverage, ...rest } = ledger;
  return { hash, coverage, entries: entries.map(without), ...mapStrings(rest, (text) => withheld(text, all)) };
}
