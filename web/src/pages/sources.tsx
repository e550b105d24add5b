/** Sources: which outlets, whose they are, which side was heard on which day, how feeds fare, what could not be read. */
import { useMemo } from 'react';
import type { Coverage, Sources } from '../../../src/serve/api/types.ts';
import { useApi, usePlainApi } from '../data/answers.ts';
import { shortDay, zoned } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useSourceWords } from '../messages/sources.ts';
import { FeedTable } from '../parts/feed-table.tsx';
import { OutletTable } from '../parts/outlet-table.tsx';
import { Ready } from '../parts/state.tsx';
import { useSides } from '../parts/use-sides.ts';
import { CoverageStrip } from '../pictures/coverage-strip.tsx';
import type { TimelineCoverage } from '../pictures/timeline.tsx';
import '../parts/lists.css';

/** Sides with a row of their own; the others share one. */
const ROWS = 8;

/** Days of sides that the strip has room for. */
const MOST_DAYS = 4000;

export function SourcesPage() {
  const words = useSourceWords();
  const answer = usePlainApi<Sources>('/sources');
  return (
    <div className="stack">
      <header>
        <h1>{words.sources}</h1>
        <p className="lead">{words.lead}</p>
      </header>
      <section className="card">
        <h2>{words.coverage}</h2>
        <p className="quiet">{words.coverageHow}</p>
        <CoverageOfSides />
      </section>
      <Ready answer={answer}>
        {({ outlets, feeds, quarantine }) => (
          <>
            <section className="card">
              <h2>
                {words.outlets} <span className="quiet">{outlets.length}</span>
              </h2>
              <OutletTable outlets={outlets} />
            </section>
            <section className="card">
              <h2>{words.feeds}</h2>
              <FeedTable feeds={feeds} />
            </section>
            <section className="card">
              <h2>
                {words.quarantine} <span className="quiet">{quarantine.length === 0 ? '' : quarantine.length}</span>
              </h2>
              <Quarantine rows={quarantine} />
            </section>
          </>
        )}
      </Ready>
    </div>
  );
}

function CoverageOfSides() {
  const { zone } = useView();
  const words = useSourceWords();
  const sides = useSides();
  const answer = useApi<Coverage>('/coverage', { limit: MOST_DAYS });
  const rows = useMemo(
    () => (answer.data === undefined ? [] : rowsOf(answer.data, sides, words.otherVoices)),
    [answer.data, sides, words],
  );
  return (
    <Ready answer={answer}>
      {() => (
        <CoverageStrip
          title={words.coverage}
          source={words.sourceLine(zoned(answer.envelope!.asOf, zone))}
          rows={rows}
          formatDay={shortDay}
        />
      )}
    </Ready>
  );
}

/** The two sides first, then who was heard most; voices that belong to no state or body share the last row. */
function rowsOf({ sides: named, days }: Coverage, sides: Sides, others: string): TimelineCoverage[] {
  const bySide = Map.groupBy(days, ({ side }) => side);
  const heard = (key: string): number => (bySide.get(key) ?? []).reduce((sum, { reports }) => sum + reports, 0);
  const isOwn = (key: string): boolean => key === sides.a || key === sides.b;
  const rank = (key: string): number => (key === sides.a ? 0 : key === sides.b ? 1 : 2);
  const order = named
    .filter(({ key }) => isOwn(key) || /^[A-Z]{3}$/.test(key))
    .filter(({ key }) => key !== 'UNK')
    .toSorted((a, b) => rank(a.key) - rank(b.key) || heard(b.key) - heard(a.key))
    .slice(0, ROWS);
  const shown = new Set(order.map(({ key }) => key));
  const rest = days.filter(({ side }) => !shown.has(side));
  return [
    ...order.map(({ key, name }) => ({ name, kind: sides.kindOf(key), days: daysOf(bySide.get(key) ?? []) })),
    ...(rest.length === 0 ? [] : [{ name: others, kind: 'third' as const, days: daysOf(rest) }]),
  ];
}

/** Days of one row; of several sides at most is known, not the sum: one report may carry them all. */
function daysOf(days: Coverage['days']): TimelineCoverage['days'] {
  return [...Map.groupBy(days, ({ day }) => day)].map(([day, all]) => ({
    at: Date.parse(`${day}T00:00:00Z`),
    reports: Math.max(...all.map(({ reports }) => reports)),
    origins: Math.max(...all.map(({ origins }) => origins)),
  }));
}

function Quarantine({ rows }: { readonly rows: Sources['quarantine'] }) {
  const { zone } = useView();
  const words = useSourceWords();
  if (rows.length === 0) return <p className="empty">{words.quarantineNone}</p>;
  return (
    <>
      <p className="quiet">{words.quarantineHow}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.quarantine}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.reason}</th>
              <th scope="col">{words.origin}</th>
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(({ origin, key, message, at }) => (
              <tr key={`${origin} ${key} ${at}`}>
                <td className="when">{zoned(at, zone)}</td>
                <td>{message}</td>
                <td className="quiet breakable">{origin}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
