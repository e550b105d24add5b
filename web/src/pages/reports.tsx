/** All reports, by date. */
import { Link } from 'wouter';
import { useReports } from '../data/api.ts';
import { day, plural } from '../data/format.ts';
import { useView } from '../data/view.tsx';

export function ReportsPage() {
  const { data, error } = useReports();
  const { link } = useView();
  if (error !== null) return <p className="error">{error.message}</p>;
  if (data === undefined) return <p className="empty">Reading …</p>;
  const sorted = data.toSorted((a, b) => ((a.published.value ?? '') < (b.published.value ?? '') ? 1 : -1));
  return (
    <div className="stack">
      <header>
        <h1>Reports</h1>
        <p className="lead">{plural(data.length, 'report')}</p>
      </header>
      <section className="card scroll" tabIndex={0} aria-label="Reports">
        <table>
          <thead>
            <tr>
              <th scope="col">Published</th>
              <th scope="col">Headline</th>
              <th scope="col">Outlet</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, 500).map((card) => (
              <tr key={card.id}>
                <td className="when">
                  {card.published.value === undefined ? (
                    <span className="unknown">undated</span>
                  ) : (
                    day(card.published.value)
                  )}
                </td>
                <td>
                  <Link href={link(`/reports/${encodeURIComponent(card.id)}`)}>{card.headline}</Link>
                </td>
                <td className="quiet">{card.outlet ?? 'unknown'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
