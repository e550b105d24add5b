/** From a value to its words: every value of the record is a link to the place in the report that it rests on. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Entry, Evidence, Reading } from '../../../src/model/ledger.ts';
import { readings } from '../data/sides.ts';
import { useView } from '../data/view.tsx';

export const readerPath = ({ report, record }: Pick<Evidence, 'report' | 'record'>): string =>
  `/reports/${encodeURIComponent(report)}?record=${record}`;

/** A value that leads to its words; dotted where a rule inferred it, with the rule in the title. */
export function Words({
  evidence,
  children,
}: {
  readonly evidence: readonly Evidence[];
  readonly children: ReactNode;
}) {
  const { link } = useView();
  const first = evidence[0];
  if (first === undefined) return <>{children}</>;
  const inferred = evidence.every(({ rule }) => rule !== undefined);
  const title = inferred
    ? `Inferred: ${first.rule}`
    : `Said in ${evidence.length === 1 ? 'one place' : `${evidence.length} places`}`;
  return (
    <Link href={link(readerPath(first))} className={inferred ? 'words inferred' : 'words'} title={title}>
      {children}
    </Link>
  );
}

/** Small numbered links to every place that says so. */
export function Marks({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { link } = useView();
  const seen = new Set<string>();
  const places = evidence.filter((one) => !seen.has(one.record) && seen.add(one.record)).slice(0, 6);
  return (
    <sup className="marks">
      {places.map((one, index) => (
        <Link key={one.record} href={link(readerPath(one))} aria-label={`Words ${index + 1}, in report ${one.report}`}>
          {index + 1}
        </Link>
      ))}
    </sup>
  );
}

/** All readings of a slot, each a link; "not stated" where there is none. */
export function SlotValue({
  entry,
  slot,
  show,
}: {
  readonly entry: Entry;
  readonly slot: string;
  readonly show?: (reading: Reading) => string;
}) {
  const all = readings(entry, slot);
  if (all.length === 0) return <span className="unknown">not stated</span>;
  return (
    <>
      {all.map((reading, index) => (
        <span key={`${reading.label}-${String(index)}`}>
          {index > 0 && ', '}
          <Words evidence={reading.evidence}>{show?.(reading) ?? reading.label}</Words>
        </span>
      ))}
    </>
  );
}
