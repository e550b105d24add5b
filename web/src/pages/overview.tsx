/** Overview: does each truce hold, what is due, where do the reports differ. */
import { Link } from 'wouter';
import type { Ledger } from '../../../src/model/ledger.ts';
import { sidesOf } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { AgendaList, Differences } from '../parts/lists.tsx';
import { isOver } from '../parts/marks.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { TruceCard } from '../parts/truce-card.tsx';
import { WithLedger } from '../parts/with-ledger.tsx';

export const OverviewPage = () => <WithLedger>{(ledger) => <Overview ledger={ledger} />}</WithLedger>;

function Overview({ ledger }: { readonly ledger: Ledger }) {
  const { link } = useView();
  const standing = ledger.truces.filter(({ status }) => !isOver(status));
  const over = ledger.truces.filter(({ status }) => isOver(status));
  const open = ledger.agenda.filter(({ outcome }) => outcome !== 'kept');
  const kept = ledger.agenda.filter(({ outcome }) => outcome === 'kept');
  return (
    <div className="stack">
      <header>
        <h1>{ledger.situations[0]?.name ?? 'Overview'}</h1>
        <p className="lead">
          {ledger.truces.length === 0
            ? 'No report speaks of a truce yet.'
            : 'Whether each truce holds, and according to whom. A number is a link to what it counts, a value a link to its words.'}
        </p>
      </header>
      {standing.map((truce) => (
        <TruceCard key={truce.id} truce={truce} ledger={ledger} />
      ))}
      <section className="card" aria-label="Timeline">
        <h2>Who accuses whom, and when</h2>
        <Timeline ledger={ledger} sides={sidesOf(ledger)} />
      </section>
      <div className="columns">
        <section className="card">
          <h2>Where reports differ</h2>
          <Differences
            entries={ledger.entries.filter(
              ({ kind }) => kind === 'toll' || kind === 'agreement' || kind === 'incident',
            )}
          />
        </section>
        <section className="card">
          <h2>Due</h2>
          <AgendaList items={open.slice(0, 8)} />
          {kept.length > 0 && (
            <>
              <h2 className="spaced">Done</h2>
              <AgendaList items={kept.slice(0, 6)} />
            </>
          )}
          <p className="quiet">
            <Link href={link('/agenda')}>the whole agenda</Link>
          </p>
        </section>
      </div>
      {over.length > 0 && (
        <section className="stack" aria-label="Earlier truces">
          <h2>Earlier truces</h2>
          {over.map((truce) => (
            <TruceCard key={truce.id} truce={truce} ledger={ledger} />
          ))}
        </section>
      )}
    </div>
  );
}
