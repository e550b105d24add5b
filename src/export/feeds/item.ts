/** What the items of all feeds have in common. */
import type { Entry } from '../../model/ledger.ts';
import { edge } from '../select.ts';
import type { ExportOptions } from '../source.ts';
import { iriOf } from '../words.ts';
import type { FeedItem } from './atom.ts';

/** What every item of an entry has. */
export const shared = (entry: Entry, { url }: ExportOptions): Pick<FeedItem, 'link' | 'category' | 'authors'> => ({
  link: url === undefined ? undefined : iriOf(url, 'entries', entry.id),
  category: entry.kind,
  authors: entry.corroboration.origins.map(({ name }) => name),
});

/** The begin of a date, or the instant itself, in UTC. */
export const instantOf = (value: string): string =>
  Temporal.Instant.fromEpochMilliseconds(edge(value, 0)!).toString({ smallestUnit: 'second' });
