/** ninjs items to Reports: headline, sub-headline and body as the agency sends them. */
import { decode } from '../decode.ts';
import { charsetOf } from '../detect.ts';
import { nothingBut, rejected, type ReadInput, type ReadResult } from '../format.ts';
import { escapeHtml, joined, paragraphsHtml, readRecord, type WireRecord } from '../records.ts';
import { optional } from '../report.ts';
import type { NinjsItem, NinjsText } from './wire.ts';

/** The reports of a ninjs document: one item, an array of items, or one item a line. */
export function readNinjs(input: ReadInput): ReadResult {
  const text = decode(input.bytes, charsetOf(input))?.text;
  if (text === undefined) return nothingBut(rejected('binary-input', input.name));
  const whole = parseJson(text);
  const values: readonly unknown[] =
    whole === undefined
      ? text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(parseJson)
      : Array.isArray(whole)
        ? whole
        : [whole];
  return joined(
    values.map((value, index) => {
      const name = values.length === 1 ? input.name : `${input.name} item ${index + 1}`;
      const record = isNinjs(value) ? recordOf(value) : undefined;
      return record === undefined ? nothingBut(rejected('bad-news-item', name)) : readRecord(record, { name }, input);
    }),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a JSON value is a ninjs item: all have a `uri`, and words under names that no other format uses with it. */
function isNinjs(value: unknown): value is NinjsItem {
  if (typeof value !== 'object' || value === null || !('uri' in value) || typeof value.uri !== 'string') return false;
  return [
    'body_text',
    'body_xhtml',
    'body_html',
    'bodies',
    'headline',
    'headlines',
    'versioncreated',
    'versionCreated',
  ].some((name) => name in value);
}

function recordOf(item: NinjsItem): WireRecord | undefined {
  const headline = words(item.headline) ?? main(item.headlines);
  const deck = words(item.subheadline) ?? withRole(item.headlines, /sub|deck/i);
  const body = bodyOf(item);
  if (body === undefined && headline === undefined) return undefined;
  const title = headline === undefined ? '' : `<h1>${escapeHtml(headline)}</h1>\n`;
  const below = deck === undefined ? '' : `<p class="deck">${escapeHtml(deck)}</p>\n`;
  return {
    id: item.uri,
    html: `${title}${below}<div class="article-body">${body ?? ''}</div>`,
    ...optional(
      'published',
      [item.firstCreated, item.firstcreated, item.contentCreated, item.versionCreated, item.versioncreated]
        .map(words)
        .find((date) => date !== undefined),
    ),
    ...optional(
      'outlet',
      words(item.copyrightHolder) ?? words(item.copyrightholder) ?? words(item.infoSources?.[0]?.name),
    ),
    ...optional('url', /^https?:\/\//.test(item.canonical ?? item.uri) ? (item.canonical ?? item.uri) : undefined),
  };
}

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
const listOf = (texts: unknown): readonly NinjsText[] =>
  Array.isArray(texts) ? texts.filter((text): text is NinjsText => typeof text === 'object' && text !== null) : [];

const main = (texts: unknown): string | undefined => {
  const list = listOf(texts);
  return words(
    (
      list.find(({ role }) => role === 'main' || role === 'headline') ??
      list.find(({ role }) => !/sub|deck/i.test(role ?? ''))
    )?.value,
  );
};

const withRole = (texts: unknown, role: RegExp): string | undefined =>
  words(listOf(texts).find((text) => role.test(text.role ?? ''))?.value);

function bodyOf(item: NinjsItem): string | undefined {
  const marked = words(item.body_xhtml) ?? words(item.body_html);
  if (marked !== undefined) return marked;
  const plain = words(item.body_text);
  if (plain !== undefined) return paragraphsHtml(plain);
  const list = listOf(item.bodies);
  const html = list.find((text) => /html/i.test(text.contentType ?? text.contenttype ?? ''));
  if (words(html?.value) !== undefined) return html?.value;
  const text = words((list.find(({ role }) => role === 'main') ?? list[0])?.value);
  return text === undefined ? undefined : paragraphsHtml(text);
}
