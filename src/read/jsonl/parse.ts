/** Cuts a JSONL file into its lines and reads each one as a record, alone: one bad line cannot harm its neighbours. */
import { decode } from '../decode.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ColumnMap } from '../format.ts';
import { idOfItem, type WireRecord } from '../records.ts';

export interface Line {
  /** 1-based, as editors count. */
  readonly number: number;
  readonly raw: Uint8Array;
}

const NEWLINE = 10;

/** The lines that are not blank. `raw` is a view, without the line end. */
export function* linesOf(bytes: Uint8Array): Generator<Line> {
  let number = 1;
  for (let from = 0; from < bytes.length; number++) {
    const found = bytes.indexOf(NEWLINE, from);
    const to = found < 0 ? bytes.length : found;
    const raw = trimmed(bytes, from, to);
    if (raw.length > 0) yield { number, raw };
    from = to + 1;
  }
}

const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 13;

function trimmed(bytes: Uint8Array, from: number, to: number): Uint8Array {
  let [start, end] = [from, to];
  if (bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf) start += 3;
  while (start < end && isBlank(bytes[start])) start++;
  while (end > start && isBlank(bytes[end - 1])) end--;
  return bytes.subarray(start, end);
}

export interface ParsedRecord {
  readonly record: WireRecord;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The record of one line; undefined when it is none. A field of the wrong type is left out and told. `columns` gives
 * fields of other names, `article.body` for one within another; then an address or the text itself can stand for the id.
 */
export function parseRecord(raw: Uint8Array, columns?: ColumnMap): ParsedRecord | undefined {
  const decoded = decode(raw);
  if (decoded === undefined) return undefined;
  const object = jsonObject(decoded.text);
  if (object === undefined) return undefined;
  const value = columns === undefined ? object : { ...object, ...renamed(object, columns) };
  const body =
    typeof value['text'] === 'string'
      ? { text: value['text'] }
      : typeof value['html'] === 'string'
        ? { html: value['html'] }
        : undefined;
  if (body === undefined) return undefined;
  const id = idOf(value, columns === undefined ? undefined : (body.text ?? body.html));
  if (id === undefined || id === '') return undefined;
  const diagnostics = [...decoded.diagnostics];
  const fields: Record<string, string> = {};
  for (const name of ['title', 'published', 'outlet', 'url'] as const) {
    const field = value[name];
    if (typeof field === 'string' && field.trim() !== '') fields[name] = field;
    else if (field !== undefined && field !== null && field !== '') diagnostics.push(wrongType(name));
  }
  return { record: { id, ...body, ...fields }, diagnostics };
}

function renamed(object: Json, columns: ColumnMap): Json {
  const found: Record<string, unknown> = {};
  for (const [field, path] of Object.entries(columns)) {
    let value: unknown = object;
    for (const name of path in object ? [path] : path.split('.'))
      value = typeof value === 'object' && value !== null ? (value as Json)[name] : undefined;
    if (value !== undefined) found[field] = value;
  }
  return found;
}

function idOf({ id, url }: Json, body: string | undefined): string | undefined {
  if (typeof id === 'string') return id;
  if (typeof id === 'number') return String(id);
  if (body === undefined || id !== undefined) return undefined;
  return idOfItem(typeof url === 'string' && url !== '' ? url : body);
}

type Json = Readonly<Record<string, unknown>>;

const wrongType = (name: string): Diagnostic => ({
  rule: 'field-ignored',
  severity: 'warning',
  message: `"${name}" is not a string and was left out.`,
  help: `Give "${name}" as a string.`,
});

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Objects of a file that is one JSON document: an array of records, or one record over several lines. */
export function wholeDocument(bytes: Uint8Array): Uint8Array[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => new TextEncoder().encode(JSON.stringify(item)));
}
