/** Accuser × accused × status as a picture of small multiples; the table beside it opens the entries behind each count. */
import type { ReactNode } from 'react';
import { Figure } from './figure.tsx';
import { widthOf } from './place-labels.ts';
import type { Kind } from './timeline.tsx';
import { usePictureWords } from './words.ts';

export interface MatrixCell {
  /** What the count is of: "one side alone", "denied". */
  readonly name: string;
  readonly count: number;
}

export interface MatrixPictureRow {
  readonly accuser: string;
  readonly kind: Kind;
  readonly accused: string;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixPictureProps {
  readonly title: string;
  readonly source: string;
  readonly rows: readonly MatrixPictureRow[];
  /** The table itself. */
  readonly children: ReactNode;
}

const WIDTH = 560;
const ROW = 34;
const HEAD = 24;
const LEFT = 210;

/** Hidden until it is saved: on the page the table says the same, and leads to the entries. */
export function MatrixPicture({ title, source, rows, children }: MatrixPictureProps) {
  const words = usePictureWords();
  const names = rows[0]?.cells.map(({ name }) => name) ?? [];
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ count }) => count)));
  const width = (WIDTH - LEFT) / Math.max(1, names.length);
  const height = HEAD + rows.length * ROW;
  const fit = (text: string, room: number): string =>
    widthOf(text) <= room ? text : `${text.slice(0, Math.max(1, Math.floor(room / 6.2) - 1))}…`;
  return (
    <Figure title={title} source={source}>
      {children}
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        width={WIDTH}
        height={height}
        className="picture-for-saving"
        aria-hidden="true"
      >
        <text x="0" y="14" className="pic-dim">
          {words.accuser} → {words.accused}
        </text>
        {names.map((name, column) => (
          <text key={name} x={LEFT + (column + 0.5) * width} y="14" textAnchor="middle" className="pic-dim">
            {fit(name, width - 4)}
          </text>
        ))}
        {rows.map((row, index) => {
          const y = HEAD + index * ROW;
          return (
            <g key={`${row.accuser}${row.accused}`}>
              <text x="0" y={y + 21} className="pic-strong">
                {fit(`${row.accuser} → ${row.accused}`, LEFT - 8)}
              </text>
              {row.cells.map(({ name, count }, column) => (
                <g key={name}>
                  <rect
                    x={LEFT + column * width + 2}
                    y={y + 2}
                    width={width - 4}
                    height={ROW - 4}
                    className={`pic-${row.kind} pic-shade-${count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 3))}`}
                  />
                  <text x={LEFT + (column + 0.5) * width} y={y + 21} textAnchor="middle" className="pic-strong">
                    {count}
                  </text>
                </g>
              ))}
            </g>
          );
        })}
      </svg>
    </Figure>
  );
}
