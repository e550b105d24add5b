/** Entries of one kind, filtered by words and by the ids of the address. */
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Entry, Ledger } from '../../../src/model/ledger.ts';
import type { RecordKind } from '../../../src/model/record.ts';
import { plural } from '../data/format.ts';
import { EntryTable } from '../parts/lists.tsx';
import { WithLedger } from '../parts/with-ledger.tsx';

const TITLES: Partial<Record<RecordKind, string>> = {
  incident: 'Incidents',
  statement: 'Statements',
  toll: 'Tolls',
  request: 'Requests',
  agreement: 'Agreements and instruments',
};
/** Rows at first; more on demand, so that a long list opens at once. */
const STEP = 200;

export const EntriesPage = ({ kind }: { readonly kind: RecordKind }) => (
  <WithLedger>{(ledger) => <List ledger={ledger} kind={kind} />}</WithLedger>
);

function List({ ledger, kind }: { readonly ledger: Ledger; readonly kind: RecordKind }) {
  const [parameters] = useSearchParams();
  const ids = parameters.get('ids');
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(STEP);
  const rows = useMemo(() => select(ledger, kind, ids, words), [ledger, kind, ids, words]);
  return (
    <div className="stack">
      <header>
        <h1>{TITLES[kind] ?? kind}</h1>
        <p className="lead">
          {plural(rows.length, 'entry', 'entries')}
          {ids === null ? '' : ' of the chosen count'}
        </p>
        <label className="field">
          <span>holding</span>
          <input value={words} onChange={(event) => setWords(event.target.value)} placeholder="any words" />
        </label>
      </header>
      <section className="card">
        <EntryTable entries={rows.slice(0, shown)} base={kind === 'incident' ? '/incidents' : '/entries'} />
        {rows.length > shown && (
          <button type="button" className="button" onClick={() => setShown(shown + STEP)}>
            Show {Math.min(STEP, rows.length - shown)} more of {rows.length - shown}
          </button>
        )}
      </section>
    </div>
  );
}

function select(ledger: Ledger, kind: RecordKind, ids: string | null, words: string): Entry[] {
  const wanted = ids === null ? undefined : new Set(ids.split(','));
  const needles = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return ledger.entries
    .filter(
      (entry) =>
        entry.kind === kind &&
        (wanted === undefined || wanted.has(entry.id)) &&
        needles.every((needle) => entry.title.toLowerCase().includes(needle)),
    )
    .toSorted((a, b) => ((a.earliest ?? a.firstReported ?? '') < (b.earliest ?? b.firstReported ?? '') ? 1 : -1));
}
