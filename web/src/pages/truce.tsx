/** One truce: its terms, what it rests on, who accuses whom, on a time axis and on a map, what differs, what is due. */
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import type { Entry, Ledger, Truce } from '../../../src/model/ledger.ts';
import { usePlaces } from '../data/api.ts';
import { hours, moment, offset, plural } from '../data/format.ts';
import { accuserOf, sidesOf, type Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { AgendaList, Differences, EntryTable } from '../parts/lists.tsx';
import type { MapPlace } from '../parts/map.tsx';
import { StatusBadge } from '../parts/marks.tsx';
import { Matrix } from '../parts/matrix.tsx';
import { Quotes } from '../parts/quotes.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { Reasons } from '../parts/truce-card.tsx';
import { WithLedger } from '../parts/with-ledger.tsx';
import { SlotValue } from '../parts/words.tsx';

const PlaceMap = lazy(() => import('../parts/map.tsx'));

export const TrucePage = ({ id }: { readonly id: string }) => (
  <WithLedger>
    {(ledger) => {
      const truce = ledger.truces.find((one) => one.id === id);
      const entry = ledger.entries.find((one) => one.id === id);
      if (truce === undefined || entry === undefined)
        return <p className="empty">At the asked moment the ledger holds no such truce.</p>;
      return <Page ledger={ledger} truce={truce} entry={entry} />;
    }}
  </WithLedger>
);

function Page({ ledger, truce, entry }: { readonly ledger: Ledger; readonly truce: Truce; readonly entry: Entry }) {
  const { zone } = useView();
  const sides = sidesOf(ledger, truce);
  const byId = useMemo(() => new Map(ledger.entries.map((one) => [one.id, one])), [ledger]);
  const of = (ids: readonly string[]): Entry[] => ids.map((one) => byId.get(one)).filter((one) => one !== undefined);
  const incidents = of([...truce.breaches, ...truce.before]);
  return (
    <div className="stack">
      <header>
        <Crumbs truce={truce} byId={byId} />
        <h1>{truce.title}</h1>
        <div className="status">
          <StatusBadge status={truce.status} />
          {truce.hoursQuiet !== undefined && <span>{hours(truce.hoursQuiet)} without an alleged breach</span>}
        </div>
        <Reasons truce={truce} />
      </header>
      <Facts entry={entry} truce={truce} zone={zone} />
      <section className="card" aria-label="Timeline">
        <h2>Who accuses whom, and when</h2>
        <Timeline ledger={ledger} sides={sides} truce={truce} />
      </section>
      <div className="columns">
        <div className="stack">
          <section className="card">
            <h2>Accuser, accused, status</h2>
            <Matrix rows={truce.matrix} sides={sides} />
            <p className="quiet">
              Counts are of incidents: one ministry’s word counts once, however many outlets carry it.
            </p>
          </section>
          <section className="card">
            <h2>Alleged while it was in force</h2>
            <EntryTable entries={of(truce.breaches)} base="/incidents" />
            {truce.before.length > 0 && (
              <>
                <h2 className="spaced">Before it took effect: no breach of this truce</h2>
                <EntryTable entries={of(truce.before)} base="/incidents" />
              </>
            )}
          </section>
          <section className="card">
            <h2>In their words</h2>
            <Quotes evidence={entry.slots.flatMap(({ readings }) => readings.flatMap(({ evidence }) => evidence))} />
          </section>
        </div>
        <div className="stack">
          <PlaceCard incidents={incidents} sides={sides} />
          <section className="card">
            <h2>Where reports differ</h2>
            <Differences entries={[entry, ...incidents, ...ledger.entries.filter(({ kind }) => kind === 'toll')]} />
          </section>
          <section className="card">
            <h2>Due and done</h2>
            <AgendaList items={ledger.agenda.slice(0, 10)} />
          </section>
        </div>
      </div>
    </div>
  );
}

function Crumbs({ truce, byId }: { readonly truce: Truce; readonly byId: ReadonlyMap<string, Entry> }) {
  const { link } = useView();
  const titleOf = (id: string): string => byId.get(id)?.title ?? id;
  return (
    <div className="crumb">
      <Link href={link('/truces')}>Truces</Link>
      {truce.supersedes !== undefined && (
        <>
          {' / supersedes '}
          <Link href={link(`/truces/${truce.supersedes}`)}>{titleOf(truce.supersedes)}</Link>
        </>
      )}
      {truce.supersededBy !== undefined && (
        <>
          {' / superseded by '}
          <Link href={link(`/truces/${truce.supersededBy}`)}>{titleOf(truce.supersededBy)}</Link>
        </>
      )}
      {truce.restsOn.map((id) => (
        <span key={id}>
          {' / rests on '}
          <Link href={link(`/entries/${id}`)}>{titleOf(id)}</Link>
        </span>
      ))}
    </div>
  );
}

function Facts({ entry, truce, zone }: { readonly entry: Entry; readonly truce: Truce; readonly zone: string }) {
  const rows: readonly (readonly [string, string])[] = [
    ['Parties', 'parties'],
    ['Announced by', 'declaredBy'],
    ['Mediators', 'mediators'],
    ['Document', 'document'],
  ];
  return (
    <dl className="facts">
      {rows.map(([label, slot]) => (
        <div key={slot}>
          <dt>{label}</dt>
          <dd>
            <SlotValue entry={entry} slot={slot} />
          </dd>
        </div>
      ))}
      <div>
        <dt>In force from</dt>
        <dd>
          <SlotValue entry={entry} slot="effectiveFrom" show={({ label }) => label.replace('T', ', ')} />
          {truce.effectiveFrom !== undefined && (
            <div className="quiet">
              {moment(truce.effectiveFrom, zone)} {offset(zone, truce.effectiveFrom)}
            </div>
          )}
        </dd>
      </div>
      <div>
        <dt>Until</dt>
        <dd>
          <SlotValue entry={entry} slot="until" />
        </dd>
      </div>
      <div>
        <dt>Reported in</dt>
        <dd>{plural(entry.reports.length, 'report')}</dd>
      </div>
    </dl>
  );
}

function PlaceCard({ incidents, sides }: { readonly incidents: readonly Entry[]; readonly sides: Sides }) {
  const { data } = usePlaces();
  const places = useMemo(() => placesOf(incidents, data ?? [], sides), [incidents, data, sides]);
  if (places.length === 0) return null;
  return (
    <section className="card" aria-label="Map">
      <h2>Where</h2>
      <Suspense fallback={<p className="empty">Drawing the map …</p>}>
        <PlaceMap places={places} />
      </Suspense>
    </section>
  );
}

function placesOf(
  incidents: readonly Entry[],
  places: readonly Omit<MapPlace, 'kind' | 'title'>[],
  sides: Sides,
): MapPlace[] {
  const byRecord = new Map(
    incidents.flatMap((entry) => entry.records.map((record) => [record.split('~')[0]!, entry] as const)),
  );
  return places.flatMap((place) => {
    const entry = byRecord.get(place.record);
    return entry === undefined ? [] : [{ ...place, kind: sides.kindOf(accuserOf(entry)), title: entry.title }];
  });
}
