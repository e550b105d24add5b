/** One entry of the ledger: their words, what is recorded, how far it is corroborated, why it is one thing, review. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { isWithdrawn, type Origin } from '../../../src/model/ledger.ts';
import type { Envelope, EntryDetail, EntryExplanation } from '../../../src/serve/api/types.ts';
import { useApi } from '../data/answers.ts';
import { capital, spoken, zoned } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { happened } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useEntryWords } from '../messages/entry.ts';
import { useSlotName } from '../messages/slots.ts';
import { useTerms } from '../messages/terms.ts';
import { useTruceWords } from '../messages/truces.ts';
import { DecideBar } from '../parts/decide-bar.tsx';
import { DecisionLog } from '../parts/decision-log.tsx';
import { Differences, isDifference } from '../parts/differences.tsx';
import { Ladder } from '../parts/ladder.tsx';
import { Side, Tag } from '../parts/marks.tsx';
import { mergedQuotes, Quote } from '../parts/quotes.tsx';
import { Ready } from '../parts/state.tsx';
import { TollOf } from '../parts/tolls.tsx';
import { readerPath, SlotValue } from '../parts/words.tsx';
import { useSides } from '../parts/use-sides.ts';
import { When } from '../parts/when.tsx';

const PlaceMap = lazy(() => import('../pictures/place-map.tsx'));

export function EntryPage({ id }: { readonly id: string }) {
  const answer = useApi<EntryDetail>(`/entries/${encodeURIComponent(id)}`);
  return <Ready answer={answer}>{(data) => <Page data={data} envelope={answer.envelope!} />}</Ready>;
}

function Page({ data, envelope }: { readonly data: EntryDetail; readonly envelope: Envelope<EntryDetail> }) {
  const { zone, link } = useView();
  const words = useEntryWords();
  const truceWords = useTruceWords();
  const terms = useTerms();
  const sides = useSides();
  const { entry, line } = data;
  const source = truceWords.sourceLine(zoned(envelope.asOf, zone), envelope.revision.slice(0, 12));
  const list = entry.kind === 'statement' ? '/statements' : `/${entry.kind}s`;
  const title = spoken(entry.title, zone);
  const when = happened(line, zone);
  const differences = entry.differences
    .map((difference) => ({ entry: entry.id, title, kind: entry.kind, difference }))
    .filter(isDifference);
  return (
    <div className="stack">
      <header>
        <div className="crumb">
          <Link href={link(list)}>{terms.kinds[entry.kind] ?? entry.kind}</Link>
        </div>
        <h1>{title}</h1>
        <div className="status">
          {entry.factuality.map((label) => (
            <Tag key={label}>{terms.factuality[label] ?? label}</Tag>
          ))}
          {isWithdrawn(entry) && <Tag>{words.allTakenBack}</Tag>}
          {entry.review !== 'unreviewed' && <Tag name={entry.review}>{terms.review[entry.review]}</Tag>}
          {when !== undefined && <When when={when} at={entry.earliest} isInline />}
        </div>
      </header>
      <DecideBar line={line} />
      <div className="columns">
        <div className="stack">
          <TakenBack data={data} />
          <TheirWords data={data} sides={sides} />
          <Recorded data={data} />
          <Explanation id={entry.id} />
        </div>
        <div className="stack">
          <section className="card">
            <h2>{words.howFar}</h2>
            <Ladder corroboration={entry.corroboration} sides={sides} title={title} source={source} />
          </section>
          {entry.kind === 'toll' && (
            <section className="card">
              <h2>{words.losses}</h2>
              <TollOf id={entry.id} source={source} sides={sides} />
            </section>
          )}
          <Places data={data} sides={sides} source={source} />
          <Links data={data} />
          {differences.length > 0 && (
            <section className="card">
              <h2>{words.differ}</h2>
              <Differences isNamed={false} rows={differences} />
            </section>
          )}
          <Joins data={data} />
          {data.decisions.length > 0 && (
            <section className="card">
              <h2>{words.decisions}</h2>
              <DecisionLog decisions={data.decisions} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

/** What agencies took back, each with the report that says so. */
function TakenBack({ data }: { readonly data: EntryDetail }) {
  const { link } = useView();
  const words = useEntryWords();
  const { withdrawn } = data.entry;
  if (withdrawn === undefined) return null;
  const records = new Set(withdrawn.flatMap((one) => one.records));
  return (
    <section className="card">
      <h2>{words.takenBack}</h2>
      <ul className="reasons">
        {withdrawn.map(({ by, reason }) => (
          <li key={by + reason}>
            <Link href={link(`/reports/${encodeURIComponent(by)}`)}>{reason}</Link>
          </li>
        ))}
      </ul>
      {mergedQuotes(data.quotes.filter(({ record }) => records.has(record))).map((quote) => (
        <Quote key={quote.record} quote={quote} />
      ))}
      <p className="quiet">{words.takenBackNote}</p>
    </section>
  );
}

/** Each voice with its own words: those who say so, then those who deny it. */
function TheirWords({ data, sides }: { readonly data: EntryDetail; readonly sides: Sides }) {
  const words = useEntryWords();
  const { origins, deniedBy } = data.entry.corroboration;
  if (origins.length + deniedBy.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.inTheirWords}</h2>
      {origins.map((origin) => (
        <Voice key={origin.key} origin={origin} title={origin.name} data={data} sides={sides} most={3} />
      ))}
      {deniedBy.map((origin) => (
        <Voice
          key={`no ${origin.key}`}
          origin={origin}
          title={words.denying(origin.name)}
          data={data}
          sides={sides}
          most={2}
        />
      ))}
      {data.reports.length > 1 && <CompareLink data={data} />}
    </section>
  );
}

