/** The corroboration ladder: which steps an entry has reached, by whom, and who denies it. */
import type { Corroboration } from '../../../src/model/ledger.ts';
import { capital } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { SideMark } from './marks.tsx';
import { Marks } from './words.tsx';

const STEPS = [
  'one party alone',
  'several voices of one side',
  'outlet observed',
  'other party admits',
  'third party confirms',
  'verified',
] as const;

export function Ladder({ corroboration, sides }: { readonly corroboration: Corroboration; readonly sides: Sides }) {
  return (
    <ul className="ladder">
      {STEPS.map((step) => {
        const reached = corroboration.reached.find((one) => one.step === step);
        return (
          <li key={step} className={reached === undefined ? '' : 'on'}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <circle
                cx="7"
                cy="7"
                r="5"
                fill={reached === undefined ? 'none' : 'currentColor'}
                stroke="currentColor"
              />
            </svg>
            <span>
              <b>{capital(step)}.</b>{' '}
              {reached === undefined ? <span className="hidden">not reached</span> : capital(reached.reason)}
              {reached !== undefined && <Marks evidence={reached.evidence} />}
            </span>
          </li>
        );
      })}
      {corroboration.deniedBy.map((origin) => (
        <li key={origin.key} className="on">
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 2l10 10M12 2L2 12" stroke="var(--bad)" strokeWidth="2" />
          </svg>
          <span>
            <b>Denied</b> by {origin.name} <SideMark kind={sides.kindOf(origin.side)} />
            <Marks evidence={origin.evidence} />
          </span>
        </li>
      ))}
      {corroboration.grade !== undefined && (
        <li className="on">
          <span />
          <span>
            <b>Graded {corroboration.grade}</b> by an analyst (Admiralty scale)
          </span>
        </li>
      )}
    </ul>
  );
}
