/** All truces of the ledger. */
import { TruceCard } from '../parts/truce-card.tsx';
import { WithLedger } from '../parts/with-ledger.tsx';

export const TrucesPage = () => (
  <WithLedger>
    {(ledger) => (
      <div className="stack">
        <h1>Truces</h1>
        {ledger.truces.length === 0 && <p className="empty">No report speaks of a truce yet.</p>}
        {ledger.truces.map((truce) => (
          <TruceCard key={truce.id} truce={truce} ledger={ledger} />
        ))}
      </div>
    )}
  </WithLedger>
);
