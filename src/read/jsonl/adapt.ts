/** JSONL to Reports: a record's `text` is the text, untouched; its metadata is taken as the sender gives it. */
import { DEFAULT_MAX_TEXT, nothingBut, rejected, tooLarge, type ReadInput, type ReadResult } from '../format.ts';
import { joined, readRecord } from '../records.ts';
import { linesOf, parseRecord, wholeDocument, type Line } from './parse.ts';

/** All reports of a JSONL file, or of one JSON document with records in it. Bad lines are named among `rejected`. */
export function readJsonl(input: ReadInput): ReadResult {
  const results: ReadResult[] = [];
  for (const line of recordsOf(narrow(input.bytes), input)) results.push(readLine(line, input));
  return results.length === 0 && input.firstLine === undefined
    ? nothingBut(rejected('empty-input', input.name))
    : joined(results);
}

/** UTF-16 is brought to UTF-8 first, for lines are cut by bytes. */
function narrow(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return bytes;
  return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}

/** Lines, unless the first one is no whole record and the file as a whole is JSON. */
function recordsOf(bytes: Uint8Array, { columns }: ReadInput): Iterable<Line> {
  const first = linesOf(bytes).next();
  if (first.done === true || parseRecord(first.value.raw, columns) !== undefined) return linesOf(bytes);
  return wholeDocument(bytes)?.map((raw, index) => ({ number: index + 1, raw })) ?? linesOf(bytes);
}

function readLine(line: Line, input: ReadInput): ReadResult {
  const name = `${input.name} line ${line.number + (input.firstLine ?? 1) - 1}`;
  const maxText = input.maxText ?? DEFAULT_MAX_TEXT;
  if (line.raw.length > maxText * 8) return nothingBut(tooLarge(name, line.raw.length, maxText, line.raw));
  const parsed = parseRecord(line.raw, input.columns);
  if (parsed === undefined) return nothingBut(rejected('bad-jsonl', name, name, line.raw));
  const { record, diagnostics } = parsed;
  // A line under other names is kept under ours: its bytes alone must give the same report again.
  const raw = input.columns === undefined ? { raw: line.raw } : {};
  return readRecord(record, { name, ...raw, diagnostics }, input);
}
