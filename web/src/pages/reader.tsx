/** The reader: the report as published, every record underlined; a record shows its words, and words their records. */
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { DeskReport } from '../../../src/serve/legacy.ts';
import { useReport } from '../data/api.ts';
import { capital, day } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { RecordCard } from '../parts/record-card.tsx';
import { piecesOf, zonesOf } from '../parts/pieces.ts';

export function ReaderPage({ id }: { readonly id: string }) {
  const { data: report, error } = useReport(id);
  if (error !== null) return <p className="error">{error.message}</p>;
  if (report === undefined) return <p className="empty">Opening the report …</p>;
  return <Reader report={report} />;
}

function Reader({ report }: { readonly report: DeskReport }) {
  const [parameters] = useSearchParams();
  const [, navigate] = useLocation();
  const { link } = useView();
  const chosen = parameters.get('record') ?? undefined;
  const [hovered, setHovered] = useState<string>();
  const choose = (record: string): void =>
    navigate(link(`/reports/${encodeURIComponent(report.card.id)}?record=${record}`), { replace: true });
  useEffect(() => {
    if (chosen === undefined) return;
    document.querySelector(`[data-record~="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'center' });
    document.querySelector(`#record-${CSS.escape(chosen)}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { card } = report;
  const inOrder = useMemo(() => report.records.toSorted((a, b) => a.spans[0]!.start - b.spans[0]!.start), [report]);
  return (
    <div className="stack">
      <header>
        <div className="crumb">
          {card.outlet ?? 'unknown outlet'} · {dateText(report)} · {report.origin}
        </div>
      </header>
      <div className="reader">
        <Paper report={report} chosen={chosen} hovered={hovered} onChoose={choose} onHover={setHovered} />
        <aside className="record-list" aria-label="Records of this report">
          <h2>
            {report.records.length === 0 ? 'No record was made of this report' : `${report.records.length} records`}
          </h2>
          {inOrder.map((record) => (
            <RecordCard
              key={record.id}
              record={record}
              text={report.text}
              chosen={record.id === chosen}
              onChoose={choose}
              onHover={setHovered}
            />
          ))}
          {report.diagnostics.map((one) => (
            <p key={one.rule + one.message} className="quiet">
              {capital(one.severity)}: {one.message} {one.help}
            </p>
          ))}
        </aside>
      </div>
    </div>
  );
}

/** The date, or that there is none; with what the report leaves open. */
function dateText({ card: { published } }: DeskReport): string {
  if (published.value !== undefined) return day(published.value);
  return published.candidates.length === 0 ? 'undated' : `undated; possibly ${published.candidates.join(' or ')}`;
}

interface PaperProps {
  readonly report: DeskReport;
  readonly chosen: string | undefined;
  readonly hovered: string | undefined;
  readonly onChoose: (record: string) => void;
  readonly onHover: (record: string | undefined) => void;
}

function Paper({ report, chosen, hovered, onChoose, onHover }: PaperProps) {
  const pieces = useMemo(() => piecesOf(report.text, report.records), [report]);
  const zones = useMemo(() => zonesOf(report), [report]);
  return (
    <article className="paper" lang={report.article.language}>
      {zones.map((zone) => (
        <span key={zone.start} className={zone.name}>
          {pieces
            .filter((piece) => piece.start < zone.end && piece.end > zone.start)
            .map((piece) => {
              const words = report.text.slice(Math.max(piece.start, zone.start), Math.min(piece.end, zone.end));
              const first = piece.records[0];
              if (first === undefined) return words;
              const ids = piece.records.map(({ id }) => id);
              const state =
                chosen !== undefined && ids.includes(chosen)
                  ? ' is-chosen'
                  : hovered !== undefined && ids.includes(hovered)
                    ? ' is-hovered'
                    : '';
              return (
                <button
                  key={piece.start}
                  type="button"
                  className={`span ${first.kind}${state}`}
                  data-record={ids.join(' ')}
                  title={piece.records.map(({ kind }) => kind).join(', ')}
                  onClick={() => onChoose(next(ids, chosen))}
                  onMouseEnter={() => onHover(first.id)}
                  onMouseLeave={() => onHover(undefined)}
                >
                  {words}
                </button>
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
