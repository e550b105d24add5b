/** Entries as rows: when, what, how far it is corroborated. A long list draws only what is on the screen. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { EntryLine } from '../../../src/model/lines.ts';
import { span, moment, spoken } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useEvidenceWords } from '../messages/evidence.ts';
import { useTerms } from '../messages/terms.ts';
import { SideMark, Tag } from './marks.tsx';

export const entryPath = ({ kind, id }: Pick<EntryLine, 'kind' | 'id'>): string =>
  kind === 'incident' ? `/incidents/${id}` : `/entries/${id}`;

interface RowsProps {
  readonly rows: readonly EntryLine[];
  readonly sides?: Sides | undefined;
}

/** A short list, all of it. */
export function EntryRows({ rows, sides }: RowsProps) {
  const words = useEvidenceWords();
  if (rows.length === 0) return <p className="empty">{words.nothing}</p>;
  return (
    <div className="rows">
      {rows.map((row) => (
        <EntryRow key={row.id} row={row} sides={sides} />
      ))}
    </div>
  );
}

/** Height of a row before it is measured, in pixels. */
const ROW = 58;

/** A list of any length: rows are drawn as they come into view, and more are fetched near the end. */
export function LongEntryRows({
  rows,
  sides,
  hasMore,
  onEnd,
}: RowsProps & { readonly hasMore: boolean; readonly onEnd: () => void }) {
  const words = useEvidenceWords();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here alone, never handed on
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    getItemKey: (index) => rows[index]!.id,
  });
  const shown = list.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - 20) onEnd();
  }, [hasMore, last, rows.length, onEnd]);
  if (rows.length === 0) return <p className="empty">{words.nothing}</p>;
  const before = shown[0]?.start ?? 0;
  const after = list.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className="rows long" tabIndex={0} role="region" aria-label={words.what}>
      <Spacer height={before} />
      {shown.map((item) => (
        <div key={item.key} data-index={item.index} ref={list.measureElement}>
          <EntryRow row={rows[item.index]!} sides={sides} />
        </div>
      ))}
      <Spacer height={after} />
    </div>
  );
}

/** Room for rows that are not drawn. SVG takes its height as an attribute, which the page's policy allows. */
const Spacer = ({ height }: { readonly height: number }) =>
  height <= 0 ? null : <svg className="spacer" width="1" height={Math.round(height)} aria-hidden="true" />;

export function EntryRow({ row, sides }: { readonly row: EntryLine; readonly sides?: Sides | undefined }) {
  const { zone, link } = useView();
  const words = useEvidenceWords();
  const terms = useTerms();
  const [accuser] = row.accusers;
  return (
    <div className="row" data-row={row.id}>
      <time className="when">{span(row.earliest, row.latest, zone) || moment(row.firstReported, zone)}</time>
      <div>
        {sides !== undefined && row.kind === 'incident' && <SideMark kind={sides.kindOf(accuser?.key)} />}
        <Link href={link(entryPath(row))}>{spoken(row.title, zone)}</Link>
        {row.review !== 'unreviewed' && <Tag name={row.review}>{terms.review[row.review]}</Tag>}
        {row.grade !== undefined && <Tag>{row.grade}</Tag>}
      </div>
      <span className="quiet">
        {terms.step[row.step] ?? row.step}
        {row.deniedBy.length > 0 && `; ${words.deniedBy(row.deniedBy.map(({ name }) => name).join(', '))}`}
      </span>
      <span className="quiet number" title={words.reports}>
        {row.reports}
      </span>
    </div>
  );
}
