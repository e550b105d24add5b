/** What changed in the ledger, told from the ledger alone: what further reports add, changes of status, decisions. */
import type { Decision } from '../../model/decision.ts';
import type { Entry, Evidence, Origin, Truce } from '../../model/ledger.ts';
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

/** Every report after the first that brings readings or voices which no earlier one gives. */
function reportItems({ entry, reports }: Backed, options: ExportOptions): readonly FeedItem[] {
  const dated = entry.reports
    .flatMap((id) => {
      const published = reports.get(id)?.card.published.value;
      return published === undefined ? [] : [{ id, at: instantOf(published) }];
    })
    .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
  return dated.slice(1).flatMap(({ id, at }, index): readonly FeedItem[] => {
    const earlier = new Set(dated.slice(0, index + 1).map((one) => one.id));
    const added = [...readingsFirstIn(entry, id, earlier), ...voicesFirstIn(entry, id, earlier)];
    // Ten outlets that carry one ministry change nothing
    if (added.length === 0) return [];
    return [
      {
        ...shared(entry, options),
        id: iriOf(undefined, 'changes', `${entry.id}/${id}`),
        title: `More on: ${entry.title}`,
        updated: at,
        summary: `${reports.get(id)?.card.outlet ?? id} adds ${added.join('; ')} (${id}).`,
      },
    ];
  });
}

/** Whether a report is the first of those that give something. */
const isFirstIn = (evidence: readonly Evidence[], report: string, earlier: ReadonlySet<string>): boolean =>
  evidence.some((one) => one.report === report) && !evidence.some((one) => earlier.has(one.report));

const readingsFirstIn = (entry: Entry, report: string, earlier: ReadonlySet<string>): readonly string[] =>
  entry.slots.flatMap(({ name, readings }) =>
    readings.filter(({ evidence }) => isFirstIn(evidence, report, earlier)).map(({ label }) => `${name}: ${label}`),
  );

function voicesFirstIn({ corroboration }: Entry, report: string, earlier: ReadonlySet<string>): readonly string[] {
  const fresh = (origins: readonly Origin[]): readonly string[] =>
    origins.filter(({ evidence }) => isFirstIn(evidence, report, earlier)).map(({ name }) => name);
  return [
    ...fresh(corroboration.origins).map((name) => `a voice: ${name}`),
    ...fresh(corroboration.deniedBy).map((name) => `a denial: ${name}`),
  ];
}

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
