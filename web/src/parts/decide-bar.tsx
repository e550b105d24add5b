/** The decisions that can be taken on an entry, each a button and a key. */
import { useCallback, useState } from 'react';
import type { EntryLine } from '../../../src/model/lines.ts';
import { useReviewWords } from '../messages/review.ts';
import { useUndo } from '../data/undo.ts';
import { ActBar } from './act-bar.tsx';
import { DecisionForm, type Act } from './decision-form.tsx';
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
      <ActBar open={act} onAct={(one) => setAct(one === act ? undefined : one)}>
        <span className="quiet" role="status">
          {said}
        </span>
      </ActBar>
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
