/** Tables of reports to Reports, one a row, by a map of columns or by the usual names of columns. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { decode } from '../decode.ts';
import { charsetOf } from '../detect.ts';
import { nothingBut, rejected, type ColumnMap, type ReadInput, type ReadResult } from '../format.ts';
import { idOfItem, joined, readRecord, type WireRecord } from '../records.ts';
import { idOfFile, sha256 } from '../report.ts';
import { rowsOf, type Row } from './parse.ts';

const FIELDS = ['id', 'text', 'html', 'title', 'published', 'outlet', 'url'] as const;
type Field = (typeof FIELDS)[number];

/** Names of columns in exports of archives, monitors and spreadsheets, in lower case, best first. */
const USUAL: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'report_id', 'article_id', 'doc_id', 'document_id', 'uid', 'uuid', 'guid', 'event_id_cnty'],
  text: ['text', 'body', 'body_text', 'content', 'full_text', 'fulltext', 'article', 'story', 'notes', 'description'],
  html: ['html', 'body_html', 'content_html', 'raw_html'],
  title: ['title', 'headline', 'subject', 'heading'],
  published: [
    'published',
    'published_at',
    'publish_date',
    'publication_date',
    'pub_date',
    'pubdate',
    'date_published',
    'date',
    'datetime',
    'timestamp',
  ],
  outlet: ['outlet', 'source', 'publisher', 'publication', 'media', 'newspaper', 'agency', 'source_name', 'domain'],
  url: ['url', 'link', 'href', 'source_url', 'permalink'],
};

/** The reports of a table. Rows without a text are named among `rejected`. */
export function readCsv(input: ReadInput): ReadResult {
  const decoded = decode(input.bytes, charsetOf(input));
  if (decoded === undefined) return nothingBut(rejected('binary-input', input.name));
  const rows = rowsOf(decoded.text.replace(/^sep=.\r?\n/i, ''));
  const head = rows.next();
  if (head.done === true) return nothingBut(rejected('empty-input', input.name));
  const columns = columnsOf(head.value.cells, input.columns);
  if (columns.get('text') === undefined && columns.get('html') === undefined)
    return nothingBut(rejected('bad-table', input.name));
  const file = idOfFile(input.name, sha256(input.bytes));
  return joined(results(rows, columns, file, decoded.diagnostics, input));
}

function* results(
  rows: Iterable<Row>,
  columns: ReadonlyMap<Field, number>,
  file: string,
  diagnostics: readonly Diagnostic[],
  input: ReadInput,
): Generator<ReadResult> {
  for (const row of rows) {
    const name = `${input.name} line ${row.line}`;
    const record = recordOf(row, columns, file);
    if (record === undefined) yield nothingBut(rejected('empty-input', name, `The text of ${name}`));
    else yield readRecord(record, { name, diagnostics }, input);
  }
}

function columnsOf(names: readonly string[], map: ColumnMap = {}): ReadonlyMap<Field, number> {
  const places = new Map(names.map((name, index) => [key(name), index]));
  const columns = new Map<Field, number>();
  for (const field of FIELDS) {
    const wanted = map[field] === undefined ? USUAL[field] : [map[field]];
    const place = wanted.map((name) => places.get(key(name))).find((index) => index !== undefined);
    if (place !== undefined) columns.set(field, place);
  }
  return columns;
}

const key = (name: string): string =>
  name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

function recordOf({ line, cells }: Row, columns: ReadonlyMap<Field, number>, file: string): WireRecord | undefined {
  const found: Partial<Record<Field, string>> = {};
  for (const [field, index] of columns) {
    const value = cells[index];
    if (value !== undefined && value.trim() !== '')
      found[field] = field === 'text' || field === 'html' ? value : value.trim();
  }
  const { id, text, html, ...metadata } = found;
  const body = text !== undefined ? { text } : html !== undefined ? { html } : undefined;
  if (body === undefined) return undefined;
  // Without an id the address is the best name of a row; its line is the last resort.
  return { id: id ?? (metadata.url === undefined ? `${file}-${line}` : idOfItem(metadata.url)), ...body, ...metadata };
}
