/** The decisions that can be taken on an entry, each a button and a key. */
import { useCallback, useState } from 'react';
import type { EntryLine } from '../../../src/model/lines.ts';
import { useReviewWords } from '../messages/review.ts';
import { useUndo } from '../data/undo.ts';
import { ACTS, DecisionForm, type Act } from './decision-form.tsx';
import { useActKeys } from './keys-review.ts';

export function DecideBar({ line }: { readonly line: EntryLine }) {
  const words = useReviewWords();
  const [act, setAct] = useState<Act>();
  const [said, setSaid] = useState('');
  const undo = useUndo();
  const onUndo = useCallback(() => setSaid(undo.last() ? words.undone : words.nothingToUndo), [undo, words]);
  useActKeys({ onAct: setAct, onUndo });
  return (
    <section className="decide no-print" aria-label={words.title}>
      <div className="actions">
        {ACTS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={one === act}
            onClick={() => setAct(one === act ? undefined : one)}
          >
            {words.act[one]}
          </button>
        ))}
        <span className="quiet" role="status">
          {said}
        </span>
      </div>
      {act !== undefined && (
        <DecisionForm
          key={act}
          act={act}
          lines={[line]}
          onCancel={() => setAct(undefined)}
          onDone={(ids) => {
            undo.keep(ids);
            setSaid(words.laid(words.act[act]));
            setAct(undefined);
          }}
        />
      )}
    </section>
  );
}
