/** Overview: does each truce hold, what is due, where do the reports differ, what changed since the last visit. */
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ChangeLine } from '../../../src/model/lines.ts';
import type { Envelope, Overview } from '../../../src/serve/api/types.ts';
import { useApi, usePlainApi } from '../data/answers.ts';
import { lastSeen, markSeen } from '../data/events.ts';
import { zoned } from '../data/format.ts';
import { sidesOf } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useTruceWords } from '../messages/truces.ts';
import { AgendaList } from '../parts/agenda-list.tsx';
import { ChangeList } from '../parts/change-list.tsx';
import { isOver } from '../parts/marks.tsx';
import { Ready } from '../parts/state.tsx';
import { TruceCard } from '../parts/truce-card.tsx';
import { TruceTimeline } from '../parts/truce-timeline.tsx';

export function OverviewPage() {
  const answer = useApi<Overview>('/overview');
  return <Ready answer={answer}>{(data) => <Page data={data} envelope={answer.envelope!} />}</Ready>;
}

function Page({ data, envelope }: { readonly data: Overview; readonly envelope: Envelope<Overview> }) {
  const { link, zone } = useView();
  const words = useTruceWords();
  const living = data.truces.filter(({ status, standing }) => !isOver(status) && !standing);
  const behind = data.truces.filter(({ status, standing }) => !isOver(status) && standing);
  const over = data.truces.filter(({ status }) => isOver(status));
  const parties = (living[0] ?? behind[0] ?? over[0])?.parties ?? [];
  const source = words.sourceLine(zoned(envelope.asOf, zone), envelope.revision.slice(0, 12));
  return (
    <div className="stack">
      <header>
        <h1>{data.situations[0]?.name ?? words.overview}</h1>
        <p className="lead">{data.truces.length === 0 ? words.empty : words.lead}</p>
        {data.counts.reports === 0 && <p className="quiet">{words.emptyHow}</p>}
      </header>
      {living.map((truce) => (
        <TruceCard key={truce.id} truce={truce} />
      ))}
      <section className="card" aria-label={words.timeline}>
        <h2>{words.timeline}</h2>
        <TruceTimeline data={data.timeline} sides={sidesOf(parties, data.names)} source={source} asOf={envelope.asOf} />
      </section>
      <div className="columns">
        <section className="card">
          <h2>{words.due}</h2>
          <AgendaList items={data.agenda.slice(0, 8)} />
          <p className="quiet">
            <Link href={link('/agenda')}>{words.wholeAgenda}</Link>
          </p>
        </section>
        <section className="card">
          <h2>{words.sinceVisit}</h2>
          <SinceVisit />
        </section>
      </div>
      <Others title={words.standingTitle} truces={behind} />
      <Others title={words.earlier} truces={over} />
    </div>
  );
}

function Others({ title, truces }: { readonly title: string; readonly truces: Overview['truces'] }) {
  if (truces.length === 0) return null;
  return (
    <section className="stack headed" aria-label={title}>
      <h2>{title}</h2>
      {truces.map((truce) => (
        <TruceCard key={truce.id} truce={truce} />
      ))}
    </section>
  );
}

/** What came in since the desk was last open on this machine; then the visit counts as had. */
function SinceVisit() {
  const { link } = useView();
  const words = useTruceWords();
  const [since] = useState(lastSeen);
  const { data } = usePlainApi<readonly ChangeLine[]>(since === undefined ? undefined : '/changes', {
    since,
    limit: 200,
  });
  const { data: status } = usePlainApi<{ readonly seq: number }>('/status');
  useEffect(() => {
    if (status !== undefined) markSeen(status.seq);
  }, [status]);
  if (since === undefined) return <p className="empty">{words.firstVisit}</p>;
  if (data === undefined) return null;
  if (data.length === 0) return <p className="empty">{words.nothingNew}</p>;
  return (
    <>
      <ChangeList changes={data.slice(0, 8)} />
      <p className="quiet">
        <Link href={link(`/changes?since=${since}`)}>{words.allChanges}</Link>
      </p>
    </>
  );
}
