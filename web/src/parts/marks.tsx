/** Small signs: the shape of a side, the badge of a status, tags. Never a colour alone. */
import type { ReactNode } from 'react';
import type { TruceStatus } from '../../../src/model/ledger.ts';
import type { SideKind } from '../data/sides.ts';
import { useTerms } from '../messages/terms.ts';

/** Triangle up for one side, down for the other, a square for everybody else. */
export function SideMark({ kind }: { readonly kind: SideKind }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {kind === 'a' && <path d="M1 13L7 1l6 12z" className="fill-a" />}
      {kind === 'b' && <path d="M1 1l6 12L13 1z" className="fill-b" />}
      {kind === 'third' && <path d="M2 2h10v10H2z" className="fill-third" />}
    </svg>
  );
}

export function Side({ kind, children }: { readonly kind: SideKind; readonly children: ReactNode }) {
  return (
    <span className="side">
      <SideMark kind={kind} />
      {children}
    </span>
  );
}

const TONES: Readonly<Record<TruceStatus, 'ok' | 'warn' | 'bad' | 'over'>> = {
  proposed: 'warn',
  announced: 'warn',
  'in force, nothing alleged': 'ok',
  contested: 'warn',
  broken: 'bad',
  superseded: 'over',
  expired: 'over',
  'declared over': 'over',
};

/** Status in words and by a sign of its own. */
export function StatusBadge({ status }: { readonly status: TruceStatus }) {
  const terms = useTerms();
  const tone = TONES[status];
  return (
    <span className={`badge ${tone}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {tone === 'ok' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
        {tone === 'warn' && (
          <path d="M6 1l5.4 9.6H.6z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
        )}
        {tone === 'bad' && <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2" />}
        {tone === 'over' && <path d="M1.5 6h9" stroke="currentColor" strokeWidth="2" />}
      </svg>
      {terms.status[status] ?? status}
    </span>
  );
}

export const isOver = (status: TruceStatus): boolean => TONES[status] === 'over';

export function Tag({ name, children }: { readonly name?: string; readonly children: ReactNode }) {
  return <span className={name === undefined ? 'tag' : `tag is-${name}`}>{children}</span>;
}
