/**
 * Three feeds: entries that are new, what changed in those that were there, and what falls due. Items are dated by what
 * the reports say, so that two copies of one ledger give one feed.
 */
import type { AgendaItem, Entry } from '../../model/ledger.ts';
import { backed } from '../batch.ts';
import { edge, selectEntries, truceOf } from '../select.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { iriOf, wordsAt } from '../words.ts';
import { atomFeed, type FeedItem } from './atom.ts';
import { changesOf } from './changes.ts';
import { instantOf, shared } from './item.ts';

const LIMIT = 100;

/** Entries, newest first by their first report. */
export async function* exportNewFeed(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const dated = selectEntries(source.ledger, options).filter(({ firstReported }) => firstReported !== undefined);
  const entries = newest(dated, (entry) => entry.firstReported!, options);
  const items: FeedItem[] = [];
  for await (const { entry, records, reports } of backed(source, entries)) {
    const first = records[0]!;
    items.push({
      ...shared(entry, options),
      id: iriOf(undefined, 'entries', entry.id),
      title: entry.title,
      updated: instantOf(entry.firstReported!),
      published: instantOf(entry.firstReported!),
      summary: `${entry.corroboration.step}. “${wordsAt(first.spans, reports.get(first.report)?.text)}” (${first.report})`,
    });
  }
  yield* feed('new', 'New in the ledger', items, source, options);
}

/** Further reports, changes of status and decisions, newest first. */
export async function* exportChangesFeed(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const items = newest(await changesOf(source, options), ({ updated }) => updated, options);
  yield* feed('changes', 'Changes in the ledger', items, source, options);
}

/** What is due or overdue, the next first. */
export async function* exportDueFeed(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const { ledger } = source;
  const entries = new Map(selectEntries(ledger, options).map((entry) => [entry.id, entry]));
  const items = ledger.agenda
    .filter(({ entry, outcome }) => entries.has(entry) && (outcome === 'due' || outcome === 'overdue'))
    .slice(0, options.limit ?? LIMIT)
    .map((item) => dueItem(item, entries.get(item.entry)!, options));
  yield* feed('due', 'Due and overdue', items, source, options);
}

function dueItem(item: AgendaItem, entry: Entry, options: ExportOptions): FeedItem {
  const due = item.due === undefined ? '' : ` (as reported: ${item.due.value} ${item.due.zone ?? ''})`;
  return {
    ...shared(entry, options),
    id: iriOf(undefined, 'due', `${item.entry}/${item.outcome}`),
    title: `${item.outcome === 'overdue' ? 'Overdue' : 'Due'}: ${item.title}`,
    updated: item.outcome === 'overdue' ? item.latest! : instantOf(entry.lastReported ?? item.earliest!),
    category: item.outcome,
    summary: `between ${item.earliest} and ${item.latest}${due}. ${item.reasons.map(({ text }) => text).join('; ')}`,
  };
}

const newest = <T>(list: readonly T[], at: (one: T) => string, { limit = LIMIT }: ExportOptions): readonly T[] =>
  list
    .map((one) => ({ one, at: edge(at(one), 0)! }))
    .sort((a, b) => b.at - a.at)
    .slice(0, limit)
    .map(({ one }) => one);

function* feed(
  name: string,
  title: string,
  items: readonly FeedItem[],
  { ledger }: ExportSource,
  options: ExportOptions,
): Iterable<string> {
  const truce = truceOf(ledger, options);
  const base = options.url?.replace(/\/$/, '');
  const head = {
    id: iriOf(undefined, 'feeds', truce === undefined ? name : `${name}/${truce.id}`),
    title: truce === undefined ? title : `${title}: ${truce.title}`,
    updated: instantOf(
      items
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ??
        ledger.asOf ??
        '1970-01-01T00:00:00Z',
    ),
    self:
      base === undefined
        ? undefined
        : `${base}/api/v1/feeds/${name}.atom${truce === undefined ? '' : `?truce=${truce.id}`}`,
    desk: base,
  };
  yield* atomFeed(head, items);
}
