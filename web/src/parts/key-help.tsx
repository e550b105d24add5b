/** What the keyboard does, shown on `?`. */
import { useEffect, useRef } from 'react';
import { useFrameWords } from '../messages/frame.ts';

export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useFrameWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="key-help" onClose={onClose}>
      <h2 id="key-help">{words.help}</h2>
      <dl className="keys">
        {words.keys.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  );
}
