/** Cuts a report into pieces that records cover alike, and into the zones of its form. */
import type { CodedRecord } from '../../../src/model/record.ts';
import type { Span } from '../../../src/model/span.ts';
import type { ReportDetail } from '../../../src/serve/api/types.ts';

export interface Piece extends Span {
  /** Records whose words the piece is part of; the shortest first. */
  readonly records: readonly CodedRecord[];
}

/** All pieces of the text in order; statements only where nothing else lies, for their content is long. */
export function piecesOf(text: string, records: readonly CodedRecord[]): Piece[] {
  const marked = records.map((record) => ({ record, span: markOf(record) }));
  const borders = new Set([0, text.length]);
  for (const { span } of marked) borders.add(span.start).add(span.end);
  const sorted = [...borders].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1]!;
    const over = marked
      .filter(({ span }) => span.start <= start && end <= span.end)
      .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
    return { start, end, records: over.map(({ record }) => record) };
  });
}

/** What is underlined of a record: its trigger; of a statement its cue, or its content where it has none. */
function markOf(record: CodedRecord): Span {
  if (record.kind !== 'statement') return record.spans[0]!;
  return record.cue[0] ?? record.content[0] ?? record.spans[0]!;
}

export interface Zone extends Span {
  readonly name: 'chrome' | 'headline' | 'deck' | 'dateline' | 'body';
}

/** The whole text, cut at the borders of headline, deck, dateline and chrome. */
export function zonesOf({ text, article }: Pick<ReportDetail, 'text' | 'article'>): Zone[] {
  const known: Zone[] = [
    ...article.chrome.map(({ start, end }) => ({ start, end, name: 'chrome' as const })),
    ...(article.headline === undefined
      ? []
      : [{ start: article.headline.start, end: article.headline.end, name: 'headline' as const }]),
    ...(article.deck === undefined
      ? []
      : [{ start: article.deck.start, end: article.deck.end, name: 'deck' as const }]),
    ...(article.dateline === undefined
      ? []
      : [{ start: article.dateline.start, end: article.dateline.end, name: 'dateline' as const }]),
    ...(article.signOff === undefined
      ? []
      : [{ start: article.signOff.start, end: article.signOff.end, name: 'chrome' as const }]),
  ].toSorted((a, b) => a.start - b.start);
  const zones: Zone[] = [];
  let at = 0;
  for (const zone of known) {
    if (zone.start < at) continue;
    if (zone.start > at) zones.push({ start: at, end: zone.start, name: 'body' });
    zones.push(zone);
    at = zone.end;
  }
  if (at < text.length) zones.push({ start: at, end: text.length, name: 'body' });
  return zones;
}
