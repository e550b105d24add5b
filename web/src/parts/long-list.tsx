/** A list of any length that scrolls with the page: only what is near the screen is drawn, and more is asked for near the end. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { MOST_PRINTED, useIsPrinting } from '../data/printing.ts';
import { useListWords } from '../messages/lists.ts';
import './lists.css';

export interface LongListProps<T extends object> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Height of a row before it is measured, in pixels. */
  readonly height: number;
  readonly label: string;
  readonly hasMore: boolean;
  readonly onEnd: () => void;
  /** Draws a row; keep it the same for as long as it draws the same, for rows are drawn again when it changes. */
  readonly children: (row: T) => ReactNode;
}

/** Rows beyond the last drawn one at which more are asked for. */
const AHEAD = 40;

export function LongList<T extends object>(props: LongListProps<T>) {
  const words = useListWords();
  const isPrinting = useIsPrinting();
  if (props.rows.length === 0) return <p className="empty nothing">{words.noneMatch}</p>;
  return isPrinting ? <PrintedRows {...props} /> : <Rows {...props} />;
}

/** Paper does not scroll: every row that has been read, to a bound. */
function PrintedRows<T extends object>({ rows, keyOf, label, children }: LongListProps<T>) {
  return (
    <div className="long-list" role="list" aria-label={label}>
      {rows.slice(0, MOST_PRINTED).map((row) => (
        <div key={keyOf(row)} role="listitem">
          <Drawn row={row} draw={children} />
        </div>
      ))}
    </div>
  );
}

function Rows<T extends object>({ rows, keyOf, height, label, hasMore, onEnd, children }: LongListProps<T>) {
  const top = useRef<HTMLDivElement>(null);
  const margin = usePlaceOnPage(top);
  // oxlint-disable-next-line react/incompatible-library -- nothing that it gives is handed to a memoized part
  const list = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: margin,
    getItemKey: (index) => keyOf(rows[index]!),
  });
  const shown = list.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onEnd();
  }, [hasMore, last, rows.length, onEnd]);
  const before = (shown[0]?.start ?? margin) - margin;
  const after = list.getTotalSize() - ((shown.at(-1)?.end ?? margin) - margin);
  return (
    <div ref={top} className="long-list" role="list" aria-label={label}>
      <Spacer height={before} />
      {shown.map((item) => (
        <div
          key={item.key}
          ref={list.measureElement}
          data-index={item.index}
          role="listitem"
          aria-posinset={item.index + 1}
          aria-setsize={hasMore ? -1 : rows.length}
        >
          <Drawn row={rows[item.index]!} draw={children} />
        </div>
      ))}
      <Spacer height={after} />
    </div>
  );
}

interface DrawnProps {
  readonly row: object;
  readonly draw: (row: never) => ReactNode;
}

/** Scrolling draws anew only the rows that come into view: the others stay as they were. */
const Drawn = memo(function Drawn({ row, draw }: DrawnProps) {
  return draw(row as never);
});

/** Distance of the list from the top of the page; what stands above it may grow and shrink. */
function usePlaceOnPage(top: RefObject<HTMLDivElement | null>): number {
  const [place, setPlace] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const box = top.current?.getBoundingClientRect();
      if (box !== undefined) setPlace(Math.round(box.top + window.scrollY));
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [top]);
  return place;
}

/** Room for rows that are not drawn. SVG takes its height as an attribute, which the page's policy allows. */
const Spacer = ({ height }: { readonly height: number }) =>
  height < 1 ? null : <svg className="spacer" width="1" height={Math.round(height)} aria-hidden="true" />;
