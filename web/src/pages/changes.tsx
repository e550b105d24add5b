/** What changed in the ledger since the last visit, or since a day; the latest first. */
import { useState } from 'react';
import type { ChangeLine } from '../../../src/model/lines.ts';
import type { Status } from '../../../src/serve/api/types.ts';
import { usePlainApi } from '../data/answers.ts';
import { lastSeen, markSeen } from '../data/events.ts';
import { useFilters, type Filters } from '../data/filters.ts';
import { useSourceWords } from '../messages/sources.ts';
import { useTerms } from '../messages/terms.ts';
import { ChangeList } from '../parts/change-list.tsx';
import { Choice, DayFilter, optionsOf } from '../parts/filters.tsx';
import { Ready } from '../parts/state.tsx';

/** Changes at first, and as many more on demand. */
const STEP = 200;
/** As many as one answer brings. */
const MOST = 1000;

export function ChangesPage() {
  const words = useSourceWords();
  const filters = useFilters(['since', 'type']);
  const [seen, setSeen] = useState(lastSeen);
  const status = usePlainApi<Status>('/status');
  return (
    <div className="stack">
      <header>
        <h1>{words.changes}</h1>
        <p className="lead">{words.changesLead}</p>
      </header>
      <Ready answer={status}>
        {({ seq }) => (
          <>
            <Controls
              filters={filters}
              seen={seen}
              onSeen={() => {
                markSeen(seq);
                setSeen(seq);
              }}
            />
            <ChangesSince key={filters.values['since']} filters={filters} seq={seq} seen={seen} />
          </>
        )}
      </Ready>
    </div>
  );
}

interface ControlsProps {
  readonly filters: Filters;
  readonly seen: number | undefined;
  readonly onSeen: () => void;
}

function Controls({ filters, seen, onSeen }: ControlsProps) {
  const words = useSourceWords();
  const terms = useTerms();
  const since = filters.values['since'];
  const isSeq = since !== undefined && /^\d+$/.test(since);
  return (
    <section className="filter-bar no-print" aria-label={words.since}>
      <div className="filter-row">
        <div className="segments" role="group" aria-label={words.since}>
          {(seen !== undefined || isSeq) && (
            <button type="button" aria-pressed={isSeq} onClick={() => filters.set('since', since ?? String(seen))}>
              {words.sinceVisit}
            </button>
          )}
          <button type="button" aria-pressed={since === undefined} onClick={() => filters.set('since', undefined)}>
            {words.latest}
          </button>
        </div>
        <DayFilter filters={filters} name="since" label={words.sinceMoment} />
        <Choice filters={filters} name="type" label={words.ofType} options={optionsOf(terms.change)} any={words.all} />
        <button type="button" className="button" onClick={onSeen}>
          {words.seen}
        </button>
      </div>
    </section>
  );
}

interface ChangesSinceProps {
  readonly filters: Filters;
  readonly seq: number;
  readonly seen: number | undefined;
}

function ChangesSince({ filters, seq, seen }: ChangesSinceProps) {
  const words = useSourceWords();
  const { since, type } = filters.values;
  const [most, setMost] = useState(STEP);
  const from = since ?? String(Math.max(0, seq - most));
  const answer = usePlainApi<readonly ChangeLine[]>('/changes', { since: from, type, limit: MOST });
  const canGoBack = since === undefined && most < MOST && seq > most;
  return (
    <Ready answer={answer}>
      {(changes) => (
        <section className="card">
          {since === undefined && seen === undefined && <p className="quiet">{words.firstVisit}</p>}
          <p className="quiet found" role="status">
            {changes.length === 0 ? words.nothingNew : words.count(changes.length)}
            {changes.length === MOST && `. ${words.later(MOST)}`}
          </p>
          <ChangeList changes={changes.toReversed()} isDated />
          {canGoBack && (
            <button type="button" className="button" onClick={() => setMost(most + STEP)}>
              {words.earlier}
            </button>
          )}
        </section>
      )}
    </Ready>
  );
}
