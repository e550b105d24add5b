/**
 * One time axis: what one side alleges above it, the other below, truces as stretches, meetings and statements on the
 * axis, and beneath it the days on which each side was heard.
 */
import { useMemo } from 'react';
import { Link } from 'wouter';
import { rowsOf } from './place-labels.ts';
import { Figure } from './figure.tsx';
import { bins, labelsOf, MARK_STEP, MOST_IN_A_BIN } from './timeline-bins.ts';
import { timeScale, type TimeScale } from './time-scale.ts';
import { usePictureWords } from './words.ts';

export type Kind = 'a' | 'b' | 'third';

export interface TimelineMark {
  readonly id: string;
  readonly href: string;
  /** Instant in milliseconds. */
  readonly at: number;
  /** Whose word it is: of the side drawn above, of the one below, or of somebody else. */
  readonly kind: Kind;
  readonly sign: 'incident' | 'denied' | 'meeting' | 'statement';
  readonly title: string;
  /** A word or two beside it, where there is room: its places. */
  readonly label?: string;
  /** When, by whom: for the table and for the tip. */
  readonly when: string;
  readonly by: string;
}

export interface TimelineTruce {
  readonly id: string;
  readonly href: string;
  readonly from: number;
  readonly until?: number;
  readonly label: string;
  readonly isOver: boolean;
  /** The one that the page is about. */
  readonly isCurrent: boolean;
}

export interface TimelineCoverage {
  readonly name: string;
  readonly kind: Kind;
  /** Day as instant of its start in UTC. */
  readonly days: readonly { readonly at: number; readonly reports: number; readonly origins: number }[];
}

export interface TimelineProps {
  readonly title: string;
  readonly source: string;
  /** Names of the side above and of the side below. */
  readonly above: string;
  readonly below: string;
  readonly marks: readonly TimelineMark[];
  readonly truces: readonly TimelineTruce[];
  readonly coverage: readonly TimelineCoverage[];
  /** The moment that the desk is told for. */
  readonly now?: number;
  readonly formatDay: (instant: number) => string;
}

const WIDTH = 1140;
const LEFT = 18;
const RIGHT = WIDTH - 18;
const ROW = 15;
const HALF = 92;

export function Timeline(props: TimelineProps) {
  const { title, source, marks, truces, coverage, now } = props;
  const words = usePictureWords();
  const scale = useMemo(
    () => timeScale(instantsOf(marks, truces, now), { left: LEFT, right: RIGHT }),
    [marks, truces, now],
  );
  if (scale === undefined) return <p className="empty">{words.nothingDated}</p>;
  const spans = truces.filter(({ from }) => from >= scale.from && from < scale.to).toSorted((a, b) => a.from - b.from);
  const rows = rowsOf(spans.map(({ from, label }) => ({ x: scale.x(from) + 6, text: label })));
  const top = 22 + ROW * Math.max(0, ...rows.map((row) => row + 1));
  const axis = top + HALF;
  const bottom = axis + HALF;
  const strip = bottom + 46;
  const height = strip + 8 + coverage.length * 13;
  return (
    <Figure
      title={title}
      source={source}
      isWide
      legend={<Legend above={props.above} below={props.below} isUneven={scale.isUneven} />}
      table={<Table {...props} />}
    >
      <svg viewBox={`0 0 ${WIDTH} ${height}`} className="picture wide" role="group" aria-label={title}>
        <Days scale={scale} top={top} bottom={bottom} format={props.formatDay} />
        {spans.map((span, index) => (
          <Truce key={span.id} span={span} scale={scale} row={rows[index]!} bottom={bottom} />
        ))}
        <text x={LEFT} y="13" className="pic-dim">
          {words.says(props.above)}
        </text>
        <text x={RIGHT} y={bottom - 6} textAnchor="end" className="pic-dim pic-halo">
          {words.says(props.below)}
        </text>
        <path d={`M${LEFT} ${axis}H${RIGHT}`} className="pic-axis" />
        {now !== undefined && now <= scale.to && <Now x={scale.x(now)} top={top} bottom={bottom} label={words.asOf} />}
        <Marks marks={marks} scale={scale} axis={axis} top={top} />
        <Coverage rows={coverage} scale={scale} y={strip} />
      </svg>
    </Figure>
  );
}

