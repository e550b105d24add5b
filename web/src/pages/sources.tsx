/** Sources: which outlets, whose, how much from each side by day; and what could not be read. */
import { useReports, useStatus } from '../data/api.ts';
import type { Ledger } from '../../../src/model/ledger.ts';
import { plural } from '../data/format.ts';
import { sidesOf } from '../data/sides.ts';
import { WithLedger } from '../parts/with-ledger.tsx';

export const SourcesPage = () => <WithLedger>{(ledger) => <Sources ledger={ledger} />}</WithLedger>;

function Sources({ ledger }: { readonly ledger: Ledger }) {
  const { data: cards } = useReports();
  const { data: status } = useStatus();
  const outlets = Map.groupBy(cards ?? [], ({ outlet }) => outlet ?? 'unknown');
  const sides = sidesOf(ledger);
  return (
    <div className="stack">
      <h1>Sources</h1>
      <section className="card">
        <h2>Outlets</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">Country</th>
              <th scope="col">Belongs to</th>
              <th scope="col" className="number">
                Reports
              </th>
            </tr>
          </thead>
          <tbody>
            {[...outlets].map(([name, own]) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{own[0]?.outletCountry ?? <span className="unknown">unknown</span>}</td>
                <td>{own[0]?.outletAffiliation ?? <span className="unknown">not known to belong to a party</span>}</td>
                <td className="number">{own.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="card scroll" tabIndex={0} aria-label="Reports by side and day">
        <h2>Reports by side and day</h2>
        <p className="quiet">A day without reports from a side is silence of the sources, not peace.</p>
        <table>
          <tbody>
            {ledger.coverage.map((one) => (
              <tr key={one.day + one.side}>
                <td className="when">{one.day}</td>
                <td>{sides.nameOf(one.side)}</td>
                <td>
                  {plural(one.reports, 'report')} of {plural(one.origins, 'origin')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="card">
        <h2>Could not be read</h2>
        {(status?.quarantine ?? []).length === 0 && <p className="empty">Nothing is in quarantine.</p>}
        <ul className="reasons">
          {(status?.quarantine ?? []).map((one) => (
            <li key={one.origin + one.key}>
              {one.message} <span className="quiet">{one.at.slice(0, 10)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
