/** How the map is cut out: the projection that shows all places, moved and brought nearer by the reader. */
import { geoDistance, geoMercator, type GeoProjection } from 'd3-geo';

export const MAP_WIDTH = 440;
export const MAP_HEIGHT = 330;
/** Smallest stretch shown, in degrees: one village needs its surroundings. */
const LEAST = 1.2;
const EARTH_KM = 6371;
const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

export interface MapView {
  /** 1 shows all places. */
  readonly zoom: number;
  /** How far the reader has moved it, in units of the view box at this zoom. */
  readonly dx: number;
  readonly dy: number;
}

export const WHOLE: MapView = { zoom: 1, dx: 0, dy: 0 };

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** A projection clipped to the frame. Longitudes are taken as they are: no conflict of ours crosses the date line. */
export function projectionOf(places: readonly Point[], view: MapView): GeoProjection {
  const projection = geoMercator().fitExtent(
    [
      [24, 24],
      [MAP_WIDTH - 24, MAP_HEIGHT - 24],
    ],
    { type: 'MultiPoint', coordinates: cornersOf(places) },
  );
  const [x, y] = projection.translate();
  const [mx, my] = [MAP_WIDTH / 2, MAP_HEIGHT / 2];
  return projection
    .scale(projection.scale() * view.zoom)
    .translate([mx + (x - mx) * view.zoom + view.dx, my + (y - my) * view.zoom + view.dy])
    .clipExtent([
      [0, 0],
      [MAP_WIDTH, MAP_HEIGHT],
    ]);
}

function cornersOf(places: readonly Point[]): [number, number][] {
  const range = (of: (place: Point) => number, least: number): [number, number] => {
    const all = places.map(of).toSorted((a, b) => a - b);
    const [low, high] = [all[0] ?? 0, all.at(-1) ?? 0];
    const room = Math.max(least, (high - low) * 0.25);
    return [low - room, high + room];
  };
  const [west, east] = range(({ lon }) => lon, LEAST);
  const [south, north] = range(({ lat }) => lat, LEAST * 0.7);
  return [
    [west, Math.max(south, -84)],
    [east, Math.min(north, 84)],
  ];
}

/** The longest round length that takes at most a fifth of the map, in kilometres and in units of the view box. */
export function scaleBar(projection: GeoProjection): { readonly km: number; readonly width: number } | undefined {
  const [from, to] = [
    projection.invert?.([MAP_WIDTH / 2 - 50, MAP_HEIGHT / 2]),
    projection.invert?.([MAP_WIDTH / 2 + 50, MAP_HEIGHT / 2]),
  ];
  if (from == null || to == null) return undefined;
  const perUnit = (geoDistance(from, to) * EARTH_KM) / 100;
  const km = LENGTHS.findLast((length) => length / perUnit <= MAP_WIDTH / 5);
  return km === undefined ? undefined : { km, width: km / perUnit };
}

/** Kilometres as degrees of a great circle. */
export const degreesOf = (km: number): number => (km / (EARTH_KM * Math.PI)) * 180;
