/** Agenda: what was announced, when it is due, what came of it. */
import { AgendaList } from '../parts/lists.tsx';
import { WithLedger } from '../parts/with-ledger.tsx';

export const AgendaPage = () => (
  <WithLedger>
    {({ agenda }) => (
      <div className="stack">
        <h1>Agenda</h1>
        <section className="card">
          <h2>Still open</h2>
          <AgendaList items={agenda.filter(({ outcome }) => outcome !== 'kept' && outcome !== 'cancelled')} />
        </section>
        <section className="card">
          <h2>Kept or cancelled</h2>
          <AgendaList items={agenda.filter(({ outcome }) => outcome === 'kept' || outcome === 'cancelled')} />
        </section>
      </div>
    )}
  </WithLedger>
);
