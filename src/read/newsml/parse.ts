/** Finds the news items of a NewsML-G2 or NITF document (iptc.org/standards/newsml-g2, iptc.org/standards/nitf). */
import { Parser } from 'htmlparser2';

/** One item with what is read of it; bodies are markup or plain text. */
export interface NewsItem {
  id?: string;
  headline?: string;
  deck?: string;
  dateline?: string;
  published?: string;
  outlet?: string;
  url?: string;
  html?: string;
  plain?: string;
  /** `usable`, `withheld`, `canceled`. */
  status?: string;
}

/** Elements whose words are a value of the item, with the value's name. Names are without their prefix. */
const VALUES: Readonly<Record<string, keyof NewsItem>> = {
  headline: 'headline',
  hl1: 'headline',
  hl2: 'deck',
  dateline: 'dateline',
  firstcreated: 'published',
  contentcreated: 'published',
  versioncreated: 'published',
};
/** Dates by how near they are to publication; a later rank does not replace an earlier one. */
const DATE_RANK: Readonly<Record<string, number>> = {
  firstcreated: 3,
  contentcreated: 2,
  versioncreated: 1,
  'date.issue': 3,
};
const BODIES = new Set(['inlinexml', 'body.content']);

interface Reading {
  readonly xml: string;
  readonly items: NewsItem[];
  item: NewsItem | undefined;
  /** Open value element and the words gathered in it. */
  value: { readonly name: string; words: string } | undefined;
  /** Open body element, and where its content begins. */
  body: { readonly name: string; readonly from: number; depth: number } | undefined;
  isPlain: boolean;
  dateRank: number;
}

/** The items in document order; none where the document is of another kind. Entities of a DTD are not expanded. */
export function newsItems(xml: string): NewsItem[] {
  const reading: Reading = {
    xml,
    items: [],
    item: undefined,
    value: undefined,
    body: undefined,
    isPlain: false,
    dateRank: 0,
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(reading, local(name), attributes, parser.endIndex + 1),
      ontext: (text) => {
        if (reading.value !== undefined) reading.value.words += text;
      },
      onclosetag: (name) => close(reading, local(name), parser.startIndex),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return reading.items;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

function open(reading: Reading, name: string, attributes: Readonly<Record<string, string>>, after: number): void {
  if (name === 'newsitem' || name === 'nitf') begin(reading, name, attributes);
  const { item } = reading;
  if (item === undefined) return;
  if (reading.body !== undefined) {
    if (name === reading.body.name) reading.body.depth++;
    return;
  }
  if (BODIES.has(name)) reading.body = { name, from: after, depth: 1 };
  else if (name === 'inlinedata') {
    reading.value = { name, words: '' };
    reading.isPlain = !/html/i.test(attributes['contenttype'] ?? 'text/plain');
  } else if (name in VALUES) reading.value = { name, words: '' };
  else if (name === 'provider' || name === 'copyrightholder' || name === 'doc.copyright')
    setOutlet(reading, item, name, attributes);
  else if (name === 'pubstatus') item.status = (attributes['qcode'] ?? '').replace(/^.*:/, '');
  else if (name === 'date.issue') setDate(reading, item, name, attributes['norm'] ?? '');
  else if (name === 'doc-id') item.id ??= attributes['id-string'] ?? '';
  else if (name === 'name' && reading.value === undefined && item.outlet === undefined)
    reading.value = { name: 'outlet', words: '' };
}

/** NITF can stand within NewsML: then it is the body of the item that is open. */
function begin(reading: Reading, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'nitf' && reading.item !== undefined) return;
  reading.item = attributes['guid'] === undefined ? {} : { id: attributes['guid'] };
  reading.dateRank = 0;
  reading.items.push(reading.item);
}

function setOutlet(_: Reading, item: NewsItem, name: string, attributes: Readonly<Record<string, string>>): void {
  const said = name === 'doc.copyright' ? attributes['holder'] : attributes['literal'];
  if (said !== undefined && said !== '') item.outlet ??= said;
}

function setDate(reading: Reading, item: NewsItem, name: string, value: string): void {
  const rank = DATE_RANK[name] ?? 0;
  if (value.trim() === '' || rank <= reading.dateRank) return;
  item.published = value.trim();
  reading.dateRank = rank;
}

function close(reading: Reading, name: string, before: number): void {
  const { item, value, body } = reading;
  if (item === undefined) return;
  if (body !== undefined) {
    if (name === body.name && --body.depth === 0) {
      item.html ??= reading.xml.slice(body.from, Math.max(body.from, before));
      reading.body = undefined;
    }
    return;
  }
  if (value !== undefined && (value.name === name || value.name === 'outlet')) {
    take(reading, item, value.name, value.words);
    reading.value = undefined;
  }
  if (name === 'newsitem') reading.item = undefined;
}

function take(reading: Reading, item: NewsItem, name: string, words: string): void {
  if (words.trim() === '') return;
  if (name === 'inlinedata') item[reading.isPlain ? 'plain' : 'html'] ??= words;
  else if (name === 'outlet') item.outlet ??= words.trim();
  else if (name in DATE_RANK) setDate(reading, item, name, words);
  else {
    const field = VALUES[name];
    if (field !== undefined) item[field] ??= words.replaceAll(/\s+/g, ' ').trim();
  }
}
