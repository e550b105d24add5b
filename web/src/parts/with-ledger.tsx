/** Gives a page the ledger of the asked moment, or says why it cannot. */
import type { ReactNode } from 'react';
import type { Ledger } from '../../../src/model/ledger.ts';
import { useLedger } from '../data/api.ts';
import { useView } from '../data/view.tsx';

export function WithLedger({ children }: { readonly children: (ledger: Ledger) => ReactNode }) {
  const { asOf } = useView();
  const { data, error } = useLedger(asOf);
  if (error !== null) return <p className="error">{error.message}</p>;
  if (data === undefined) return <p className="empty">Reading the ledger …</p>;
  return <>{children(data)}</>;
}
