/** All truces of the ledger, those that stand first. */
import type { TruceLine } from '../../../src/model/lines.ts';
import { useList } from '../data/answers.ts';
import { useTruceWords } from '../messages/truces.ts';
import { isOver } from '../parts/marks.tsx';
import { Failed } from '../parts/state.tsx';
import { TruceCard } from '../parts/truce-card.tsx';

export function TrucesPage() {
  const words = useTruceWords();
  const list = useList<TruceLine>('/truces');
  const rows = list.rows.toSorted(
    (a, b) => Number(isOver(a.status)) - Number(isOver(b.status)) || Number(a.standing) - Number(b.standing),
  );
  return (
    <div className="stack">
      <header>
        <h1>{words.truces}</h1>
        <p className="lead">{words.lead}</p>
      </header>
      {list.error !== null && <Failed error={list.error} />}
      {rows.length === 0 && !list.isReading && <p className="empty">{words.empty}</p>}
      {rows.map((truce) => (
        <TruceCard key={truce.id} truce={truce} />
      ))}
      {list.hasMore && (
        <button type="button" className="button" onClick={list.fetchMore}>
          {words.more(list.total ?? rows.length)}
        </button>
      )}
    </div>
  );
}
