/** One truce: what was agreed, who accuses whom, on a time axis and on a map, losses, what differs, what is due. */
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import type { EntryLine } from '../../../src/model/lines.ts';
import type { Envelope, Timeline, TruceDetail } from '../../../src/serve/api/types.ts';
import { useApi, useList } from '../data/answers.ts';
import { day, spoken, zoned } from '../data/format.ts';
import { sidesOf, type Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useTerms } from '../messages/terms.ts';
import { useTruceWords } from '../messages/truces.ts';
import { AgendaList } from '../parts/agenda-list.tsx';
import { Differences } from '../parts/differences.tsx';
import { EntryRows } from '../parts/entry-rows.tsx';
import { StatusBadge } from '../parts/marks.tsx';
import { Matrix } from '../parts/matrix.tsx';
import { Quotes } from '../parts/quotes.tsx';
import { Ready } from '../parts/state.tsx';
import { Tolls } from '../parts/tolls.tsx';
import { Reasons } from '../parts/truce-card.tsx';
import { TruceFacts } from '../parts/truce-facts.tsx';
import { TruceTimeline } from '../parts/truce-timeline.tsx';
import { placesOf } from '../pictures/from-api.ts';

const PlaceMap = lazy(() => import('../pictures/place-map.tsx'));

export function TrucePage({ id }: { readonly id: string }) {
  const answer = useApi<TruceDetail>(`/truces/${encodeURIComponent(id)}`);
  return <Ready answer={answer}>{(data) => <Page data={data} envelope={answer.envelope!} />}</Ready>;
}

function Page({ data, envelope }: { readonly data: TruceDetail; readonly envelope: Envelope<TruceDetail> }) {
  const { zone, link } = useView();
  const words = useTruceWords();
  const terms = useTerms();
  const { truce } = data;
  const sides = useMemo(() => sidesOf(truce.parties), [truce]);
  const source = words.sourceLine(zoned(envelope.asOf, zone), envelope.revision.slice(0, 12));
  const places = useMemo(() => placesOf(data.places, { sides, zone, link }), [data, sides, zone, link]);
  return (
    <div className="stack">
      <header>
        <Crumbs data={data} />
        <h1>{spoken(truce.title, zone)}</h1>
        <div className="status">
          <StatusBadge status={truce.status} />
          {truce.hoursQuiet !== undefined && <span>{terms.quiet(truce.hoursQuiet)}</span>}
        </div>
        <Reasons reasons={truce.reasons} most={8} />
      </header>
      <TruceFacts data={data} />
      <section className="card" aria-label={words.timeline}>
        <h2>{words.timeline}</h2>
        <TimelineOf id={truce.id} sides={sides} source={source} asOf={envelope.asOf} />
      </section>
      <div className="columns">
        <div className="stack">
          <section className="card">
            <h2>{words.matrix}</h2>
            <Matrix truce={truce.id} rows={truce.matrix} sides={sides} source={source} title={words.matrix} />
            <p className="quiet">{words.notOneNumber}</p>
            <Rates data={data} sides={sides} />
          </section>
          <Related id={truce.id} relation="during" title={words.during} count={truce.breaches} sides={sides} />
          <Related id={truce.id} relation="before" title={words.before} count={truce.before} sides={sides} />
          <Related id={truce.id} relation="uncertain" title={words.uncertain} count={truce.uncertain} sides={sides} />
          <section className="card">
            <h2>{words.words}</h2>
            <Quotes quotes={data.quotes} />
          </section>
        </div>
        <div className="stack">
          {places.length > 0 && (
            <section className="card">
              <h2>{words.map}</h2>
              <Suspense fallback={<div className="map-room" />}>
                <PlaceMap title={words.map} source={source} places={places} />
              </Suspense>
            </section>
          )}
          <Tolls source={source} sides={sides} />
          <section className="card">
            <h2>{words.differ}</h2>
            <Differences rows={data.differences} />
          </section>
          <section className="card">
            <h2>{words.dueAndDone}</h2>
            <AgendaList items={data.agenda.slice(0, 10)} />
          </section>
          <Gaps data={data} sides={sides} />
        </div>
      </div>
    </div>
  );
}

