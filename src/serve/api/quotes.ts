/** The words behind evidence: the sentences around what a record rests on, its spans marked. */
import type { Evidence } from '../../model/ledger.ts';
import type { QuoteOfRecord, QuotePiece, ReportLine } from '../../model/lines.ts';
import type { Span } from '../../model/span.ts';
import type { ReadableStore } from '../desk-source.ts';

/** Longest way from a span to the end of its piece, and between spans of one piece, in code units. */
const REACH = 420;
/** Most records that are quoted in one answer. */
const MOST = 200;

/** One quotation a record, in the order of the evidence. */
export async function quotesOf(store: ReadableStore, evidence: Iterable<Evidence>): Promise<QuoteOfRecord[]> {
  const byRecord = new Map<string, { report: string; spans: Span[] }>();
  for (const { record, report, spans } of evidence) {
    const known = byRecord.get(record);
    if (known !== undefined) known.spans.push(...spans);
    else if (byRecord.size < MOST) byRecord.set(record, { report, spans: [...spans] });
  }
  const reports = [...new Set([...byRecord.values()].map(({ report }) => report))];
  const texts = await textsOf(store, reports);
  const lines = await linesById(store, reports);
  return [...byRecord].map(([record, { report, spans }]) =>
    quote(record, spans, texts.get(report) ?? '', lines.get(report), report),
  );
}

export async function textsOf(store: ReadableStore, reports: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = await store.excerpts(reports.map((report) => ({ report, start: 0, end: Infinity })));
  return new Map(reports.map((report, index) => [report, texts[index]!]));
}

export async function linesById(
  store: ReadableStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReportLine>> {
  const found = new Map<string, ReportLine>();
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500);
    for (const line of (await store.reportLines({ ids: part, limit: part.length })).rows) found.set(line.id, line);
  }
  return found;
}

function quote(
  record: string,
  spans: readonly Span[],
  text: string,
  line: ReportLine | undefined,
  report: string,
): QuoteOfRecord {
  const published = line?.published.value;
  return {
    record,
    report,
    headline: line?.headline ?? report,
    ...(line?.outlet !== undefined && { outlet: line.outlet }),
    ...(published !== undefined && { published }),
    pieces: piecesOf(text, spans),
  };
}

/** The sentences that hold the spans; spans that lie apart get pieces of their own. */
export function piecesOf(text: string, spans: readonly Span[]): QuotePiece[] {
  const pieces: { start: number; end: number; marks: Span[] }[] = [];
  for (const mark of merged(spans)) {
    if (mark.end > text.length) continue;
    const last = pieces.at(-1);
    if (last !== undefined && mark.start <= last.end) {
      last.marks.push(mark);
      last.end = Math.max(last.end, sentenceEnd(text, mark.end));
    } else pieces.push({ start: sentenceStart(text, mark.start), end: sentenceEnd(text, mark.end), marks: [mark] });
  }
  return pieces.map(({ start, end, marks }) => ({ start, text: text.slice(start, end), marks }));
}

function merged(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - REACH), at);
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'));
  if (stop < 0) return Math.max(0, at - REACH);
  return at - before.length + stop + (before[stop] === '.' ? 2 : 1);
}

function sentenceEnd(text: string, at: number): number {
  const after = /[.!?]["”]?(?=\s|$)|\n/.exec(text.slice(at, at + REACH));
  if (after === null) return Math.min(text.length, at + REACH);
  return at + after.index + (after[0] === '\n' ? 0 : after[0].length);
}
