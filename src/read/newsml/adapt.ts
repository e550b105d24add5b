/** NewsML-G2 and NITF to Reports: headline, dateline and body of every usable item. */
import { decode } from '../decode.ts';
import { charsetOf } from '../detect.ts';
import { declared } from '../feed/parse.ts';
import { nothingBut, rejected, type ReadInput, type ReadResult } from '../format.ts';
import { escapeHtml, idOfItem, joined, paragraphsHtml, readRecord, type WireRecord } from '../records.ts';
import { optional } from '../report.ts';
import { newsItems, type NewsItem } from './parse.ts';

/** The reports of a NewsML-G2 message or a NITF document. Withheld and cancelled items are named among `rejected`. */
export function readNewsml(input: ReadInput): ReadResult {
  const xml = decode(input.bytes, charsetOf(input) ?? declared(input.bytes))?.text;
  if (xml === undefined) return nothingBut(rejected('binary-input', input.name));
  const items = newsItems(xml);
  if (items.length === 0) return nothingBut(rejected('bad-news-item', input.name));
  return joined(
    items.map((item, index) => {
      const name = items.length === 1 ? input.name : `${input.name} item ${index + 1}`;
      const record = item.status === 'withheld' || item.status === 'canceled' ? undefined : recordOf(item);
      return record === undefined ? nothingBut(rejected('bad-news-item', name)) : readRecord(record, { name }, input);
    }),
  );
}

function recordOf(item: NewsItem): WireRecord | undefined {
  const { headline, deck, dateline } = item;
  const body = item.html ?? (item.plain === undefined ? undefined : paragraphsHtml(item.plain));
  if (body === undefined && headline === undefined) return undefined;
  const html = [
    headline === undefined ? '' : `<h1>${escapeHtml(headline)}</h1>`,
    deck === undefined ? '' : `<p class="deck">${escapeHtml(deck)}</p>`,
    `<div class="article-body">${withDateline(body ?? '', dateline)}</div>`,
  ];
  return {
    id: item.id ?? idOfItem(html.join('\n')),
    html: html.join('\n'),
    ...optional('published', item.published),
    ...optional('outlet', item.outlet),
    ...optional('url', item.url),
  };
}

/** A dateline that is sent apart from the body goes in front of it, as it is printed, unless the body has it too. */
function withDateline(body: string, dateline: string | undefined): string {
  if (dateline === undefined) return body;
  const words = dateline.replace(/[\s.,–—-]+$/, '');
  if (body.slice(0, 600).includes(words)) return body;
  const lead = `${escapeHtml(words)} - `;
  return /<p\b[^>]*>/i.test(body) ? body.replace(/<p\b[^>]*>/i, (tag) => tag + lead) : lead + body;
}
