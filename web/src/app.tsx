/** The frame of the desk: header, navigation, and the page that the address names. */
import { Link, Route, Switch, useLocation } from 'wouter';
import { useLedger } from './data/api.ts';
import { useView } from './data/view.tsx';
import { Header } from './parts/header.tsx';
import { useKeys } from './parts/keys.ts';
import { AgendaPage } from './pages/agenda.tsx';
import { EntryPage } from './pages/entry.tsx';
import { EntriesPage } from './pages/entries.tsx';
import { OverviewPage } from './pages/overview.tsx';
import { ReaderPage } from './pages/reader.tsx';
import { ReportsPage } from './pages/reports.tsx';
import { ReviewPage } from './pages/review.tsx';
import { SearchPage } from './pages/search.tsx';
import { SourcesPage } from './pages/sources.tsx';
import { TrucePage } from './pages/truce.tsx';
import { TrucesPage } from './pages/truces.tsx';
import { moment } from './data/format.ts';

export function App() {
  const { asOf, zone, setAsOf } = useView();
  useKeys();
  return (
    <>
      <a href="#page" className="skip">
        To the page
      </a>
      <Header />
      {asOf !== undefined && (
        <div className="asof-note" role="status">
          The desk as it stood at {moment(asOf, zone)}.{' '}
          <button type="button" className="button plain" onClick={() => setAsOf(undefined)}>
            Back to now
          </button>
        </div>
      )}
      <div className="frame">
        <Navigation />
        <main className="page" id="page" tabIndex={-1}>
          <Switch>
            <Route path="/" component={OverviewPage} />
            <Route path="/truces" component={TrucesPage} />
            <Route path="/truces/:id">{({ id }) => <TrucePage id={id} />}</Route>
            <Route path="/incidents">{() => <EntriesPage kind="incident" />}</Route>
            <Route path="/incidents/:id">{({ id }) => <EntryPage id={id} />}</Route>
            <Route path="/statements">{() => <EntriesPage kind="statement" />}</Route>
            <Route path="/tolls">{() => <EntriesPage kind="toll" />}</Route>
            <Route path="/requests">{() => <EntriesPage kind="request" />}</Route>
            <Route path="/agreements">{() => <EntriesPage kind="agreement" />}</Route>
            <Route path="/entries/:id">{({ id }) => <EntryPage id={id} />}</Route>
            <Route path="/agenda" component={AgendaPage} />
            <Route path="/reports" component={ReportsPage} />
            <Route path="/reports/:id">{({ id }) => <ReaderPage id={decodeURIComponent(id)} />}</Route>
            <Route path="/review" component={ReviewPage} />
            <Route path="/sources" component={SourcesPage} />
            <Route path="/search" component={SearchPage} />
            <Route>
              <h1>There is no such page</h1>
              <p className="lead">The address may be from another store. Start again from the overview.</p>
            </Route>
          </Switch>
        </main>
      </div>
    </>
  );
}

function Navigation() {
  const { asOf, link } = useView();
  const { data: ledger } = useLedger(asOf);
  const [path] = useLocation();
  const count = (kind: string): number => ledger?.entries.filter((entry) => entry.kind === kind).length ?? 0;
  const isDue =
    ledger?.agenda.filter(
      ({ outcome }) => outcome === 'due' || outcome === 'overdue' || outcome === 'open' || outcome === 'moved',
    ).length ?? 0;
  const rows: readonly (readonly [path: string, label: string, count?: number | undefined] | undefined)[] = [
    ['/', 'Overview'],
    ['/truces', 'Truces', ledger?.truces.length],
    ['/incidents', 'Incidents', count('incident')],
    ['/agreements', 'Agreements', count('agreement')],
    ['/statements', 'Statements', count('statement')],
    ['/requests', 'Requests', count('request')],
    ['/tolls', 'Tolls', count('toll')],
    ['/agenda', 'Agenda', isDue],
    undefined,
    ['/reports', 'Reports'],
    ['/review', 'Review'],
    ['/sources', 'Sources'],
  ];
  return (
    <nav className="nav" aria-label="Desk">
      {rows.map((row) => {
        if (row === undefined) return <hr key="rule" />;
        const [to, label, number] = row;
        const current = to === '/' ? path === '/' : path.startsWith(to);
        return (
          <Link key={to} href={link(to)} aria-current={current ? 'page' : undefined}>
            {label} {number !== undefined && number > 0 && <b>{number}</b>}
          </Link>
        );
      })}
    </nav>
  );
}
