/** Their words: stretches of reports with the words that a record rests on marked, and where they stand. */
import { Link } from 'wouter';
import type { QuoteOfRecord, QuotePiece } from '../../../src/model/lines.ts';
import { inOneLine, publishedWhen } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useEvidenceWords } from '../messages/evidence.ts';
import { readerPath } from './words.tsx';

/** One quotation a record, at most so many. */
export function Quotes({ quotes, most = 6 }: { readonly quotes: readonly QuoteOfRecord[]; readonly most?: number }) {
  const words = useEvidenceWords();
  if (quotes.length === 0) return <p className="empty">{words.none}</p>;
  const told = mergedQuotes(quotes);
  return (
    <>
      {told.slice(0, most).map((quote) => (
        <Quote key={quote.record} quote={quote} />
      ))}
      {told.length > most && <p className="quiet">{words.more(told.length - most)}</p>}
    </>
  );
}

/** Records that rest on the same words of a report are quoted once, the marks of all of them together. */
export function mergedQuotes(quotes: readonly QuoteOfRecord[]): QuoteOfRecord[] {
  const places = Map.groupBy(quotes, ({ report, pieces }) =>
    JSON.stringify([report, ...pieces.map(({ start, text }) => [start, text.length])]),
  );
  return [...places.values()].map((same) => ({
    ...same[0]!,
    pieces: same[0]!.pieces.map((piece, at) => ({ ...piece, marks: same.flatMap(({ pieces }) => pieces[at]!.marks) })),
  }));
}

export function Quote({ quote }: { readonly quote: QuoteOfRecord }) {
  const { link, zone } = useView();
  const words = useEvidenceWords();
  const source = [
    quote.outlet,
    quote.published === undefined ? undefined : inOneLine(publishedWhen(quote.published, zone)),
  ].filter((part) => part !== undefined);
  return (
    <blockquote>
      <p>
        {quote.pieces.map((piece, index) => (
          <span key={piece.start}>
            {index > 0 && ' … '}
            <Piece piece={piece} />
          </span>
        ))}
      </p>
      <footer className="quiet">
        {source.join(', ')}
        {source.length > 0 && ' · '}
        <Link href={link(readerPath(quote))} title={quote.headline}>
          {words.open}
        </Link>
      </footer>
    </blockquote>
  );
}

/** The words of a piece, those that evidence points at marked; overlapping marks are one. */
function Piece({ piece }: { readonly piece: QuotePiece }) {
  const parts: { readonly text: string; readonly at: number; readonly isMarked: boolean }[] = [];
  let at = piece.start;
  for (const { start, end } of piece.marks.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    if (from > at) parts.push({ text: cut(piece, at, from), at, isMarked: false });
    if (end > from) parts.push({ text: cut(piece, from, end), at: from, isMarked: true });
    at = Math.max(at, end);
  }
  parts.push({ text: cut(piece, at, piece.start + piece.text.length), at, isMarked: false });
  return parts.map((part) => (part.isMarked ? <mark key={part.at}>{part.text}</mark> : part.text));
}

const cut = ({ text, start }: QuotePiece, from: number, to: number): string => text.slice(from - start, to - start);
