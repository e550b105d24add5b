/** Search over the texts of reports and the titles of entries. */
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Facets, SearchResult } from '../../../src/serve/api/types.ts';
import { useApi, usePlainApi } from '../data/answers.ts';
import { useFilters } from '../data/filters.ts';
import { spoken } from '../data/format.ts';
import { inOneLine, publishedWhen } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useListWords } from '../messages/lists.ts';
import { useTerms } from '../messages/terms.ts';
import { entryPath } from '../parts/entry-rows.tsx';
import { Tag } from '../parts/marks.tsx';
import { Ready } from '../parts/state.tsx';
import '../parts/lists.css';

/** Results of each kind that one answer brings. */
const MOST = 50;
const SUGGESTED = 12;
const PLACES = ['all', 'reports', 'entries'] as const;

export function SearchPage() {
  const words = useListWords();
  const [parameters] = useSearchParams();
  const asked = (parameters.get('q') ?? '').trim();
  const filters = useFilters(['in']);
  const place = PLACES.find((one) => one === filters.values['in']) ?? 'all';
  const answer = usePlainApi<readonly SearchResult[]>(asked === '' ? undefined : '/search', {
    q: asked,
    in: place,
    limit: MOST,
  });
  const names = { all: words.everywhere, reports: words.inReports, entries: words.inEntries };
  return (
    <div className="stack">
      <header>
        <h1>{asked === '' ? words.search : words.resultsFor(asked)}</h1>
        {asked === '' && <p className="lead">{words.searchLead}</p>}
      </header>
      {asked === '' && <Suggestions />}
      {asked !== '' && (
        <>
          <div className="segments no-print" role="group" aria-label={words.searchIn}>
            {PLACES.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === place}
                onClick={() => filters.set('in', one === 'all' ? undefined : one)}
              >
                {names[one]}
              </button>
            ))}
          </div>
          <Ready answer={answer}>{(results) => <Results results={results} />}</Ready>
        </>
      )}
    </div>
  );
}

/** Places and voices of the ledger, for those who do not know yet what it holds. */
function Suggestions() {
  const { link } = useView();
  const words = useListWords();
  const incidents = useApi<Facets>('/facets', { kind: 'incident' }).data?.places ?? [];
  const voices = useApi<Facets>('/facets', { kind: 'statement' }).data?.speakers ?? [];
  const groups = [
    [words.somePlaces, incidents],
    [words.someVoices, voices.filter(({ key }) => key !== 'unknown')],
  ] as const;
  return groups.map(([title, values]) =>
    values.length === 0 ? null : (
      <section key={title} className="suggested">
        <h2>{title}</h2>
        <p>
          {values.slice(0, SUGGESTED).map(({ key, name }) => (
            <Link key={key} className="button as-link" href={link(`/search?q=${encodeURIComponent(name)}`)}>
              {name}
            </Link>
          ))}
        </p>
      </section>
    ),
  );
}

function Results({ results }: { readonly results: readonly SearchResult[] }) {
  const words = useListWords();
  const reports = results.filter((one) => one.in === 'report').length;
  const entries = results.length - reports;
  if (results.length === 0) return <p className="empty nothing">{words.nothingFound}</p>;
  return (
    <div className="list">
      <p className="quiet found" role="status">
        {words.found(reports, entries)}
        {(reports >= MOST || entries >= MOST) && `. ${words.onlyFirst(MOST)}`}
      </p>
      <div className="results">
        {results.map((one) => (
          <Result key={`${one.in} ${one.id}`} result={one} />
        ))}
      </div>
    </div>
  );
}

function Result({ result }: { readonly result: SearchResult }) {
  const { link, zone } = useView();
  const words = useListWords();
  const terms = useTerms();
  if (result.in === 'entry')
    return (
      <article className="result">
        <h2>
          <Tag>{terms.kind[result.kind] ?? result.kind}</Tag>{' '}
          <Link href={link(entryPath(result))}>{marked(spoken(result.snippet, zone), spoken(result.title, zone))}</Link>
        </h2>
      </article>
    );
  const when = result.published === undefined ? words.undated : inOneLine(publishedWhen(result.published, zone));
  return (
    <article className="result">
      <h2>
        <Link href={link(`/reports/${encodeURIComponent(result.id)}`)}>{result.title}</Link>
      </h2>
      <p className="their">{marked(result.snippet)}</p>
      <p className="quiet">
        {result.outlet ?? words.outletUnknown}, {when}
      </p>
    </article>
  );
}

/** The found words stand between two control characters; everything else, and they themselves, are text. */
function marked(snippet: string, instead = ''): ReactNode {
  if (snippet === '') return instead;
  return snippet.split('\u0002').map((part, index) => {
    const end = index === 0 ? -1 : part.indexOf('\u0003');
    if (end === -1) return part;
    return (
      <span key={`${String(index)} ${part}`}>
        <mark>{part.slice(0, end)}</mark>
        {part.slice(end + 1)}
      </span>
    );
  });
}
