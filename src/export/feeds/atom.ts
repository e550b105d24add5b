/** An Atom feed (RFC 4287) from items: newest first, ids that stay. */
import { element, emptyElement } from './xml.ts';

export interface FeedItem {
  /** Stays the same for ever: by it a reader knows what it has seen. */
  readonly id: string;
  readonly title: string;
  /** RFC 3339. */
  readonly updated: string;
  readonly published?: string;
  readonly link: string | undefined;
  readonly category: string;
  readonly summary: string;
  /** Voices that it rests on. */
  readonly authors: readonly string[];
}

export interface FeedHead {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  /** Where the feed and the desk stand, if anywhere. */
  readonly self: string | undefined;
  readonly desk: string | undefined;
}

export function* atomFeed(head: FeedHead, items: readonly FeedItem[]): Iterable<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n';
  yield `${element('id', head.id)}\n${element('title', head.title)}\n${element('updated', head.updated)}\n`;
  yield `<author>${element('name', 'trucewatch')}</author>\n<generator>trucewatch</generator>\n`;
  if (head.self !== undefined) yield `${emptyElement('link', { rel: 'self', href: head.self })}\n`;
  if (head.desk !== undefined) yield `${emptyElement('link', { rel: 'alternate', href: head.desk })}\n`;
  for (const item of items) yield entryOf(item);
  yield '</feed>\n';
}

function entryOf(item: FeedItem): string {
  const lines = [
    element('id', item.id),
    element('title', item.title),
    element('updated', item.updated),
    ...(item.published === undefined ? [] : [element('published', item.published)]),
    ...item.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...(item.link === undefined ? [] : [emptyElement('link', { rel: 'alternate', href: item.link })]),
    emptyElement('category', { term: item.category }),
    element('summary', item.summary, { type: 'text' }),
    // Without a link an entry must have content
    ...(item.link === undefined ? [element('content', item.summary, { type: 'text' })] : []),
  ];
  return `<entry>\n${lines.map((line) => `  ${line}\n`).join('')}</entry>\n`;
}
