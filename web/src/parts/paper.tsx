/** The report as it was published: its parts told apart, its records underlined. Everything in it is text. */
import { useMemo } from 'react';
import type { ReportDetail } from '../../../src/serve/api/types.ts';
import { useTerms } from '../messages/terms.ts';
import { piecesOf, zonesOf } from './pieces.ts';

interface PaperProps {
  readonly detail: ReportDetail;
  readonly chosen: string | undefined;
  readonly hovered: string | undefined;
  readonly onChoose: (record: string) => void;
  readonly onHover: (record: string | undefined) => void;
}

export function Paper({ detail, chosen, hovered, onChoose, onHover }: PaperProps) {
  const terms = useTerms();
  const pieces = useMemo(() => piecesOf(detail.text, detail.records), [detail]);
  const zones = useMemo(() => zonesOf(detail), [detail]);
  return (
    <article className="paper" lang={detail.report.language}>
      {zones.map((zone) => (
        <span key={zone.start} className={zone.name}>
          {pieces
            .filter((piece) => piece.start < zone.end && piece.end > zone.start)
            .map((piece) => {
              const start = Math.max(piece.start, zone.start);
              const text = detail.text.slice(start, Math.min(piece.end, zone.end));
              const [first] = piece.records;
              // Every piece knows where it stands, so that a selection can be told in offsets of the report
              if (first === undefined)
                return (
                  <span key={start} data-at={start}>
                    {text}
                  </span>
                );
              const ids = piece.records.map(({ id }) => id);
              const isChosen = chosen !== undefined && ids.includes(chosen);
              const isHovered = hovered !== undefined && ids.includes(hovered);
              return (
                // No button: its words would not run on over a line's end, nor be selected
                <span
                  key={start}
                  role="button"
                  tabIndex={0}
                  className={`span ${first.kind}${isChosen ? ' is-chosen' : isHovered ? ' is-hovered' : ''}`}
                  data-at={start}
                  data-record={ids.join(' ')}
                  title={piece.records.map(({ kind }) => terms.kind[kind] ?? kind).join(', ')}
                  onClick={() => onChoose(next(ids, chosen))}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return;
                    event.preventDefault();
                    onChoose(next(ids, chosen));
                  }}
                  onMouseEnter={() => onHover(first.id)}
                  onMouseLeave={() => onHover(undefined)}
                >
                  {text}
                </span>
              );
            })}
        </span>
      ))}
    </article>
  );
}

/** Where records lie over each other, each click goes to the next one. */
function next(ids: readonly string[], chosen: string | undefined): string {
  const at = chosen === undefined ? -1 : ids.indexOf(chosen);
  return ids[(at + 1) % ids.length]!;
}
