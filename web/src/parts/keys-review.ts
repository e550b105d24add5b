/** Keys of review: one letter a decision, the same on an entry's page and in the queue. */
import { useEffect } from 'react';
import type { Act } from './decision-form.tsx';
import { isTyping } from './keys.ts';

const KEYS: Readonly<Record<string, Act>> = {
  a: 'confirm',
  r: 'reject',
  e: 'correct',
  m: 'merge',
  s: 'split',
  n: 'note',
  t: 'assign',
};

export interface ActKeys {
  readonly onAct: (act: Act) => void;
  /** In the queue alone: move by a row, choose one for many, undo, grade. */
  readonly onMove?: (step: number) => void;
  readonly onChoose?: () => void;
  readonly onUndo?: () => void;
}

export function useActKeys({ onAct, onMove, onChoose, onUndo }: ActKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event)) return;
      const act = KEYS[event.key] ?? (event.key === 'g' && onMove !== undefined ? 'grade' : undefined);
      if (act !== undefined) {
        event.preventDefault();
        onAct(act);
      } else if (event.key === 'j' || event.key === 'k') onMove?.(event.key === 'j' ? 1 : -1);
      else if (event.key === 'x') onChoose?.();
      else if (event.key === 'u') onUndo?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onAct, onMove, onChoose, onUndo]);
}