/** A truce of years ago that still stands would leave no room for what happens now. */
const LONG_BEFORE = 14 * 86_400_000;

/** What the axis must hold: the marks, the moment shown, and truces that began about then. */
function instantsOf(
  marks: readonly TimelineMark[],
  truces: readonly TimelineTruce[],
  now: number | undefined,
): readonly number[] {
  const known = marks.map(({ at }) => at);
  const begin = known.length === 0 ? -Infinity : Math.min(...known) - LONG_BEFORE;
  const starts = truces.map(({ from }) => from).filter((from) => from >= begin);
  const last = Math.max(...known, ...starts);
  return [...known, ...starts, ...(now !== undefined && now - last < LONG_BEFORE ? [now] : [])];
}

function Truce({
  span,
  scale,
  row,
  bottom,
}: {
  readonly span: TimelineTruce;
  readonly scale: TimeScale;
  readonly row: number;
  readonly bottom: number;
}) {
  const x = scale.x(span.from);
  const end = scale.x(Math.min(span.until ?? scale.to, scale.to));
  const y = 30 + row * ROW;
  const over = span.isOver ? ' over' : '';
  return (
    <g>
      <rect x={x} y={y - 8} width={Math.max(0, end - x)} height={bottom - y + 8} className={`pic-truce${over}`} />
      <path d={`M${x} ${y - 10}V${bottom}`} className={`pic-truce-line${over}`} />
      <Link href={span.href}>
        <text x={x + 6} y={y} className={span.isCurrent ? 'pic-strong' : 'pic-link'}>
          {span.label}
        </text>
      </Link>
    </g>
  );
}

