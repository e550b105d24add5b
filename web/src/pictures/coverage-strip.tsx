/** Which side was heard on which day, and how often: beside every count, so that silence is not taken for peace. */
import { Figure } from './figure.tsx';
import { timeScale } from './time-scale.ts';
import type { TimelineCoverage } from './timeline.tsx';
import { usePictureWords } from './words.ts';

export interface CoverageStripProps {
  readonly title: string;
  readonly source: string;
  readonly rows: readonly TimelineCoverage[];
  readonly formatDay: (instant: number) => string;
}

const WIDTH = 1140;
const FRAME = { left: 190, right: WIDTH - 12 };
const ROW = 26;
const DAY = 86_400_000;
/** Shades of a cell: the more reports, the fuller; the number stands in it as well where there is room. */
const SHADES = 5;

export function CoverageStrip({ title, source, rows, formatDay }: CoverageStripProps) {
  const words = usePictureWords();
  const scale = timeScale(
    rows.flatMap(({ days }) => days.filter(({ reports }) => reports > 0).map(({ at }) => at)),
    FRAME,
  );
  if (scale === undefined) return <p className="empty">{words.nothingDated}</p>;
  const most = Math.max(1, ...rows.flatMap(({ days }) => days.map(({ reports }) => reports)));
  const height = 26 + rows.length * ROW + 4;
  return (
    <Figure
      title={title}
      source={source}
      isWide
      legend={<Legend />}
      table={<Table rows={rows} formatDay={formatDay} />}
    >
      <svg viewBox={`0 0 ${WIDTH} ${height}`} className="picture wide" role="img" aria-label={title}>
        {scale.ticks.map(({ at, x }) => (
          <text key={at} x={x + 2} y="14" className="pic-dim">
            {formatDay(at)}
          </text>
        ))}
        {rows.map(({ name, kind, days }, row) => {
          const y = 24 + row * ROW;
          return (
            <g key={name}>
              <text x="0" y={y + 15} className="pic-strong">
                {name.length > 28 ? `${name.slice(0, 27)}…` : name}
              </text>
              <rect x={FRAME.left} y={y} width={FRAME.right - FRAME.left} height={ROW - 6} className="pic-silent-row" />
              {days
                .filter(({ reports }) => reports > 0)
                .map(({ at, reports, origins }) => {
                  const x = scale.x(at);
                  const width = Math.max(1.5, scale.x(at + DAY) - x - 1.5);
                  const shade = Math.max(1, Math.ceil((Math.log1p(reports) / Math.log1p(most)) * SHADES));
                  return (
                    <g key={at}>
                      <rect x={x} y={y} width={width} height={ROW - 6} className={`pic-${kind} pic-shade-${shade}`}>
                        <title>{`${formatDay(at)} · ${words.heard(name, reports, origins)}`}</title>
                      </rect>
                      {width > 22 && (
                        <text
                          x={x + width / 2}
                          y={y + 14}
                          textAnchor="middle"
                          className={shade > 3 ? 'pic-on-dark' : ''}
                        >
                          {reports}
                        </text>
                      )}
                    </g>
                  );
                })}
            </g>
          );
        })}
      </svg>
    </Figure>
  );
}

function Legend() {
  const words = usePictureWords();
  return (
    <span>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <rect x="1" y="3" width="12" height="8" className="pic-silent-row" />
      </svg>
      {words.silence}
    </span>
  );
}

function Table({ rows, formatDay }: Pick<CoverageStripProps, 'rows' | 'formatDay'>) {
  const words = usePictureWords();
  const lines = rows
    .flatMap(({ name, days }) => days.map((day) => ({ name, ...day })))
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.side}</th>
          <th scope="col" className="number">
            {words.reports}
          </th>
          <th scope="col" className="number">
            {words.origins}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, at, reports, origins }) => (
          <tr key={`${name}${at}`}>
            <td className="when">{formatDay(at)}</td>
            <td>{name}</td>
            <td className="number">{reports}</td>
            <td className="number">{origins}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
