/** Losses over time: each count where and when it was reported, by whom, with what it says of least and most. Never summed. */
import { useMemo } from 'react';
import { Link } from 'wouter';
import { Figure } from './figure.tsx';
import { type Box, placeLabels } from './place-labels.ts';
import { timeScale, type TimeScale } from './time-scale.ts';
import type { Kind } from './timeline.tsx';
import { usePictureWords } from './words.ts';

export type LossKind = 'killed' | 'wounded' | 'missing' | 'captured' | 'killedOrMissing';

export interface TollPoint {
  readonly id: string;
  readonly href: string;
  /** Instant of the report. */
  readonly at: number;
  readonly when: string;
  /** Who counts; undefined where the report does not say. */
  readonly counter?: string;
  readonly kind: Kind;
  readonly loss: LossKind;
  readonly low?: number;
  readonly best?: number;
  readonly high?: number;
}

export interface TollSeriesProps {
  readonly title: string;
  readonly source: string;
  /** Whose losses. */
  readonly side: string;
  readonly points: readonly TollPoint[];
  readonly formatDay: (instant: number) => string;
}

/** Near to the width of its column, so that words keep their size. */
const WIDTH = 420;
const HEIGHT = 210;
const FRAME = { left: 44, right: WIDTH - 16 };
/** Room beside the outermost signs, so that their counts need not stand on the lines. */
const MARKS = { left: FRAME.left + 21, right: FRAME.right - 12 };
const [TOP, BOTTOM] = [14, HEIGHT - 30];

/** The number that the point stands at: what is stated, else the bound that is. */
const valueOf = ({ low, best, high }: TollPoint): number => best ?? low ?? high ?? 0;

export function TollSeries(props: TollSeriesProps) {
  const { title, source, points } = props;
  const words = usePictureWords();
  const scale = useMemo(
    () =>
      timeScale(
        points.map(({ at }) => at),
        MARKS,
      ),
    [points],
  );
  if (scale === undefined) return <p className="empty">{words.noTolls}</p>;
  const most = Math.max(1, ...points.map((point) => point.high ?? valueOf(point)));
  const top = niceTop(most);
  const y = (value: number): number => BOTTOM - (value / top) * (BOTTOM - TOP);
  return (
    <Figure title={title} source={source} legend={<Legend points={points} />} table={<Table {...props} />}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="picture" role="group" aria-label={title}>
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <path d={`M${FRAME.left} ${y(value)}H${FRAME.right}`} className="pic-axis" />
            <text x={FRAME.left - 6} y={y(value) + 4} textAnchor="end" className="pic-dim">
              {Math.round(value)}
            </text>
          </g>
        ))}
        {scale.ticks.map(({ at, x }) => (
          <text key={at} x={x + 2} y={BOTTOM + 18} className="pic-dim">
            {props.formatDay(at)}
          </text>
        ))}
        <Points points={points} scale={scale} y={y} />
      </svg>
    </Figure>
  );
}

/** A round number above the largest, even, so that its half is whole. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= most && top >= 2) ?? 2;
}

function Points({
  points,
  scale,
  y,
}: {
  readonly points: readonly TollPoint[];
  readonly scale: TimeScale;
  readonly y: (value: number) => number;
}) {
  const series = useMemo(() => seriesOf(points), [points]);
  const labels = placeLabels(
    labelled(series).map((point) => ({
      id: point.id,
      text: textOf(point),
      x: scale.x(point.at),
      y: y(valueOf(point)),
      gap: 8,
      ...(isAtLeast(point) && { above: 23 }),
    })),
    { x: FRAME.left, y: 0, width: WIDTH - FRAME.left, height: BOTTOM + 4 },
    points.map((point) => roomOf(point, scale.x(point.at), y(valueOf(point)))),
    series.flatMap((one) => linesOf(one.points, scale, y)),
  );
  return (
    <g>
      {series.map(({ key, kind, loss, points: own }) => (
        <path
          key={key}
          d={stepsOf(own, scale, y)}
          className={`pic-series pic-${kind} ${loss === 'killed' ? '' : 'pic-dashed'}`}
        />
      ))}
      {points.map((point) => {
        const x = scale.x(point.at);
        return (
          <Link key={point.id} href={point.href} aria-label={`${textOf(point)}, ${point.counter ?? ''} ${point.when}`}>
            <g>
              <title>{`${textOf(point)} · ${point.counter ?? ''} · ${point.when}`}</title>
              <Range point={point} x={x} y={y} />
              <path
                d={signOf(point.loss, x, y(valueOf(point)))}
                className={`${point.best === undefined ? 'pic-denied' : 'pic-incident'} pic-${point.kind}`}
              />
            </g>
          </Link>
        );
      })}
      {labels.map(({ id, text, x, y: at, anchor }) => (
        <text key={id} x={x} y={at} textAnchor={anchor} className="pic-halo">
          {text}
        </text>
      ))}
    </g>
  );
}

/** Points whose count is written out: neither what its party only repeats, nor twice what several say at one time. */
function labelled(series: readonly Series[]): TollPoint[] {
  const news = series.flatMap(({ points }) =>
    points.filter((point, index) => index === 0 || textOf(points[index - 1]!) !== textOf(point)),
  );
  return [...new Map(news.map((point) => [`${point.at} ${textOf(point)}`, point])).values()];
}

