/** The reader: the report as published, every record underlined; a record shows its words, and words their records. */
import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { ReportDetail, ReportVersions } from '../../../src/serve/api/types.ts';
import { usePlainApi } from '../data/answers.ts';
import { capital, day } from '../data/format.ts';
import { inOneLine, publishedWhen } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useReaderWords } from '../messages/reader.ts';
import { HandRecord } from '../parts/hand-record.tsx';
import { Paper } from '../parts/paper.tsx';
import { RecordCard } from '../parts/record-card.tsx';
import { Ready } from '../parts/state.tsx';

export function ReaderPage({ id }: { readonly id: string }) {
  const answer = usePlainApi<ReportDetail>(`/reports/${encodeURIComponent(id)}`);
  return <Ready answer={answer}>{(data) => <Reader detail={data} />}</Ready>;
}

function Reader({ detail }: { readonly detail: ReportDetail }) {
  const [parameters] = useSearchParams();
  const [, navigate] = useLocation();
  const { link, zone } = useView();
  const words = useReaderWords();
  const chosen = parameters.get('record') ?? undefined;
  const [hovered, setHovered] = useState<string>();
  const { report } = detail;
  const choose = (record: string): void =>
    navigate(link(`/reports/${encodeURIComponent(report.id)}?record=${record}`), { replace: true });
  useEffect(() => {
    if (chosen === undefined) return;
    document.querySelector(`[data-record~="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'center' });
    document.querySelector(`#record-${CSS.escape(chosen)}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const inOrder = useMemo(
    () => detail.records.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0)),
    [detail],
  );
  return (
    <div className="stack">
      <header>
        <h1 className="hidden">{report.headline}</h1>
        <div className="crumb">
          {report.outlet ?? words.unknownOutlet} · {dateText(detail, words, zone)} · {detail.origin}
          {report.url !== undefined && /^https?:/.test(report.url) && (
            <>
              {' · '}
              <a href={report.url} rel="noreferrer noopener" target="_blank">
                {words.original}
              </a>
            </>
          )}
        </div>
        {report.language !== 'en' && <p className="quiet">{words.notEnglish}</p>}
      </header>
      <div className="reader">
        <div>
          <Paper detail={detail} chosen={chosen} hovered={hovered} onChoose={choose} onHover={setHovered} />
          <HandRecord key={report.id} report={report.id} text={detail.text} />
          <Versions id={report.id} />
        </div>
        <aside className="record-list" aria-label={words.recordsOf}>
          <h2>{words.records(detail.records.length)}</h2>
          {inOrder.map((record) => (
            <RecordCard
              key={record.id}
              record={record}
              text={detail.text}
              chosen={record.id === chosen}
              entry={detail.entries[record.id]}
              onChoose={choose}
              onHover={setHovered}
            />
          ))}
          {detail.diagnostics.map((one) => (
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
function dateText(
  { report: { published } }: ReportDetail,
  words: ReturnType<typeof useReaderWords>,
  zone: string,
): string {
  if (published.value !== undefined) return inOneLine(publishedWhen(published.value, zone));
  return published.candidates.length === 0 ? words.undated : words.possibly(published.candidates.map(day).join(', '));
}

/** What else tells of the same, and how it hangs together. */
function Versions({ id }: { readonly id: string }) {
  const { link } = useView();
  const words = useReaderWords();
  const { data } = usePlainApi<ReportVersions>(`/reports/${encodeURIComponent(id)}/versions`);
  const others = (data?.reports ?? []).filter((one) => one.id !== id);
  if (others.length === 0) return null;
  const compared = [id, ...others.slice(0, 3).map((one) => one.id)].map(encodeURIComponent).join(',');
  const chains = data?.story?.chains ?? [];
  return (
    <section className="card versions">
      <h2>{words.versions}</h2>
      <ul className="reasons">
        {others.slice(0, 8).map((one) => {
          const chain = chains.find(({ from, to }) => (from === id && to === one.id) || (to === id && from === one.id));
          return (
            <li key={one.id}>
              <Link href={link(`/reports/${encodeURIComponent(one.id)}`)}>{one.headline}</Link>{' '}
              <span className="quiet">
                {[one.outlet, one.published.value === undefined ? undefined : day(one.published.value), chain?.reason]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="quiet">
        <Link href={link(`/compare?reports=${compared}`)}>{words.compare}</Link>
      </p>
    </section>
  );
}
