/** What an element says of a time that it shows: the value for machines, and what happened then. */
import type { Attributes } from './attributes.ts';

/** The value for machines, from the attribute that is narrowest about it. */
export function timeValue(attributes: Attributes): string | undefined {
  const { datetime, content, title } = attributes;
  const data =
    attributes['data-datetime'] ??
    attributes['data-published'] ??
    attributes['data-timestamp'] ??
    attributes['data-time'] ??
    attributes['data-date'] ??
    attributes['data-ts'] ??
    attributes['data-utc'] ??
    attributes['data-epoch'];
  // Titles are read by people, too; as times only when they begin like one.
  return datetime ?? content ?? data ?? (title !== undefined && /\d{4}/.test(title) ? title : undefined);
}

const PUBLISHED =
  /(?:^|[\s-])(?:dt-)?(?:published|pubdate|publish-date|datepublished|entry-date|posted-on|post-date)(?:$|[\s-])/i;
const MODIFIED = /(?:^|[\s-])(?:dt-)?(?:updated|modified|date-updated|datemodified|last-modified)(?:$|[\s-])/i;

/** What the time is of, by microdata (schema.org), RDFa, hAtom and h-entry; empty where nothing says so. */
export function timeProperty({ itemprop, property, pubdate, class: classes = '' }: Attributes): string {
  const names = `${itemprop ?? ''} ${property ?? ''}`.split(/\s+/).map((name) => name.replace(/^.*[:/#]/, ''));
  if (names.includes('datePublished')) return 'datePublished';
  if (names.some((name) => /^(?:dateModified|modified|modified_time|updated)$/.test(name))) return 'modified';
  if (names.some((name) => /^(?:created|issued|dateCreated|published_time)$/.test(name))) return 'created';
  if (pubdate !== undefined) return 'pubdate';
  return PUBLISHED.test(classes) ? 'published' : MODIFIED.test(classes) ? 'modified' : '';
}
