/** The frame of the desk: header, navigation, and the page that the address names, each loaded when it is opened. */
import { lazy, Suspense, type ReactNode } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import type { Overview } from '../../src/serve/api/types.ts';
import { useApi } from './data/answers.ts';
import { useLive } from './data/events.ts';
import { speakIn, zoned } from './data/format.ts';
import { useView } from './data/view.tsx';
import { useFrameWords } from './messages/frame.ts';
import { useTerms } from './messages/terms.ts';
import { OverviewPage } from './pages/overview.tsx';
import { Header } from './parts/header.tsx';
import { PaperHead } from './parts/paper-head.tsx';
import { bringIntoView } from './parts/into-view.ts';
import { KeyHelp } from './parts/key-help.tsx';
import { useKeys } from './parts/keys.ts';

const TrucesPage = lazy(async () => ({ default: (await import('./pages/truces.tsx')).TrucesPage }));
const TrucePage = lazy(async () => ({ default: (await import('./pages/truce.tsx')).TrucePage }));
const EntriesPage = lazy(async () => ({ default: (await import('./pages/entries.tsx')).EntriesPage }));
const StatementsPage = lazy(async () => ({ default: (await import('./pages/statements.tsx')).StatementsPage }));
const EntryPage = lazy(async () => ({ default: (await import('./pages/entry.tsx')).EntryPage }));
const AgendaPage = lazy(async () => ({ default: (await import('./pages/agenda.tsx')).AgendaPage }));
const ReportsPage = lazy(async () => ({ default: (await import('./pages/reports.tsx')).ReportsPage }));
const ReaderPage = lazy(async () => ({ default: (await import('./pages/reader.tsx')).ReaderPage }));
const ComparePage = lazy(async () => ({ default: (await import('./pages/compare.tsx')).ComparePage }));
const ReviewPage = lazy(async () => ({ default: (await import('./pages/review.tsx')).ReviewPage }));
const SourcesPage = lazy(async () => ({ default: (await import('./pages/sources.tsx')).SourcesPage }));
const SearchPage = lazy(async () => ({ default: (await import('./pages/search.tsx')).SearchPage }));
const ChangesPage = lazy(async () => ({ default: (await import('./pages/changes.tsx')).ChangesPage }));
const SitrepPage = lazy(async () => ({ default: (await import('./pages/sitrep.tsx')).SitrepPage }));

export function App() {
  const { asOf, zone, setAsOf, language } = useView();
  const words = useFrameWords();
  speakIn(language);
  const live = useLive();
  const help = useKeys();
  return (
    <>
      <a href="#page" className="skip">
        {words.toPage}
      </a>
      <Header live={live} onHelp={help.show} />
      {asOf !== undefined && (
        <div className="asof-note" role="status">
          {words.asItStood(zoned(asOf, zone))}{' '}
          <button type="button" className="button plain" onClick={() => setAsOf(undefined)}>
            {words.backToNow}
          </button>
        </div>
      )}
      <div className="frame">
        <Navigation />
        <main className="page" id="page" tabIndex={-1}>
          <PaperHead />
          <Suspense
            fallback={
              <p className="empty" role="status">
                {words.reading}
              </p>
            }
          >
            <Pages />
          </Suspense>
        </main>
      </div>
      {help.isShown && <KeyHelp onClose={help.hide} />}
    </>
  );
}

function Pages() {
  const { link } = useView();
  const words = useFrameWords();
  return (
    <Switch>
      <Route path="/" component={OverviewPage} />
      <Route path="/truces" component={TrucesPage} />
      <Route path="/truces/:id">{({ id }) => <TrucePage id={id} />}</Route>
      {(
        ['incident', 'agreement', 'request', 'toll', 'meeting', 'observation', 'plan', 'mechanism', 'event'] as const
      ).map((kind) => (
        <Route key={kind} path={`/${kind}s`}>
          {() => <EntriesPage kind={kind} />}
        </Route>
      ))}
      <Route path="/statements" component={StatementsPage} />
      <Route path="/incidents/:id">{({ id }) => <EntryPage id={id} />}</Route>
      <Route path="/entries/:id">{({ id }) => <EntryPage id={id} />}</Route>
      <Route path="/agenda" component={AgendaPage} />
      <Route path="/reports" component={ReportsPage} />
      <Route path="/reports/:id">{({ id }) => <ReaderPage id={decodeURIComponent(id)} />}</Route>
      <Route path="/compare" component={ComparePage} />
      <Route path="/review" component={ReviewPage} />
      <Route path="/sources" component={SourcesPage} />
      <Route path="/search" component={SearchPage} />
      <Route path="/changes" component={ChangesPage} />
      <Route path="/sitrep" component={SitrepPage} />
      <Route>
        <h1>{words.noPage}</h1>
        <p className="lead">{words.noPageWhy}</p>
        <p>
          <Link href={link('/')} className="button as-link">
            {words.toOverview}
          </Link>
        </p>
      </Route>
    </Switch>
  );
}

type NavigationRow = readonly [path: string, label: string, count?: number | undefined];

/** The list that a page belongs to; an entry, `/entries/toll-…`, to that of its kind. */
const sectionOf = (path: string): string => path.replace(/^\/entries\/([a-z]+)-.*$/, '/$1s');

function Navigation() {
  const { link, language } = useView();
  const words = useFrameWords();
  const { kinds } = useTerms();
  const { data } = useApi<Overview>('/overview');
  const [path] = useLocation();
  const of = data?.counts.entries;
  const section = sectionOf(path);
  const groups: readonly (readonly NavigationRow[])[] = [
    [
      ['/', words.overview],
      ['/truces', words.truces, data?.counts.truces],
      ['/incidents', kinds['incident']!, of?.incident],
      ['/statements', kinds['statement']!, of?.statement],
      ['/agreements', kinds['agreement']!, of?.agreement],
      ['/requests', kinds['request']!, of?.request],
      ['/meetings', kinds['meeting']!, of?.meeting],
      ['/tolls', kinds['toll']!, of?.toll],
      ['/agenda', words.agenda, data?.counts.agendaOpen],
    ],
    [
      ['/reports', words.reports, data?.counts.reports],
      ['/review', words.review, data?.counts.unreviewed],
      ['/changes', words.changes],
      ['/sources', words.sources],
      ['/sitrep', words.sitrep],
    ],
  ];
  const entry = (row: NavigationRow): ReactNode => {
    const [to, label, count] = row;
    const isCurrent = to === '/' ? path === '/' : section.startsWith(to);
    return (
      <Link
        key={to}
        href={link(to)}
        aria-current={isCurrent ? 'page' : undefined}
        ref={isCurrent && data !== undefined ? bringIntoView : null}
      >
        {label} {count !== undefined && count > 0 && <b>{count.toLocaleString(language)}</b>}
      </Link>
    );
  };
  return (
    <nav className="nav" aria-label={words.pages}>
      {groups[0]!.map(entry)}
      <hr />
      {groups[1]!.map(entry)}
    </nav>
  );
}
