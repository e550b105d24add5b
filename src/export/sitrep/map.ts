/** Places of the period's acts on an offline base: at a point, near an area, toward an arrow before it. */
import { geoCircle, geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import type { PlaceRef } from '../../model/record.ts';
import { COLOURS, round, widthOf, type Drawing, type PathShape, type TextShape } from './drawing.ts';

export interface MapPlace extends PlaceRef {
  readonly lat: number;
  readonly lon: number;
}

const WIDTH = 760;
const HEIGHT = 420;
/** Smallest stretch shown, in degrees. */
const LEAST = 1.2;
/** Radius of the area drawn for "near" and "toward", in degrees of a great circle: 10 km. */
const AREA = 0.09;

/** Undefined when no place has coordinates. */
export function mapOf(places: readonly MapPlace[], base: FeatureCollection, title: string): Drawing | undefined {
  const unique = [
    ...new Map(
      places
        .toSorted((a, b) => (a.relation === 'at' ? 1 : 0) - (b.relation === 'at' ? 1 : 0))
        .map((place) => [place.key, place]),
    ).values(),
  ];
  if (unique.length === 0) return undefined;
  const projection = fitted(unique);
  const path = geoPath(projection).digits(1);
  const lands = base.features.flatMap((country): PathShape[] => {
    const d = path(country);
    return d === null ? [] : [{ type: 'path', d, fill: COLOURS.land, stroke: COLOURS.line, width: 0.8 }];
  });
  const names = base.features
    .filter((country) => path.area(country) > 12_000)
    .map((country): TextShape => {
      const [x, y] = path.centroid(country);
      return {
        type: 'text',
        x,
        y,
        text: String(country.properties?.['name'] ?? ''),
        anchor: 'middle',
        colour: COLOURS.dim,
      };
    });
  return {
    width: WIDTH,
    height: HEIGHT,
    title,
    shapes: [
      { type: 'path', d: `M0 0H${WIDTH}V${HEIGHT}H0z`, fill: '#ffffff', stroke: COLOURS.line },
      ...lands,
      ...names,
      ...unique.flatMap((place) => placeShapes(place, projection)),
      ...labels(unique, projection),
    ],
  };
}

function fitted(places: readonly MapPlace[]): GeoProjection {
  const range = (of: (place: MapPlace) => number, least: number): [number, number] => {
    const all = places.map(of).toSorted((a, b) => a - b);
    const room = Math.max(least, (all.at(-1)! - all[0]!) * 0.25);
    return [all[0]! - room, all.at(-1)! + room];
  };
  const [west, east] = range(({ lon }) => lon, LEAST);
  const [south, north] = range(({ lat }) => lat, LEAST * 0.7);
  return geoMercator()
    .fitExtent(
      [
        [10, 10],
        [WIDTH - 10, HEIGHT - 10],
      ],
      {
        type: 'MultiPoint',
        coordinates: [
          [west, Math.max(-84, south)],
          [east, Math.min(84, north)],
        ],
      },
    )
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
}

function placeShapes(place: MapPlace, projection: GeoProjection): PathShape[] {
  const at = projection([place.lon, place.lat]);
  if (at === null) return [];
  const [x, y] = [round(at[0]), round(at[1])];
  const dot = `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z`;
  if (place.relation === 'at') return [{ type: 'path', d: dot, fill: COLOURS.third }];
  const area = geoPath(projection).digits(1)(geoCircle().center([place.lon, place.lat]).radius(AREA)());
  const arrow: PathShape = {
    type: 'path',
    d: `M${x - 26} ${y - 10}L${x - 8} ${y - 3}M${x - 15} ${y - 11}l7 8-10 3`,
    stroke: COLOURS.third,
    width: 1.5,
  };
  return [
    ...(area === null ? [] : [{ type: 'path', d: area, stroke: COLOURS.third, dash: [3, 3] } satisfies PathShape]),
    ...(place.relation === 'toward' ? [arrow] : []),
    { type: 'path', d: dot, fill: '#ffffff', stroke: COLOURS.third, width: 1.5 },
  ];
}

/** Names beside their points where they touch no other name. */
function labels(places: readonly MapPlace[], projection: GeoProjection): TextShape[] {
  const taken: { x: number; y: number; width: number }[] = [];
  return places.flatMap((place) => {
    const at = projection([place.lon, place.lat]);
    if (at === null) return [];
    const width = widthOf(place.name);
    const tries = [
      { x: at[0] + 8, anchor: 'start' as const, left: at[0] + 8 },
      { x: at[0] - 8, anchor: 'end' as const, left: at[0] - 8 - width },
    ];
    for (const { x, anchor, left } of tries) {
      const y = at[1] + 4;
      if (
        left < 0 ||
        left + width > WIDTH ||
        taken.some((one) => left < one.x + one.width && one.x < left + width && Math.abs(one.y - y) < 13)
      )
        continue;
      taken.push({ x: left, y, width });
      return [{ type: 'text', x, y, text: place.name, anchor, bold: true } satisfies TextShape];
    }
    return [];
  });
}
