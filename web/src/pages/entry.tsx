/** One entry: what each side says in its own words, how far it is corroborated, every value with its words, why joined. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { Entry, Ledger } from '../../../src/model/ledger.ts';
import { useDecide } from '../data/api.ts';
import { capital, moment, offset, plural } from '../data/format.ts';
import { sidesOf } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { Ladder } from '../parts/ladder.tsx';
import { Differences } from '../parts/lists.tsx';
import { Side, Tag } from '../parts/marks.tsx';
import { Quotes } from '../parts/quotes.tsx';
import { WithLedger } from '../parts/with-ledger.tsx';
import { SlotValue } from '../parts/words.tsx';

export const EntryPage = ({ id }: { readonly id: string }) => (
  <WithLedger>
    {(ledger) => {
      const entry = ledger.entries.find((one) => one.id === id);
      return entry === undefined ? (
        <p className="empty">At the asked moment the ledger holds no such entry.</p>
      ) : (
        <Page ledger={ledger} entry={entry} />
      );
    }}
  </WithLedger>
);

function Page({ ledger, entry }: { readonly ledger: Ledger; readonly entry: Entry }) {
  const { zone } = useView();
  const sides = sidesOf(ledger);
  return (
    <div className="stack">
      <header>
        <div className="crumb">
          {capital(entry.kind)} · {plural(entry.reports.length, 'report')} ·{' '}
          {plural(entry.corroboration.origins.length, 'origin')}
        </div>
        <h1>{entry.title}</h1>
        <div className="status">
          {entry.factuality.map((label) => (
            <Tag key={label}>{label}</Tag>
          ))}
          {entry.review !== 'unreviewed' && <Tag name={entry.review}>{entry.review}</Tag>}
          {entry.earliest !== undefined && (
            <span>
              {moment(entry.earliest, zone)} {offset(zone, entry.earliest)}
            </span>
          )}
        </div>
      </header>
      <div className="columns">
        <div className="stack">
          <section className="card">
            <h2>In their words</h2>
            {entry.corroboration.origins.map((origin) => (
              <div key={origin.key} className="voice">
                <h3>
                  <Side kind={sides.kindOf(origin.side)}>{origin.name}</Side>
                </h3>
                <Quotes evidence={origin.evidence} most={4} />
              </div>
            ))}
            {entry.corroboration.deniedBy.map((origin) => (
              <div key={origin.key} className="voice">
                <h3>
                  <Side kind={sides.kindOf(origin.side)}>{origin.name}, denying</Side>
                </h3>
                <Quotes evidence={origin.evidence} most={2} />
              </div>
            ))}
          </section>
          <section className="card">
            <h2>What is recorded</h2>
            <Slots entry={entry} />
          </section>
        </div>
        <div className="stack">
          <section className="card">
            <h2>How far is it corroborated?</h2>
            <Ladder corroboration={entry.corroboration} sides={sides} />
          </section>
          <Links ledger={ledger} entry={entry} />
          {entry.differences.length > 0 && (
            <section className="card">
              <h2>Where reports differ</h2>
              <Differences entries={[entry]} />
            </section>
          )}
          {entry.joins.length > 0 && (
            <section className="card">
              <h2>Why these reports are one entry</h2>
              <ul className="reasons">
                {entry.joins.map((join) => (
                  <li key={join.a + join.b}>
                    {join.reason} <span className="quiet">[{join.rule}]</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Decide entry={entry} />
        </div>
      </div>
    </div>
  );
}

function Slots({ entry }: { readonly entry: Entry }) {
  return (
    <table>
      <tbody>
        {entry.slots.map(({ name }) => (
          <tr key={name}>
            <th scope="row">{capital(name.replaceAll(/([A-Z])/g, ' $1').toLowerCase())}</th>
            <td>
              <SlotValue entry={entry} slot={name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Links({ ledger, entry }: { readonly ledger: Ledger; readonly entry: Entry }) {
  const { link } = useView();
  if (entry.links.length === 0) return null;
  const titleOf = (id: string): string => ledger.entries.find((one) => one.id === id)?.title ?? id;
  return (
    <section className="card">
      <h2>What it bears on</h2>
      <ul className="reasons">
        {entry.links.map((one) => (
          <li key={one.type + one.entry}>
            {capital(one.type)} <Link href={link(`/entries/${one.entry}`)}>{titleOf(one.entry)}</Link>
            <div className="quiet">{one.reason}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Confirm, reject or grade: with a reason, kept in the log and undone at will. */
function Decide({ entry }: { readonly entry: Entry }) {
  const decide = useDecide();
  const [why, setWhy] = useState('');
  const send = (type: 'confirm' | 'reject' | 'note'): void =>
    decide.mutate({ type, target: entry.id, why }, { onSuccess: () => setWhy('') });
  return (
    <section className="card no-print">
      <h2>Review</h2>
      <label className="field">
        <span>reason</span>
        <input value={why} onChange={(event) => setWhy(event.target.value)} placeholder="why, in a few words" />
      </label>
      <p className="actions">
        {(['confirm', 'reject', 'note'] as const).map((type) => (
          <button
            key={type}
            type="button"
            className="button"
            disabled={why.trim() === '' || decide.isPending}
            onClick={() => send(type)}
          >
            {capital(type)}
          </button>
        ))}
      </p>
      {decide.error !== null && <p className="error">{decide.error.message}</p>}
      <p className="quiet">A decision needs a reason. It is kept with your name, and can be undone.</p>
    </section>
  );
}
