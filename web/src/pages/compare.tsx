/** Two to six reports side by side: what they share, where they differ, what only one of them tells. */
import { Link, useSearchParams } from 'wouter';
import type { ComparedEntry, Comparison } from '../../../src/serve/api/types.ts';
import { usePlainApi } from '../data/answers.ts';
import { capital, day, spoken } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useFrameWords } from '../messages/frame.ts';
import { useReaderWords } from '../messages/reader.ts';
import { useSlotName } from '../messages/slots.ts';
import { useTerms } from '../messages/terms.ts';
import { Tag } from '../parts/marks.tsx';
import { Ready } from '../parts/state.tsx';
import { readerPath } from '../parts/words.tsx';

export function ComparePage() {
  const [parameters] = useSearchParams();
  const { link } = useView();
  const words = useReaderWords();
  const { reports: toReports } = useFrameWords();
  const reports = parameters.get('reports') ?? '';
  const answer = usePlainApi<Comparison>(reports.includes(',') ? '/compare' : undefined, { reports });
  return (
    <div className="stack">
      <header>
        <h1>{words.compareTitle}</h1>
        <p className="lead">{words.compareLead}</p>
      </header>
      {reports.includes(',') ? (
        <Ready answer={answer}>{(data) => <Compared data={data} />}</Ready>
      ) : (
        <>
          <p className="empty">{words.needTwo}</p>
          <p>
            <Link href={link('/reports')} className="button as-link">
              {toReports}
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

function Compared({ data }: { readonly data: Comparison }) {
  const { link, zone } = useView();
  const words = useReaderWords();
  const slotName = useSlotName();
  const differing = data.differing.filter(({ readings }) => readings.length > 1);
  return (
    <>
      <section className="card scroll" tabIndex={0} aria-label={words.differing}>
        <h2>{words.differing}</h2>
        {differing.length === 0 && <p className="empty">{words.nothing}</p>}
        {differing.length > 0 && (
          <table className="compare">
            <thead>
              <tr>
                <th scope="col" />
                <Heads data={data} />
              </tr>
            </thead>
            <tbody>
              {differing.map((one, index) => (
                <tr key={one.entry + one.slot}>
                  <th scope="row">
                    {one.entry !== differing[index - 1]?.entry && (
                      <Link href={link(`/entries/${one.entry}`)}>{spoken(one.title, zone)}</Link>
                    )}
                    <div className="slot">{capital(slotName(one.slot))}</div>
                  </th>
                  {data.reports.map((report) => (
                    <td key={report.id}>
                      {one.readings
                        .filter((reading) => reading.reports.includes(report.id))
                        .map(({ label }) => spoken(label, zone))
                        .join(', ')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="card scroll" tabIndex={0} aria-label={words.shared}>
        <h2>{words.shared}</h2>
        {data.shared.length === 0 && <p className="empty">{words.nothing}</p>}
        {data.shared.length > 0 && (
          <table className="compare">
            <thead>
              <tr>
                <th scope="col" />
                <Heads data={data} />
              </tr>
            </thead>
            <tbody>
              {data.shared.map((one) => (
                <tr key={one.entry}>
                  <th scope="row">
                    <Link href={link(`/entries/${one.entry}`)}>{spoken(one.title, zone)}</Link>
                  </th>
                  {data.reports.map((report) => (
                    <td key={report.id} className="their">
                      <WordsOf data={data} entry={one} report={report.id} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="stack headed" aria-label={words.only}>
        <h2>{words.only}</h2>
        <div className="sides">
          {data.reports.map((report) => (
            <Only key={report.id} data={data} report={report} />
          ))}
        </div>
      </section>
    </>
  );
}

function Heads({ data }: { readonly data: Comparison }) {
  const { link } = useView();
  return data.reports.map((report) => (
    <th key={report.id} scope="col">
      <Link href={link(`/reports/${encodeURIComponent(report.id)}`)}>{report.headline}</Link>
      <div className="quiet">{sourceOf(report)}</div>
    </th>
  ));
}

const sourceOf = ({ outlet, published }: Comparison['reports'][number]): string =>
  [outlet, published.value === undefined ? undefined : day(published.value)]
    .filter((part) => part !== undefined)
    .join(', ');

/** The first words with which a report tells of an entry. */
function WordsOf({
  data,
  entry,
  report,
}: {
  readonly data: Comparison;
  readonly entry: ComparedEntry;
  readonly report: string;
}) {
  const { link } = useView();
  const [record] = entry.records[report] ?? [];
  if (record === undefined) return <>—</>;
  const quote = data.quotes.find((one) => one.record === record);
  const text = quote?.pieces.map((piece) => piece.text).join(' … ') ?? '';
  return <Link href={link(readerPath({ report, record }))}>{shortened(text)}</Link>;
}

const MOST_LETTERS = 180;

/** Cut between two words. */
const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS).replace(/[\s…]+\S*$/u, '')} …` : text || '…';

function Only({ data, report }: { readonly data: Comparison; readonly report: Comparison['reports'][number] }) {
  const { link, zone } = useView();
  const words = useReaderWords();
  const terms = useTerms();
  const own = data.only[report.id] ?? [];
  return (
    <article className="card">
      <h3>
        <Link href={link(`/reports/${encodeURIComponent(report.id)}`)}>{report.headline}</Link>
      </h3>
      <p className="quiet">{sourceOf(report)}</p>
      {own.length === 0 && <p className="empty">{words.nothing}</p>}
      <ul className="reasons">
        {own.map((one) => (
          <li key={one.entry}>
            <Tag>{terms.kind[one.kind] ?? one.kind}</Tag>{' '}
            <Link href={link(`/entries/${one.entry}`)}>{spoken(one.title, zone)}</Link>
          </li>
        ))}
      </ul>
    </article>
  );
}
