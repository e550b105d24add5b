/** JSONL to Reports: a record's `text` is the text, untouched; its metadata is taken as the sender gives it. */
import type { Report } from '../../model/article.ts';
import {
  DEFAULT_MAX_TEXT,
  nothingBut,
  rejected,
  tooLarge,
  type ReadInput,
  type ReadResult,
  type Rejected,
} from '../format.ts';
import { readHtml } from '../html/adapt.ts';
import { optional, sha256 } from '../report.ts';
import { linesOf, parseRecord, wholeDocument, type Line, type ParsedRecord } from './parse.ts';

/** All reports of a JSONL file, or of one JSON document with records in it. Bad lines are named among `rejected`. */
export function readJsonl(input: ReadInput): ReadResult {
  const reports: Report[] = [];
  const raws: Uint8Array[] = [];
  const refused: Rejected[] = [];
  for (const line of recordsOf(narrow(input.bytes))) {
    const result = readLine(line, input);
    reports.push(...result.reports);
    raws.push(...result.raws);
    refused.push(...result.rejected);
  }
  if (reports.length === 0 && refused.length === 0) refused.push(rejected('empty-input', input.name));
  return { reports, raws, rejected: refused };
}

/** UTF-16 is brought to UTF-8 first, for lines are cut by bytes. */
function narrow(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return bytes;
  return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}

/** Lines, unless the first one is no whole record and the file as a whole is JSON. */
function recordsOf(bytes: Uint8Array): Iterable<Line> {
  const first = linesOf(bytes).next();
  if (first.done === true || parseRecord(first.value.raw) !== undefined) return linesOf(bytes);
  return wholeDocument(bytes)?.map((raw, index) => ({ number: index + 1, raw })) ?? linesOf(bytes);
}

function readLine(line: Line, input: ReadInput): ReadResult {
  const name = `${input.name} line ${line.number}`;
  const maxText = input.maxText ?? DEFAULT_MAX_TEXT;
  if (line.raw.length > maxText * 8) return nothingBut(tooLarge(name, line.raw.length, maxText, line.raw));
  const parsed = parseRecord(line.raw);
  if (parsed === undefined) return nothingBut(rejected('bad-jsonl', name, name, line.raw));
  if (parsed.record.text === undefined) return pageRecord(parsed, line, name, input);
  const { id, text, ...metadata } = parsed.record;
  if (text.trim() === '') return nothingBut(rejected('empty-input', name, `The text of ${name}`, line.raw));
  if (text.length > maxText) return nothingBut(tooLarge(name, text.length, maxText, line.raw));
  const report: Report = {
    id,
    hash: sha256(line.raw),
    text,
    mediaType: 'application/jsonl',
    ...metadata,
    ...(metadata.published !== undefined && { publishedFrom: 'jsonl published' }),
    diagnostics: parsed.diagnostics,
  };
  return { reports: [report], raws: [line.raw], rejected: [] };
}

/** What the record says about the page goes before what the page says about itself. */
function pageRecord(parsed: ParsedRecord, line: Line, name: string, input: ReadInput): ReadResult {
  const { id, html = '', text: _, ...metadata } = parsed.record;
  const page = readHtml({
    name,
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html; charset=utf-8',
    ...optional('maxText', input.maxText),
  });
  return {
    reports: page.reports.map((report) => ({
      ...report,
      ...metadata,
      ...(metadata.published !== undefined && { publishedFrom: 'jsonl published' }),
      id,
      hash: sha256(line.raw),
      mediaType: 'application/jsonl',
      diagnostics: [...parsed.diagnostics, ...report.diagnostics],
    })),
    raws: page.reports.map(() => line.raw),
    rejected: page.rejected.map((item) => ({ ...item, raw: line.raw })),
  };
}