function CompareLink({ data }: { readonly data: EntryDetail }) {
  const { link } = useView();
  const words = useEntryWords();
  const ids = data.reports.slice(0, 4).map(({ id }) => encodeURIComponent(id));
  return (
    <p className="quiet">
      <Link href={link(`/compare?reports=${ids.join(',')}`)}>{words.compare}</Link>
    </p>
  );
}

interface VoiceProps {
  readonly origin: Origin;
  readonly title: string;
  readonly data: EntryDetail;
  readonly sides: Sides;
  readonly most: number;
}

function Voice({ origin, title, data, sides, most }: VoiceProps) {
  const records = new Set(origin.evidence.map(({ record }) => record));
  const own = mergedQuotes(data.quotes.filter(({ record }) => records.has(record))).slice(0, most);
  return (
    <div className="voice">
      <h3>
        <Side kind={sides.kindOf(origin.side)}>{title}</Side>
      </h3>
      {own.map((quote) => (
        <Quote key={quote.record} quote={quote} />
      ))}
    </div>
  );
}

/** Slots that only repeat another in the form that files of other programs need. */
const REPEATS: Readonly<Record<string, string>> = { start: 'time', startZone: 'time', effectiveFrom: 'effective' };

function Recorded({ data }: { readonly data: EntryDetail }) {
  const words = useEntryWords();
  const slotName = useSlotName();
  const has = new Set(data.entry.slots.map(({ name }) => name));
  return (
    <section className="card">
      <h2>{words.recorded}</h2>
      <table>
        <tbody>
          {data.entry.slots
            .filter(({ name }) => !has.has(REPEATS[name] ?? ''))
            .map(({ name }) => (
              <tr key={name}>
                <th scope="row">{slotName(name)}</th>
                <td>
                  <SlotValue slots={data.entry.slots} name={name} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

/** Every record with its rule and words, asked for when somebody wants to know. */
function Explanation({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  const words = useEntryWords();
  const slotName = useSlotName();
  const { link, zone } = useView();
  const answer = useApi<EntryExplanation>(isOpen ? `/entries/${encodeURIComponent(id)}/explain` : undefined);
  return (
    <details className="card explain" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.explain}</summary>
      {isOpen && (
        <Ready answer={answer}>
          {(data) => (
            <ol className="explained">
              {data.records.map((record) => (
                <li key={record.id}>
                  <Link href={link(readerPath({ report: record.report, record: record.id }))}>{record.report}</Link>{' '}
                  <span className="quiet">{words.madeBy(record.rule)}</span>
                  <p className="their">{record.words}</p>
                  <dl className="mini">
                    {record.slots.map((slot) => (
                      <div key={slot.name + slot.label}>
                        <dt>{slotName(slot.name)}</dt>
                        <dd>
                          {spoken(slot.label, zone)}{' '}
                          <span className="quiet">{slot.rule === undefined ? '' : words.inferred(slot.rule)}</span>
                        </dd>
                      </div>
                    ))}
                  </dl>
                </li>
              ))}
            </ol>
          )}
        </Ready>
      )}
    </details>
  );
}

function Places({
  data,
  sides,
  source,
}: {
  readonly data: EntryDetail;
  readonly sides: Sides;
  readonly source: string;
}) {
  const words = useEntryWords();
  const { zone } = useView();
  const places = useMemo(
    () =>
      data.line.places.flatMap((place) =>
        place.lat === undefined || place.lon === undefined
          ? []
          : [
              {
                ...place,
                lat: place.lat,
                lon: place.lon,
                kind: sides.kindOf(data.line.accusers[0]?.key),
                title: spoken(data.line.title, zone),
              },
            ],
      ),
    [data, sides, zone],
  );
  if (places.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.places}</h2>
      <Suspense fallback={<div className="map-room" />}>
        <PlaceMap title={words.places} source={source} places={places} />
      </Suspense>
    </section>
  );
}

function Links({ data }: { readonly data: EntryDetail }) {
  const { link, zone } = useView();
  const words = useEntryWords();
  const terms = useTerms();
  if (data.links.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.bearsOn}</h2>
      <ul className="reasons">
        {data.links.map((one) => (
          <li key={one.type + one.entry + one.direction}>
            {one.direction === 'in' ? '← ' : ''}
            {terms.link[one.type] ?? one.type}{' '}
            <Link href={link(`/entries/${one.entry}`)}>{spoken(one.title, zone)}</Link>
            <div className="quiet">{spoken(one.reason, zone)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why records are one thing: each join with its reason. */
function Joins({ data }: { readonly data: EntryDetail }) {
  const words = useEntryWords();
  const { zone } = useView();
  if (data.entry.joins.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.whyOne}</h2>
      <ul className="reasons">
        {[...Map.groupBy(data.entry.joins, ({ reason, rule }) => `${rule} ${reason}`).values()].map((joins) => (
          <li key={joins[0]!.a + joins[0]!.b}>
            {capital(spoken(joins[0]!.reason, zone))}
            {joins.length > 1 && <b className="times"> ×{joins.length}</b>}{' '}
            <span className="quiet">{words.byRule(joins[0]!.rule)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
