/** The decisions that can be taken, each a button; what became of the last one stands behind them. */
import type { ReactNode } from 'react';
import { useReviewWords } from '../messages/review.ts';
import { ACTS, type Act } from './decision-form.tsx';

interface ActBarProps {
  readonly open: Act | undefined;
  readonly isOff?: (act: Act) => boolean;
  readonly onAct: (act: Act) => void;
  readonly children: ReactNode;
}

export function ActBar({ open, isOff = () => false, onAct, children }: ActBarProps) {
  const words = useReviewWords();
  return (
    <div className="act-bar">
      <div className="one-row">
        {ACTS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={one === open}
            disabled={isOff(one)}
            onClick={() => onAct(one)}
          >
            {words.act[one]}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
