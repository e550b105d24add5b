/** What stands above a list: how many rows there are, and what can be done with all of them. */
import type { ReactNode } from 'react';
import type { List } from '../data/answers.ts';
import { MOST_PRINTED, useIsPrinting, usePrintedList } from '../data/printing.ts';
import { useListWords } from '../messages/lists.ts';
import { Found } from './found.tsx';

interface HeadProps<T> {
  readonly list: List<T>;
  readonly count: (count: number) => string;
  readonly children?: ReactNode;
}

export function ListHead<T>({ list, count, children }: HeadProps<T>) {
  const words = useListWords();
  const printer = usePrintedList(list);
  const isPrinting = useIsPrinting();
  const printed = Math.min(list.rows.length, MOST_PRINTED);
  const isCut = list.hasMore || list.rows.length > printed;
  return (
    <div className="list-head">
      <Found list={list} count={count} />
      {isPrinting && isCut && (
        <p className="printed-part">
          {list.total === undefined ? words.printedFirst(printed) : words.printedOf(printed, list.total)}
        </p>
      )}
      <div className="actions no-print">
        {children}
        {list.rows.length > 0 && (
          <button type="button" className="button" disabled={printer.isWaiting} onClick={printer.print}>
            {printer.isWaiting ? words.gathering(list.rows.length) : words.print}
          </button>
        )}
      </div>
    </div>
  );
}
