/** From a value to its words: every value of the record is a link to the place in the report that it rests on. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Evidence, LedgerSlot, Reading } from '../../../src/model/ledger.ts';
import { readingText } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useEvidenceWords } from '../messages/evidence.ts';
import { useSlotValue } from '../messages/slots.ts';
import { useTerms } from '../messages/terms.ts';

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
  const words = useEvidenceWords();
  const first = evidence[0];
  if (first === undefined) return <>{children}</>;
  const isInferred = evidence.every(({ rule }) => rule !== undefined);
  return (
    <Link
      href={link(readerPath(first))}
      className={isInferred ? 'words inferred' : 'words'}
      title={isInferred ? words.inferred(first.rule!) : words.said(evidence.length)}
    >
      {children}
    </Link>
  );
}

/** Small numbered links to every place that says so. */
export function Marks({ evidence, most = 6 }: { readonly evidence: readonly Evidence[]; readonly most?: number }) {
  const { link } = useView();
  const words = useEvidenceWords();
  const seen = new Set<string>();
  const places = evidence.filter((one) => !seen.has(one.record) && seen.add(one.record)).slice(0, most);
  return (
    <sup className="marks">
      {places.map((one, index) => (
        <Link key={one.record} href={link(readerPath(one))} aria-label={words.wordsIn(index + 1, one.report)}>
          {index + 1}
        </Link>
      ))}
    </sup>
  );
}

/** All readings of a slot, each a link; "not stated" where there is none. */
export function SlotValue({ slots, name }: { readonly slots: readonly LedgerSlot[]; readonly name: string }) {
  const terms = useTerms();
  const wordOf = useSlotValue();
  const { zone } = useView();
  const all = distinct(slots.find((slot) => slot.name === name)?.readings ?? [], zone);
  if (all.length === 0) return <span className="unknown">{terms.unknown}</span>;
  return (
    <>
      {all.map((reading, index) => {
        const word = wordOf(name, readingText(reading, zone));
        return (
          <span key={`${reading.label}-${String(index)}`}>
            {index > 0 && ', '}
            <Words evidence={reading.evidence}>{reading.withdrawn === true ? <s>{word}</s> : word}</Words>
          </span>
        );
      })}
    </>
  );
}

/** Readings that mean one instant are shown once: 20:00 in Yerevan and 20:00 in Baku; and so are those that read alike. */
function distinct(readings: readonly Reading[], zone: string): Reading[] {
  const keys = new Set<string>();
  return readings.filter((reading) => {
    const { value } = reading;
    const instant =
      typeof value === 'object' && 'earliest' in value && value.earliest !== undefined
        ? `${value.earliest}${value.latest ?? ''}`
        : undefined;
    const own = [readingText(reading, zone), ...(instant === undefined ? [] : [instant])];
    const isKnown = own.some((key) => keys.has(key));
    for (const key of own) keys.add(key);
    return !isKnown;
  });
}
