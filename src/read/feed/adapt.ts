/** Items of a feed to Reports: headline and text as the feed gives them, under the item's own address. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { charsetOf } from '../detect.ts';
import { nothingBut, rejected, type ReadInput, type ReadResult } from '../format.ts';
import { idOfItem, joined, readRecord, type WireRecord } from '../records.ts';
import { optional } from '../report.ts';
import { readFeed, type Feed, type FeedItem } from './parse.ts';

/** One report an item; items without a word are left out. */
export function readFeedFile(input: ReadInput): ReadResult {
  const feed = readFeed(input.bytes, charsetOf(input));
  if (feed === undefined) return nothingBut(rejected('bad-feed', input.name));
  const results = feed.items.flatMap((item, index) => {
    const record = feedRecord(item, feed);
    const name = `${input.name} item ${index + 1}`;
    const diagnostics = [
      ...(item.isSummary ? [SUMMARY] : []),
      ...(feed.isCut ? [CUT] : []),
      ...(item.published === undefined && item.updated !== undefined ? [UPDATED] : []),
    ];
    return record === undefined ? [] : [readRecord(record, { name, diagnostics }, input)];
  });
  return results.length === 0
    ? nothingBut(rejected('empty-input', input.name, `The feed ${input.name}`))
    : joined(results);
}

/** An item as a record; undefined when it has neither title nor text. */
export function feedRecord(item: FeedItem, feed: Pick<Feed, 'title'>): WireRecord | undefined {
  const { title, html, id, url } = item;
  if (title === undefined && html === undefined) return undefined;
  const key = url ?? id ?? `${title ?? ''}\n${html ?? ''}`;
  return {
    id: idOfItem(key),
    html: `${title === undefined ? '' : `<h1>${title}</h1>\n`}${paragraph(html ?? '')}`,
    ...optional('published', item.published ?? item.updated),
    ...optional('outlet', item.outlet ?? feed.title),
    ...optional('url', url),
  };
}

/** Words without a tag of their own are a paragraph: on a page they would be a caption or a menu when they are few. */
const paragraph = (html: string): string =>
  html.trim() === '' || /<(?:p|div|ul|ol|table|blockquote|section|article|h[1-6])\b/i.test(html)
    ? html
    : `<p>${html}</p>`;

const SUMMARY: Diagnostic = {
  rule: 'feed-summary',
  severity: 'info',
  message: 'The feed gives a summary, not the whole report.',
  help: 'Fetch the page behind the item for the rest.',
};
const CUT: Diagnostic = {
  rule: 'feed-cut',
  severity: 'warning',
  message: 'The feed broke off; what came before was read.',
  help: 'Fetch it again.',
};
const UPDATED: Diagnostic = {
  rule: 'feed-updated-date',
  severity: 'info',
  message: 'The feed gives the day of the last change only; it was taken for the day of publication.',
};