/** A line for each day and its date beneath all marks, so that neither lies on the other. */
function Days({
  scale,
  top,
  bottom,
  format,
}: {
  readonly scale: TimeScale;
  readonly top: number;
  readonly bottom: number;
  readonly format: (at: number) => string;
}) {
  return (
    <g>
      {scale.ticks.map(({ at, x }) => (
        <g key={at}>
          <path d={`M${x} ${top}V${bottom + 6}`} className="pic-day" />
          <text x={x + 4} y={bottom + 16} className="pic-dim">
            {format(at)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Now({
  x,
  top,
  bottom,
  label,
}: {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly label: string;
}) {
  const isRight = x > RIGHT - 60;
  return (
    <g>
      <path d={`M${x} ${top}V${bottom}`} className="pic-now" />
      <text
        x={isRight ? x - 4 : x + 4}
        y={top + 11}
        textAnchor={isRight ? 'end' : 'start'}
        className="pic-dim pic-halo"
      >
        {label}
      </text>
    </g>
  );
}

/** Marks of one stretch stand on each other's heads; what does not fit is counted. */
function Marks({
  marks,
  scale,
  axis,
  top,
}: {
  readonly marks: readonly TimelineMark[];
  readonly scale: TimeScale;
  readonly axis: number;
  readonly top: number;
}) {
  const stacks = useMemo(() => bins(marks, scale), [marks, scale]);
  const placed = useMemo(
    () => labelsOf(stacks, axis, { x: LEFT, y: top, width: RIGHT - LEFT, height: 2 * HALF - 6 }),
    [stacks, axis, top],
  );
  return (
    <g>
      {stacks.flatMap((stack) =>
        stack.marks.slice(0, MOST_IN_A_BIN).map((mark, row) => (
          <Link key={mark.id} href={mark.href} aria-label={`${mark.title}, ${mark.when}`}>
            <path d={shapeOf(mark, stack.x, axis, row)} className={`pic-${mark.sign} pic-${mark.kind}`}>
              <title>{`${mark.title}\n${mark.when} · ${mark.by}`}</title>
            </path>
          </Link>
        )),
      )}
      {stacks
        .filter((stack) => stack.marks.length > MOST_IN_A_BIN)
        .map((stack) => {
          const away = 26 + MOST_IN_A_BIN * MARK_STEP;
          return (
            <text
              key={`${stack.row}${stack.x}`}
              x={stack.x}
              y={stack.row === 'below' ? axis + away + 6 : axis - away + 14}
              textAnchor="middle"
              className="pic-strong"
            >
              +{stack.marks.length - MOST_IN_A_BIN}
            </text>
          );
        })}
      {placed.map(({ id, text, x, y, anchor }) => (
        <text key={id} x={x} y={y} textAnchor={anchor} className="pic-halo">
          {text}
        </text>
      ))}
    </g>
  );
}

/** A triangle up above the axis, down below it, a square for a third party, a diamond for a statement. */
function shapeOf({ kind, sign }: TimelineMark, x: number, axis: number, row: number): string {
  if (sign === 'meeting') return `M${x - 4} ${axis - 4 - row * 10}h8v8h-8z`;
  if (sign === 'statement') return `M${x} ${axis - 4 - row * 10}l4 4-4 4-4-4z`;
  const away = 12 + row * MARK_STEP;
  if (kind === 'b') return `M${x - 7} ${axis + away}l7 14 7-14z`;
  if (kind === 'third') return `M${x - 6} ${axis - away - 13}h12v12h-12z`;
  return `M${x - 7} ${axis - away}l7-14 7 14z`;
}

/** Days with reports from each side: a gap is silence of the sources, not peace. */
function Coverage({
  rows,
  scale,
  y,
}: {
  readonly rows: readonly TimelineCoverage[];
  readonly scale: TimeScale;
  readonly y: number;
}) {
  const words = usePictureWords();
  if (rows.length === 0) return null;
  return (
    <g>
      <text x={LEFT} y={y - 5} className="pic-dim">
        {words.heardFrom}
      </text>
      {rows.map(({ name, kind, days }, row) => (
        <g key={name}>
          <path d={`M${LEFT} ${y + 5 + row * 13}H${RIGHT}`} className="pic-silence" />
          {days
            .filter(({ at, reports }) => reports > 0 && at >= scale.from && at < scale.to)
            .map(({ at, reports, origins }) => (
              <rect
                key={at}
                x={scale.x(at)}
                y={y + row * 13}
                width={Math.max(1.5, scale.x(at + 86_400_000) - scale.x(at) - 1)}
                height="10"
                className={`pic-${kind} pic-heard`}
              >
                <title>{words.heard(name, reports, origins)}</title>
              </rect>
            ))}
        </g>
      ))}
    </g>
  );
}

interface LegendProps {
  readonly above: string;
  readonly below: string;
  readonly isUneven: boolean;
}

function Legend({ above, below, isUneven }: LegendProps) {
  const words = usePictureWords();
  const rows = [
    ['M1 13L7 1l6 12z', 'pic-incident pic-a', words.allegedBy(above)],
    ['M1 1l6 12L13 1z', 'pic-incident pic-b', words.allegedBy(below)],
    ['M2 2h10v10H2z', 'pic-incident pic-third', words.byAThird],
    ['M1 13L7 1l6 12z', 'pic-denied pic-a', words.denied],
    ['M3 3h8v8H3z', 'pic-meeting pic-third', words.meeting],
  ] as const;
  return (
    <>
      {rows.map(([shape, name, label]) => (
        <span key={label}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <path d={shape} className={name} />
          </svg>
          {label}
        </span>
      ))}
      {isUneven && <span className="quiet">{words.narrowDays}</span>}
    </>
  );
}

function Table({ marks }: TimelineProps) {
  const words = usePictureWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.by}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.denied}</th>
        </tr>
      </thead>
      <tbody>
        {marks
          .toSorted((a, b) => a.at - b.at)
          .map((mark) => (
            <tr key={mark.id}>
              <td className="when">{mark.when}</td>
              <td>{mark.by}</td>
              <td>
                <Link href={mark.href}>{mark.title}</Link>
              </td>
              <td>{mark.sign === 'denied' ? words.yes : ''}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
