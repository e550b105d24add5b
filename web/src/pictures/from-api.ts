/** What the pictures draw, out of the API's answers. */
import type { CoverageDay } from '../../../src/model/ledger.ts';
import type { MapPoint, Timeline } from '../../../src/serve/api/types.ts';
import type { Sides } from '../data/sides.ts';
import { span, spoken } from '../data/format.ts';
import type { MapPlace } from './place-map.tsx';
import type { TimelineCoverage, TimelineMark, TimelineTruce } from './timeline.tsx';

export interface Look {
  readonly sides: Sides;
  readonly zone: string;
  readonly link: (path: string) => string;
}

/** Acts told within three days; what is told of a month or a year has no place on a picture of days. */
const WIDEST = 3 * 86_400_000;

export function marksOf({ marks }: Timeline, { sides, zone, link }: Look): TimelineMark[] {
  return marks.flatMap((mark): TimelineMark[] => {
    const at = Date.parse(mark.from);
    if (Number.isNaN(at) || (mark.until !== undefined && Date.parse(mark.until) - at > WIDEST)) return [];
    const [accuser] = mark.accusers;
    const place = / (?:at|near|toward) ([^,]+?)(?:, (?:alleged|by|denied)|$)/.exec(mark.title)?.[1];
    return [
      {
        id: mark.id,
        href: link(mark.kind === 'incident' ? `/incidents/${mark.id}` : `/entries/${mark.id}`),
        at,
        kind: sides.kindOf(accuser),
        sign:
          mark.kind === 'meeting'
            ? 'meeting'
            : mark.kind === 'incident'
              ? mark.standing === 'denied'
                ? 'denied'
                : 'incident'
              : 'statement',
        title: spoken(mark.title, zone),
        when: span(mark.from, mark.until, zone),
        by: mark.accusers.map((key) => sides.nameOf(key)).join(', '),
        ...(mark.kind === 'incident' && place !== undefined && { label: place }),
      },
    ];
  });
}

const OVER = new Set(['superseded', 'expired', 'declared over', 'broken']);

/** Stretches in which truces held: one that another took the place of ends where that begins. */
export function trucesOf(
  { bands }: Timeline,
  { zone, link }: Look,
  status: (key: string) => string,
  current?: string,
): TimelineTruce[] {
  const inOrder = bands
    .flatMap((band) => (band.from === undefined ? [] : [{ ...band, from: Date.parse(band.from) }]))
    .toSorted((a, b) => a.from - b.from);
  return inOrder.map((band, index) => {
    const next = inOrder.slice(index + 1).find(({ from }) => from > band.from);
    const until =
      band.until === undefined ? (band.status === 'superseded' ? next?.from : undefined) : Date.parse(band.until);
    const isOver = OVER.has(band.status);
    const from = new Date(band.from).toISOString();
    return {
      id: band.id,
      href: link(`/truces/${band.id}`),
      from: band.from,
      ...(until !== undefined && { until }),
      label: `${span(from, from, zone)}${isOver ? ` · ${status(band.status).toLowerCase()}` : ''}`,
      isOver,
      isCurrent: band.id === current,
    };
  });
}

/** The two sides first, then whoever else was heard. */
export function coverageOf(days: readonly CoverageDay[], sides: Sides): TimelineCoverage[] {
  const bySide = Map.groupBy(days, ({ side }) => side);
  const order = [sides.a, sides.b].filter((side) => side !== undefined);
  return order.map((side) => ({
    name: sides.nameOf(side),
    kind: sides.kindOf(side),
    days: (bySide.get(side) ?? []).map(({ day, reports, origins }) => ({
      at: Date.parse(`${day}T00:00:00Z`),
      reports,
      origins,
    })),
  }));
}

export const placesOf = (points: readonly MapPoint[], { sides, zone, link }: Look): MapPlace[] =>
  points.flatMap((point): MapPlace[] =>
    point.lat === undefined || point.lon === undefined
      ? []
      : [
          {
            key: point.key,
            name: point.name,
            relation: point.relation,
            lat: point.lat,
            lon: point.lon,
            kind: sides.kindOf(point.accusers[0]),
            title: spoken(point.title, zone),
            href: link(`/incidents/${point.entry}`),
          },
        ],
  );
