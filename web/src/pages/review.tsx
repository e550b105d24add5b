/** Review queue: what changes the picture most comes first; and the log of what was decided. */
import { useDecide, useDecisions } from '../data/api.ts';
import type { Entry, Ledger } from '../../../src/model/ledger.ts';
import { moment } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { EntryTable } from '../parts/lists.tsx';
import { WithLedger } from '../parts/with-ledger.tsx';

export const ReviewPage = () => <WithLedger>{(ledger) => <Review ledger={ledger} />}</WithLedger>;

const KINDS: ReadonlySet<string> = new Set(['incident', 'agreement', 'toll', 'request']);

/** Open differences and denials weigh most, then how many reports carry it. */
const weight = (entry: Entry): number =>
  entry.differences.length * 2 + entry.corroboration.deniedBy.length * 2 + entry.reports.length;

function Review({ ledger }: { readonly ledger: Ledger }) {
  const { zone } = useView();
  const { data: decisions } = useDecisions();
  const decide = useDecide();
  const waiting = ledger.entries
    .filter(({ review, kind }) => review === 'unreviewed' && KINDS.has(kind))
    .toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  return (
    <div className="stack">
      <header>
        <h1>Review</h1>
        <p className="lead">
          What the reports say, not yet looked at by a person. What changes the picture most comes first.
        </p>
      </header>
      <section className="card">
        <EntryTable entries={waiting.slice(0, 100)} />
      </section>
      <section className="card">
        <h2>Decisions</h2>
        {(decisions ?? []).length === 0 && (
          <p className="empty">Nothing was decided yet. Open an entry to confirm or reject it.</p>
        )}
        <ul className="reasons">
          {(decisions ?? []).toReversed().map((decision) => (
            <li key={decision.id}>
              <b>{decision.type}</b> by {decision.by}, {moment(decision.at, zone)}: {decision.why}{' '}
              {decision.type !== 'undo' && (
                <button
                  type="button"
                  className="button plain"
                  onClick={() => decide.mutate({ type: 'undo', target: decision.id, why: 'undone at the desk' })}
                >
                  Undo
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
