/** Their words: the sentences around what a record rests on, with the words themselves marked. */
import { Link } from 'wouter';
import type { Evidence } from '../../../src/model/ledger.ts';
import type { Span } from '../../../src/model/span.ts';
import { useTexts } from '../data/api.ts';
import { useView } from '../data/view.tsx';
import { readerPath } from './words.tsx';

/** The evidence of an entry, one quotation a record. */
export function Quotes({ evidence, most = 6 }: { readonly evidence: readonly Evidence[]; readonly most?: number }) {
  const { link } = useView();
  const byRecord = Map.groupBy(evidence, ({ record }) => record);
  const shown = [...byRecord.values()].slice(0, most);
  const { data: texts } = useTexts([...new Set(shown.map(([first]) => first!.report))].toSorted());
  return (
    <>
      {shown.map((group) => {
        const { report, record } = group[0]!;
        const text = texts?.[report];
        return (
          <blockquote key={record}>
            {text !== undefined && (
              <p>
                {marked(
                  text,
                  group.flatMap(({ spans }) => spans),
                )}
              </p>
            )}
            <Link className="quiet" href={link(readerPath({ report, record }))}>
              {report}
            </Link>
          </blockquote>
        );
      })}
      {byRecord.size > most && <p className="quiet">and {byRecord.size - most} more records</p>}
    </>
  );
}

/** The sentence or two that hold all spans, the spans marked. */
function marked(text: string, spans: readonly Span[]) {
  const merged = merge(spans);
  const first = merged[0];
  if (first === undefined) return null;
  const from = sentenceStart(text, first.start);
  const to = sentenceEnd(text, merged.at(-1)!.end);
  const parts: (string | { words: string; at: number })[] = [];
  let at = from;
  for (const { start, end } of merged) {
    parts.push(text.slice(at, start), { words: text.slice(start, end), at: start });
    at = end;
  }
  parts.push(text.slice(at, to));
  return parts.map((part) => (typeof part === 'string' ? part : <mark key={part.at}>{part.words}</mark>));
}

/** Longest excerpt around the words, in code units. */
const REACH = 420;

function merge(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.start - merged[0]!.start > REACH) continue;
    if (last !== undefined && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - REACH), at);
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'));
  return stop < 0 ? Math.max(0, at - REACH) : at - before.length + stop + (before[stop] === '.' ? 2 : 1);
}

function sentenceEnd(text: string, at: number): number {
  const after = /[.!?]["”]?(?=\s|$)|\n/.exec(text.slice(at, at + REACH));
  return after === null
    ? Math.min(text.length, at + REACH)
    : at + after.index + (after[0] === '\n' ? 0 : after[0].length);
}
