/** What changed in the ledger, told from the ledger alone: each further report, change of status and decision. */
import type { Decision } from '../../model/decision.ts';
import type { Entry, Truce } from '../../model/ledger.ts';
import { backed, type Backed } from '../batch.ts';
import { selectEntries, truceOf } from '../select.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { iriOf } from '../words.ts';
import type { FeedItem } from './atom.ts';
import { instantOf, shared } from './item.ts';

export async function changesOf(source: ExportSource, options: ExportOptions): Promise<readonly FeedItem[]> {
  const entries = selectEntries(source.ledger, options);
  const asked = truceOf(source.ledger, options);
  const truces = source.ledger.truces.filter(({ id }) => asked === undefined || id === asked.id);
  const items = truces.flatMap((truce) => statusItems(truce, options));
  const decisions = new Map(source.decisions.map((decision) => [decision.id, decision]));
  const told = entries.filter((entry) => entry.reports.length > 1);
  for await (const one of backed(source, told)) items.push(...reportItems(one, options));
  for (const entry of entries)
    for (const id of entry.decisions) {
      const decision = decisions.get(id);
      if (decision !== undefined) items.push(decisionItem(entry, decision, options));
    }
  return items;
}

/** Every report after the first, with the readings that no earlier one gives. */
function reportItems({ entry, reports }: Backed, options: ExportOptions): readonly FeedItem[] {
  const dated = entry.reports
    .flatMap((id) => {
      const published = reports.get(id)?.card.published.value;
      return published === undefined ? [] : [{ id, at: instantOf(published) }];
    })
    .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
  return dated.slice(1).map(({ id, at }, index): FeedItem => {
    const earlier = new Set(dated.slice(0, index + 1).map((one) => one.id));
    const added = readingsFirstIn(entry, id, earlier);
    const outlet = reports.get(id)?.card.outlet ?? id;
    return {
      ...shared(entry, options),
      id: iriOf(undefined, 'changes', `${entry.id}/${id}`),
      title: `${added.length === 0 ? 'Told again' : 'Adds'}: ${entry.title}`,
      updated: at,
      summary:
        added.length === 0
          ? `${outlet} tells it too, with nothing new (${id}).`
          : `${outlet} adds ${added.join('; ')} (${id}).`,
    };
  });
}

const readingsFirstIn = (entry: Entry, report: string, earlier: ReadonlySet<string>): readonly string[] =>
  entry.slots.flatMap(({ name, readings }) =>
    readings
      .filter(
        ({ evidence }) =>
          evidence.some((one) => one.report === report) && !evidence.some((one) => earlier.has(one.report)),
      )
      .map(({ label }) => `${name}: ${label}`),
  );

const statusItems = (truce: Truce, { url }: ExportOptions): readonly FeedItem[] =>
  truce.history.flatMap(({ at, status, reasons }) =>
    at === undefined
      ? []
      : [
          {
            id: iriOf(undefined, 'changes', `${truce.id}/${status}/${at}`),
            title: `${truce.title}: ${status}`,
            updated: instantOf(at),
            link: url === undefined ? undefined : iriOf(url, 'truces', truce.id),
            category: 'status',
            summary: reasons.map(({ text }) => text).join('; ') || status,
            authors: [],
          },
        ],
  );

const decisionItem = (entry: Entry, decision: Decision, options: ExportOptions): FeedItem => ({
  ...shared(entry, options),
  id: iriOf(undefined, 'changes', `${entry.id}/${decision.id}`),
  title: `${decision.type}: ${entry.title}`,
  updated: instantOf(decision.at),
  category: 'decision',
  authors: [decision.by],
  summary: decision.why,
});