/** What a sign takes, with the arrow of "at least" or "at most". */
function roomOf(point: TollPoint, x: number, y: number): Box {
  const { low, best, high } = point;
  if (best !== undefined || (low === undefined) === (high === undefined))
    return { x: x - 5, y: y - 5, width: 10, height: 10 };
  return { x: x - 5, y: isAtLeast(point) ? y - 19 : y - 5, width: 10, height: 24 };
}

/** An arrow stands above the sign. */
const isAtLeast = ({ low, best, high }: TollPoint): boolean =>
  low !== undefined && best === undefined && high === undefined;

/** Bars of least and most; "at least" has an open end above. */
function Range({
  point,
  x,
  y,
}: {
  readonly point: TollPoint;
  readonly x: number;
  readonly y: (value: number) => number;
}) {
  const { low, best, high } = point;
  if (low !== undefined && high !== undefined)
    return (
      <path
        d={`M${x - 5} ${y(low)}h10M${x} ${y(low)}V${y(high)}M${x - 5} ${y(high)}h10`}
        className={`pic-range pic-${point.kind}`}
      />
    );
  if (low !== undefined && best === undefined)
    return <path d={`M${x} ${y(low) - 6}v-12m-3 4l3-4 3 4`} className={`pic-range pic-${point.kind}`} />;
  if (high !== undefined && best === undefined)
    return <path d={`M${x} ${y(high) + 6}v12m-3-4l3 4 3-4`} className={`pic-range pic-${point.kind}`} />;
  return null;
}

/** A circle for the killed, a square for the wounded, a diamond for all others: never the colour alone. */
function signOf(loss: LossKind, x: number, y: number): string {
  if (loss === 'wounded') return `M${x - 4} ${y - 4}h8v8h-8z`;
  if (loss !== 'killed') return `M${x} ${y - 5}l5 5-5 5-5-5z`;
  return `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z`;
}

const textOf = ({ low, best, high }: TollPoint): string => {
  if (best !== undefined) return String(best);
  if (low !== undefined && high !== undefined) return `${low}–${high}`;
  return low === undefined ? `≤ ${high}` : `≥ ${low}`;
};

interface Series {
  readonly key: string;
  readonly kind: Kind;
  readonly loss: LossKind;
  readonly points: TollPoint[];
}

/** One series a counting party and a kind of loss. */
function seriesOf(points: readonly TollPoint[]): Series[] {
  const all = new Map<string, Series>();
  for (const point of points.toSorted((a, b) => a.at - b.at)) {
    const key = `${point.counter ?? ''} ${point.loss}`;
    const known = all.get(key);
    if (known === undefined) all.set(key, { key, kind: point.kind, loss: point.loss, points: [point] });
    else known.points.push(point);
  }
  return [...all.values()];
}

/** A count holds until the same party gives another. */
function stepsOf(points: readonly TollPoint[], scale: TimeScale, y: (value: number) => number): string {
  return points
    .map((point, index) => `${index === 0 ? `M${scale.x(point.at)} ` : `H${scale.x(point.at)}V`}${y(valueOf(point))}`)
    .join('');
}

/** The strokes of those steps, which words should not lie on. */
function linesOf(points: readonly TollPoint[], scale: TimeScale, y: (value: number) => number): Box[] {
  return points.slice(1).flatMap((point, index) => {
    const [x, to] = [scale.x(points[index]!.at), scale.x(point.at)];
    const [from, at] = [y(valueOf(points[index]!)), y(valueOf(point))];
    return [
      { x, y: from - 1, width: to - x, height: 2 },
      { x: to - 1, y: Math.min(from, at), width: 2, height: Math.abs(at - from) },
    ];
  });
}

function Legend({ points }: { readonly points: readonly TollPoint[] }) {
  const words = usePictureWords();
  const losses = [...new Set(points.map(({ loss }) => loss))];
  return (
    <>
      {losses.map((loss) => (
        <span key={loss}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <path d={signOf(loss, 7, 7)} className="pic-incident pic-third" />
          </svg>
          {words[loss]}
        </span>
      ))}
    </>
  );
}

function Table({ points, side }: TollSeriesProps) {
  const words = usePictureWords();
  return (
    <table>
      <caption>
        {words.lossesOf}: {side}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.reportedOn}</th>
          <th scope="col">{words.countedBy}</th>
          <th scope="col">{words.what}</th>
          {[words.low, words.best, words.high].map((head) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points
          .toSorted((a, b) => a.at - b.at)
          .map((point) => (
            <tr key={point.id}>
              <td className="when">
                <Link href={point.href}>{point.when}</Link>
              </td>
              <td>{point.counter ?? words.nobody}</td>
              <td>{words[point.loss]}</td>
              <td className="number">{point.low ?? ''}</td>
              <td className="number">{point.best ?? ''}</td>
              <td className="number">{point.high ?? ''}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
