/** The review queue: what changes the picture most first, worked through by keyboard, one by one or many at once. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Decision } from '../../../src/model/decision.ts';
import type { EntryLine } from '../../../src/model/lines.ts';
import type { EntryDetail, Overview } from '../../../src/serve/api/types.ts';
import { useApi, useList, usePlainApi } from '../data/answers.ts';
import { spoken } from '../data/format.ts';
import { toldWhen } from '../data/times.ts';
import { useUndo } from '../data/undo.ts';
import { useView } from '../data/view.tsx';
import { useReviewWords } from '../messages/review.ts';
import { useTerms } from '../messages/terms.ts';
import { ActBar } from '../parts/act-bar.tsx';
import { BULK_ACTS, DecisionForm, type Act } from '../parts/decision-form.tsx';
import { DecisionLog } from '../parts/decision-log.tsx';
import { entryPath } from '../parts/entry-rows.tsx';
import { bringIntoView } from '../parts/into-view.ts';
import { useActKeys } from '../parts/keys-review.ts';
import { Quotes } from '../parts/quotes.tsx';
import { Failed } from '../parts/state.tsx';

const KINDS = ['incident', 'agreement', 'toll', 'request', 'meeting', 'statement'] as const;

export function ReviewPage() {
  const words = useReviewWords();
  const terms = useTerms();
  const [parameters, setParameters] = useSearchParams();
  const kind = parameters.get('kind') ?? undefined;
  const list = useList<EntryLine>('/review', { kind, limit: 60 });
  const { data: overview } = useApi<Overview>('/overview');
  const log = usePlainApi<readonly Decision[]>('/decisions', { limit: 30 });
  return (
    <div className="stack">
      <header>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <div className="choices one-row" role="group" aria-label={words.title}>
          {[undefined, ...KINDS].map((one) => (
            <button
              key={one ?? 'all'}
              type="button"
              className="chip"
              aria-pressed={one === kind}
              ref={one === kind ? bringIntoView : null}
              onClick={() => setParameters(one === undefined ? {} : { kind: one }, { replace: true })}
            >
              {one === undefined ? words.waiting(overview?.counts.unreviewed ?? 0) : (terms.kinds[one] ?? one)}
              {one !== undefined && one === kind && ` ${list.total ?? list.rows.length}`}
            </button>
          ))}
        </div>
      </header>
      {list.error !== null && <Failed error={list.error} />}
      <Queue rows={list.rows} isReading={list.isReading} onEnd={list.fetchMore} />
      <section className="card">
        <h2>{words.log}</h2>
        <DecisionLog decisions={log.data ?? []} />
      </section>
    </div>
  );
}

interface QueueProps {
  readonly rows: readonly EntryLine[];
  readonly isReading: boolean;
  readonly onEnd: () => void;
}

function Queue({ rows, isReading, onEnd }: QueueProps) {
  const words = useReviewWords();
  // The cursor stays on its entry when the queue is ordered anew; its place counts once the entry is decided
  const [cursor, setCursor] = useState<{ readonly id?: string; readonly at: number }>({ at: 0 });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // A form that is open keeps the entries that it was opened for, whatever comes in
  const [open, setOpen] = useState<{ readonly act: Act; readonly lines: readonly EntryLine[] }>();
  const [said, setSaid] = useState('');
  const undo = useUndo();
  const found = rows.findIndex(({ id }) => id === cursor.id);
  const at = found >= 0 ? found : Math.min(cursor.at, rows.length - 1);
  const current = rows[at];
  const lines = useMemo(
    () => (chosen.size > 0 ? rows.filter(({ id }) => chosen.has(id)) : current === undefined ? [] : [current]),
    [rows, chosen, current],
  );

  const setAt = useCallback(
    (index: number) => setCursor({ at: index, ...(rows[index] !== undefined && { id: rows[index].id }) }),
    [rows],
  );
  const onMove = useCallback(
    (step: number) => setAt(Math.max(0, Math.min(at + step, rows.length - 1))),
    [at, rows, setAt],
  );
  useEffect(() => {
    if (rows.length > 0 && at >= rows.length - 8) onEnd();
  }, [at, rows.length, onEnd]);
  const onChoose = useCallback(() => {
    if (current === undefined) return;
    setChosen((before) => toggled(before, current.id));
  }, [current]);
  const onAct = useCallback(
    (next: Act) => {
      if (chosen.size > 1 && !BULK_ACTS.has(next)) return;
      setSaid('');
      setOpen({ act: next, lines });
    },
    [chosen, lines],
  );
  const onUndo = useCallback(() => setSaid(undo.last() ? words.undone : words.nothingToUndo), [undo, words]);
  useActKeys({ onAct, onMove, onChoose, onUndo });

  if (rows.length === 0) return isReading ? null : <p className="empty">{words.done}</p>;
  return (
    <>
      <div className="decide no-print">
        <ActBar open={open?.act} isOff={(one) => chosen.size > 1 && !BULK_ACTS.has(one)} onAct={onAct}>
          {chosen.size > 0 && <span className="quiet">{words.chosen(chosen.size)}</span>}
          <span className="quiet" role="status">
            {said}
          </span>
        </ActBar>
        {open !== undefined && open.lines.length > 0 && (
          <DecisionForm
            key={`${open.act}${open.lines.map(({ id }) => id).join()}`}
            act={open.act}
            lines={open.lines}
            onCancel={() => setOpen(undefined)}
            onDone={(ids) => {
              undo.keep(ids);
              setSaid(words.laid(words.act[open.act]));
              setChosen(new Set());
              setOpen(undefined);
            }}
          />
        )}
        <p className="quiet keys-hint">{words.hint}</p>
      </div>
      <div className="queue">
        <ol className="rows">
          {rows.map((row, index) => (
            <QueueRow
              key={row.id}
              row={row}
              isCurrent={row.id === current?.id}
              isChosen={chosen.has(row.id)}
              onFocus={() => setAt(index)}
              onChoose={() => setChosen((before) => toggled(before, row.id))}
            />
          ))}
        </ol>
        {current !== undefined && <Peek line={current} />}
      </div>
    </>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface QueueRowProps {
  readonly row: EntryLine;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onFocus: () => void;
  readonly onChoose: () => void;
}

function QueueRow({ row, isCurrent, isChosen, onFocus, onChoose }: QueueRowProps) {
  const { zone, link } = useView();
  const words = useReviewWords();
  const terms = useTerms();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const title = spoken(row.title, zone);
  return (
    <li
      ref={item}
      className={isCurrent ? 'row queued is-current' : 'row queued'}
      aria-current={isCurrent}
      data-row={row.id}
      onClick={onFocus}
    >
      <input type="checkbox" checked={isChosen} onChange={onChoose} aria-label={words.choose(title)} />
      <div>
        <Link href={link(entryPath(row))} onFocus={onFocus}>
          {title}
        </Link>
        <div className="quiet">
          {[toldWhen(row, zone), terms.step[row.step] ?? row.step, ...row.weighs.slice(0, 2)].join(' · ')}
        </div>
      </div>
    </li>
  );
}

/** The words of the entry under the cursor, so that a decision can be taken without leaving the queue. */
function Peek({ line }: { readonly line: EntryLine }) {
  const words = useReviewWords();
  const { data } = useApi<EntryDetail>(`/entries/${encodeURIComponent(line.id)}`);
  return (
    <aside className="card peek" aria-label={words.words}>
      <h2>{words.words}</h2>
      {data?.entry.id === line.id ? <Quotes quotes={data.quotes} most={4} /> : <p className="empty">{words.loading}</p>}
    </aside>
  );
}