function Crumbs({ data }: { readonly data: TruceDetail }) {
  const { link, zone } = useView();
  const words = useTruceWords();
  const relation = { supersedes: words.supersedes, 'superseded by': words.supersededBy };
  return (
    <div className="crumb">
      <Link href={link('/truces')}>{words.truces}</Link>
      {data.neighbours.map((one) => (
        <span key={one.id}>
          {' / '}
          {relation[one.relation]} <Link href={link(`/truces/${one.id}`)}>{spoken(one.title, zone)}</Link>
        </span>
      ))}
      {data.restsOn.map((one) => (
        <span key={one.id}>
          {' / '}
          {words.restsOn} <Link href={link(`/entries/${one.id}`)}>{spoken(one.title, zone)}</Link>
        </span>
      ))}
    </div>
  );
}

interface TimelineOfProps {
  readonly id: string;
  readonly sides: Sides;
  readonly source: string;
  readonly asOf: string | undefined;
}

function TimelineOf({ id, sides, source, asOf }: TimelineOfProps) {
  const answer = useApi<Timeline>(`/truces/${encodeURIComponent(id)}/timeline`);
  return (
    <Ready answer={answer}>
      {(data) => <TruceTimeline data={data} sides={sides} source={source} current={id} asOf={asOf} />}
    </Ready>
  );
}

interface RelatedProps {
  readonly id: string;
  readonly relation: 'during' | 'before' | 'uncertain';
  readonly title: string;
  readonly count: number;
  readonly sides: Sides;
}

/** The first entries of a relation; the rest is a list of its own. */
function Related({ id, relation, title, count, sides }: RelatedProps) {
  const { link } = useView();
  const words = useTruceWords();
  const list = useList<EntryLine>(`/truces/${encodeURIComponent(id)}/entries`, { relation, limit: 12 });
  if (count === 0) return null;
  return (
    <section className="card">
      <h2>
        {title} <span className="quiet">{count}</span>
      </h2>
      <EntryRows rows={list.rows} sides={sides} />
      {count > list.rows.length && (
        <p className="quiet">
          <Link href={link(`/incidents?truce=${id}&relation=${relation}`)}>{words.more(count)}</Link>
        </p>
      )}
    </section>
  );
}

function Rates({ data, sides }: { readonly data: TruceDetail; readonly sides: Sides }) {
  const words = useTruceWords();
  if (data.rates.length === 0) return null;
  return (
    <p className="quiet">
      {data.rates
        .map(({ accuser, perDay }) => words.rate(sides.nameOf(accuser), perDay.toFixed(perDay < 1 ? 2 : 1)))
        .join(' · ')}
    </p>
  );
}

function Gaps({ data, sides }: { readonly data: TruceDetail; readonly sides: Sides }) {
  const words = useTruceWords();
  const { zone } = useView();
  return (
    <section className="card">
      <h2>{words.gaps}</h2>
      {data.gaps.length === 0 && <p className="empty">{words.noGaps}</p>}
      <ul className="reasons">
        {data.gaps.map(({ side, from, until }) => (
          <li key={side + from}>{words.gap(sides.nameOf(side), day(from), day(until))}</li>
        ))}
      </ul>
      <p className="quiet">{words.silence}</p>
      {data.history.length > 1 && (
        <>
          <h2 className="spaced">{words.history}</h2>
          <History data={data} zone={zone} />
        </>
      )}
    </section>
  );
}

function History({ data, zone }: { readonly data: TruceDetail; readonly zone: string }) {
  const terms = useTerms();
  return (
    <ol className="history">
      {data.history.map(({ at, status }) => (
        <li key={`${at ?? ''}${status}`}>
          <time>{zoned(at, zone)}</time>
          <span>{terms.status[status] ?? status}</span>
        </li>
      ))}
    </ol>
  );
}
