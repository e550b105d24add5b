/** Full-text search over the reports. */
import { Link, useSearchParams } from 'wouter';
import { useSearch } from '../data/api.ts';
import { day, plural } from '../data/format.ts';
import { useView } from '../data/view.tsx';

export function SearchPage() {
  const [parameters] = useSearchParams();
  const words = parameters.get('q') ?? '';
  const { data, error } = useSearch(words);
  const { link } = useView();
  return (
    <div className="stack">
      <header>
        <h1>{words === '' ? 'Search' : `Reports that hold “${words}”`}</h1>
        {data !== undefined && <p className="lead">{plural(data.length, 'report')}</p>}
        {words === '' && <p className="lead">Type into the field above; press / to get there.</p>}
      </header>
      {error !== null && <p className="error">{error.message}</p>}
      {(data ?? []).map((hit) => (
        <article key={hit.report} className="card">
          <h3>
            <Link href={link(`/reports/${encodeURIComponent(hit.report)}`)}>{hit.headline}</Link>
          </h3>
          <p className="their">{snippet(hit.snippet)}</p>
          <p className="quiet">
            {hit.outlet ?? 'unknown outlet'}, {hit.published === undefined ? 'undated' : day(hit.published)}
          </p>
        </article>
      ))}
    </div>
  );
}

/** The found words stand between two control characters; everything else is text. */
function snippet(text: string) {
  return text.split('\u0002').flatMap((part, index) => {
    if (index === 0) return [part];
    const [found, rest] = part.split('\u0003');
    return [<mark key={`${String(index)}${found ?? ''}`}>{found}</mark>, rest ?? ''];
  });
}
