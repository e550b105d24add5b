/**
 * Items of a container (JSONL, feed, table, news exchange) to Reports. Whatever an item came in, it is kept as one
 * JSON line, whose bytes give the same report when they are read again.
 */
import type { Report } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DEFAULT_MAX_TEXT, nothingBut, rejected, single, tooLarge, type ReadInput, type ReadResult } from './format.ts';
import { readHtml } from './html/adapt.ts';
import { optional, sha256 } from './report.ts';

/** One report with its metadata: the object of a JSONL line, and the contract of `trucewatch code`. */
export interface WireRecord {
  readonly id: string;
  readonly text?: string;
  /** A page or a piece of one; read like an HTML file. Not looked at when there is a text. */
  readonly html?: string;
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
}

export interface RecordSource {
  /** The file and the place in it: `export.jsonl line 7`. */
  readonly name: string;
  /** The record's bytes; made from the record where the container has none of its own. */
  readonly raw?: Uint8Array;
  readonly diagnostics?: readonly Diagnostic[];
}

/** A database holds neither U+0000 nor half a surrogate pair; U+FFFD in their place keeps every offset. */
const storable = <R extends WireRecord>(record: R): R =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
    ]),
  ) as R;

/** The report of one record, or the reason why there is none. */
export function readRecord(record: WireRecord, source: RecordSource, input: Pick<ReadInput, 'maxText'>): ReadResult {
  const raw = source.raw ?? new TextEncoder().encode(JSON.stringify(record));
  const maxText = input.maxText ?? DEFAULT_MAX_TEXT;
  const { name, diagnostics = [] } = source;
  const { id, text, html = '', ...metadata } = storable(record);
  const said = { ...metadata, ...(metadata.published !== undefined && { publishedFrom: 'metadata published' }) };
  const own = { id, hash: sha256(raw), mediaType: 'application/jsonl' as const };
  if (text === undefined) {
    const bytes = new TextEncoder().encode(html);
    const page = readHtml({
      name,
      bytes,
      mediaType: 'text/html; charset=utf-8',
      ...optional('maxText', input.maxText),
    });
    const [report] = page.reports;
    if (report === undefined) return { ...page, rejected: page.rejected.map((item) => ({ ...item, raw })) };
    // What the record says about the page goes before what the page says about itself.
    return single({ ...report, ...said, ...own, diagnostics: [...diagnostics, ...report.diagnostics] }, raw);
  }
  if (text.trim() === '') return nothingBut(rejected('empty-input', name, `The text of ${name}`, raw));
  if (text.length > maxText) return nothingBut(tooLarge(name, text.length, maxText, raw));
  const report: Report = { ...own, text, ...said, diagnostics };
  return single(report, raw);
}

/** All results of one container in one. */
export function joined(results: Iterable<ReadResult>): ReadResult {
  const all = { reports: [] as Report[], raws: [] as Uint8Array[], rejected: [] as ReadResult['rejected'][number][] };
  for (const result of results) {
    for (const report of result.reports) all.reports.push(report);
    for (const raw of result.raws) all.raws.push(raw);
    for (const item of result.rejected) all.rejected.push(item);
  }
  return all;
}

/** A usable id for an item that is known by an address or by something longer. */
export const idOfItem = (key: string): string => sha256(new TextEncoder().encode(key)).slice(0, 16);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as it stands in markup. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Plain paragraphs as markup. */
export const paragraphsHtml = (text: string): string =>
  text
    .split(/\r?\n\s*\n|\r\r/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escapeHtml(part.trim())}</p>`)
    .join('\n');
